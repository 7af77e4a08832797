"""How long processes wait for the database and for each other."""

from __future__ import annotations

import fcntl
from contextlib import suppress
from pathlib import Path

import psycopg
import pytest
from django.db import OperationalError, connection

from factcheck.operation import turns

on_postgresql = pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no such bound.")


def is_free():
    """Whether somebody else could begin to migrate."""
    if connection.vendor == "postgresql":
        with psycopg.connect(**connection.get_connection_params() | {"cursor_factory": None}) as other:
            [[free]] = other.execute("SELECT pg_try_advisory_lock(%s)", [turns.MIGRATING]).fetchall()
            return free
    with Path(f"{connection.settings_dict['NAME']}{turns.LOCK_OF_SQLITE}").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


@pytest.mark.django_db
def test_a_second_migrate_waits_until_the_first_ends_or_fails(monkeypatch, tmp_path):
    if connection.vendor == "sqlite":
        monkeypatch.setitem(connection.settings_dict, "NAME", tmp_path / "site.sqlite3")

    with suppress(RuntimeError), turns.alone_at_migrating():
        assert not is_free()
        raise RuntimeError

    assert is_free()


@pytest.mark.django_db
@on_postgresql
def test_a_query_of_a_page_is_given_up(settings):
    settings.STATEMENT_SECONDS = 1
    turns.bound_statements(connection)

    with pytest.raises(OperationalError, match="statement timeout"), connection.cursor() as cursor:
        cursor.execute("SELECT pg_sleep(60)")
