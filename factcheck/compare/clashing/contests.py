"""What one statement denies and the other says to be so, and how likely people find the two worth seeing side by side.

What both deny, and what is denied of the opposite, is no contest. All else is weighed by its signs: what of the denial
the other statement speaks of, who and what takes part in it, how it is denied, and what stands around the two.
`lexicon/learned/contest_weights.txt` has the weight of each sign; `scripts/learned/contest_weights.py` learns them from
pairs of statements that people labelled, by logistic regression.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import product
from math import exp
from typing import NamedTuple

from factcheck.compare.clashing.clauses import FAMILY_NAMES, root
from factcheck.compare.clashing.denials import SOMEBODY, Denial
from factcheck.compare.clashing.gists import Gist, Term
from factcheck.compare.clashing.topics import NEAR, SharedTopic, mean_one, words_of
from factcheck.compare.language.noun_classes import class_of, meanings_of
from factcheck.compare.language.word_relations import are_antonyms
from factcheck.compare.lexicon import lines_of

LEAST_CHANCE = 0.3  # of a contest, below which none is told
HALF = 0.5
MOST_DENIED = 0.6  # of what a denial speaks of: who denies so much denies it too
LITTLE = 0.25  # weight: a denial of one common word is met too easily
MOST_DENIALS = 3
LONG_ROOT = 5  # letters of a root that no two words have by chance
REFUSING = ("refus", "declin")
ADVERB = "ly"


class Contest(NamedTuple):
    """A word that one statement denies and the other says, and how likely the two are worth showing, from 0 to 1."""

    word: str
    chance: float


@dataclass(frozen=True)
class Contradicted:
    """A denial of one statement beside another statement, with what both share."""

    topic: SharedTopic
    denial: Denial
    gist: Gist
    other: Gist

    def contest(self) -> Contest | None:
        """The word they disagree about; None unless the other says the event denied, or half of what is denied."""
        if not (self.event and self.denial.focus) or not (self.focus or self.covered >= HALF):
            return None
        if self.other.disputes or self._is_denied_too() or self._is_of_opposite():
            return None
        return Contest(self.met[self.event], _chance(self.signs))

    @cached_property
    def met(self) -> Mapping[str, str]:
        """The keys of what is denied that the other says to be so, each with its word for it."""
        said = {key: _asserted(self.other, self.gist, key) for key in sorted(self.denial.scope)}
        return {key: word for key, word in said.items() if word}

    @cached_property
    def focus(self) -> list[str]:
        """What is met of the event denied, in the order of the words."""
        own = self.gist.own
        events = (key for key in self.met if key in self.denial.focus and _is_event(own[key]))
        return sorted(events, key=lambda key: (own[key].place, key))

    @cached_property
    def event(self) -> str:
        """What is met first: of the event, or else of the rest, as another verb may be another word for the event."""
        plain = [key for key in self.met if not self.gist.own[key].is_name]
        return next(iter(self.focus or sorted(plain, key=lambda key: (not _is_event(self.gist.own[key]), key))), "")

    @cached_property
    def covered(self) -> float:
        """What share of what is denied the other says, by the weight of words: one word may give two terms."""
        scope = self.denial.scope
        weights = dict[str, float]()
        for key in sorted(scope):
            word = self.gist.own[key].shown
            weights[word] = max(weights.get(word, 0.0), self.topic.weight(key))
        said = words_of(self.gist, self.met)
        around = words_of(self.gist, scope & self.topic.near) - said
        shares = (weights[word] * (1.0 if word in said else NEAR) for word in sorted(said | around))
        return sum(shares) / (sum(weights.values()) + LITTLE)

    @cached_property
    def signs(self) -> dict[str, float]:
        """The signs of a contest, by name, each from 0 to 1; one that is absent is left out."""
        found = (("always", 1.0), *self._of_denial(), *self._of_pair())
        return {name: float(value) for name, value in found if value}

    def _of_denial(self) -> Iterator[tuple[str, float]]:
        event = self.gist.own[self.event]
        yield "noun", bool(meanings_of(event.shown.lower()))
        yield "covered", self.covered
        yield "taking part", self._taking_part()
        yield "refused by others", self.denial.shown.startswith(REFUSING) and not self._has_agent()

    def _of_pair(self) -> Iterator[tuple[str, float]]:
        denials = len(self.gist.denials) + len(self.other.denials)
        yield "names in common", self._names_in_common()
        yield "other setting", bool(self.gist.setting and self.other.setting) and not self._common
        yield "both deny", bool(self.other.denials)
        yield "denials", min(denials, MOST_DENIALS) / MOST_DENIALS
        yield "called untrue", self.gist.disputes

    def _names_in_common(self) -> float:
        """What share of the names in and around one stands in and around the other too; half where one has none."""
        least = min(self.topic.sum(self.gist.setting), self.topic.sum(self.other.setting))
        return self.topic.sum(self._common) / least if least else HALF

    @cached_property
    def _common(self) -> frozenset[str]:
        return self.gist.setting & self.other.setting

    def _is_denied_too(self) -> bool:
        """Whether the other statement denies the same, or speaks of most of it in what it denies."""
        if any(self._is_said_alike(key) for key in self.denial.focus):
            return True
        if any(_denies_too(self.other, self.gist, key) for key in sorted(self.denial.focus)):
            return True
        most, weigh = MOST_DENIED * self.topic.sum(self.denial.scope), self.topic.sum
        return any(weigh(self.denial.scope & theirs.scope) >= most for theirs in self.other.denials)

    def _is_said_alike(self, key: str) -> bool:
        """Whether both say the event to be so, one by denying its opposite: "closed" and "not reopened"."""
        own, theirs = self.gist.own.get(key), self.other.own.get(key)
        return key in FAMILY_NAMES and own is not None and theirs is not None and own.is_denied == theirs.is_denied

    def _is_of_opposite(self) -> bool:
        """Whether what is denied is the opposite of what the other says: "not with high hopes" and "with low hopes"."""
        scope, own = self.denial.scope, self.other.own
        denied = [self.gist.own[key].shown for key in sorted(scope - own.keys()) if not self.gist.own[key].is_name]
        said = [term.shown for key, term in sorted(own.items()) if key not in scope and not term.is_name]
        return any(are_antonyms(left, right) for left, right in product(denied, said))

    def _taking_part(self) -> float:
        """How much of who and what takes part in a denied event the other statement speaks of, from 0 to 1.

        What only stands around it counts less. If the denial names somebody, one of those named must be there; if it
        speaks of the event alone, a name that both share says whose it is.
        """
        parts = self._parts
        names = [key for key in parts if self.gist.own[key].is_name]
        if names and not any(key in self.other.own or key in self.other.around for key in names):
            return 0.0
        if not parts:
            return NEAR if self.topic.has_name else 0.0
        there = sum(self.topic.weight(key) * self.topic.there(key, self.gist, self.other) for key in parts)
        return there / self.topic.sum(parts)

    def _has_agent(self) -> bool:
        """Whether somebody who does not want to do something is in the other statement too: others may do it."""
        somebody = [key for key in self._parts if not (self.gist.own[key].is_name or _is_event(self.gist.own[key]))]
        agents = somebody or [key for key in self._parts if self.gist.own[key].is_name]
        if not agents:  # "executed for refusing to …" does not say who refused
            return not self.denial.shown.split()[0].endswith("ing")
        return not self.other.own.keys().isdisjoint(agents)

    @cached_property
    def _parts(self) -> list[str]:
        """Who and what takes part in what is denied."""
        event = self.gist.own[self.event].shown
        return [key for key in sorted(self.denial.scope) if self.gist.own[key].shown != event]


def _asserted(gist: Gist, denying: Gist, key: str) -> str:
    """The word by which a statement says what the other denies by some term; empty if it does not."""
    denied, said = denying.own[key], gist.own.get(key)
    if said:
        is_one = said.is_name == denied.is_name or root(said.shown.lower()) == root(denied.shown.lower())
        is_sure = said.is_name or key in FAMILY_NAMES or len(key) >= LONG_ROOT
        is_word = is_sure or mean_one(denied.shown, said.shown)  # "care" and "car" are two words of one root
        return said.shown if is_one and is_word and not said.is_open and said.is_denied != denied.is_denied else ""
    if denied.is_name or denied.shown.endswith(ADVERB):
        return ""
    plain = (term for own, term in gist.own.items() if not (term.is_name or term.is_open or own in gist.denied))
    return next((term.shown for term in plain if mean_one(denied.shown, term.shown)), "")


def _denies_too(gist: Gist, denying: Gist, key: str) -> bool:
    """Whether a statement denies what the other denies, in the same word or another form of it."""
    shown = denying.own[key].shown
    return any(key == own or mean_one(shown, gist.own[own].shown) for own in gist.denied & gist.own.keys())


def _is_event(term: Term) -> bool:
    """Whether a matter may be what happened: no name, nor a person or a body that takes part in it."""
    return not (term.is_name or class_of(term.shown.lower()) in SOMEBODY)


def _chance(signs: Mapping[str, float]) -> float:
    return 1 / (1 + exp(-sum(weights().get(name, 0.0) * value for name, value in signs.items())))


@cache
def weights() -> dict[str, float]:
    """The weight of each sign in `lexicon/learned/contest_weights.txt`."""
    lines = (line.split(" ", 1) for line in lines_of("learned/contest_weights"))
    return {sign: float(weight) for weight, sign in lines}
