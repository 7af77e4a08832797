"""Who said what when, as a picture of points: one lane for each stance, time from left to right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from factcheck.claims.models import Position

WIDTH, LANE, MARGIN, BEGIN = 640, 40, 24, 120
APART = 18  # how far points that fall on one day are drawn from one another
MOST_YEARS = 6
NAMES = {
    Position.Stance.SUPPORTS.value: pgettext_lazy("stance", "for"),
    Position.Stance.QUALIFIES.value: pgettext_lazy("stance", "qualified"),
    Position.Stance.DENIES.value: pgettext_lazy("stance", "against"),
    Position.Stance.MENTIONS.value: pgettext_lazy("stance", "mentioned"),
}


@dataclass(frozen=True)
class Event:
    """One utterance: for or against, when, in words, and where a click on it leads."""

    stance: str
    day: date | None
    words: str
    url: str


@dataclass(frozen=True)
class Point:
    """One event: where it stands in the picture."""

    event: Event
    day: date
    x: int
    y: int

    @property
    def told(self) -> str:
        return f"{date_format(self.day)}, {self.event.words}"


@dataclass(frozen=True)
class Lane:
    """The line of one stance."""

    name: str
    y: int


@dataclass(frozen=True)
class Tick:
    """The first day of a year."""

    year: int
    x: int


@dataclass(frozen=True)
class Timeline:
    """The picture, in units of its view box; `undated` counts the statements that it cannot show."""

    points: Sequence[Point]
    lanes: Sequence[Lane]
    ticks: Sequence[Tick]
    height: int
    undated: int
    width: int = WIDTH

    @property
    def told(self) -> str:
        """The picture in a sentence."""
        first, last = self.points[0].day, self.points[-1].day
        sides = (f"{sum(p.y == lane.y for p in self.points)} {lane.name}" for lane in self.lanes)
        told = _("Statements from {first} to {last}: {sides}.")
        first_month, last_month = (date_format(day, "YEAR_MONTH_FORMAT") for day in (first, last))
        return told.format(first=first_month, last=last_month, sides=", ".join(sides))


def timeline(events: Iterable[Event]) -> Timeline | None:
    """The dated events, a lane for each stance in their order; None if fewer than two days are known."""
    events = list(events)
    stances = dict.fromkeys(event.stance for event in events)
    lanes = {stance: Lane(str(NAMES[stance]), MARGIN + LANE * number) for number, stance in enumerate(stances)}
    dated = [(event.day, event) for event in events if event.day]
    days = {day for day, _ in dated}
    if len(days) < 2:
        return None
    first, last = min(days), max(days)
    taken: set[tuple[int, int]] = set()
    points = []
    for day, event in sorted(dated, key=lambda one: one[0]):
        x, y = _x(day, first, last), lanes[event.stance].y
        while (x // APART, y) in taken:
            x += APART
        taken.add((x // APART, y))
        points.append(Point(event, day, min(x, WIDTH - MARGIN), y))
    height = MARGIN * 2 + LANE * len(lanes)
    return Timeline(tuple(points), tuple(lanes.values()), tuple(_ticks(first, last)), height, len(events) - len(dated))


def _x(day: date, first: date, last: date) -> int:
    return BEGIN + round((day - first).days / (last - first).days * (WIDTH - BEGIN - 2 * MARGIN))


def _ticks(first: date, last: date) -> list[Tick]:
    step = (last.year - first.year) // MOST_YEARS + 1
    years = range(first.year + 1, last.year + 1, step)
    return [Tick(year, _x(date(year, 1, 1), first, last)) for year in years]
