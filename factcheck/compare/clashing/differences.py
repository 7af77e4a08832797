"""Where two statements of one fact give another number, date, place or word of which only one can be true."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from factcheck.compare.clashing.clauses import root
from factcheck.compare.clashing.gists import Gist
from factcheck.compare.language.signals import OUTCOMES, RIVALS, are_rivals, is_step_apart
from factcheck.compare.language.word_relations import are_synonyms

TELLING = frozenset(RIVALS.keys() | OUTCOMES.keys())  # words that exclude others


class Difference(NamedTuple):
    """What each says, as people read it, and how likely it is that only one can be true, from 0 to 1."""

    likelihood: float
    one: str
    other: str
    is_of_all: bool = False  # tells two facts apart as well, unless all else is the same


def differences(one: Gist, other: Gist) -> Iterator[Difference]:
    """What differs, the surest kind first; nothing where one gives several values for a slot."""
    for counted in sorted(one.numbers.keys() & other.numbers.keys()):
        figures = one.numbers[counted], other.numbers[counted]
        if len(figures[0]) == len(figures[1]) == 1 and figures[0] != figures[1]:
            yield Difference(0.9, min(figures[0]), min(figures[1]))
    if len(one.dates) == len(other.dates) == 1 and one.dates != other.dates:
        yield Difference(0.8, min(one.dates), min(other.dates), is_of_all=True)
    ours, theirs = set(one.plain) & TELLING, set(other.plain) & TELLING
    for left, right in product(sorted(ours - theirs), sorted(theirs - ours)):
        if _exclude(left, right) and not _beside(one, left).isdisjoint(_beside(other, right)):
            yield Difference(0.8, f"“{left}”", f"“{right}”")
    if len(one.places) == len(other.places) == 1 and _names_alone(one, other) and _names_alone(other, one):
        yield Difference(0.6, min(one.places.values()), min(other.places.values()), is_of_all=True)


def _exclude(left: str, right: str) -> bool:
    return (are_rivals(left, right) or is_step_apart(left, right)) and not are_synonyms(left, right)


def _names_alone(one: Gist, other: Gist) -> bool:
    """Whether one names a place that the other does not: "in Lyon, France" and "in France" are one place."""
    return one.places.keys().isdisjoint(other.places.keys() | other.own.keys() | other.around)


def _beside(gist: Gist, word: str) -> set[str]:
    """The roots of the words of content next to a word: what fills its slots."""
    at = gist.plain.index(word)
    return {root(beside) for beside in gist.plain[max(0, at - 1) : at + 2] if beside != word}
