"""How many people something happened to, so that two counts of one event meet: "killed twelve", "a toll of 15".

A number is of the outcome that stands right before it, else of the next one behind it, else of the one before; what
may have happened is a word of the first two scales of `judging/outcomes`. A number with a bound leaves room.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import NamedTuple

from factcheck.compare.clashing.clauses import Clause
from factcheck.compare.clashing.things import days_in
from factcheck.compare.findings import Span
from factcheck.compare.language.noun_classes import is_kind_of, is_person
from factcheck.compare.language.numerals import is_number
from factcheck.compare.language.phrases import Phrases
from factcheck.compare.language.signals import OUTCOMES, groups_of
from factcheck.compare.language.word_relations import are_synonyms
from factcheck.compare.words.plain_words import phrase

SCALES = frozenset({0, 1})  # death and injury; the law
BEHIND, BEFORE = 8, 8  # words between a number and its outcome
BOUND = 4  # words of the longest bound
COUNTED = 4  # words behind a number in which those counted stand


class Toll(NamedTuple):
    """A number of people, who they are, the scale and step of what happened to them, and what else its clause says."""

    number: str
    who: str
    step: tuple[int, int]
    keys: frozenset[str]
    names: frozenset[str]
    days: frozenset[str]


def tolls_in(clauses: Sequence[Clause], inside: Span) -> tuple[Toll, ...]:
    """The tolls in a text that stand in one part of it, in order."""
    found = (toll for clause in clauses if not clause.is_open for toll in _tolls(clause))
    return tuple(toll for start, toll in found if inside.start <= start < inside.end)


def other_tolls(one: Sequence[Toll], other: Sequence[Toll]) -> Iterator[tuple[Toll, Toll]]:
    """The pairs of unlike numbers of one outcome, if each statement has one of it, and of one event as far as told."""
    for left, right in product(one, other):
        is_same = left.step == right.step and left.number != right.number and _are_same(left.who, right.who)
        if is_same and _is_alone(left, one) and _is_alone(right, other) and _may_be_one_event(left, right):
            yield left, right


def _is_alone(toll: Toll, tolls: Iterable[Toll]) -> bool:
    return sum(one.step == toll.step for one in tolls) == 1


def _are_same(who: str, other: str) -> bool:
    if not EVERYBODY.isdisjoint((who, other)) or are_synonyms(who, other):
        return True
    return is_kind_of(who, other) or is_kind_of(other, who)


def _may_be_one_event(left: Toll, right: Toll) -> bool:
    if left.days and right.days and left.days.isdisjoint(right.days):
        return False
    if left.names and right.names:
        return not left.names.isdisjoint(right.names)
    return not left.keys.isdisjoint(right.keys)


def _tolls(clause: Clause) -> Iterator[tuple[int, Toll]]:
    """The tolls of a clause, each with where it stands in the text."""
    plain = clause.plain
    if STEPS.keys().isdisjoint(plain):
        return
    places = [at for at, word in enumerate(plain) if is_number(word) and word.strip("#").isdigit()]
    names = frozenset(matter.key for matter in clause.matters if matter.is_name)
    days = days_in(plain)
    for at, past, before in zip(places, [*places[1:], len(plain)], [-1, *places], strict=False):
        outcome = _outcome(plain, at, before, past)
        who = "" if outcome is None or _is_bounded(plain, at) else _who(plain, at, past, outcome)
        if outcome is not None and who:
            keys = frozenset(
                matter.key
                for matter in clause.matters
                if not matter.is_name and plain[matter.at] not in {who, *EVERYBODY, *STEPS}
            )
            yield clause.words[at].start, Toll(plain[at].strip("#"), who, STEPS[plain[outcome]], keys, names, days)


def _outcome(plain: Sequence[str], at: int, before: int, past: int) -> int | None:
    """Where the outcome of a number stands among words that no other number takes."""
    behind = (place for place in range(at + 1, min(past, at + BEHIND + 1)) if plain[place] in STEPS)
    ahead = (place for place in range(at - 1, max(before, at - BEFORE - 1), -1) if plain[place] in STEPS)
    return at - 1 if at and plain[at - 1] in STEPS else next(behind, next(ahead, None))


def _is_bounded(plain: Sequence[str], at: int) -> bool:
    before, behind = plain[max(0, at - BOUND) : at], plain[at + 1 : at + 1 + BOUND]
    lengths = ((start, BOUNDS.at(before, start)) for start in range(len(before)))
    return any(found and start + found[0] == len(before) for start, found in lengths) or bool(
        behind and BOUNDS.at(behind, 0)
    )


def _who(plain: Sequence[str], at: int, past: int, outcome: int) -> str:
    """Those counted; everybody where a number stands alone with its outcome ("12 dead") or is that of a toll."""
    near = plain[at + 1 : min(past, at + 1 + COUNTED)]
    counted = next((word for word in near if word in EVERYBODY or is_person(word)), "")
    is_bare = abs(outcome - at) == 1 or TOLL in plain
    return counted or ("people" if is_bare and (not near or near[0] in STEPS or TOLL in plain) else "")


TOLL = "toll"
STEPS = {word: (scale, step) for word, steps in OUTCOMES.items() for scale, step in steps.items() if scale in SCALES}
EVERYBODY = frozenset(["people", "persons", "others", "dead", "victims", "casualties", "lives", "deaths", "bodies"])
BOUNDS = Phrases((phrase(entry), entry) for _, entry in groups_of("en/judging/bounds"))
