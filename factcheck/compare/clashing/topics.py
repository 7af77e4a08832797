"""What two statements share, how sure that makes their topic, and what of it one denies and the other asserts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from math import sqrt
from typing import NamedTuple

from factcheck.compare.clashing.clauses import FAMILY_NAMES, root
from factcheck.compare.clashing.denials import Denial
from factcheck.compare.clashing.gists import Gist, Term
from factcheck.compare.language.word_relations import are_derived, are_synonyms

NEAR = 0.4  # what a term counts that only stands around one of the two
ROOM = 1.5  # weight of shared terms at which half is known of how sure a topic is
LEAST_SHARED = 2  # words that a denial and what it denies have in common
HALF = 0.5  # of the shorter statement
MOST_DENIED = 0.6  # of what a denial speaks of: enough to know the event by, whatever word is used for it
ENOUGH = 2.0  # weight of shared terms
LITTLE = 0.25  # weight: a denial of one common word is met too easily
LEAST_SIZE = 1.5  # weight: a fragment's one word is no topic
TYPICAL = 0.85  # weight of a term that is not shared: the rarity of those alone need be known that are

POSSESSIVE = re.compile(r"['’]s?$")

type Weight = Callable[[str], float]


class Contest(NamedTuple):
    """A word that two statements disagree about, and how sure it is, from 0 to 1, that they speak of one fact."""

    word: str
    certainty: float


@dataclass(frozen=True)
class SharedTopic:
    """Two statements side by side; those of one paragraph share what stands around them without saying anything."""

    one: Gist
    other: Gist
    weight: Weight
    is_one_paragraph: bool

    @cached_property
    def own(self) -> frozenset[str]:
        """The terms that both say themselves."""
        return frozenset(self.one.own.keys() & self.other.own.keys())

    @cached_property
    def near(self) -> frozenset[str]:
        """The terms that one says and that stand around the other."""
        if self.is_one_paragraph:
            return frozenset()
        crossed = (self.one.own.keys() & self.other.around) | (self.one.around & self.other.own.keys())
        return frozenset(crossed - self.own)

    @cached_property
    def least(self) -> int:
        """How many matters the shorter of the two speaks of; to deny is one, so that "won't leave" is no fragment."""
        return min(len(_words(gist, gist.own)) + bool(gist.denials) for gist in (self.one, self.other))

    @cached_property
    def sameness(self) -> float:
        """What share of the shorter statement both say, from 0 to 1; 0 where both only name the same."""
        if all(self._is_name(key) for key in self.own):
            return 0.0
        return self._sum(self.own) / min(self._sum(gist.own) for gist in (self.one, self.other))

    @cached_property
    def mutual(self) -> float:
        """What share of the longer statement both say, from 0 to 1."""
        return self._sum(self.own) / max(self._sum(gist.own) for gist in (self.one, self.other))

    @property
    def is_one_fact(self) -> bool:
        """Whether both say so much of one thing that they speak of one fact: its event and who or what took part."""
        plain = [key for key in self.own if not self._is_name(key)]
        return len(plain) >= LEAST_SHARED and self.sameness >= HALF and self._sum(self.own) >= ENOUGH

    @property
    def is_told_alike(self) -> bool:
        """Whether both say, or both deny, all that they share; what is only asked or supposed is not said."""
        terms = [(self.one.own[key], self.other.own[key]) for key in self.own]
        return all(one.is_denied == other.is_denied and not (one.is_open or other.is_open) for one, other in terms)

    @cached_property
    def certainty(self) -> float:
        """How sure it is that both speak of one matter, from 0 to 1: the weight of what they share, and its share."""
        mass = self._mass(self.own, self.near)
        unshared = min(map(self._unshared, (self.one, self.other)))
        size = max(LEAST_SIZE, self._sum(self.own) + TYPICAL * unshared)
        return sqrt(min(1.0, mass / size) * mass / (mass + ROOM))

    @cached_property
    def names_met(self) -> float:
        """What share of the names of one statement the other has, in or around it; 1 where one of the two has none."""
        return max(self._names_met(*pair) for pair in ((self.one, self.other), (self.other, self.one)))

    def shown(self, most: int) -> list[str]:
        """Words for what both speak of: names first, then what weighs most."""
        keys = sorted(self.own | self.near, key=lambda key: (key not in self.own, -self.weight(key), key))[: 2 * most]
        keys.sort(key=lambda key: not all(term.is_name for term in self._terms(key)))
        return list(dict.fromkeys(map(self._word, keys)))[:most]

    def contested(self, denial: Denial, gist: Gist, other: Gist) -> Contest | None:
        """What one statement denies that the other says, and how sure that is; None unless it meets the focus.

        To meet it the other must say a word of it, in any form, or a synonym, as what is so, or nearly all else that
        is denied; and both must share something else, a name that stands around one of them at least.
        """
        met = {key: said for key in sorted(denial.scope) if (said := _asserted(other, gist, key))}
        if not met:
            return None
        coverage, share = self._coverage(denial, gist, met.keys()), self._denied_of(other, denial)
        is_all_but_focus = coverage >= MOST_DENIED and share >= HALF  # another verb is another word for the event
        of_names = {key for key in denial.scope if gist.own[key].is_name}
        focus = [met[key] for key in sorted(met) if key in denial.focus or (is_all_but_focus and key not in of_names)]
        if not focus or any(_denies_too(other, gist, key) for key in sorted(denial.focus)):
            return None
        shared, near = self.own | met.keys(), {key for key in self.near if self._is_name(key)}
        if len(_words(gist, shared)) + bool(near) < LEAST_SHARED:
            return None
        return Contest(focus[0], max(coverage, share) * _settled(self._mass(shared, near)))

    def _denied_of(self, other: Gist, denial: Denial) -> float:
        """What share of the other statement, by the weight of its terms, is denied."""
        return self._sum(other.own.keys() & denial.scope) / (self._sum(other.own.keys()) + LITTLE)

    @cached_property
    def opposed(self) -> Contest | None:
        """Opposite words, neither denied, and how sure it is by all that both share that they speak of one fact."""
        denied = self.one.denied | self.other.denied
        for key in sorted(self.own - denied):
            left, right = self.one.own[key], self.other.own[key]
            if left.is_denied != right.is_denied and not (left.is_open or right.is_open):
                return Contest(f"{left.shown}” and “{right.shown}", _settled(self._mass(self.own, self.near)))
        return None

    def _names_met(self, gist: Gist, other: Gist) -> float:
        names = {key for key, term in gist.own.items() if term.is_name}
        met = _words(gist, names & (other.own.keys() | other.around))
        return len(met) / len(_words(gist, names)) if names else 1.0

    def _unshared(self, gist: Gist) -> int:
        """How many matters a statement speaks of alone, clauses left out that hold nothing of the topic."""
        clauses = {gist.own[key].clause for key in self.own}
        spoken = [key for key, term in gist.own.items() if term.clause in clauses]
        return len(_words(gist, spoken) - _words(gist, self.own))

    def _is_name(self, key: str) -> bool:
        return any(term.is_name for term in self._terms(key))

    def _word(self, key: str) -> str:
        """The word that one or both use; where they use two of one family, the family's name."""
        words = [POSSESSIVE.sub("", term.shown) for term in self._terms(key)]
        return words[0] if key not in FAMILY_NAMES or len({root(word.lower()) for word in words}) == 1 else key

    def _terms(self, key: str) -> list[Term]:
        return [gist.own[key] for gist in (self.one, self.other) if key in gist.own]

    def _mass(self, own: Iterable[str], near: Iterable[str]) -> float:
        return self._sum(own) + NEAR * self._sum(near)

    def _coverage(self, denial: Denial, gist: Gist, met: Iterable[str]) -> float:
        """What share of what is denied the other says, by the weight of words: one word may give two terms."""
        weights = dict[str, float]()
        for key in sorted(denial.scope):
            word = gist.own[key].shown
            weights[word] = max(weights.get(word, 0.0), self.weight(key))
        said = _words(gist, met)
        around = _words(gist, denial.scope & self.near) - said
        shares = (weights[word] * (1.0 if word in said else NEAR) for word in sorted(said | around))
        return sum(shares) / (sum(weights.values()) + LITTLE)

    def _sum(self, keys: Iterable[str]) -> float:
        return sum(self.weight(key) for key in sorted(keys))


def _words(gist: Gist, keys: Iterable[str]) -> set[str]:
    """The words that terms were read from: one word may give two terms."""
    return {gist.own[key].shown for key in keys}


def _asserted(gist: Gist, denying: Gist, key: str) -> str:
    """The word by which a statement says what the other denies by some term; empty if it does not."""
    denied, said = denying.own[key], gist.own.get(key)
    if said:
        is_one = said.is_name == denied.is_name or root(said.shown.lower()) == root(denied.shown.lower())
        return said.shown if is_one and not said.is_open and said.is_denied != denied.is_denied else ""
    if denied.is_name:
        return ""
    plain = (term for own, term in gist.own.items() if not (term.is_name or term.is_open or own in gist.denied))
    return next((term.shown for term in plain if _mean_one(denied.shown, term.shown)), "")


def _denies_too(gist: Gist, denying: Gist, key: str) -> bool:
    """Whether a statement denies what the other denies, in the same word or another form of it."""
    shown = denying.own[key].shown
    return any(key == own or _mean_one(shown, gist.own[own].shown) for own in gist.denied & gist.own.keys())


def _mean_one(word: str, other: str) -> bool:
    return are_synonyms(word, other) or are_derived(word, other)


def _settled(mass: float) -> float:
    return mass / (mass + ROOM)
