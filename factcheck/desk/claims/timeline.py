"""Who said what when, as a picture of points: one lane for each stance, time from left to right."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from factcheck.claims.balance import Balance
from factcheck.claims.models import Statement

WIDTH, LANE, MARGIN, NAMES = 1000, 44, 26, 120
APART = 18  # how far points that fall on one day are drawn from one another
MOST_YEARS = 8


@dataclass(frozen=True)
class Point:
    """One statement: where it stands in the picture."""

    statement: Statement
    stance: str
    x: int
    y: int
    day: date

    @property
    def told(self) -> str:
        statement = self.statement
        return f"{self.day:%-d %B %Y}, {statement.speaker}: {statement.exact}"


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

    points: list[Point]
    lanes: list[Lane]
    ticks: list[Tick]
    height: int
    undated: int
    width: int = WIDTH

    @property
    def told(self) -> str:
        """The picture in a sentence."""
        first, last = self.points[0].day, self.points[-1].day
        sides = (f"{sum(p.y == lane.y for p in self.points)} {lane.name}" for lane in self.lanes)
        return f"Statements from {first:%B %Y} to {last:%B %Y}: {', '.join(sides)}."


def timeline(balance: Balance) -> Timeline | None:
    """The dated statements on a claim, each utterance once; None if fewer than two days are known."""
    sides = [side for side in balance.sides if side.positions]
    lanes = [Lane(side.stance.label.lower(), MARGIN + LANE * number) for number, side in enumerate(sides)]
    told = [(one.statement, side, lane.y) for side, lane in zip(sides, lanes, strict=True) for one in side.utterances]
    dated = [(day, y, one, side.stance.value) for one, side, y in told if (day := one.said_or_published_on)]
    days = {day for day, *_ in dated}
    if len(days) < 2:
        return None
    first, last = min(days), max(days)
    taken: set[tuple[int, int]] = set()
    points = []
    for day, y, statement, stance in sorted(dated, key=lambda one: (one[0], one[1], one[2].pk)):
        x = _x(day, first, last)
        while (x // APART, y) in taken:
            x += APART
        taken.add((x // APART, y))
        points.append(Point(statement, stance, min(x, WIDTH - MARGIN), y, day))
    return Timeline(points, lanes, _ticks(first, last), MARGIN * 2 + LANE * len(lanes), len(told) - len(dated))


def _x(day: date, first: date, last: date) -> int:
    return NAMES + round((day - first).days / (last - first).days * (WIDTH - NAMES - 2 * MARGIN))


def _ticks(first: date, last: date) -> list[Tick]:
    step = (last.year - first.year) // MOST_YEARS + 1
    years = range(first.year + 1, last.year + 1, step)
    return [Tick(year, _x(date(year, 1, 1), first, last)) for year in years]
