"""What a page's queries were answered, so that it can be found out whether they would be answered alike now.

A page is made from the answers to its queries: while they are the same, it is the same, whatever else was written to
the tables that it asked.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper

LONGEST = 2_000  # rows of an answer that is asked for again; a longer one costs as much as the page
PLAIN = (str, int, float, date, type(None))  # what parameters may be


@dataclass(frozen=True)
class QueryAnswer:
    """A query and how it was answered: by how many rows that were read, whether these were all, and their hash."""

    sql: str
    params: tuple[Any, ...]
    rows: int
    is_whole: bool
    digest: bytes

    def is_given_again(self, read: BaseDatabaseWrapper) -> bool:
        """Whether the database answers the same now."""
        with read.cursor() as cursor:
            cursor.execute(self.sql, self.params)
            rows = cursor.fetchmany(self.rows + 1)
        as_many = len(rows) == self.rows if self.is_whole else len(rows) >= self.rows
        return as_many and _digest(rows[: self.rows]).digest() == self.digest


@dataclass
class PageAnswers:
    """The answers that a page was made from; `are_known` turns false where they cannot be asked for again."""

    heard: list[_Heard] = field(default_factory=list)
    are_known: bool = True

    def listen(self, cursor: Any, sql: str, params: Any, *, many: bool) -> None:
        """Note what is fetched from a cursor that has just sent a statement."""
        given = tuple(params or ())
        is_plain = isinstance(params, (list, tuple, type(None))) and all(isinstance(one, PLAIN) for one in given)
        if many or not is_plain or not sql.startswith("SELECT"):
            self.are_known = False
            return
        if isinstance(cursor.cursor, _Heard):
            cursor.cursor = cursor.cursor.cursor
        cursor.cursor = _Heard(cursor.cursor, sql, given)
        self.heard.append(cursor.cursor)

    def told(self) -> tuple[QueryAnswer, ...] | None:
        """All of them, each once; None where a page can only be made anew."""
        if not self.are_known or any(one.rows > LONGEST for one in self.heard):
            return None
        return tuple(dict.fromkeys(one.answer() for one in self.heard))


class _Heard:
    """A cursor of the database driver, of which it is noted what it is asked to hand over."""

    def __init__(self, cursor: Any, sql: str, params: tuple[Any, ...]) -> None:
        self.cursor, self.sql, self.params = cursor, sql, params
        self.rows, self.is_whole = 0, False
        self._hash = _digest([])

    def __getattr__(self, name: str) -> Any:
        return getattr(self.cursor, name)

    def __iter__(self) -> Iterator[Any]:
        while (row := self.fetchone()) is not None:
            yield row

    def fetchone(self) -> Any:
        row = self.cursor.fetchone()
        self._note([] if row is None else [row], most=1)
        return row

    def fetchmany(self, *sizes: int) -> Any:
        rows = self.cursor.fetchmany(*sizes)
        self._note(rows, most=sizes[0] if sizes else self.cursor.arraysize)
        return rows

    def fetchall(self) -> Any:
        rows = self.cursor.fetchall()
        self._note(rows, most=len(rows) + 1)
        return rows

    def answer(self) -> QueryAnswer:
        return QueryAnswer(self.sql, self.params, self.rows, self.is_whole, self._hash.digest())

    def _note(self, rows: Sequence[Any], *, most: int) -> None:
        self.rows += len(rows)
        self.is_whole = self.is_whole or len(rows) < most
        _add(self._hash, rows)


def _digest(rows: Sequence[Any]) -> Any:
    made = hashlib.blake2b(digest_size=16)
    _add(made, rows)
    return made


def _add(made: Any, rows: Sequence[Any]) -> None:
    for row in rows:
        made.update(repr(tuple(row)).encode("utf-8", "surrogatepass"))
