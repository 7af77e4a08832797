"""One text's half of a row, read once: its words, signals, quotations and names."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from operator import attrgetter
from typing import Any, NamedTuple

import regex

from factcheck.compare.findings import Span
from factcheck.compare.judging.row.headline_credits import headline_credits_in
from factcheck.compare.judging.row.like_signals import like_signals
from factcheck.compare.judging.row.mere_mentions import only_mentions
from factcheck.compare.judging.row.tenses import Verb, verbs_done, verbs_to_come
from factcheck.compare.judging.row.viewpoints import viewpoints_in
from factcheck.compare.judging.row.voices import is_loaded, voices_in
from factcheck.compare.language.american_spelling import american
from factcheck.compare.language.figure_wordings import as_told
from factcheck.compare.language.noun_classes import class_of
from factcheck.compare.language.numerals import is_number
from factcheck.compare.language.phrases import Phrases, Word
from factcheck.compare.language.set_phrases import SetPhrase, set_phrases_in
from factcheck.compare.language.signals import Signal, carries_content, find_signals, signals_in
from factcheck.compare.language.word_relations import is_known_word
from factcheck.compare.lexicon import words_of
from factcheck.compare.words.plain_words import MONTHS, plain_forms, read, settled
from factcheck.compare.words.quotations import quotations_in

DAYS = words_of("en/words/days")
PRONOUNS = words_of("en/words/pronouns")
NO_NAMES = MONTHS | DAYS | frozenset(map(american, words_of("en/words/titles"))) | {"i", "we", "you"}
LONGEST_PARAGRAPH = 5_000
SHORTEST_SPEECH = 20
SPEAKING = frozenset(["person", "occupation", "organisation", "document"])
FAR = 400  # characters
NO_FIRST_NAMES = frozenset([None, "calendar", "unit"])  # classes of "yesterday" and of what is no noun
ALLEGED, ADDING = "alleged", frozenset(["also", "has", "have", "had"])
HEARSAY = "hearsay"
BELIEF = "belief"
DENIES = "denies"
CLAIM = Signal("cue", "claims")
VOICE = Signal("cue", "says")  # of a verb of saying that stands in no list of stances
LOADED_VOICE = Signal("cue", "jeers")
CAPITAL = regex.compile(r"\b\p{Lu}\p{Ll}[\p{L}’'-]*+")
MARK = regex.compile(r"[\"“”„«»「」]|''|(?<![\p{L}\p{N}])['‘’]|['‘’](?![\p{L}\p{N}])")
LONE_END = regex.compile(r"^[^\"“”\n]{20,}?[,.!?…](?:[”\"]|''?|’)(?=\s|$)", regex.MULTILINE)
OPENERS = " \t\"'“”‘’([—–-"
SENTENCE_ENDS = ".!?:…\n"


class RowSide:
    """One text's half of a row, read once."""

    def __init__(self, text: str, span: Span) -> None:
        self.text, self.span = text, span
        self._within: dict[Span, list[Word]] = {}
        self._found: dict[Phrases[Any], list[tuple[range, Any]]] = {}

    def within(self, span: Span) -> list[Word]:
        if span not in self._within:
            self._within[span] = settled(read(self.text, span))
        return self._within[span]

    def phrase(self, span: Span) -> Phrase:
        words = self.within(span)
        return Phrase(self, span, words, list(self._signals_among(words)))

    @cached_property
    def words(self) -> list[Word]:
        return self.within(self.span)

    @cached_property
    def told(self) -> list[Word]:
        """The words with each figure in one wording."""
        return as_told(self.words, self.text)

    @cached_property
    def places_of_signals(self) -> list[tuple[range, Signal]]:
        found = [
            (where, self._as_meant(where, signal))
            for where, signal in self._all_signals
            if self.words[where[0]].start not in self._like_signals
        ]
        taken = {at for where, _ in found for at in where}
        voices = [at for at, word in enumerate(self.words) if word.start in self.voices and at not in taken]
        return sorted(
            [*found, *((range(at, at + 1), self._voice(at)) for at in voices)], key=lambda pair: pair[0].start
        )

    def _voice(self, at: int) -> Signal:
        return LOADED_VOICE if is_loaded(self.words[at].plain) else VOICE

    @cached_property
    def _all_signals(self) -> list[tuple[range, Signal]]:
        return list(find_signals(self.words))

    @cached_property
    def _like_signals(self) -> frozenset[int]:
        """Where words begin that only read like signals, words of saying where nobody has said anything among them."""
        mentions = (
            self.words[where[0]].start
            for where, signal in self._all_signals
            if signal.kind == "cue" and signal.group != DENIES and only_mentions(self.text, self.words, where[0])
        )
        return frozenset(mentions).union(like_signals(self.text, self.words, self.is_name))

    def _as_meant(self, where: range, signal: Signal) -> Signal:
        """The signal that a phrase gives here: who "alleged" something speaks, and what is "alleged" is doubted."""
        if self.words[where[0]].plain != ALLEGED:
            return signal
        before = next((word for word in reversed(self.words[: where[0]]) if word.plain not in ADDING), None)
        is_verb = before is not None and (self._is_called(before) or class_of(before.plain) in SPEAKING)
        return CLAIM if is_verb else signal

    def _signals_among(self, words: Sequence[Word]) -> Iterator[tuple[range, Signal]]:
        """The signals of some of the row's words: those that begin here in the row, and those that only begin here."""
        alone = {where.start: (where, signal) for where, signal in find_signals(words)}
        past = 0
        for at, word in enumerate(words):
            if at < past:
                continue
            if found := self._signals_by_start.get(word.start):
                end, signal = found
                where = range(
                    at, next((later for later in range(at, len(words)) if words[later].start >= end), len(words))
                )
            elif at in alone and word.start not in self._like_signals:
                where, signal = alone[at]
            else:
                continue
            past = where.stop
            yield where, signal

    @cached_property
    def _signals_by_start(self) -> dict[int, tuple[int, Signal]]:
        """Where signals of the row end, by where they begin; hearsay and beliefs by each of their words.

        A change may begin in the middle of "according to reports" and of "police suspect".
        """
        found = {
            self.words[where[0]].start: (self.words[where[-1]].end, signal) for where, signal in self.places_of_signals
        }
        for where, signal in self.places_of_signals:
            if signal.group in (HEARSAY, BELIEF):
                found |= {self.words[at].start: (self.words[where[-1]].end, signal) for at in where}
        return found

    @cached_property
    def voices(self) -> frozenset[int]:
        """Where verbs begin that speak by how they stand, and credits without such a verb."""
        read = self.text, self.words, self._is_called
        return frozenset(
            self.words[at].start for at in (*voices_in(*read), *viewpoints_in(*read), *headline_credits_in(*read))
        )

    def _is_called(self, word: Word) -> bool:
        return self.is_name(word) or self.opens_with_name(word)

    @cached_property
    def signals(self) -> Counter[Signal]:
        return Counter(signal for _, signal in self.places_of_signals)

    @cached_property
    def cues(self) -> list[tuple[range, Signal]]:
        """Where words of saying stand."""
        return [(where, signal) for where, signal in self.places_of_signals if signal.kind == "cue"]

    def places(self, span: Span) -> range:
        """Which of the row's words a span reaches into."""
        first = bisect_right(self.words, span.start, key=attrgetter("end"))
        last = bisect_left(self.words, span.end, key=attrgetter("start"))
        return range(first, max(first, last))

    def found[Label](self, phrases: Phrases[Label]) -> list[tuple[range, Label]]:
        """Where phrases of a list stand among the row's words."""
        if phrases not in self._found:
            self._found[phrases] = list(phrases.find([word.plain for word in self.words]))
        return self._found[phrases]

    @cached_property
    def set_phrases(self) -> list[SetPhrase]:
        """The phrases of the row that say what one word says."""
        return set_phrases_in([word.plain for word in self.words])

    @cached_property
    def to_come(self) -> list[Verb]:
        """The verbs that tell of what is to come."""
        return verbs_to_come([word.plain for word in self.words])

    @cached_property
    def done(self) -> list[Verb]:
        """The verbs that tell of what was done."""
        return verbs_done([word.plain for word in self.words])

    @cached_property
    def quotations(self) -> list[Span]:
        """The quotations of the row's paragraph that reach into the row."""
        start = max(self.text.rfind("\n", 0, self.span.start) + 1, self.span.start - LONGEST_PARAGRAPH)
        found = [found for found in quotations_in(self.text, Span(start, self.span.end)) if found.end > self.span.start]
        closed = LONE_END.search(self.text, self.span.start, self.span.end)
        if closed and closed.end() <= min((quotation.start for quotation in found), default=self.span.end):
            found.insert(0, Span(self.span.start, closed.end()))  # opened in a sentence that is not at hand
        return found

    @cached_property
    def has_speech(self) -> bool:
        """Whether the row gives somebody's words, or opens or closes in the middle of them."""
        return any(q.end - q.start >= SHORTEST_SPEECH for q in self.quotations) or bool(
            MARK.match(self.text, self.span.start) or MARK.match(self.text, self.span.end - 1)
        )

    @cached_property
    def is_mostly_speech(self) -> bool:
        return 2 * sum(q.end - q.start for q in self.quotations) >= self.span.end - self.span.start

    @cached_property
    def is_shouted(self) -> bool:
        return self.span.of(self.text).isupper()

    def is_name(self, word: Word) -> bool:
        """Whether a word has a capital that neither its place nor the row's capitals explain; a date is no name."""
        if not self.text[word.start].isupper() or word.plain in NO_NAMES or word.plain in PRONOUNS or self.is_shouted:
            return False
        if is_number(word.plain):
            return False
        before = self.text[max(self.span.start, word.start - 6) : word.start].rstrip(OPENERS)
        return bool(before) and before[-1] not in SENTENCE_ENDS

    def opens_with_name(self, word: Word) -> bool:
        """Whether a word that opens a sentence is a name: no word of the language, or before another name."""
        if not self.text[word.start].isupper() or word.plain in NO_NAMES or word.plain in PRONOUNS or self.is_shouted:
            return False
        if not carries_content(word.plain) or is_number(word.plain) or not word.plain.isalpha():
            return False
        if word.plain.endswith("ly") and self.text[word.end : word.end + 1] == ",":
            return False
        return not (is_known_word(word.plain) or signals_in([word])) or self._speaks(word)

    def _speaks(self, word: Word) -> bool:
        """Whether a word that names no people, body or paper stands before "said": "Rose said", "Rose Dask said"."""
        if class_of(word.plain) in SPEAKING or word.plain.endswith("s") or signals_in([word]):
            return False
        at = bisect_left(self.words, word.start, key=attrgetter("start")) + 1
        surname = self.words[at : at + 1]
        if surname and class_of(word.plain) not in NO_FIRST_NAMES and all(map(self.is_name, surname)):
            at += 1
        return any(signal.kind == "cue" for signal in signals_in(self.words[at : at + 1]))

    def is_beside_name(self, places: range) -> bool:
        """Whether a name that is kept stands right before or behind some of the row's words."""
        beside = [*self.words[max(0, places.start - 1) : places.start], *self.words[places.stop : places.stop + 1]]
        return any(self.is_name(word) or self.opens_with_name(word) for word in beside)

    def can_mean(self, pronoun: Word, name: Sequence[str]) -> bool:
        """Whether a pronoun of this side can only mean somebody: nobody else is named between the two.

        Who is named in the row's quotations is not who speaks them.
        """
        start = max(0, pronoun.start - FAR)
        capitals = [
            plain_forms(found.group())[0]
            for found in CAPITAL.finditer(self.text, start, pronoun.start)
            if not any(q.start < found.start() and found.end() < q.end < pronoun.start for q in self.quotations)
        ]
        named = [plain for plain in capitals if not is_known_word(plain) and plain not in NO_NAMES]
        return not named or named[-1] in name


class Phrase(NamedTuple):
    """A span of one side, read: its words, and its signals with the positions of the words that give them."""

    side: RowSide
    span: Span
    words: list[Word]
    signals: list[tuple[range, Signal]]
