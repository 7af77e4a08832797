"""The rule on how long it took: "for two days", "for nearly a week", "in hours", with or without a figure.

A duration is read as a count of a unit of time behind a preposition of duration (Quirk et al. 1985, 8.55 to 8.62).
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from factcheck.compare.findings import EditKind, Severity
from factcheck.compare.judging.row.changes import Change, Half
from factcheck.compare.language.numerals import is_number, value_of
from factcheck.compare.language.phrases import Word
from factcheck.compare.language.quantities import TIMES, same_quantities

type Finding = tuple[EditKind, Severity]

FOR_HOW_LONG = frozenset(["for", "in", "within", "after", "lasted", "took", "lasting", "taking"])
REACH = 5  # words between the preposition and the unit: "for close to half an"
ONE = frozenset(["a", "an"])
HALF, OLD, AGO = "half", "old", "ago"
APART = frozenset(["before", "after", "later", "earlier"])
POINTING = frozenset(["the", "this", "that", "last", "next", "per", "each", "every", "first", "recent", "past", "same"])
NEAR = Decimal("0.85")  # of the longer one: "six days" and "nearly a week"
FEWEST, MOST = Decimal("1.5"), 20  # units that "for hours" may stand for


class Duration(NamedTuple):
    """How long it took: a number of units of so many minutes, None where none is told ("for hours")."""

    preposition: str
    number: Decimal | None
    unit: Decimal

    def may_be(self, other: Duration) -> bool:
        """Whether the two may be one, be it that one is rounded or told roughly."""
        if self.number is None:
            return other.unit == self.unit if other.number is None else other.may_be(self)
        minutes = self.number * self.unit
        if other.number is None:
            return FEWEST <= minutes / other.unit <= MOST
        shorter, longer = sorted((minutes, other.number * other.unit))
        return shorter >= longer * NEAR


def another_duration(change: Change) -> Iterator[Finding]:
    """Did it take longer on one side, told by a unit or without a figure? Two figures have a rule of their own."""
    one, other = map(_duration_in, change.halves)
    if not one or not other or same_quantities(*(half.touched for half in change.halves)):
        return
    if one != other and one.preposition == other.preposition:
        yield EditKind.NUMBER, Severity.MINOR if one.may_be(other) else Severity.SUBSTANTIVE


def _duration_in(half: Half) -> Duration | None:
    """The one duration that a half changes, if there is one."""
    units = [at for at in half.places if half.side.words[at].plain in TIMES]
    if len(units) != 1:
        return None
    words, at = half.side.words, units[0]
    if not any(map(half.is_alone, words[max(0, at - 1) : at + 1])):
        return None
    before = [word.plain for word in words[max(0, at - REACH) : at]]
    behind = [word.plain for word in words[at + 1 : at + 2]]
    if behind in ([OLD], [AGO]) or not POINTING.isdisjoint(before[-2:]):
        return None
    reach = reversed(before)
    preposition = behind[0] if behind and behind[0] in APART else next((w for w in reach if w in FOR_HOW_LONG), None)
    return Duration(preposition, _count(words[:at]), TIMES[words[at].plain][1]) if preposition else None


def _count(before: list[Word]) -> Decimal | None:
    plain = [word.plain for word in before[-2:]]
    if plain[-1:] and is_number(plain[-1]):
        return value_of(plain[-1])
    if plain[-1:] and plain[-1] in ONE:
        return Decimal("0.5") if plain[0] == HALF else Decimal(1)
    return None
