"""Which of a claim's statements a reader of the desk wants to see: by time, by sourcing, by position."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from factcheck.claims.balance import Balance, Side
from factcheck.claims.models import Position, Source
from factcheck.typed_numbers import number_in

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise


SOURCING = {
    "named": _("named on the record"),
    "anonymous": _("anonymous"),
    "document": _("documents"),
    "own": _("the paper's own words"),
}


@dataclass(frozen=True)
class PositionFilter:
    """The choices of one request; an empty one lets everything through."""

    since: int | None = None
    until: int | None = None
    sourcing: str = ""
    stance: str = ""

    @classmethod
    def chosen_in(cls, query: Mapping[str, str]) -> PositionFilter:
        """The choices that an address makes; what is no choice is passed over."""
        return cls(
            _year(query.get("since", "")),
            _year(query.get("until", "")),
            query["sourcing"] if query.get("sourcing") in SOURCING else "",
            query["stance"] if query.get("stance") in Position.Stance else "",
        )

    @property
    def is_on(self) -> bool:
        return any([self.since, self.until, self.sourcing, self.stance])

    @property
    def sourcings(self) -> Mapping[str, _StrOrPromise]:
        return SOURCING

    @property
    def stances(self) -> list[tuple[str, _StrOrPromise]]:
        return [*Position.Stance.choices]

    def kept(self, balance: Balance) -> Balance:
        """The same balance with the statements that fit alone; strengths are those of what is shown."""
        return replace(
            balance,
            **{
                side.stance.value: Side(side.stance, list(filter(self._fits, side.positions))) for side in balance.sides
            },
        )

    def _fits(self, position: Position) -> bool:
        day = position.statement.said_or_published_on
        in_time = (not self.since or bool(day and day.year >= self.since)) and (
            not self.until or bool(day and day.year <= self.until)
        )
        return in_time and self.stance in ("", position.stance) and self.sourcing in ("", _sourcing(position))


def _year(typed: str) -> int | None:
    return number_in(typed, most=9999) if len(typed) == len("2019") else None


def _sourcing(position: Position) -> str:
    source = position.statement.source
    if not source:
        return "own"
    if source.kind == Source.Kind.DOCUMENT:
        return "document"
    return "anonymous" if source.is_anonymous or not source.is_on_record else "named"
