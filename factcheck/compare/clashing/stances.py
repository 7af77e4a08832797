"""Whether a sentence is for a claim, against it, or only observes that it goes round.

A linear model over some forty signs, each of which a reader can name: a denial, a hedge, a question mark, "will". Its
weights are in `lexicon/learned/stance_weights.txt`, learned by `scripts/learned`. It reads headlines and statements
in English, knows nothing of the world, and judges only a sentence that is about the claim: the caller has to see to it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import cache, lru_cache
from typing import NamedTuple

from factcheck.compare.findings import Span
from factcheck.compare.language.numerals import is_number
from factcheck.compare.language.phrases import Phrases
from factcheck.compare.language.signals import (
    DENIALS,
    NEGATIONS,
    RIVALS,
    Signal,
    are_rivals,
    carries_content,
    groups_of,
    signals_in,
)
from factcheck.compare.lexicon import lines_of
from factcheck.compare.locating.paraphrase import stem
from factcheck.compare.words.plain_words import phrase, read, settled

LONGEST = 2_000  # characters of a sentence that are read
LONG = 20  # words
REACH = 4  # words behind a negation that it turns round
TURNS_ASIDE = frozenset({"so", "because", "after", "who", "to"})


class Stance(StrEnum):
    """What a sentence does with a claim: asserts it, denies it, or passes it on."""

    FOR = "for"
    AGAINST = "against"
    OBSERVING = "observing"


class Told(NamedTuple):
    """A claim or a sentence as read for its stance."""

    text: str
    plain: tuple[str, ...]
    signals: Counter[Signal]
    denials: int
    doubts: Counter[str]
    prospects: Counter[str]

    @property
    def content(self) -> frozenset[str]:
        return frozenset(stem(word) for word in self.plain if carries_content(word))

    @property
    def negations(self) -> list[int]:
        return [at for at, word in enumerate(self.plain) if word in NEGATIONS]


def stance(claim: str, sentence: str) -> Stance:
    """What a sentence says of a claim that it is about."""
    sums = [0.0] * len(Stance)
    for name, value in features(claim, sentence).items():
        for at, weight in enumerate(weights().get(name, ())):
            sums[at] += weight * value
    return list(Stance)[sums.index(max(sums))]


def features(claim: str, sentence: str) -> dict[str, float]:
    """The signs that the model weighs, by name; a sign that is absent is left out."""
    asked, told = _told(claim), _told(sentence)
    found = {"always": 1.0, "length": min(1.5 * LONG, len(told.plain)) / LONG}
    found["claim covered"] = len(asked.content & told.content) / max(1, len(asked.content))
    for name in (*_signals(asked, told), *_negations(asked, told), *_marks(told), *_of_claim(asked, told)):
        found[name] = 1.0
    return found


@cache
def weights() -> dict[str, tuple[float, ...]]:
    """What each sign says for each stance, in the order of `Stance`."""
    lines = (line.rpartition(":") for line in lines_of("learned/stance_weights"))
    return {name: tuple(map(float, numbers.split())) for name, _, numbers in lines}


def _signals(asked: Told, told: Told) -> Iterator[str]:
    """Words that the claim has not: of doubt, of saying, of speakers, of plans."""
    for signal in told.signals - asked.signals:
        yield signal.kind
        if signal.kind != "speaker":
            yield f"{signal.kind} {signal.group}"
    if told.denials > asked.denials:
        yield "denial"
    for kind, groups in (("doubt", told.doubts - asked.doubts), ("prospect", told.prospects)):
        for group in groups:
            yield kind
            yield f"{kind} {group}"


def _negations(asked: Told, told: Told) -> Iterator[str]:
    """What a negation that the claim has not stands before."""
    places = told.negations
    if len(places) < len(asked.negations):
        yield "negation lost"
    if len(places) <= len(asked.negations):
        return
    stems = [stem(word) for word in told.plain]
    if any(not asked.content.isdisjoint(stems[at + 1 : at + 1 + REACH]) for at in places):
        yield "negation of the claim's words"
    if any(not TURNS_ASIDE.isdisjoint(told.plain[max(0, at - REACH) : at]) for at in places):
        yield "negation in an aside"
    if places[0] == 0:
        yield "negation first"


def _marks(told: Told) -> Iterator[str]:
    if "?" in told.plain:
        yield "question"
    if told.plain[-1:] == ("?",):
        yield "question last"
    if ":" in told.text:
        yield "colon"


def _of_claim(asked: Told, told: Told) -> Iterator[str]:
    """What kind of claim it is, and what the sentence has in place of the claim's words."""
    if "will" in asked.plain:
        yield "claim says will"
    if asked.prospects:
        yield "claim of a prospect"
    if any(signal.kind == "hedge" for signal in asked.signals):
        yield "claim hedged"
    if any(map(is_number, asked.plain)):
        yield "claim with a number"
    if _has_rivals(asked.plain, told.plain):
        yield "rival word"


def _has_rivals(asked: Sequence[str], told: Sequence[str]) -> bool:
    return any(are_rivals(a, b) for a in (set(asked) - set(told)) & RIVALS.keys() for b in set(told) - set(asked))


@lru_cache(maxsize=4_096)
def _told(text: str) -> Told:
    words = settled(read(text, Span(0, min(len(text), LONGEST))))
    plain = tuple(word.plain for word in words)
    return Told(
        text,
        plain,
        signals_in(words),
        sum(1 for _ in DENIALS.find(plain)),
        Counter(group for _, group in DOUBTS.find(plain)),
        Counter(group for _, group in PROSPECTS.find(plain)),
    )


def _phrases_of(name: str) -> Phrases[str]:
    return Phrases((phrase(entry), group) for group, entry in groups_of(name))


DOUBTS, PROSPECTS = _phrases_of("en/clashing/doubts"), _phrases_of("en/clashing/prospects")
