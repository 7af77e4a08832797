"""Which tables a page was made from, learned from its own queries, and how those tables stand now."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

from django.db import connections, router
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Model

from factcheck.stamps.answers import PageAnswers
from factcheck.stamps.models import EVERYTHING, Stamp
from factcheck.stamps.writes import ADDED, MODULUS, Execute, forget_stamped, watched

NOW = f'SELECT scope, CAST(SUM(number) AS bigint) FROM "{Stamp._meta.db_table}" GROUP BY scope'  # noqa: S608
SOURCE = re.compile(r'\b(?:FROM|JOIN)\s+"?(\w+)"?', re.IGNORECASE)
# A row that is added to a table cannot come by a join on its key: whatever leads to it would have been there before it.
JOIN_ON_KEY = re.compile(r'\bJOIN "(\w+)"(?: (\w+))? ON \("?\w+"?\."\w+" = "?(\w+)"?\."id"\)')

type Stamps = Mapping[str, int]


def connection_read() -> BaseDatabaseWrapper:
    """Where this page is read from: stamps tell only of the rows that stand beside them."""
    return connections[router.db_for_read(Stamp)]


def stamps_now() -> dict[str, int]:
    """The stamp of every scope that was ever written to, in one short query.

    What this transaction writes from here on is stamped again: it may read what it wrote.
    """
    read = connection_read()
    forget_stamped(read)
    with read.cursor() as cursor:
        cursor.execute(NOW)
        return {scope: int(total) % MODULUS for scope, total in cursor.fetchall()}


@dataclass
class TablesRead:
    """What a page asks for while it is made; `stamps` are those that were read before it asked for anything.

    `is_known` turns false where it reads a table that nobody watches: then nothing tells when it is out of date.
    `unasked` are the scopes of what it was not answered by a query of its own.
    """

    stamps: Stamps
    scopes: set[str] = field(default_factory=lambda: {EVERYTHING})
    unasked: set[str] = field(default_factory=lambda: {EVERYTHING})
    is_known: bool = True
    answers: PageAnswers = field(default_factory=PageAnswers)

    @property
    def made_from(self) -> dict[str, int]:
        """The stamps by which to tell whether the page still holds."""
        return {scope: self.stamps.get(scope, 0) for scope in self.scopes}

    def note(self, sql: str) -> None:
        by_key: dict[str, int] = {}
        for table, alias, joined in JOIN_ON_KEY.findall(sql):
            by_key[table] = by_key.get(table, 0) + (joined == (alias or table))
        for table in SOURCE.findall(sql):
            self._read(table, is_by_key=by_key.get(table, 0) > 0)
            by_key[table] = by_key.get(table, 0) - 1

    def _read(self, table: str, *, is_by_key: bool) -> None:
        if table not in watched():
            self.is_known = False
        self.scopes.add(table)
        if not is_by_key:
            self.scopes.add(f"{table}{ADDED}")


_reading: ContextVar[TablesRead | None] = ContextVar("tables read", default=None)


@contextmanager
def noting_reads(stamps: Stamps) -> Iterator[TablesRead]:
    """Note what is read until the block ends; the stamps must have been read before."""
    noted = TablesRead(stamps)

    def note(execute: Execute, sql: Any, params: Any, many: bool, context: dict[str, Any]) -> Any:
        noted.note(str(sql))
        answer = execute(sql, params, many, context)
        noted.answers.listen(context["cursor"], str(sql), params, many=many)
        return answer

    token = _reading.set(noted)
    try:
        with connection_read().execute_wrapper(note):
            yield noted
    finally:
        _reading.reset(token)


def stamp_of(model: type[Model]) -> str:
    """How the rows of a model stood before this page began to be made; empty while no page is made that is kept.

    For what is kept in a process: kept under its stamp, it is as new as the page has to be, and the page depends on it.
    """
    noted, scopes = _reading.get(), _scopes_of(model)
    if noted is None:
        return ""
    noted.scopes.update(scopes)
    noted.unasked.update(scopes)
    return _joined(noted.stamps, scopes)


def stamp_now(model: type[Model]) -> str:
    """The same, but while no page is made that is kept, how the rows stand now."""
    return stamp_of(model) or _joined(stamps_now(), _scopes_of(model))


def _scopes_of(model: type[Model]) -> tuple[str, str]:
    table = model._meta.db_table
    return table, f"{table}{ADDED}"


def _joined(stamps: Stamps, scopes: Iterable[str]) -> str:
    return "-".join(str(stamps.get(scope, 0)) for scope in scopes)
