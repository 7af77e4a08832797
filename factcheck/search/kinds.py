"""What can be looked for: the kinds of rows, how one is found, narrowed, put in order and told."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet

from factcheck.search.facets import Facet
from factcheck.search.highlights import Piece
from factcheck.search.matches import Beside, matching
from factcheck.search.pages import newest_first
from factcheck.search.relevance import Relevance
from factcheck.search.words import Query

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise


@dataclass(frozen=True)
class Hit:
    """One row as a search page shows it."""

    title: Sequence[Piece]
    url: str
    excerpt: Sequence[Piece] = ()
    facts: str = ""
    rating: str = ""  # with the colour of its step
    colour: str = ""


@dataclass(frozen=True)
class Kind:
    """One kind of row that can be looked for, under its name in the address.

    `rows` are those that may be found, `whole` brings along all that one is told with, unless `rows` does.
    """

    name: str
    label: _StrOrPromise
    rows: Callable[[], QuerySet[Any]]
    tell: Callable[[Any, Query], Hit]
    by: Sequence[str] = ("id",)  # the order, newest first
    beside: Sequence[Beside] = ()  # rows whose words count as the row's own
    facets: Sequence[Facet] = ()
    whole: Callable[[], QuerySet[Any]] | None = None

    def newest(self, query: Query, chosen: Mapping[str, str], *, last: bool) -> QuerySet[Any]:
        """The rows that fit, newest first; if `last` is true, of very many those will do that came in last."""
        rows = matching(self.rows(), query, beside=self.beside, last=last and not chosen)
        for facet in self.facets:
            if facet.name in chosen:
                rows = facet.narrow(rows, chosen[facet.name])
        return rows.order_by(*newest_first(self.by))

    def to_tell(self) -> QuerySet[Any]:
        """All rows, with what one is told with."""
        return (self.whole or self.rows)()

    def relevance(self, query: Query) -> Relevance:
        return Relevance(query, any_term=bool(self.beside))
