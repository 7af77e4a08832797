"""Whether two statements may clash, how, how likely, and why in words: a suggestion for a person to judge.

Two statements clash on a topic they share if one denies what the other says, if they give another number, date, place
or word of which only one can be true, or if one limits the other. What people said of them counts first: two positions
against each other on one claim are a clash, two equal ones are none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import product
from typing import NamedTuple

from factcheck.compare.clashing.gists import Gist, Said, gist
from factcheck.compare.clashing.stances import Stance, stance
from factcheck.compare.clashing.topics import Topic, Weight
from factcheck.compare.language.signals import RIVALS, are_rivals

LEAST_MATTERS = 2  # that each speaks of and both share; one where the source is the same
LEAST_SCORE = 0.2
SAME_TOPIC = 0.6  # certainty from which one number, date, place or word may be all the difference
LEAST_DENIED = 0.5  # of the topic
OTHER_NAMES = 0.3  # what is left of a denial if the other statement has none of its names
LONG_AFTER = 180  # days: a later word that denies an earlier one may have overtaken it
OVERTAKEN = 0.8  # what is left then of a denial: each may have been true in its day
ONE_DAY = 0.5  # what is left where a source speaks twice on one day: few change their word so fast
CHANGED = 1.4  # where it does so later: that a source changed its word is worth a look on a smaller topic too
WISH = 0.6  # what is left where one says what should be: a denial of what is does not gainsay it
OPPOSITE_WORD = 0.8  # what is left where no denial but a word of opposite meaning shows it
OPPOSITE = {"supports": "denies", "denies": "supports"}
SHOWN = 3  # matters that an explanation names


class ClashRelation(StrEnum):
    """How two statements clash; the values are those that a desk records."""

    CONTRADICTS = "contradicts"
    QUALIFIES = "qualifies"
    SUPERSEDES = "supersedes"
    REVERSES = "reverses"


@dataclass(frozen=True, slots=True)
class Clash:
    """Two statements that may not both stand: how, how likely (0 to 1), and why in words."""

    relation: ClashRelation
    score: float
    because: str


class Finding(NamedTuple):
    """One way in which two statements differ: how much it weighs on a shared topic, and how to say it."""

    relation: ClashRelation
    strength: float
    reason: str


class Pair(NamedTuple):
    """Two statements, and what both speak of."""

    first: Said
    second: Said
    topic: Topic

    @property
    def is_one_source(self) -> bool:
        return bool(self.first.source) and self.first.source == self.second.source

    @property
    def days_apart(self) -> int | None:
        """How many days lie between the two; None where that is not known."""
        if self.first.article and self.first.article == self.second.article:
            return 0
        first, second = self.first.said_on, self.second.said_on
        return abs((first - second).days) if first and second else None


def clash(first: Said, second: Said, *, weight: Weight = lambda _: 1.0) -> Clash | None:
    """How two statements may clash; None if nothing says so.

    `weight` gives the rarity of a term, from 0 to 1. Swapped statements give the same relation and score.
    """
    topic = Topic(gist(first), gist(second), weight, is_one_paragraph=first.around == second.around)
    pair = Pair(first, second, topic)
    against, agree = _positions(pair)
    if against:
        return Clash(_contrary(pair), 0.9 + 0.1 * topic.certainty, f"One supports and one denies “{against}”")
    if agree or not topic.own or not _differ(topic.one, topic.other):
        return None
    if min(topic.least, len(topic.own | topic.near)) + pair.is_one_source < LEAST_MATTERS:
        return None
    best = max(_findings(pair), key=lambda finding: finding.strength, default=None)
    score = round(min(1.0, topic.certainty * best.strength), 4) if best else 0.0
    if not best or score < LEAST_SCORE:
        return None
    return Clash(best.relation, score, f"{_about(pair)}; {best.reason}")


def _positions(pair: Pair) -> tuple[str, bool]:
    """The claim on which both stand against each other, and whether on some claim both stand on one side."""
    stands = dict(pair.second.positions)
    shared = sorted((claim, said, stands[claim]) for claim, said in pair.first.positions if claim in stands)
    against = (claim for claim, said, other in shared if OPPOSITE.get(said) == other)
    return next(against, ""), any(said == other and said in OPPOSITE for _, said, other in shared)


def _differ(one: Gist, other: Gist) -> bool:
    """Whether there is anything that the two could clash on, whatever their topic."""
    return one.denies or other.denies or bool(one.limits) != bool(other.limits) or any(_other_values(one, other))


def _findings(pair: Pair) -> Iterator[Finding]:
    one, other = pair.topic.one, pair.topic.other
    if max(pair.topic.denied) >= LEAST_DENIED:
        yield _denial(pair)
    if pair.topic.certainty >= SAME_TOPIC:
        relation = ClashRelation.SUPERSEDES if pair.days_apart else ClashRelation.CONTRADICTS
        for strength, left, right in _other_values(one, other):
            yield Finding(relation, strength, f"the first says {left}, the second {right}")
    if bool(one.limits) != bool(other.limits):
        side, limit = ("first", one.limits[0]) if one.limits else ("second", other.limits[0])
        yield Finding(ClashRelation.QUALIFIES, 0.4, f"the {side} limits it (“{limit}”)")


def _denial(pair: Pair) -> Finding:
    """One denies what the other says.

    It weighs more where the words of one read as against those of the other; less where a word of opposite meaning
    is all that shows it, where one is a wish, where time lies between them, and where the denial names others.
    """
    topic = pair.topic
    sides = (topic.one, topic.other) if topic.denied[0] > topic.denied[1] else (topic.other, topic.one)
    stances = stance(pair.first.words, pair.second.words), stance(pair.second.words, pair.first.words)
    strength = 1.0 if Stance.AGAINST in stances else 0.8
    strength *= 1.0 if sides[0].has_denial or pair.is_one_source else OPPOSITE_WORD
    strength *= WISH if topic.one.is_wish or topic.other.is_wish else 1.0
    strength *= _in_time(pair)
    strength *= max(topic.denied) * (OTHER_NAMES + (1 - OTHER_NAMES) * topic.names_met(*sides))
    side = "first" if sides[0] is topic.one else "second"
    verb = "denies" if sides[0].has_denial else "says the opposite"
    return Finding(_contrary(pair), strength, f"the {side} {verb}")


def _in_time(pair: Pair) -> float:
    """What the time between two statements makes of a denial."""
    if pair.is_one_source:
        return ONE_DAY if pair.days_apart == 0 else CHANGED
    return OVERTAKEN if pair.days_apart is None or pair.days_apart > LONG_AFTER else 1.0


def _contrary(pair: Pair) -> ClashRelation:
    if pair.is_one_source:
        return ClashRelation.REVERSES
    return ClashRelation.SUPERSEDES if (pair.days_apart or 0) > LONG_AFTER else ClashRelation.CONTRADICTS


def _other_values(one: Gist, other: Gist) -> Iterator[tuple[float, str, str]]:
    """Numbers, dates, words and places of which only one can be true, the surest first."""
    for counted in sorted(one.numbers.keys() & other.numbers.keys()):
        if one.numbers[counted].isdisjoint(other.numbers[counted]):
            yield 0.7, min(one.numbers[counted]), min(other.numbers[counted])
    if one.dates and other.dates and one.dates.isdisjoint(other.dates):
        yield 0.6, min(one.dates), min(other.dates)
    for left, right in product(
        *(sorted(side & RIVALS.keys()) for side in (one.plain - other.plain, other.plain - one.plain))
    ):
        if are_rivals(left, right):
            yield 0.6, f"“{left}”", f"“{right}”"
    if one.places and other.places and one.places.keys().isdisjoint(other.places):
        yield 0.5, min(one.places.values()), min(other.places.values())


def _about(pair: Pair) -> str:
    *most, last = pair.topic.shown(SHOWN)
    matters = f"{', '.join(most)} and {last}" if most else last
    return f"the same source on {matters}" if pair.is_one_source else f"both about {matters}"
