"""Noticing every statement that writes to a watched table, whoever sends it, and stamping it in the same transaction.

It stands below the models, at the connection: bulk writes, updates of querysets, relations and plain SQL pass it as
saving does. What is written past Django (another program, a file exchanged) does not.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable, Iterable
from typing import Any

from django.db import connection, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Model

from factcheck.stamps.models import EVERYTHING, Stamp

MODULUS = 2**40
ADDED = "+"  # behind a table's name: rows were added to it, and none was changed
STAMPED = "_stamped"  # where a connection keeps what its transaction has stamped, and since when
FOLDED_EVERY = 128  # stamps, about: so many are summed up into one for each scope
WRITE = re.compile(
    r'\s*(?:(INSERT)(?: OR (?:IGNORE|FAIL|ABORT|ROLLBACK))? INTO|UPDATE|DELETE FROM)\s+(?:ONLY\s+)?"?(\w+)',
    re.IGNORECASE,
)
OTHER_WRITE = re.compile(
    r"\s*(?:INSERT|REPLACE|UPDATE|DELETE|TRUNCATE|MERGE|COPY|WITH\b.*\b(?:INSERT|UPDATE|DELETE))\b",
    re.IGNORECASE | re.DOTALL,
)

type Execute = Callable[[Any, Any, bool, dict[str, Any]], Any]

_watched: set[str] = set()
_paused: list[object] = []


def watch(models: Iterable[type[Model]]) -> None:
    """Have every write to the tables of these models stamped."""
    _watched.update(model._meta.db_table for model in models)


def watched() -> frozenset[str]:
    return frozenset(_watched)


def listen(*, connection: BaseDatabaseWrapper, **_: Any) -> None:
    """Hear of every statement that a connection sends."""
    if note not in connection.execute_wrappers:
        connection.execute_wrappers.append(note)


def pause(**_: Any) -> None:
    """While a database is built up there may be no table for stamps yet."""
    _paused.append(object())


def resume(**_: Any) -> None:
    """Migrations may have changed anything."""
    _paused.clear()
    if Stamp._meta.db_table in connection.introspection.table_names():
        Stamp.objects.create(scope=EVERYTHING, number=secrets.randbelow(MODULUS))


def note(execute: Execute, sql: Any, params: Any, many: bool, context: dict[str, Any]) -> Any:
    """Send a statement; stamp what it wrote to, once in each transaction."""
    scopes = () if _paused else scopes_of(sql)
    if not scopes:
        return execute(sql, params, many, context)
    written: BaseDatabaseWrapper = context["connection"]
    if not written.in_atomic_block and not _returns_rows_of_sqlite(written, sql):
        with transaction.atomic(using=written.alias):
            return note(execute, sql, params, many, context)
    answer = execute(sql, params, many, context)
    _stamp(written, scopes)
    return answer


def stamp_added(model: type[Model]) -> None:
    """Stamp that rows were added to a model's table past `note`, as COPY adds them; within their transaction."""
    if not _paused:
        _stamp(connection, [f"{model._meta.db_table}{ADDED}"] if model._meta.db_table in _watched else [])


def _returns_rows_of_sqlite(written: BaseDatabaseWrapper, sql: Any) -> bool:
    """Whether it commits by itself once its rows are read: no transaction around it could end before."""
    return written.vendor == "sqlite" and " RETURNING " in sql


def scopes_of(sql: Any) -> tuple[str, ...]:
    """What a statement writes to that is watched."""
    text = sql if isinstance(sql, str) else str(sql)
    if text[:1] in "Ss":  # SELECT, SAVEPOINT
        return ()
    if (found := WRITE.match(text)) is None:
        return (EVERYTHING,) if OTHER_WRITE.match(text) else ()
    only_adds, table = found[1] and " DO UPDATE " not in text, found[2]
    if table not in _watched:
        return ()
    if only_adds:
        return (f"{table}{ADDED}",)
    return (table, f"{table}{ADDED}") if found[1] else (table,)


def _stamp(written: BaseDatabaseWrapper, scopes: Iterable[str]) -> None:
    """Django starts the list of what follows a commit anew at each commit and each rollback, to a savepoint too.

    As long as it is the same, what was stamped stays stamped.
    """
    since, stamped = getattr(written, STAMPED, (None, set[str]()))
    if since is not written.run_on_commit:
        stamped = set[str]()
        setattr(written, STAMPED, (written.run_on_commit, stamped))
    new = [scope for scope in scopes if scope not in stamped]
    if not new:
        return
    for scope in new:  # each in a statement of its own: a bulk would begin a transaction
        Stamp.objects.using(written.alias).create(scope=scope, number=secrets.randbelow(MODULUS))
    if not written.in_atomic_block:
        return
    stamped.update(new)
    if secrets.randbelow(FOLDED_EVERY) == 0:
        transaction.on_commit(fold, using=written.alias, robust=True)


def forget_stamped(written: BaseDatabaseWrapper) -> None:
    """Have the next write of this transaction stamped again."""
    setattr(written, STAMPED, (None, set()))


@transaction.atomic
def fold() -> None:
    """Sum up the stamps of each scope in one, so that reading them stays quick; no scope's stamp changes by it."""
    stamps = list(Stamp.objects.locked())
    sums: dict[str, int] = {}
    for stamp in stamps:
        sums[stamp.scope] = (sums.get(stamp.scope, 0) + stamp.number) % MODULUS
    Stamp.objects.filter(pk__in=[stamp.pk for stamp in stamps]).delete()
    Stamp.objects.bulk_create(Stamp(scope=scope, number=number) for scope, number in sums.items())
