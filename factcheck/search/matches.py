"""Asking the database's index of words for the rows that a query finds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import reduce
from operator import or_
from typing import Any, NamedTuple

from django.db.models import F, Lookup, Model, Q, QuerySet

from factcheck.search.index import COLUMN, index_of
from factcheck.search.words import Query, SearchTerm, fold

LAST = 10_000  # rows that hold some words


class Matches(Lookup[Query]):
    """True for rows in whose own words every term of the query stands.

    If `last` is true, of very many those will do that came in last: SQLite makes a list of all.
    """

    prepare_rhs = False

    def __init__(self, query: Query, *, last: bool = False) -> None:
        super().__init__(F("pk"), query)
        self.last = last

    def as_sqlite(self, compiler: Any, connection: Any) -> tuple[str, tuple[str, ...]]:
        index = index_of(self.lhs.target.model._meta.db_table)
        sql, _ = compiler.compile(self.lhs)
        # The plus keeps SQLite from fetching every row found and sorting them all: it walks the list in its order and
        # stops when the page is full. For a rare word that is a walk through an index, a few milliseconds.
        last = f" ORDER BY rowid DESC LIMIT {LAST}" if self.last else ""
        return f"+{sql} IN (SELECT rowid FROM {index} WHERE {index} MATCH %s{last})", (as_fts5(self.rhs),)  # noqa: S608

    def as_postgresql(self, compiler: Any, connection: Any) -> tuple[str, tuple[str, ...]]:
        table = compiler.quote_name(self.lhs.alias)
        return f"{table}.{COLUMN} @@ to_tsquery('simple', %s)", (as_tsquery(self.rhs),)


class Beside(NamedTuple):
    """Rows of another table whose words count too: those whose `key` a row has as its `field`."""

    field: str
    model: Any
    key: str = "pk"

    def holding(self, query: Query) -> Q:
        return Q(**{f"{self.field}__in": self.model.objects.filter(Matches(query)).values(self.key)})


def matching[T: Model](
    rows: QuerySet[T], query: Query, *, beside: Sequence[Beside] = (), last: bool = False
) -> QuerySet[T]:
    """Rows that hold every term, in their own words or in those of the rows beside them; see Matches for `last`."""
    if not beside:
        return rows.filter(Matches(query, last=last)) if query else rows
    last = last and len(query.terms) == 1
    for term in query.each():
        rows = rows.filter(reduce(or_, (other.holding(term) for other in beside), Q(Matches(term, last=last))))
    return rows


def as_fts5(query: Query, *, junction: str = "AND") -> str:
    """The query in SQLite's words: `"one two" AND ("deny" OR "denies") AND "beginn" *`."""
    return f" {junction} ".join(_either(map(_fts5, term.forms), " OR ") for term in query.terms)


def as_tsquery(query: Query, *, junction: str = "&") -> str:
    """The query in PostgreSQL's words: `'one' <-> 'two' & ('deny' | 'denies') & 'beginn':*`."""
    return f" {junction} ".join(_either(map(_lexemes, term.forms), " | ") for term in query.terms)


def _either(forms: Iterable[str], junction: str) -> str:
    first, *others = forms
    return f"({junction.join([first, *others])})" if others else first


def _fts5(form: SearchTerm) -> str:
    return f'"{" ".join(form.words)}"{" *" if form.is_prefix else ""}'


def _lexemes(form: SearchTerm) -> str:
    return " <-> ".join(f"'{fold(word)}'" for word in form.words) + (":*" if form.is_prefix else "")
