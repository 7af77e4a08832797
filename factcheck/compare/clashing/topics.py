"""What two statements share, how sure that makes their topic, and how much of it one affirms and the other denies."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from math import sqrt

from factcheck.compare.clashing.gists import FAMILY_NAMES, Gist, Term, root

NEAR = 0.4  # what a term counts that only stands around one of the two
AFAR = 0.7  # what is left of a denial whose matter only stands around the other statement
ROOM = 1.5  # weight of shared terms at which half is known of how sure a topic is
LEAST_SIZE = 1.5  # weight: a fragment's one word is no topic
TYPICAL = 0.85  # weight of a term that is not shared: the rarity of those alone need be known that are

POSSESSIVE = re.compile(r"['’]s?$")

type Weight = Callable[[str], float]


@dataclass(frozen=True)
class Topic:
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
        return min(len(_words(gist, gist.own)) + gist.has_denial for gist in (self.one, self.other))

    @cached_property
    def certainty(self) -> float:
        """How sure it is that both speak of one matter, from 0 to 1: the weight of what they share, and its share."""
        mass = self._mass(self.own, self.near)
        unshared = min(map(self._unshared, (self.one, self.other)))
        size = max(LEAST_SIZE, self._sum(self.own) + TYPICAL * unshared)
        return sqrt(min(1.0, mass / size) * mass / (mass + ROOM))

    @cached_property
    def denied(self) -> tuple[float, float]:
        """What share of the topic each denies while the other does not, from 0 to 1.

        Names alone are not denied: somebody who is named in a denial may do a hundred other things.
        """
        return self._denied_by(self.one, self.other), self._denied_by(self.other, self.one)

    def names_met(self, gist: Gist, other: Gist) -> float:
        """What share of the names of one statement the other has, in or around it; 1 where it has none."""
        names = {key for key, term in gist.own.items() if term.is_name}
        met = _words(gist, names & (other.own.keys() | other.around))
        return len(met) / len(_words(gist, names)) if names else 1.0

    def shown(self, most: int) -> list[str]:
        """Words for what both speak of: names first, then what weighs most."""
        keys = sorted(self.own | self.near, key=lambda key: (key not in self.own, -self.weight(key), key))[: 2 * most]
        keys.sort(key=lambda key: not all(term.is_name for term in self._terms(key)))
        return list(dict.fromkeys(map(self._word, keys)))[:most]

    def _unshared(self, gist: Gist) -> int:
        """How many matters a statement speaks of alone, clauses left out that hold nothing of the topic."""
        clauses = {gist.own[key].clause for key in self.own}
        spoken = [key for key, term in gist.own.items() if term.clause in clauses]
        return len(_words(gist, spoken) - _words(gist, self.own))

    def _denied_by(self, gist: Gist, other: Gist) -> float:
        denied = {key for key, term in gist.own.items() if term.is_denied}
        own = [key for key in self.own if key in denied and not other.own[key].is_denied]
        near = [key for key in self.near if key in denied]
        if all(term.is_name for key in (*own, *near) for term in self._terms(key)):
            return 0.0
        share = self._mass(own, near) / self._mass(self.own, self.near)
        return share if any(not term.is_name for key in own for term in self._terms(key)) else AFAR * share

    def _word(self, key: str) -> str:
        """The word that one or both use; where they use two of one family, the family's name."""
        words = [POSSESSIVE.sub("", term.shown) for term in self._terms(key)]
        return words[0] if key not in FAMILY_NAMES or len({root(word.lower()) for word in words}) == 1 else key

    def _terms(self, key: str) -> list[Term]:
        return [gist.own[key] for gist in (self.one, self.other) if key in gist.own]

    def _mass(self, own: Iterable[str], near: Iterable[str]) -> float:
        return self._sum(own) + NEAR * self._sum(near)

    def _sum(self, keys: Iterable[str]) -> float:
        return sum(self.weight(key) for key in sorted(keys))


def _words(gist: Gist, keys: Iterable[str]) -> set[str]:
    """The words that terms were read from: one word may give two terms."""
    return {gist.own[key].shown for key in keys}
