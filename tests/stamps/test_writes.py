"""Stamps of writes outside a transaction, as commands and a shell send them."""

from __future__ import annotations

import sqlite3

import pytest
from django.db import connections
from django.db.utils import ConnectionHandler

from factcheck.articles.models import Outlet
from factcheck.stamps.models import Stamp
from factcheck.stamps.writes import listen


@pytest.fixture
def file(tmp_path, db):
    """A database in a file, beside that of the tests, which Django knows by the name `beside`."""
    file = tmp_path / "site.sqlite3"
    engine = {"ENGINE": "django.db.backends.sqlite3", "NAME": file}
    beside = ConnectionHandler({"default": engine, "beside": engine})["beside"]
    connections["beside"] = beside
    with beside.schema_editor() as editor:
        editor.create_model(Outlet)
        editor.create_model(Stamp)
    listen(connection=beside)
    yield file
    del connections["beside"]
    beside.close()


def test_a_row_and_its_stamp_are_written_together_where_no_transaction_is_open(file):
    for name in ("The Wire", "The Echo"):
        Outlet.objects.using("beside").create(name=name)

    with sqlite3.connect(file) as another:
        stamped = another.execute("SELECT scope FROM stamps_stamp ORDER BY id").fetchall()
        stored = another.execute("SELECT name FROM articles_outlet ORDER BY id").fetchall()
    another.close()
    assert stored == [("The Wire",), ("The Echo",)]
    assert stamped == [("articles_outlet+",), ("articles_outlet+",)]


def test_a_change_is_stamped_each_time_where_no_transaction_is_open(file):
    outlet = Outlet.objects.using("beside").create(name="The Wire")

    for name in ("The Echo", "The Herald"):
        Outlet.objects.using("beside").filter(pk=outlet.pk).update(name=name)

    assert Stamp.objects.using("beside").filter(scope="articles_outlet").count() == 2
