"""A migration runs while the release before it still serves, so it must neither lock out who writes nor break that."""

from __future__ import annotations

import pytest
from django.db import connection
from django_migration_linter import MigrationLinter

LAST_BEFORE = {  # the migrations of each room that were there before this was asked
    "articles": 10,
    "claims": 13,
    "ledger": 3,
    "operation": 1,
    "people": 2,
    "search": 1,
    "site": 2,
    "stamps": 1,
    "verdicts": 16,
}
NAMES_OF_ARGUMENTS = "RUNPYTHON_ARGS_NAMING_CONVENTION"
pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer, who waits for any migration."),
]


@pytest.fixture
def linter():
    return MigrationLinter(no_cache=True, all_warnings_as_errors=True, exclude_migration_tests=[NAMES_OF_ARGUMENTS])


def is_new(migration):
    number = int(migration.name.partition("_")[0])
    return number > LAST_BEFORE.get(migration.app_label, 0 if migration.__module__.startswith("factcheck.") else number)


def test_no_new_migration_locks_a_table_or_breaks_the_release_before(linter, capsys):
    for migration in filter(is_new, linter._gather_all_migrations()):
        linter.lint_migration(migration)

    assert not linter.nb_erroneous, capsys.readouterr().out


@pytest.mark.parametrize("name", ["0010_media", "0012_lifecycle"])
def test_a_column_that_must_be_filled_or_an_index_that_locks_would_be_seen(linter, name):
    linter.lint_migration(linter.migration_loader.get_migration("verdicts", name))

    assert linter.nb_erroneous
