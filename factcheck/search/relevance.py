"""Putting rows in order of relevance: by how often, how near each other and how far up the words stand that were typed.

Of rows without end the newest are put in order, so that a word of every row costs no more than another.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from django.db.models import Count, FloatField, Func, QuerySet, Window
from django.db.models.expressions import Combinable
from django.http import HttpRequest

from factcheck.search.index import COLUMN, FIRST, index_of
from factcheck.search.matches import as_fts5, as_tsquery
from factcheck.search.pages import BETWEEN, ListPage
from factcheck.search.words import Query
from factcheck.typed_numbers import number_in

RANKED = 1_000  # the newest that fit
WEIGHED = 2_000  # rows that hold the words, those that came in last; SQLite takes others for less relevant


class Relevance(Func):
    """How well a row's own words fit some terms, the higher the better; 0 for a row that does not hold them.

    Where `any_term` is true, a row that holds one term of several counts too: the others stand in rows beside it.
    """

    output_field = FloatField()

    def __init__(self, query: Query, *, any_term: bool = False) -> None:
        super().__init__("pk")
        self.asked, self.any_term = query, any_term

    def as_sqlite(self, compiler: Any, connection: Any, **_: Any) -> tuple[str, tuple[str, ...]]:
        key: Any = self.source_expressions[0]
        index, (sql, params) = index_of(key.target.model._meta.db_table), compiler.compile(key)
        typed = as_fts5(self.asked, junction="OR" if self.any_term else "AND")
        found = f"SELECT rowid AS row, -bm25({index}, {FIRST}.0) AS fit FROM {index} WHERE {index} MATCH %s"  # noqa: S608
        last = f"{found} ORDER BY rowid DESC LIMIT {WEIGHED}"
        # As an expression of its own SQLite makes it once; as a plain subquery it would be made for every row.
        ranked = f"WITH ranked AS MATERIALIZED ({last}) SELECT fit FROM ranked WHERE row = {sql}"  # noqa: S608
        return f"coalesce(({ranked}), 0.0)", (typed, *params)

    def as_postgresql(self, compiler: Any, connection: Any, **_: Any) -> tuple[str, tuple[str, ...]]:
        key: Any = self.source_expressions[0]
        table = compiler.quote_name(key.alias)
        typed = as_tsquery(self.asked, junction="|" if self.any_term else "&")
        # ts_rank_cd takes ten times as long where a word stands for all its forms.
        return f"ts_rank({table}.{COLUMN}, to_tsquery('simple', %s), 1)::float8", (typed,)


class Ranked(NamedTuple):
    """One row of a ranking."""

    fit: float
    key: int


def best(rows: QuerySet[Any], newest: QuerySet[Any], relevance: Combinable, *, most: int) -> list[Any]:
    """The most relevant of the newest rows, the newer of equals first; one query.

    Each row knows as `how_many` how many were put in order, which are RANKED where more fit.
    """
    among = rows.filter(pk__in=newest.values("pk")[:RANKED])
    ranked = among.annotate(relevance=relevance, how_many=Window(Count("pk")))
    return list(ranked.order_by("-relevance", *newest.query.order_by)[:most])


def page_of_ranking(ranking: Sequence[Ranked], request: HttpRequest, *, size: int) -> ListPage[int]:
    """The keys on the page of a ranking that `?after=` or `?before=` asks for, the first if neither is sound.

    A mark names a row, and how well it fits should it be gone: rows that came in meanwhile move nothing.
    """
    start = _start(ranking, request, size)
    shown = ranking[start : start + size]
    return ListPage(
        [row.key for row in shown],
        before=_mark(shown[0]) if start else "",
        after=_mark(shown[-1]) if start + size < len(ranking) else "",
    )


def _start(ranking: Sequence[Ranked], request: HttpRequest, size: int) -> int:
    """The place of the first row on the page."""
    if marked := _read(request.GET.get("before", "")):
        return max(0, _place(ranking, marked) - size)
    if marked := _read(request.GET.get("after", "")):
        place = _place(ranking, marked)
        start = place + 1 if ranking[place : place + 1] and ranking[place].key == marked.key else place
        return start if start < len(ranking) else 0
    return 0


def _place(ranking: Sequence[Ranked], marked: Ranked) -> int:
    """Where a row stands, or the first that fits no better."""
    places = {row.key: place for place, row in enumerate(ranking)}
    worse = (place for place, row in enumerate(ranking) if row.fit <= marked.fit)
    return places.get(marked.key, next(worse, len(ranking)))


def _mark(row: Ranked) -> str:
    return f"{row.fit!r}{BETWEEN}{row.key}"


def _read(mark: str) -> Ranked | None:
    fit, _, written = mark.partition(BETWEEN)
    key = number_in(written)
    try:
        return None if key is None else Ranked(float(fit), key)
    except ValueError:
        return None
