"""One row's changes made ready for judging: what each side has that the other has not.

Words and signals that only moved inside the row have their counterpart in another change of it, and count on
neither side.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from factcheck.compare.findings import Span
from factcheck.compare.judging.row.sides import MARK, PRONOUNS, SHORTEST_SPEECH, Phrase, RowSide
from factcheck.compare.language.phrases import Phrases, Word
from factcheck.compare.language.signals import Signal, carries_content
from factcheck.compare.language.word_relations import are_derived

NEAR = 6  # words
CLAUSE = PHRASE = 4  # words of content: a clause has at least so many, a phrase at most


@dataclass(frozen=True)
class Half:
    """One side of one change: a phrase, and those of its words and signals that have no counterpart in the row."""

    phrase: Phrase
    alone: list[Word]
    signals: Counter[Signal]

    def is_alone(self, word: Word) -> bool:
        """Whether it is among the words that have no counterpart."""
        return word in self._alone

    @cached_property
    def _alone(self) -> frozenset[Word]:
        return frozenset(self.alone)

    @cached_property
    def read_alone(self) -> list[Word]:
        """The words without counterpart; for those of a set phrase the words that say the same as the phrase."""
        in_phrases, stand_for = set[Word](), list[Word]()
        for at, words, _ in self.side.set_phrases:
            phrase = [self.side.words[place] for place in at]
            if any(map(self.is_alone, phrase)) and at[0] < self.places.stop and self.places.start <= at[-1]:
                in_phrases |= set(phrase)
                stand_for += [Word(word, phrase[0].start, phrase[-1].end) for word in words]
        return [word for word in self.alone if word not in in_phrases] + stand_for

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
    def places(self) -> range:
        """Which of the row's words it reaches into: the whole of an amount of which a part changed."""
        return self.side.places(self.span)

    @cached_property
    def touched(self) -> list[Word]:
        return self.side.words[self.places.start : self.places.stop]

    def has_of(self, phrases: Phrases[str]) -> set[str]:
        """The labels of those phrases of a list in the row that it reaches into."""
        return {label for where, label in self.side.found(phrases) if range_overlap(where, self.places)}

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
        side = self.side
        return [word.plain for word in self.alone if side.is_name(word) or side.opens_with_name(word)]

    @cached_property
    def has_cue(self) -> bool:
        """Whether it holds words of saying, moved ones with them."""
        return any(signal.kind == "cue" for _, signal in self.phrase.signals)

    @cached_property
    def is_quoted(self) -> bool:
        """Whether it lies inside quotation marks."""
        return any(q.start < self.span.start and self.span.end < q.end for q in self.side.quotations)

    @cached_property
    def has_mark(self) -> bool:
        """Whether a quotation opens or closes in it."""
        return MARK.search(self.side.text, self.span.start, self.span.end) is not None

    @cached_property
    def quoted_words(self) -> list[Word]:
        """Its words of content that stand in a quotation and have no counterpart."""
        return [word for word in self.content if any(q.start < word.start < q.end for q in self.side.quotations)]

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

    @property
    def replaces(self) -> bool:
        """Whether content stands in the place of content."""
        return bool(self.left.content and self.right.content)

    @property
    def is_phrase(self) -> bool:
        return max(len(half.content) for half in self.halves) <= PHRASE

    @cached_property
    def is_aside(self) -> bool:
        """Whether one side is a clause that the other has nothing for."""
        return any(
            len(half.content) >= CLAUSE and len(other.content) * CLAUSE <= len(half.content)
            for half, other in (self.halves, self.halves[::-1])
        )


def range_overlap(one: range, other: range) -> bool:
    return one.start < other.stop and other.start < one.stop


def read_changes(left: RowSide, right: RowSide, spans: Sequence[tuple[Span, Span]]) -> list[Change]:
    """The changes of one row, their halves freed of what only moved."""
    if not spans:
        return []
    lost, gained = [left.phrase(a) for a, _ in spans], [right.phrase(b) for _, b in spans]
    words = _words(lost), _words(gained)
    signals = _signals(lost), _signals(gained)
    went, came = words[0] - words[1], words[1] - words[0]
    halves = _halves(lost, went, signals[0] - signals[1], came), _halves(gained, came, signals[1] - signals[0], went)
    return [Change(*both) for both in zip(*halves, strict=True)]


def _halves(
    phrases: list[Phrase], words: Counter[str], signals: Counter[Signal], others: Counter[str]
) -> Iterator[Half]:
    """The halves of one side: of its words and signals those that have no counterpart among the other's, `others`."""
    for phrase in phrases:
        kept = (
            signal
            for where, signal in phrase.signals
            if signal in signals and not _is_in_another_form(phrase.words, where, others)
        )
        yield Half(phrase, [word for word in phrase.words if word.plain in words], Counter(kept))


def _is_in_another_form(words: Sequence[Word], where: range, others: Counter[str]) -> bool:
    """Whether a signal of one word is there in another form: "reported" and "reports", "failed" and "failure"."""
    return len(where) == 1 and any(are_derived(words[where[0]].plain, other) for other in others)


def _words(phrases: list[Phrase]) -> Counter[str]:
    return Counter(word.plain for phrase in phrases for word in phrase.words)


def _signals(phrases: list[Phrase]) -> Counter[Signal]:
    return Counter(signal for phrase in phrases for _, signal in phrase.signals)
