"""Whether two statements may clash, how, how likely, and why in words: a suggestion for a person to judge.

Two statements clash on a topic they share if one denies what the other says, if they give another number, date, place
or word of which only one can be true, or if one limits the other. What people said of them counts first: two positions
against each other on one claim are a clash, two equal ones are none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from factcheck.compare.clashing.contests import LEAST_CHANCE, Contradicted
from factcheck.compare.clashing.deeds import excluding
from factcheck.compare.clashing.denials import DenialKind
from factcheck.compare.clashing.differences import differences
from factcheck.compare.clashing.gists import Gist, Said, gist
from factcheck.compare.clashing.tolls import other_tolls
from factcheck.compare.clashing.topics import SharedTopic, Weight
from factcheck.compare.clashing.utterances import is_one_utterance
from factcheck.languages.sentences import noted

LEAST_MATTERS = 2  # that each speaks of and both share; one where the source is the same
LEAST_SCORE = 0.04
SAME_FACT = 0.6  # share of the shorter statement from which one number, date, place or word may be all the difference
SAME_BUT_ONE = 0.5  # from which an opposite word may be, in another source's words: it is no part of what is shared
LIMITED_FACT = 0.4  # and from which a limit may be
LIMITED_SURELY = 0.65  # and how sure it must be that both speak of one matter
LIMITED = 0.3  # how likely a limit is to be all the difference
SAME_EVENT = 0.5  # how sure it must be that both speak of one matter for their tolls to be of one event
OTHERWISE = 0.5  # how likely two deeds or tolls of one thing are to be of one event
LONG_AFTER = 180  # days: a later word that denies an earlier one may have overtaken it
OVERTAKEN = 0.8  # what is left then of a denial: each may have been true in its day
ONE_DAY = 0.5  # what is left where a source speaks twice on one day: few change their word so fast
CHANGED = 1.4  # where it does so later: that a source changed its word is worth a look on a smaller topic too
OPPOSITE_WORD = 0.8  # what is left where no denial but a word of opposite meaning shows it
SELDOM = 0.35  # what is left where nobody denies anything: of 194 such pairs one in four was worth showing to people
OPPOSITE = {"supports": "denies", "denies": "supports"}
SHOWN = 3  # matters that an explanation names
FIRST, SECOND = "first", "second"


REASONS: Mapping[tuple[str, DenialKind], Callable[[str], str]] = {
    (FIRST, DenialKind.DENIED): lambda word: noted("the first denies “%(word)s”", word=word),
    (FIRST, DenialKind.DOUBTED): lambda word: noted("the first doubts “%(word)s”", word=word),
    (FIRST, DenialKind.LEFT_OPEN): lambda word: noted("the first leaves open “%(word)s”", word=word),
    (SECOND, DenialKind.DENIED): lambda word: noted("the second denies “%(word)s”", word=word),
    (SECOND, DenialKind.DOUBTED): lambda word: noted("the second doubts “%(word)s”", word=word),
    (SECOND, DenialKind.LEFT_OPEN): lambda word: noted("the second leaves open “%(word)s”", word=word),
}


class ClashRelation(StrEnum):
    """How two statements clash; the values are those that a desk records."""

    CONTRADICTS = "contradicts"
    QUALIFIES = "qualifies"
    SUPERSEDES = "supersedes"
    REVERSES = "reverses"


@dataclass(frozen=True, slots=True)
class Clash:
    """Two statements that may not both stand: how, how likely (0 to 1), and why in words.

    `denying` is the one that denies what the other says, FIRST or SECOND; empty where neither does.
    """

    relation: ClashRelation
    score: float
    because: str
    denying: str = ""


class Finding(NamedTuple):
    """One way in which two statements differ: how much it weighs on a shared topic, and how to say it."""

    relation: ClashRelation
    strength: float
    reason: str
    denying: str = ""
    is_whole: bool = False  # its words tell by themselves what is spoken of


class Pair(NamedTuple):
    """Two statements, and what both speak of."""

    first: Said
    second: Said
    topic: SharedTopic

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
    topic = SharedTopic(gist(first), gist(second), weight, is_one_paragraph=first.around == second.around)
    pair = Pair(first, second, topic)
    against, agree = _positions(pair)
    if against:
        reason = noted("One supports and one denies “%(claim)s”", claim=against)
        denying = FIRST if (against, "denies") in first.positions else SECOND
        return Clash(_contrary(pair), 0.9 + 0.1 * topic.certainty, reason, denying)
    if agree or not topic.own or (not topic.is_limited and is_one_utterance(first.words, second.words)):
        return None
    best = max(_findings(pair), key=lambda finding: finding.strength, default=None)
    score = round(min(1.0, best.strength), 4) if best else 0.0
    if (
        not best or score < LEAST_SCORE or (_is_fragment(pair) and not best.is_whole)
    ):  # what stands around most is never read
        return None
    return Clash(best.relation, score, f"{_about(pair)}; {best.reason}", best.denying)


def _positions(pair: Pair) -> tuple[str, bool]:
    """The claim on which both stand against each other, and whether on some claim both stand on one side."""
    stands = dict(pair.second.positions)
    shared = sorted((claim, said, stands[claim]) for claim, said in pair.first.positions if claim in stands)
    against = (claim for claim, said, other in shared if OPPOSITE.get(said) == other)
    return next(against, ""), any(said == other and said in OPPOSITE for _, said, other in shared)


def _is_fragment(pair: Pair) -> bool:
    """Whether one of the two, or what both share, is too little to tell what is spoken of."""
    topic = pair.topic
    return min(topic.least, len(topic.own | topic.near)) + pair.is_one_source < LEAST_MATTERS


def _findings(pair: Pair) -> Iterator[Finding]:
    one, other = pair.topic.one, pair.topic.other
    yield from _denials(pair, one, other)
    yield from _denials(pair, other, one)
    if (pair.is_one_source or pair.topic.sameness >= SAME_BUT_ONE) and pair.topic.opposed:
        words, certainty = pair.topic.opposed
        strength = certainty * (_in_time(pair) if pair.is_one_source else OPPOSITE_WORD * pair.topic.sameness) * SELDOM
        yield Finding(_contrary(pair), strength, noted("“%(words)s” are opposites", words=words))
    for left, right in excluding(one.deeds, other.deeds):
        yield _told_otherwise(_contrary(pair), pair, f"“{left.shown}”", f"“{right.shown}”")
    relation = ClashRelation.SUPERSEDES if pair.days_apart else ClashRelation.CONTRADICTS
    for toll, other_toll in other_tolls(one.tolls, other.tolls):
        if pair.topic.certainty >= SAME_EVENT:  # asked last: it reads what stands around the two
            yield _told_otherwise(relation, pair, toll.number, other_toll.number)
    if pair.topic.limited_deed:
        gist, words = pair.topic.limited_deed
        yield Finding(
            ClashRelation.QUALIFIES, LIMITED * pair.topic.certainty, _limiting(pair, gist, words), is_whole=True
        )
    for found in differences(one, other):
        is_one_fact = pair.topic.sameness >= SAME_FACT and not (found.is_of_all and pair.topic.mutual < SAME_FACT)
        if is_one_fact or (found.clauses and pair.topic.is_one_clause(*found.clauses)):
            strength = found.likelihood * max(SAME_FACT, pair.topic.sameness) * SELDOM
            reason = noted("the first says %(one)s, the second %(other_words)s", one=found.one, other_words=found.other)
            yield Finding(relation, strength, reason)
    if pair.topic.sameness >= LIMITED_FACT and pair.topic.is_limited and pair.topic.certainty >= LIMITED_SURELY:
        gist = one if one.limits else other
        reason = _limiting(pair, gist, gist.limits[0])
        yield Finding(ClashRelation.QUALIFIES, LIMITED * pair.topic.sameness, reason)


def _limiting(pair: Pair, gist: Gist, words: str) -> str:
    if gist is pair.topic.one:
        return noted("the first limits it (“%(words)s”)", words=words)
    return noted("the second limits it (“%(words)s”)", words=words)


def _told_otherwise(relation: ClashRelation, pair: Pair, left: str, right: str) -> Finding:
    """That each tells one deed or toll otherwise: its own words tell what it is of."""
    strength = pair.topic.certainty * OTHERWISE * (_in_time(pair) if pair.is_one_source else 1.0)
    reason = noted("the first says %(one)s, the second %(other_words)s", one=left, other_words=right)
    return Finding(relation, strength, reason, is_whole=True)


def _denials(pair: Pair, gist: Gist, other: Gist) -> Iterator[Finding]:
    """What one denies, doubts or leaves open of what the other says; it weighs less where time lies between them."""
    side = FIRST if gist is pair.topic.one else SECOND
    for denial in gist.denials:
        contest = Contradicted(pair.topic, denial, gist, other).contest()
        strength = contest.chance * _in_time(pair) if contest else 0.0
        if contest and strength >= LEAST_CHANCE:
            relation = _contrary(pair) if denial.kind == DenialKind.DENIED else ClashRelation.QUALIFIES
            yield Finding(relation, strength, REASONS[side, denial.kind](contest.word), side)


def _in_time(pair: Pair) -> float:
    """What the time between two statements makes of a denial."""
    if pair.is_one_source:
        return ONE_DAY if pair.days_apart == 0 else CHANGED
    return OVERTAKEN if (pair.days_apart or 0) > LONG_AFTER else 1.0


def _contrary(pair: Pair) -> ClashRelation:
    if pair.is_one_source:
        return ClashRelation.REVERSES
    return ClashRelation.SUPERSEDES if (pair.days_apart or 0) > LONG_AFTER else ClashRelation.CONTRADICTS


def _about(pair: Pair) -> str:
    *most, last = pair.topic.shown(SHOWN)
    matters = f"{', '.join(most)} and {last}" if most else last
    if pair.is_one_source:
        return noted("the same source on %(list_matters)s", list_matters=matters)
    return noted("both about %(list_matters)s", list_matters=matters)
