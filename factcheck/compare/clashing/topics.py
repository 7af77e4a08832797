"""What two statements share, how sure that makes their topic, and what of it one denies and the other asserts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from math import sqrt
from typing import NamedTuple

from factcheck.compare.clashing.clauses import FAMILY_NAMES, root
from factcheck.compare.clashing.denials import SOMEBODY, Denial
from factcheck.compare.clashing.gists import Gist, Term
from factcheck.compare.language.noun_classes import class_of
from factcheck.compare.language.word_relations import are_antonyms, are_derived, are_synonyms

NEAR = 0.4  # what a term counts that only stands around one of the two
ROOM = 1.5  # weight of shared terms at which half is known of how sure a topic is
LEAST_SHARED = 2  # words that make two statements speak of one fact
NEARLY_ALL = 0.75  # of what a denial speaks of: enough to know the event by, whatever word is used for it
HALF = 0.5  # of the shorter statement
MOST_DENIED = 0.6  # of what a denial speaks of: who denies so much denies it too
ENOUGH = 2.0  # weight of shared terms
OTHER_WORD = 0.6  # what is left of a denial if a synonym of its event is said, which may mean something else
ALONE = 0.4  # what is left of a denial where nothing that takes part in it stands in the other statement's words
LITTLE = 0.25  # weight: a denial of one common word is met too easily
LEAST_SIZE = 1.5  # weight: a fragment's one word is no topic
TYPICAL = 0.85  # weight of a term that is not shared: the rarity of those alone need be known that are

LEAST_LIMITED = 4  # terms that a limit may be set to
LEAST_APART = 3  # words that two have in common if the names around them are others
LONG_ROOT = 5  # letters of a root that no two words have by chance
REFUSING = ("refus", "declin")
ADVERB = "ly"
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
    def is_one_setting(self) -> bool:
        """Whether a name stands in or around both, or one of them has none: what shares no name is of two events."""
        one, other = self.one.setting, self.other.setting
        return not (one and other) or not one.isdisjoint(other)

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
        is denied; it must speak of who and what takes part in it; and it must deny nothing of it itself.
        """
        met = {key: said for key in sorted(denial.scope) if (said := _asserted(other, gist, key))}
        if not met or other.disputes or self._denies_it_too(denial, gist, other):
            return None
        coverage, share = self._coverage(denial, gist, met.keys()), self._denied_of(other, denial)
        focus = [key for key in sorted(met) if key in denial.focus and _is_event(gist.own[key])]
        if not focus and coverage >= NEARLY_ALL and share >= HALF:  # another verb is another word for the event
            focus = [key for key in sorted(met) if not gist.own[key].is_name]
        part = self._taking_part(denial, gist, other, gist.own[focus[0]].shown) if focus else 0.0
        if not part or self._denies_opposite(denial, gist, other):
            return None
        shared, near = self.own | met.keys(), {key for key in self.near if self._is_name(key)}
        is_whole = coverage >= NEARLY_ALL and (part == 1.0 or len(_words(gist, shared)) >= LEAST_APART)
        if not (self.is_one_setting or is_whole):
            return None
        sureness = max(coverage, share) * _settled(self._mass(shared, near))
        if root(gist.own[focus[0]].shown.lower()) != root(met[focus[0]].lower()) and focus[0] not in other.own:
            sureness *= OTHER_WORD
        return Contest(met[focus[0]], sureness * (ALONE + (1 - ALONE) * part))

    def _taking_part(self, denial: Denial, gist: Gist, other: Gist, event: str) -> float:
        """How much of who and what takes part in a denied event the other statement speaks of, from 0 to 1.

        What only stands around it counts less. If the denial names somebody, one of those named must be there; if it
        speaks of the event alone, a name that both share says whose it is.
        """
        parts = [key for key in sorted(denial.scope) if gist.own[key].shown != event]
        names = [key for key in parts if gist.own[key].is_name]
        if names and not any(key in other.own or key in other.around for key in names):
            return 0.0
        if denial.shown.startswith(REFUSING) and not self._has_agent(denial, parts, gist, other):
            return 0.0
        if not parts:
            return NEAR if any(map(self._is_name, self.own | self.near)) else 0.0
        there = sum(self.weight(key) * self._there(key, gist, other) for key in parts)
        return there / self._sum(parts)

    def _has_agent(self, denial: Denial, parts: Iterable[str], gist: Gist, other: Gist) -> bool:
        """Whether somebody who does not want to do something is in the other statement too: others may do it."""
        somebody = [key for key in parts if not (gist.own[key].is_name or _is_event(gist.own[key]))]
        agents = somebody or [key for key in parts if gist.own[key].is_name]
        if not agents:
            return not denial.shown.split()[0].endswith("ing")  # "executed for refusing to …" does not say who refused
        return not other.own.keys().isdisjoint(agents)

    def _there(self, key: str, gist: Gist, other: Gist) -> float:
        """How surely a statement speaks of a matter of the other one: in its words, or in those around it."""
        if key in other.own or any(_mean_one(gist.own[key].shown, term.shown) for term in other.own.values()):
            return 1.0
        return NEAR if key in other.around else 0.0

    def _denies_it_too(self, denial: Denial, gist: Gist, other: Gist) -> bool:
        """Whether the other statement denies the same, or speaks of most of it in what it denies."""
        if any(_denies_too(other, gist, key) for key in sorted(denial.focus)):
            return True
        return any(
            self._sum(denial.scope & theirs.scope) >= MOST_DENIED * self._sum(denial.scope) for theirs in other.denials
        )

    def _denies_opposite(self, denial: Denial, gist: Gist, other: Gist) -> bool:
        """Whether what is denied is the opposite of what the other says: "not with high hopes" and "with low hopes"."""
        denied = [gist.own[key].shown for key in sorted(denial.scope - other.own.keys()) if not gist.own[key].is_name]
        said = [term.shown for key, term in sorted(other.own.items()) if key not in denial.scope and not term.is_name]
        return any(are_antonyms(left, right) for left, right in product(denied, said))

    def _denied_of(self, other: Gist, denial: Denial) -> float:
        """What share of the other statement, by the weight of its terms, is denied."""
        return self._sum(other.own.keys() & denial.scope) / (self._sum(other.own.keys()) + LITTLE)

    @property
    def is_limited(self) -> bool:
        """Whether one of the two limits what both say ("only if …"), and the other says it as it is."""
        limited, other = (self.one, self.other) if self.one.limits else (self.other, self.one)
        is_said = len(self.own) >= LEAST_LIMITED and not any(term.is_open for term in other.own.values())
        return bool(limited.limits) and not other.limits and is_said

    @cached_property
    def opposed(self) -> Contest | None:
        """Opposite words, neither denied, and how sure it is by all that both share that they speak of one fact."""
        for (_, left), (_, right) in self._opposite_terms():
            if self._is_of(self.one, left, self.other) and self._is_of(self.other, right, self.one):
                return Contest(f"{left.shown}” and “{right.shown}", _settled(self._mass(self.own, self.near)))
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
        return not before or self._there(before[-1], gist, other) > 0

    def _said_plainly(self, gist: Gist) -> list[tuple[str, Term]]:
        """The terms that are no names and that a statement says to be so, in order."""
        terms = sorted(gist.own.items())
        return [(key, term) for key, term in terms if not (term.is_name or term.is_open or key in gist.denied)]

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
        is_sure = said.is_name or key in FAMILY_NAMES or len(key) >= LONG_ROOT
        is_word = is_sure or _mean_one(denied.shown, said.shown)  # "care" and "car" are two words of one root
        return said.shown if is_one and is_word and not said.is_open and said.is_denied != denied.is_denied else ""
    if denied.is_name or denied.shown.endswith(ADVERB):
        return ""
    plain = (term for own, term in gist.own.items() if not (term.is_name or term.is_open or own in gist.denied))
    return next((term.shown for term in plain if _mean_one(denied.shown, term.shown)), "")


def _denies_too(gist: Gist, denying: Gist, key: str) -> bool:
    """Whether a statement denies what the other denies, in the same word or another form of it."""
    shown = denying.own[key].shown
    return any(key == own or _mean_one(shown, gist.own[own].shown) for own in gist.denied & gist.own.keys())


def _is_event(term: Term) -> bool:
    """Whether a matter may be what happened: no name, nor a person or a body that takes part in it."""
    return not (term.is_name or class_of(term.shown.lower()) in SOMEBODY)


def _mean_one(word: str, other: str) -> bool:
    return are_synonyms(word, other) or are_derived(word, other)


def _settled(mass: float) -> float:
    return mass / (mass + ROOM)
