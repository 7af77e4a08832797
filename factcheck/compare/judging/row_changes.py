"""One row's changes made ready for judging: what each side has that the other has not.

Words and signals that only moved inside the row have their counterpart in another change of it, and count on
neither side.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import NamedTuple

import regex

from factcheck.compare.findings import Span
from factcheck.compare.language.american_spelling import american
from factcheck.compare.language.phrases import Word
from factcheck.compare.language.signals import Signal, carries_content, find_signals, signals_in
from factcheck.compare.lexicon import words_of
from factcheck.compare.words.plain_words import MONTHS, read, settled
from factcheck.compare.words.quotations import quotations_in

DAYS = frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
PRONOUNS = words_of("en/words/pronouns")
NO_NAMES = MONTHS | DAYS | frozenset(map(american, words_of("en/words/titles"))) | {"i"}
LONGEST_PARAGRAPH = 5_000
SHORTEST_SPEECH = 20
NEAR = 6  # words
MARK = regex.compile(r"[\"“”„«»「」]|''|(?<![\p{L}\p{N}])['‘’]|['‘’](?![\p{L}\p{N}])")
OPENERS = " \t\"'“”‘’([—–-"
SENTENCE_ENDS = ".!?:…\n"


class RowSide:
    """One text's half of a row, read once."""

    def __init__(self, text: str, span: Span) -> None:
        self.text, self.span = text, span
        self._within: dict[Span, list[Word]] = {}

    def within(self, span: Span) -> list[Word]:
        if span not in self._within:
            self._within[span] = settled(read(self.text, span))
        return self._within[span]

    def phrase(self, span: Span) -> Phrase:
        words = self.within(span)
        return Phrase(self, span, words, list(find_signals(words)))

    @cached_property
    def words(self) -> list[Word]:
        return self.within(self.span)

    @cached_property
    def signals(self) -> Counter[Signal]:
        return signals_in(self.words)

    def around(self, span: Span) -> list[Word]:
        """The words of a span and the nearest few before and after it."""
        first = bisect_left(self.words, span.start, key=attrgetter("start"))
        last = bisect_left(self.words, span.end, key=attrgetter("start"))
        return self.words[max(0, first - NEAR) : last + NEAR]

    @cached_property
    def quotations(self) -> list[Span]:
        """The quotations of the row's paragraph that reach into the row."""
        start = max(self.text.rfind("\n", 0, self.span.start) + 1, self.span.start - LONGEST_PARAGRAPH)
        found = quotations_in(self.text, Span(start, self.span.end))
        return [quotation for quotation in found if quotation.end > self.span.start]

    @cached_property
    def has_speech(self) -> bool:
        """Whether the row gives somebody's words, or opens or closes in the middle of them."""
        return any(q.end - q.start >= SHORTEST_SPEECH for q in self.quotations) or bool(
            MARK.match(self.text, self.span.start) or MARK.match(self.text, self.span.end - 1)
        )

    @cached_property
    def is_shouted(self) -> bool:
        return self.span.of(self.text).isupper()

    def is_name(self, word: Word) -> bool:
        """Whether a word has a capital that neither its place nor the row's capitals explain."""
        if not self.text[word.start].isupper() or word.plain in NO_NAMES or word.plain in PRONOUNS or self.is_shouted:
            return False
        before = self.text[max(self.span.start, word.start - 6) : word.start].rstrip(OPENERS)
        return bool(before) and before[-1] not in SENTENCE_ENDS


class Phrase(NamedTuple):
    """A span of one side, read: its words, and its signals with the positions of the words that give them."""

    side: RowSide
    span: Span
    words: list[Word]
    signals: list[tuple[range, Signal]]


@dataclass(frozen=True)
class Half:
    """One side of one change: a phrase, and those of its words and signals that have no counterpart in the row."""

    phrase: Phrase
    alone: list[Word]
    signals: Counter[Signal]

    @property
    def side(self) -> RowSide:
        return self.phrase.side

    @property
    def span(self) -> Span:
        return self.phrase.span

    @property
    def words(self) -> list[Word]:
        return self.phrase.words

    @cached_property
    def content(self) -> list[Word]:
        """The words with no counterpart that are neither signals nor words that only hold a sentence together."""
        signals = {self.words[at] for where, _ in self.phrase.signals for at in where}
        return [word for word in self.alone if word not in signals and carries_content(word.plain)]

    @cached_property
    def weight(self) -> int:
        """How many words of content it holds, moved ones with them."""
        return sum(carries_content(word.plain) for word in self.words) - sum(self.signals.values())

    @cached_property
    def is_bare(self) -> bool:
        """Whether it holds no word but those that only hold a sentence together."""
        return not any(carries_content(word.plain) or word.plain in PRONOUNS for word in self.words)

    @cached_property
    def names(self) -> list[str]:
        return [word.plain for word in self.alone if self.side.is_name(word)]

    @cached_property
    def is_quoted(self) -> bool:
        """Whether it lies inside quotation marks."""
        return any(q.start < self.span.start and self.span.end < q.end for q in self.side.quotations)

    @cached_property
    def has_mark(self) -> bool:
        """Whether a quotation opens or closes in it."""
        return MARK.search(self.side.text, self.span.start, self.span.end) is not None

    @cached_property
    def quotes(self) -> bool:
        """Whether it is mostly somebody's words, set in quotation marks."""
        quoted = sum(max(0, min(q.end, self.span.end) - max(q.start, self.span.start)) for q in self.side.quotations)
        return quoted >= SHORTEST_SPEECH and 2 * quoted >= self.span.end - self.span.start

    def count(self, kind: str) -> int:
        return sum(count for signal, count in self.signals.items() if signal.kind == kind)

    def groups(self, kind: str) -> set[str]:
        return {signal.group for signal in self.signals if signal.kind == kind}


@dataclass(frozen=True)
class Change:
    """A phrase of the original and what the version has for it."""

    left: Half
    right: Half

    @property
    def halves(self) -> tuple[Half, Half]:
        return self.left, self.right


def read_changes(left: RowSide, right: RowSide, spans: Sequence[tuple[Span, Span]]) -> list[Change]:
    """The changes of one row, their halves freed of what only moved."""
    lost, gained = [left.phrase(a) for a, _ in spans], [right.phrase(b) for _, b in spans]
    return [Change(*halves) for halves in zip(_halves(lost, gained), _halves(gained, lost), strict=True)]


def _halves(own: list[Phrase], other: list[Phrase]) -> list[Half]:
    words = _words(own) - _words(other)
    signals = _signals(own) - _signals(other)
    return [
        Half(
            phrase,
            [word for word in phrase.words if word.plain in words],
            Counter(signal for _, signal in phrase.signals if signal in signals),
        )
        for phrase in own
    ]


def _words(phrases: list[Phrase]) -> Counter[str]:
    return Counter(word.plain for phrase in phrases for word in phrase.words)


def _signals(phrases: list[Phrase]) -> Counter[Signal]:
    return Counter(signal for phrase in phrases for _, signal in phrase.signals)
