"""A site that began on SQLite goes on on PostgreSQL, with every row, every key and a record that proves itself."""

import json
import os
import shutil
import sqlite3
from contextlib import closing

import pytest
from django.db import connection

from scripts.postgres import own_database
from tests.operation.places import Place

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="A site moves from SQLite to PostgreSQL."),
]


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory):
    """The file of a site with articles, published verdicts, corrections and all that led to them."""
    place = Place(tmp_path_factory.mktemp("sites") / "demonstration", "")
    place.done("migrate", "--verbosity=0")
    place.done("load_demo")
    return place.media.parent / "site.sqlite3"


@pytest.fixture
def old(tmp_path, demonstration):
    place = Place(tmp_path / "old", "")
    shutil.copyfile(demonstration, tmp_path / "old" / "site.sqlite3")
    return place


@pytest.fixture
def new(tmp_path):
    with own_database(os.environ["DATABASE_URL"], f"factcheck_moved_{os.getpid()}") as url:
        yield Place(tmp_path / "new", url)


@pytest.fixture
def file(tmp_path):
    return tmp_path / "old" / "site.sqlite3"


def changed(file, statement):
    with closing(sqlite3.connect(file)) as database:
        database.execute(statement)
        database.commit()


def test_every_row_stands_in_the_new_database_and_the_record_proves_all_of_it(old, new, file):
    anchor = old.done("ledger_head").strip()
    last = max(json.loads(row)[0] for row in old.values()["claims.Claim"])
    changed(file, "UPDATE sqlite_sequence SET seq = seq + 7 WHERE name = 'claims_claim'")

    told = new.done("move_database", str(file))

    assert "stand as they were written" in told
    assert new.values() == old.values()
    assert new.done("ledger_head").strip() == anchor
    assert new.done("verify_ledger", "--anchor", anchor)
    assert "ferry" in new.done("shell", "--verbosity=0", "-c", SEARCHED).lower()
    assert int(new.done("shell", "--verbosity=0", "-c", NEXT_CLAIM)) == last + 8


SEARCHED = """
from factcheck.articles.models import Article
from factcheck.search.matches import matching
from factcheck.search.words import read
print(Article.objects.count(), matching(Article.objects.all(), read("ferry")).first() or "ferry is in none")
"""
NEXT_CLAIM = """
from factcheck.claims.models import Claim
print(Claim.objects.create(text="The bridge is open.", slug="the-bridge-is-open").pk)
"""


def test_what_does_not_fit_is_told_in_a_sentence_nothing_moves_and_once_mended_all_does(old, new, file):
    changed(
        file,
        "UPDATE articles_outlet SET domain = printf('%.300c', 'x') WHERE id = (SELECT min(id) FROM articles_outlet)",
    )

    refused = new.manage("move_database", str(file))

    assert refused.returncode == 1
    assert "A outlet does not fit PostgreSQL" in refused.stderr
    assert new.values()["auth.User"] == []
    changed(file, "UPDATE articles_outlet SET domain = 'x.example' WHERE length(domain) = 300")
    new.done("move_database", str(file))
    assert new.values() == old.values()


def test_a_record_that_was_changed_does_not_move(old, new, file):
    changed(file, "DROP TRIGGER verdicts_revision_never_updates")
    changed(file, "UPDATE verdicts_revision SET note = 'Nothing was wrong.'")

    refused = new.manage("move_database", str(file))

    assert refused.returncode == 1
    assert "The record does not add up" in refused.stderr
    assert new.values()["verdicts.Revision"] == []


def test_a_database_in_use_or_a_file_that_is_none_is_refused_in_a_sentence(old, new, file, tmp_path):
    other = tmp_path / "other.sqlite3"
    other.write_text("no database")

    assert "There is no database in" in new.manage("move_database", str(tmp_path / "none")).stderr
    assert "file is not a database" in new.manage("move_database", str(other)).stderr
    assert "has to name the PostgreSQL database" in old.manage("move_database", str(file)).stderr
    new.done("move_database", str(file))
    assert "in use already" in new.manage("move_database", str(file)).stderr
