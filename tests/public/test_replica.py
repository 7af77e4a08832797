"""Readers' pages from a replica that is a moment behind: here a copy of the database as it stood."""

from __future__ import annotations

import pytest
from django.db import OperationalError, connection, connections

from factcheck.claims.models import Source
from factcheck.public.kept_pages import forget_pages
from factcheck.public.replica import REPLICA
from tests.public.reading import PAGE

SOURCE = "/sources/anna-brandt/"


@pytest.fixture
def replica(corrected, settings, tmp_path):
    """The database as it stands now, as the replica from here on."""
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL copies no database that is in use; its own replication was tried by hand")
    file = tmp_path / "replica.sqlite3"
    settings.DATABASE_ROUTERS = ["factcheck.public.replica.ReplicaRouter"]
    connections.databases[REPLICA] = {**connections.databases["default"], "NAME": file}
    connections[REPLICA].settings_dict["NAME"] = file  # what is prepared goes on with the connection of the test before
    catch_up(file)
    yield file
    connections[REPLICA].close()
    del connections.databases[REPLICA]
    forget_pages()


def catch_up(file):
    """Have the replica hold what the database holds now."""
    connections[REPLICA].close()
    file.write_bytes(connection.connection.serialize())
    connections[REPLICA].connect()  # Django's tests forbid to open by itself what they did not set up


@pytest.fixture
def rename(replica):
    def rename(to):
        Source.objects.filter(slug="anna-brandt").update(name=to)

    return rename


def test_readers_read_the_replica_and_people_of_the_desk_the_database(rename, client, as_user, editor):
    rename("Anna B. Brandt")

    assert "Anna B. Brandt" not in client.get(SOURCE).text
    assert "Anna B. Brandt" in as_user(editor).get(SOURCE).text


def test_a_page_is_kept_until_the_replica_has_what_changed(rename, replica, client):
    client.get(SOURCE)
    rename("Anna B. Brandt")
    assert "Anna B. Brandt" not in client.get(SOURCE).text

    catch_up(replica)

    assert "Anna B. Brandt" in client.get(SOURCE).text


def test_a_reader_s_page_asks_the_database_itself_for_nothing(replica, client):
    asked = []

    def note(execute, sql, *rest):
        asked.append(sql)
        return execute(sql, *rest)

    with connection.execute_wrapper(note):
        for address in (PAGE, "/", "/claims/", "/feed.atom", "/search/?q=harbour", SOURCE):
            assert client.get(address).status_code == 200

    assert not asked


def test_without_the_replica_readers_read_the_database_itself(rename, client, monkeypatch):
    def refuse():
        raise OperationalError("connection refused: is the server running?")

    rename("Anna B. Brandt")
    monkeypatch.setattr(connections[REPLICA], "cursor", refuse)

    assert "Anna B. Brandt" in client.get(SOURCE).text
