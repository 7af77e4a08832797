"""Where two statements of one fact give another number, date, place or word of which only one can be true."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, product
from typing import NamedTuple

from factcheck.compare.clashing.clauses import root
from factcheck.compare.clashing.gists import MEASURED, Gist
from factcheck.compare.language.signals import OUTCOMES, RIVALS, are_rivals, is_step_apart
from factcheck.compare.language.word_relations import are_synonyms

ADVERB = "ly"
AIMING = frozenset(["sought", "tried", "wanted"])  # of a court and the police, but mostly "tried to", "wanted to"
DAY = re.compile(r"(?<!\w)[^\W\d]++ \d++$")
ON_MARKETS = frozenset(map(root, ["point", "cent", "share", "percentage"]))  # which change by the minute
TELLING = frozenset(RIVALS.keys() | OUTCOMES.keys()) - AIMING  # words that exclude others


class Difference(NamedTuple):
    """What each says, as people read it, and how likely it is that only one can be true, from 0 to 1."""

    likelihood: float
    one: str
    other: str
    is_of_all: bool = False  # tells two facts apart as well, unless all else is the same
    clauses: tuple[int, int] | None = None  # of each the clause that gives it, if that may be one fact by itself


def differences(one: Gist, other: Gist) -> Iterator[Difference]:
    """What differs, the surest kind first; nothing where one gives several values for a slot."""
    for counted in sorted(one.numbers.keys() & other.numbers.keys()):
        figures = one.numbers[counted], other.numbers[counted]
        if len(figures[0]) == len(figures[1]) == 1 and figures[0].keys() != figures[1].keys():
            (figure, at), (other_figure, other_at) = *figures[0].items(), *figures[1].items()
            is_measured = counted in MEASURED.values()
            clauses = None if is_measured or counted in ON_MARKETS else (at, other_at)
            yield Difference(0.9, figure, other_figure, is_measured, clauses)
    if len(one.dates) == len(other.dates) == 1:
        (day, at), (other_day, other_at) = *one.dates.items(), *other.dates.items()
        if not (day.startswith(other_day) or other_day.startswith(day)):  # "May" holds "May 3"
            is_exact = bool(DAY.search(day) and DAY.search(other_day))
            yield Difference(0.8, day, other_day, is_of_all=True, clauses=(at, other_at) if is_exact else None)
    for left, right in _excluding(one, other):
        yield Difference(0.8, f"“{left}”", f"“{right}”")
    yield from _turned_round(one, other)
    if len(one.places) == len(other.places) == 1 and _names_alone(one, other) and _names_alone(other, one):
        yield Difference(0.6, min(one.places.values()), min(other.places.values()), is_of_all=True)


def _turned_round(one: Gist, other: Gist) -> Iterator[Difference]:
    """Who did it to whom, if two names stand on either side of one verb in both, the other way round, both active."""
    for left, verb, right in _acts(one):
        if (right, verb, left) in set(_acts(other)):
            yield Difference(0.8, f"“{left} {verb} {right}”", f"“{right} {verb} {left}”", is_of_all=True)


def _acts(gist: Gist) -> Iterator[tuple[str, str, str]]:
    """A name, a word and another name that follow one upon the other among the words of content of one clause."""
    for terms in zip(
        gist.own.values(), *(islice(gist.own.values(), skipped, None) for skipped in (1, 2)), strict=False
    ):
        left, verb, right = terms
        if [term.is_name for term in terms] == [True, False, True] and len({term.clause for term in terms}) == 1:
            yield left.shown, verb.shown, right.shown


def _excluding(one: Gist, other: Gist) -> Iterator[tuple[str, str]]:
    """Words in one slot, one of each, of which only one can be true of a thing."""
    ours, theirs = set(one.plain) & TELLING, set(other.plain) & TELLING
    for left, right in product(sorted(ours - theirs), sorted(theirs - ours)):
        if not _exclude(left, right) or _beside(one, left).isdisjoint(_beside(other, right)):
            continue
        if _is_of(one, left, other) and _is_of(other, right, one):
            yield left, right


def _exclude(left: str, right: str) -> bool:
    return (are_rivals(left, right) or is_step_apart(left, right)) and not are_synonyms(left, right)


def _is_of(gist: Gist, word: str, other: Gist) -> bool:
    """Whether what stands before a word, of which it is told, is spoken of by the other statement."""
    before = [plain for plain in gist.plain[: gist.plain.index(word)] if not plain.endswith(ADVERB)]
    return not before or root(before[-1]) in {root(plain) for plain in other.plain}


def _names_alone(one: Gist, other: Gist) -> bool:
    """Whether one names a place that the other does not: "in Lyon, France" and "in France" are one place."""
    return one.places.keys().isdisjoint(other.places.keys() | other.own.keys() | other.around)


def _beside(gist: Gist, word: str) -> set[str]:
    """The roots of the words of content next to a word: what fills its slots."""
    at = gist.plain.index(word)
    return {root(beside) for beside in gist.plain[max(0, at - 1) : at + 2] if beside != word}
