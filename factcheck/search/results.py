"""From the address of a search page to what stands on it: the rows of each kind, or of one, narrowed and paged."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import F, QuerySet
from django.http import HttpRequest, QueryDict

from factcheck.search.facets import Choice, Facet
from factcheck.search.highlighting import Piece
from factcheck.search.matching import Beside, matching
from factcheck.search.paging import Page, newest_first, page_of
from factcheck.search.words import Query, Words, words_of

OF_EACH_KIND = 4
ON_A_PAGE = 20
COUNTED = 2_000  # the newest, of which it is told how many fit and what they can be narrowed to


@dataclass(frozen=True)
class Hit:
    """One row as a search page shows it."""

    title: Sequence[Piece]
    url: str
    excerpt: Sequence[Piece] = ()
    facts: str = ""


@dataclass(frozen=True)
class Kind:
    """One kind of row that can be looked for, under its name in the address."""

    name: str
    label: str
    rows: Callable[[], QuerySet[Any]]
    tell: Callable[[Any, Query], Hit]
    by: Sequence[str] = ("id",)  # the order, newest first
    beside: Sequence[Beside] = ()  # rows whose words count as the row's own
    facets: Sequence[Facet] = ()

    def found(self, query: Query, chosen: Mapping[str, str]) -> QuerySet[Any]:
        rows = matching(self.rows(), query, beside=self.beside)
        for facet in self.facets:
            if facet.name in chosen:
                rows = facet.narrow(rows, chosen[facet.name])
        return rows


@dataclass(frozen=True)
class Group:
    """The newest rows of one kind."""

    kind: Kind
    hits: Sequence[Hit]
    has_more: bool


@dataclass(frozen=True)
class Narrowing:
    """One facet of the page: the value it is narrowed to and the address without it, or the values to choose from."""

    facet: Facet
    choices: Sequence[Choice] = ()
    chosen: str = ""
    query: str = ""


@dataclass(frozen=True)
class Results:
    """What stands on a search page. `kind` is None while all kinds are shown, each with its newest rows."""

    words: Words
    kinds: Sequence[Kind]
    kind: Kind | None = None
    groups: Sequence[Group] = ()
    page: Page[Any] | None = None
    hits: Sequence[Hit] = ()
    count: int = 0
    narrowings: Sequence[Narrowing] = ()
    query: str = ""  # of the address, without the page

    @property
    def is_asked(self) -> bool:
        return bool(self.words.typed or self.kind)

    @property
    def has_more_than_counted(self) -> bool:
        return self.count > COUNTED

    @property
    def counted(self) -> str:
        return f"{min(self.count, COUNTED):,}"


def results_of(request: HttpRequest, kinds: Sequence[Kind]) -> Results:
    """What the address asks for: `q` the words, `kind` one kind, and the names of its facets."""
    words = words_of(request)
    kind = next((kind for kind in kinds if kind.name == request.GET.get("kind")), None)
    asked = Results(words, kinds, kind, query=address(request.GET))
    if words.problem:
        return asked
    if kind:
        return _of_kind(kind, asked, request)
    return replace(asked, groups=_groups(kinds, words.query)) if words.query else asked


def _groups(kinds: Sequence[Kind], query: Query) -> list[Group]:
    groups = []
    for kind in kinds:
        newest = kind.found(query, {}).order_by(*newest_first(kind.by))
        rows = list(newest[: OF_EACH_KIND + 1])
        hits = [kind.tell(row, query) for row in rows[:OF_EACH_KIND]]
        groups.append(Group(kind, hits, has_more=len(rows) > OF_EACH_KIND))
    return [group for group in groups if group.hits]


def _of_kind(kind: Kind, asked: Results, request: HttpRequest) -> Results:
    given = ((facet.name, request.GET.get(facet.name, "").replace("\0", "")) for facet in kind.facets)
    chosen = {name: value for name, value in given if value}
    found = kind.found(asked.words.query, chosen)
    page = page_of(found, request, by=kind.by, size=ON_A_PAGE)
    columns = [column for facet in kind.facets for column in facet.columns()] or [F("pk")]
    counted = found.order_by(*newest_first(kind.by)).values_list(*columns)[: COUNTED + 1]
    return replace(
        asked,
        page=page,
        hits=[kind.tell(row, asked.words.query) for row in page],
        count=len(counted),
        narrowings=[
            _narrowing(facet, [row[2 * n : 2 * n + 2] for row in counted], chosen.get(facet.name, ""), request.GET)
            for n, facet in enumerate(kind.facets)
        ],
    )


def _narrowing(facet: Facet, pairs: Sequence[Any], chosen: str, asked: QueryDict) -> Narrowing:
    choices = facet.choices(pairs)
    if chosen:
        label = next((choice.label for choice in choices if choice.value == chosen), chosen)
        return Narrowing(facet, chosen=label, query=address(asked, **{facet.name: ""}))
    linked = [replace(choice, query=address(asked, **{facet.name: choice.value})) for choice in choices]
    return Narrowing(facet, linked)


def address(asked: QueryDict, **changed: str) -> str:
    """The query of an address with some values changed, empty ones left out, and from the first page on."""
    query = asked.copy()
    for name, value in {"before": "", "after": "", **changed}.items():
        query[name] = value
    for name in [name for name, value in query.items() if not value]:
        del query[name]
    return query.urlencode()
