"""Storing many new rows of one table by the means of the database: COPY on PostgreSQL, one statement on SQLite.

The rows have their keys afterwards, as those of `bulk_create` have, at less than its cost. On SQLite each statement has
the index of words written out, so a statement for each row would cost more.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import batched, chain
from operator import attrgetter
from typing import Any

from django.db import connection, models

from factcheck.stamps.writes import stamp_added

AS_THEY_ARE = (models.CharField, models.TextField, models.BooleanField, models.IntegerField, models.ForeignKey)


def store_new(rows: Sequence[models.Model]) -> None:
    """Store rows of one model that have no keys yet, and what they refer to is stored. Their signals are not sent."""
    if not rows:
        return
    options = rows[0]._meta
    fields = [field for field in options.concrete_fields if not field.generated]
    for row, key in zip(rows, _new_keys(options, len(rows)), strict=True):
        row.pk = key
    values = [*zip(*(_values_of(field, rows) for field in fields), strict=True)]
    names = ", ".join(connection.ops.quote_name(str(field.column)) for field in fields)
    _insert(f"{connection.ops.quote_name(options.db_table)} ({names})", values)
    stamp_added(type(rows[0]))
    for row in rows:
        row._state.adding, row._state.db = False, connection.alias  # noqa: SLF001 (as bulk_create leaves them)


def _values_of(field: models.Field[Any, Any], rows: Sequence[models.Model]) -> list[Any]:
    """What stands in one column of new rows: words, numbers and keys as they are, all else as Django would write it."""
    if isinstance(field, AS_THEY_ARE):
        return [*map(attrgetter(field.attname), rows)]
    return [field.get_db_prep_save(field.pre_save(row, add=True), connection) for row in rows]


def _new_keys(options: Any, count: int) -> Sequence[int]:
    """So many keys that no row has or had; on SQLite nobody else writes in the meantime."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            sequence = "pg_get_serial_sequence(%s, %s)"
            asked = f"SELECT nextval({sequence}) FROM generate_series(1, %s)"  # noqa: S608
            cursor.execute(asked, [options.db_table, options.pk.column, count])
            return [key for (key,) in cursor.fetchall()]
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [options.db_table])
        last = (cursor.fetchone() or [0])[0]
        return range(last + 1, last + count + 1)


def _insert(into: str, values: Sequence[Sequence[Any]]) -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with connection.wrap_database_errors, cursor.copy(f"COPY {into} FROM STDIN") as copy:
                for row in values:
                    copy.write_row(row)
        else:
            row_of_places = f"({', '.join(['%s'] * len(values[0]))})"
            for some in batched(values, connection.ops.bulk_batch_size(values[0], values)):
                places = ", ".join([row_of_places] * len(some))
                cursor.execute(f"INSERT INTO {into} VALUES {places}", [*chain.from_iterable(some)])  # noqa: S608
