"""From the address of a search page to what stands on it: the rows of each kind, or of one, narrowed and paged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import QuerySet, Value
from django.http import HttpRequest, QueryDict
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from factcheck.search.facets import Choice, Facet, Years
from factcheck.search.kinds import Hit, Kind
from factcheck.search.pages import ListPage, page_of
from factcheck.search.relevance import RANKED, Ranked, best, page_of_ranking
from factcheck.search.words import Words, unfinished, words_of

OF_EACH_KIND = 4
ON_A_PAGE = 20
COUNTED = RANKED  # the newest, of which it is told how many fit and what they can be narrowed to
NEWEST = "newest"  # the order that an address can ask for in place of relevance


@dataclass(frozen=True)
class Tab:
    """One kind, or everything, that the words can be looked for among."""

    label: str
    query: str
    is_current: bool
    count: str = ""  # of what fits, where it is known


@dataclass(frozen=True)
class Group:
    """The first rows of one kind, how many fit, and the address of all of them."""

    kind: Kind
    hits: Sequence[Hit]
    count: int
    query: str

    @property
    def has_more(self) -> bool:
        return self.count > len(self.hits)


@dataclass(frozen=True)
class Narrowing:
    """One facet of the page: what it is narrowed to and the address without it, and the values to choose from.

    `kept` is what a form that asks for first and last year sends along.
    """

    facet: Facet
    choices: Sequence[Choice] = ()
    chosen: str = ""
    query: str = ""
    kept: Sequence[tuple[str, str]] = ()

    @property
    def asks_for_years(self) -> bool:
        return isinstance(self.facet, Years) and not self.chosen


@dataclass(frozen=True)
class Results:
    """What stands on a search page. `kind` is None while all kinds are shown, each with its first rows.

    `is_newest_first` says that newest first was asked for; `other_order` is the address of the other order.
    """

    words: Words
    kind: Kind | None = None
    tabs: Sequence[Tab] = ()
    is_newest_first: bool = False
    groups: Sequence[Group] = ()
    page: ListPage[Any] | None = None
    hits: Sequence[Hit] = ()
    count: int = 0
    narrowings: Sequence[Narrowing] = ()
    query: str = ""  # of the address, without the page
    other_order: str = ""
    begun: str = ""  # the address of words that begin as the last one

    @property
    def is_asked(self) -> bool:
        return bool(self.words.typed or self.kind)

    @property
    def is_ordered(self) -> bool:
        """Whether something was found that can stand in another order."""
        return bool(self.words.query and (self.hits or self.groups))

    @property
    def is_ranked(self) -> bool:
        """Whether the most relevant stand first; where no words were typed nothing is more relevant."""
        return bool(self.words.query) and not self.is_newest_first

    @property
    def told(self) -> str:
        """What was found, in a sentence for those who do not see the page change."""
        if self.kind:
            told = _("{kind}: more than {number}.") if self.has_more_than_counted else _("{kind}: {number}.")
            return told.format(kind=self.kind.label, number=self.counted)
        found = ", ".join(group.kind.label.lower() for group in self.groups)
        return _("Found: {kinds}.").format(kinds=found) if found else _("Found: nothing.")

    @property
    def has_more_than_counted(self) -> bool:
        return self.count > COUNTED

    @property
    def counted(self) -> str:
        return grouped(min(self.count, COUNTED))

    @property
    def counted_tabs(self) -> Sequence[Tab]:
        """The tabs, each with how many of its kind fit, where everything is shown."""
        counts = {group.query: in_words(group.count) for group in self.groups}
        return [replace(tab, count=counts.get(tab.query, "")) for tab in self.tabs]


def grouped(count: int) -> str:
    """The figure as the language of the page writes it."""
    return number_format(count, force_grouping=True)


def in_words(count: int) -> str:
    """How many rows fit: the figure, or that they are at least as many as are counted."""
    return f"{grouped(count)}{'+' if count >= COUNTED else ''}"


def results_of(request: HttpRequest, kinds: Sequence[Kind]) -> Results:
    """What the address asks for: `q` the words, `kind` one kind, `order`, and the names of its facets."""
    asked, words = request.GET, words_of(request)
    kind = next((kind for kind in kinds if kind.name == asked.get("kind")), None)
    is_newest_first = asked.get("order") == NEWEST
    results = Results(
        words,
        kind,
        _tabs(kinds, kind, asked),
        is_newest_first,
        query=address(asked),
        other_order=address(asked, order="" if is_newest_first else NEWEST),
        begun=address(asked, q=begun) if (begun := unfinished(words.typed)) != words.typed else "",
    )
    if words.problem:
        return results
    if kind:
        return _of_kind(kind, results, request)
    return replace(results, groups=_groups(kinds, results, asked)) if words.query else results


def _tabs(kinds: Sequence[Kind], current: Kind | None, asked: QueryDict) -> list[Tab]:
    among = {"": _("everything"), **{kind.name: kind.label.lower() for kind in kinds}}
    here = current.name if current else ""
    return [Tab(label, _plain(asked, kind=name), name == here) for name, label in among.items()]


def _groups(kinds: Sequence[Kind], results: Results, asked: QueryDict) -> list[Group]:
    groups = []
    for kind in kinds:
        query = results.words.query
        newest = kind.newest(query, {}, last=results.is_ranked)
        fit = kind.relevance(query) if results.is_ranked else Value(0.0)
        rows = best(kind.to_tell(), newest, fit, most=OF_EACH_KIND)
        if rows:
            hits = [kind.tell(row, query) for row in rows]
            groups.append(Group(kind, hits, rows[0].how_many, _plain(asked, kind=kind.name)))
    return groups


def _of_kind(kind: Kind, results: Results, request: HttpRequest) -> Results:
    query = results.words.query
    chosen = {facet.name: value for facet in kind.facets if (value := facet.chosen_in(request.GET))}
    newest = kind.newest(query, chosen, last=results.is_ranked)
    fit = kind.relevance(query) if results.is_ranked else Value(0.0)
    columns = [column for facet in kind.facets for column in facet.columns()]
    counted = list(newest.values_list(fit, "pk", *columns)[: COUNTED + 1])
    ranking = sorted((Ranked(*row[:2]) for row in counted[:COUNTED]), key=lambda row: -row.fit)
    page = page_of_ranking(ranking, request, size=ON_A_PAGE) if results.is_ranked else _newest(kind, newest, request)
    rows = kind.to_tell().in_bulk(page.object_list)
    return replace(
        results,
        page=page,
        hits=[kind.tell(rows[key], query) for key in page if key in rows],
        count=len(counted),
        narrowings=_narrowings(kind, counted, chosen, request.GET),
    )


def _newest(kind: Kind, newest: QuerySet[Any], request: HttpRequest) -> ListPage[Any]:
    """The keys of a page of the rows, newest first."""
    page = page_of(newest, request, by=kind.by, size=ON_A_PAGE)
    return replace(page, object_list=[row.pk for row in page])


def _narrowings(kind: Kind, counted: Sequence[Any], chosen: Mapping[str, str], asked: QueryDict) -> list[Narrowing]:
    rows = kind.to_tell()
    keys = [row[1] for row in counted]
    narrowings = []
    for number, facet in enumerate(kind.facets):
        values = (row[2 * number + 2 : 2 * number + 4] for row in counted)
        choices = facet.choices(facet.counts(values, rows, keys))
        narrowings.append(_narrowing(facet, choices, chosen.get(facet.name, ""), asked))
    return narrowings


def _narrowing(facet: Facet, choices: Sequence[Choice], chosen: str, asked: QueryDict) -> Narrowing:
    cleared = dict.fromkeys(facet.parameters, "")
    kept = _changed(asked, **cleared)
    if chosen:
        label = facet.named(chosen, choices)
        return Narrowing(facet, chosen=label, query=kept.urlencode())
    linked = [replace(choice, query=address(asked, **{**cleared, facet.name: choice.value})) for choice in choices]
    return Narrowing(facet, linked, kept=[(name, str(value)) for name, value in kept.items()])


def address(asked: QueryDict, **changed: str) -> str:
    """The query of an address with some values changed, empty ones left out, and from the first page on."""
    return _changed(asked, **changed).urlencode()


def _plain(asked: QueryDict, **changed: str) -> str:
    """The query of an address without what narrows it."""
    plain = QueryDict(mutable=True)
    plain.update({name: asked.get(name, "") for name in ("q", "order")})
    return address(plain, **changed)


def _changed(asked: QueryDict, **changed: str) -> QueryDict:
    query = asked.copy()
    for name, value in {"before": "", "after": "", **changed}.items():
        query[name] = value
    for name in [name for name, value in query.items() if not value]:
        del query[name]
    return query
