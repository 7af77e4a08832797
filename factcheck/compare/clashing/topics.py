"""What two statements share, how sure that makes their topic, and the words of it that are opposites."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import count, product, takewhile
from math import sqrt
from typing import NamedTuple

from factcheck.compare.clashing.clauses import FAMILY_NAMES, root
from factcheck.compare.clashing.deeds import LIMITING, Deed
from factcheck.compare.clashing.gists import Gist, Term
from factcheck.compare.language.word_relations import are_antonyms, are_derived, are_synonyms

NEAR = 0.4  # what a term counts that only stands around one of the two
ROOM = 1.5  # weight of shared terms at which half is known of how sure a topic is
LEAST_SHARED = 2  # words that make two statements speak of one fact
HALF = 0.5  # of the shorter statement
ENOUGH = 2.0  # weight of shared terms
LEAST_SIZE = 1.5  # weight: a fragment's one word is no topic
TYPICAL = 0.85  # weight of a term that is not shared: the rarity of those alone need be known that are

LEAST_LIMITED = 3  # terms that a limit may be set to
POSSESSIVE = re.compile(r"['’]s?$")

type Weight = Callable[[str], float]


class Opposites(NamedTuple):
    """Two opposite words, one of each statement, and how sure it is, from 0 to 1, that both speak of one fact."""

    words: str
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
        return min(len(words_of(gist, gist.own)) + bool(gist.denials) for gist in (self.one, self.other))

    @cached_property
    def sameness(self) -> float:
        """What share of the shorter statement both say, from 0 to 1; 0 where both only name the same."""
        if all(self._is_name(key) for key in self.own):
            return 0.0
        return self.sum(self.own) / min(self.sum(gist.own) for gist in (self.one, self.other))

    @cached_property
    def mutual(self) -> float:
        """What share of the longer statement both say, from 0 to 1."""
        return self.sum(self.own) / max(self.sum(gist.own) for gist in (self.one, self.other))

    @property
    def is_one_fact(self) -> bool:
        """Whether both say so much of one thing that they speak of one fact: its event and who or what took part."""
        plain = [key for key in self.own if not self._is_name(key)]
        return len(plain) >= LEAST_SHARED and self.sameness >= HALF and self.sum(self.own) >= ENOUGH

    def is_one_clause(self, clause: int, other_clause: int) -> bool:
        """Whether a clause of each says most of what the other one says: a fact by itself, whatever else is told."""
        ours = {key for key, term in self.one.own.items() if term.clause == clause}
        theirs = {key for key, term in self.other.own.items() if term.clause == other_clause}
        shared = ours & theirs
        is_event = any(not self._is_name(key) for key in shared)
        return is_event and len(shared) >= LEAST_SHARED and len(shared) >= HALF * max(len(ours), len(theirs))

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
        size = max(LEAST_SIZE, self.sum(self.own) + TYPICAL * unshared)
        return sqrt(min(1.0, mass / size) * mass / (mass + ROOM))

    @cached_property
    def has_name(self) -> bool:
        """Whether a name is among what both speak of."""
        return any(map(self._is_name, self.own | self.near))

    def shown(self, most: int) -> list[str]:
        """Words for what both speak of: names first, then what weighs most."""
        keys = sorted(self.own | self.near, key=lambda key: (key not in self.own, -self.weight(key), key))[: 2 * most]
        keys.sort(key=lambda key: not all(term.is_name for term in self._terms(key)))
        return list(dict.fromkeys(map(self._word, keys)))[:most]

    @property
    def is_limited(self) -> bool:
        """Whether one of the two limits what both say ("only if …"), and the other says it as it is."""
        limited, other = (self.one, self.other) if self.one.limits else (self.other, self.one)
        is_said = len(self.own) >= LEAST_LIMITED and not any(term.is_open for term in other.own.values())
        return bool(limited.limits) and not (other.limits or other.is_restricted) and is_said

    @cached_property
    def limited_deed(self) -> tuple[Gist, str] | None:
        """Which of the two tells of something that the other says, that it holds only so far, and in which words."""
        if len(self.own) < LEAST_SHARED:
            return None
        for gist, other in ((self.one, self.other), (self.other, self.one)):
            for deed in gist.deeds:
                if deed.line == LIMITING and self._says(other, deed):
                    return gist, deed.shown
        return None

    def _says(self, gist: Gist, deed: Deed) -> bool:
        """Whether a statement says the event that a deed is told of to be so, without a limit."""
        thing = deed.theme
        if not thing or thing.is_name or deed.is_denied or gist.limits or gist.is_restricted:
            return False
        if any(own.line == LIMITING for own in gist.deeds):
            return False
        terms = (term for key, term in gist.own.items() if key == thing.head or mean_one(thing.shown, term.shown))
        return any(not (term.is_name or term.is_open or term.is_denied) for term in terms)

    @cached_property
    def opposed(self) -> Opposites | None:
        """Opposite words, neither denied, and how sure it is by all that both share that they speak of one fact."""
        for (_, left), (_, right) in self._opposite_terms():
            if self._is_of(self.one, left, self.other) and self._is_of(self.other, right, self.one):
                return Opposites(f"{left.shown}” and “{right.shown}", _settled(self._mass(self.own, self.near)))
        return None

    def _opposite_terms(self) -> Iterator[tuple[tuple[str, Term], tuple[str, Term]]]:
        one, other = (self._said_plainly(gist) for gist in (self.one, self.other))
        for pair in product(one, other):
            (key, left), (other_key, right) = pair
            is_alone = key not in self.other.own and other_key not in self.one.own
            is_one_family = key == other_key and left.is_denied != right.is_denied
            if is_one_family or (is_alone and are_antonyms(left.shown, right.shown)):
                yield pair

    def _is_of(self, gist: Gist, term: Term, other: Gist) -> bool:
        """Whether the matter before a term, of which it is told, is one that the other statement speaks of."""
        keys = list(gist.own)
        at = next(at for at, key in enumerate(keys) if gist.own[key] is term)
        before = [key for key in keys[:at] if gist.own[key].clause == term.clause and gist.own[key].shown != term.shown]
        return not before or self.there(before[-1], gist, other) > 0

    def there(self, key: str, gist: Gist, other: Gist) -> float:
        """How surely a statement speaks of a matter of the other one: in its words, or in those around it."""
        if key in other.own or any(mean_one(gist.own[key].shown, term.shown) for term in other.own.values()):
            return 1.0
        return NEAR if key in other.around else 0.0

    def _said_plainly(self, gist: Gist) -> list[tuple[str, Term]]:
        """The terms that are no names and that a statement says to be so, in order."""
        terms = sorted(gist.own.items())
        return [(key, term) for key, term in terms if not (term.is_name or term.is_open or key in gist.denied)]

    def _unshared(self, gist: Gist) -> int:
        """How many matters a statement speaks of alone, clauses left out that hold nothing of the topic."""
        clauses = {gist.own[key].clause for key in self.own}
        spoken = [key for key, term in gist.own.items() if term.clause in clauses]
        return len(words_of(gist, spoken) - words_of(gist, self.own))

    def _is_name(self, key: str) -> bool:
        return any(term.is_name for term in self._terms(key))

    def _word(self, key: str) -> str:
        """The word that one or both use, a name whole; where they use two of one family, the family's name."""
        terms = self._terms(key)
        if terms[0].is_name:
            return _whole_name(self.one if key in self.one.own else self.other, terms[0])
        words = [POSSESSIVE.sub("", term.shown) for term in terms]
        return words[0] if key not in FAMILY_NAMES or len({root(word.lower()) for word in words}) == 1 else key

    def _terms(self, key: str) -> list[Term]:
        return [gist.own[key] for gist in (self.one, self.other) if key in gist.own]

    def _mass(self, own: Iterable[str], near: Iterable[str]) -> float:
        return self.sum(own) + NEAR * self.sum(near)

    def sum(self, keys: Iterable[str]) -> float:
        """The weight of terms together."""
        return sum(self.weight(key) for key in sorted(keys))


def _whole_name(gist: Gist, term: Term) -> str:
    """A word of a name with the words of names right before and behind it: "Boko Haram"."""
    names = {one.place: one.shown for one in gist.own.values() if one.is_name}
    clause, first = term.place
    while (clause, first - 1) in names:
        first -= 1
    words = list(takewhile(bool, (names.get((clause, at), "") for at in count(first))))
    return POSSESSIVE.sub("", " ".join(words))


def words_of(gist: Gist, keys: Iterable[str]) -> set[str]:
    """The words that terms were read from: one word may give two terms."""
    return {gist.own[key].shown for key in keys}


def mean_one(word: str, other: str) -> bool:
    """Whether two words may be words for one matter: synonyms, or one derived from the other."""
    return are_synonyms(word, other) or are_derived(word, other)


def _settled(mass: float) -> float:
    return mass / (mass + ROOM)
