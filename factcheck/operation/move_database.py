"""Taking a site from SQLite to PostgreSQL: every row with its key and its times, so that the ledger proves as before.

It goes in one transaction: either all stands in the new database, proved, or nothing does. Uploaded files stay where
they are; indexes of words are made anew by the new database, as it gets the rows.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from django.apps import apps
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import DEFAULT_DB_ALIAS, DatabaseError, connection, connections, models, transaction
from django.db.migrations.recorder import MigrationRecorder

from factcheck.articles.models import Article
from factcheck.ledger.chain import Anchor, ChainBroken, verify
from factcheck.ledger.models import Entry
from factcheck.operation.release import waiting_migrations
from factcheck.stamps.models import Stamp

LEFT = "left"  # how the connection to the database that is left is called
AT_ONCE = 2_000  # rows read at once


class MoveRefused(Exception):
    """Nothing was moved; the message says why and what to do."""


class MovedRows(NamedTuple):
    """How many rows of how many tables stand in the new database, and how many entries of the ledger prove them."""

    rows: int
    tables: int
    entries: int


def move_database(left: Path) -> MovedRows:
    """Have the database of DATABASE_URL hold all that the SQLite file `left` holds. Raises MoveRefused."""
    if connection.vendor != "postgresql":
        raise MoveRefused("DATABASE_URL has to name the PostgreSQL database that the site moves to.")
    if not left.is_file():
        raise MoveRefused(f"There is no database in {left}. Name the file that DATABASE_URL named before.")
    with _connected(left):
        _must_be_of_this_release(left)
        if waiting_migrations():
            call_command("migrate", verbosity=0)
        _must_be_empty()
        with transaction.atomic(), transaction.atomic(using=LEFT):  # nobody writes in either
            return _moved(left)


@contextmanager
def _connected(left: Path) -> Iterator[None]:
    with_defaults = connections.configure_settings(
        {DEFAULT_DB_ALIAS: {}, LEFT: {"ENGINE": "django.db.backends.sqlite3", "NAME": str(left)}}
    )
    connections.databases[LEFT] = with_defaults[LEFT]
    connections[LEFT].settings_dict["OPTIONS"]["transaction_mode"] = "IMMEDIATE"
    try:
        yield
    finally:
        connections[LEFT].close()
        del connections[LEFT], connections.databases[LEFT]


def _must_be_of_this_release(left: Path) -> None:
    """Raises MoveRefused unless the tables of the old database are those of this release."""
    try:
        waiting = waiting_migrations(connections[LEFT])
        applied = MigrationRecorder(connections[LEFT]).applied_migrations()
    except DatabaseError as error:
        raise MoveRefused(f"{left} cannot be read: {error}.") from None
    if not applied:
        raise MoveRefused(f"{left} holds no site. Name the file that DATABASE_URL named before.")
    if waiting:
        raise MoveRefused(f"{left} is of an earlier release. Run manage.py migrate there first.")


def _must_be_empty() -> None:
    """Raises MoveRefused where the new database holds more than what `migrate` puts there."""
    if any(model.objects.exists() for model in (User, Entry, Article)):
        raise MoveRefused("The database that DATABASE_URL names is in use already. Name a new one.")


def _moved(left: Path) -> MovedRows:
    tables = list(apps.get_models(include_auto_created=True))
    tables = [model for model in tables if model._meta.managed and not model._meta.proxy]
    counts = {}
    with connection.cursor() as cursor:
        for model in sorted(tables, key=lambda model: model is Stamp):  # removing other rows writes stamps
            if model._meta.base_manager.exists():  # what migrate puts there
                cursor.execute(f"DELETE FROM {_quoted(model._meta.db_table)}")  # noqa: S608
        for model in tables:
            counts[model] = _copy(model, cursor)
        _go_on_from_keys(tables, cursor)
        try:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        except DatabaseError as error:
            raise MoveRefused(f"A row of {left} refers to one that is not there: {_first_line(error)}.") from None
    _must_hold_as_many(counts)
    return MovedRows(sum(counts.values()), len(tables), _proved_entries(left))


def _copy(model: type[models.Model], cursor: Any) -> int:
    """Copy a table as it stands; how many rows that are."""
    fields = [field for field in model._meta.local_concrete_fields if not field.generated]
    names = [field.attname for field in fields]
    columns = ", ".join(_quoted(str(field.column)) for field in fields)
    stored = model._meta.base_manager.using(LEFT).order_by().values_list(*names)
    count = 0
    try:
        with (
            connection.wrap_database_errors,
            cursor.copy(f"COPY {_quoted(model._meta.db_table)} ({columns}) FROM STDIN") as copy,
        ):
            for row in stored.iterator(chunk_size=AT_ONCE):
                copy.write_row(
                    [field.get_db_prep_save(value, connection) for field, value in zip(fields, row, strict=True)]
                )
                count += 1
    except DatabaseError as error:
        raise MoveRefused(f"A {model._meta.verbose_name} does not fit PostgreSQL: {_first_line(error)}.") from None
    return count


def _go_on_from_keys(tables: list[type[models.Model]], cursor: Any) -> None:
    """Have no key come again that a row had, even one that is gone: the ledger tells rows by their keys."""
    with connections[LEFT].cursor() as left:
        left.execute("SELECT name, seq FROM sqlite_sequence WHERE seq > 0")
        last = dict(left.fetchall())
    for model in tables:
        key = model._meta.auto_field
        if key is not None and model._meta.db_table in last:
            asked = [_quoted(model._meta.db_table), key.column, last[model._meta.db_table]]
            cursor.execute("SELECT setval(pg_get_serial_sequence(%s, %s), %s)", asked)


def _must_hold_as_many(counts: dict[type[models.Model], int]) -> None:
    for model, count in counts.items():
        if model._meta.base_manager.count() != count:
            raise MoveRefused(f"Of {count:,} rows of {model._meta.db_table} some did not arrive. Try again.")


def _proved_entries(left: Path) -> int:
    """How many entries the ledger holds, all of which prove what they vouch for, up to the last of the old one."""
    last = Entry.objects.using(LEFT).only("pk", "hash").first()
    try:
        return verify(Anchor(last.pk, last.hash) if last else None)
    except ChainBroken as broken:
        faults = "\n".join(broken.faults)
        raise MoveRefused(f"The record does not add up, in {left} or after it was moved:\n{faults}") from None


def _quoted(name: str) -> str:
    return connection.ops.quote_name(name)


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0]
