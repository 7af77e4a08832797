"""A quotation and the text that it is sought in, as words; and what the text's quotation marks say of its words.

A text is read twice: by the words inside its quotation marks alone, which are what somebody said to the letter, and by
all its words. Where marks stand for it, the first reading tells a credit from what was said whatever its verb.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cache, lru_cache
from itertools import takewhile
from typing import NamedTuple

import regex

from factcheck.compare.findings import Span
from factcheck.compare.language.detection import language_in
from factcheck.compare.language.languages import ENGLISH
from factcheck.compare.lexicon import has_list, words_of
from factcheck.compare.locating.marks import has_ellipsis, without_marks
from factcheck.compare.locating.selection import COMMON_WORDS
from factcheck.compare.locating.speech_signs import first_person_words
from factcheck.compare.words.folded_words import Folded, fold
from factcheck.compare.words.quotations import MARK, quotations_in
from factcheck.compare.words.segments import paragraphs

SENTENCE_END = regex.compile(r"[.!?…][\"”’»)]*\s")
BRACKETED = regex.compile(r"[^\w(\[［]*+[\[［][^\[\]［］]*+[\]］]\W*+")
# AP style has round brackets for what an editor puts in, as square ones are lost on the wire.
BRACKETED_IN_MARKS = regex.compile(r"[^\w(\[［]*+(?:[\[［][^\[\]［］]*+[\]］]|\([^()]*+\))\W*+")
CLAUSE_MARK = regex.compile(r"[.,;:!?…–—。！？，、]|\s-+\s")
NAMED_BETWEEN_DASHES = regex.compile(r"[^\w–—]*[–—]\s*\p{Ll}[^–—]*\s\p{Lu}[^–—]*[–—]\W*")
CORNER_MARKS = "「」『』"  # words to `fold`
LONGEST_WITH_MARKS = 200_000  # characters: of a longer text, a book or a record, the marks are not read
PAPERS_OWN = ""  # in place of a word outside quotation marks

# A full word weighs 1.
COMMON_WEIGHT = 0.25
NAME_WEIGHT = 0.5  # every text on an event has its names


class Kept(NamedTuple):
    """Neighbouring words of a quotation and the words of the text that they stand as; ends are not included."""

    start: int
    end: int
    at: int
    until: int

    @property
    def width(self) -> int:
        """How many words of the quotation it holds, or lacks if it is a gap."""
        return self.end - self.start

    @property
    def inserted(self) -> int:
        """How many words of the text it holds."""
        return self.until - self.at


class Search:
    """A quotation and the text that it is sought in; `in_marks` if only among the words inside quotation marks."""

    def __init__(self, quote: str, text: str, *, in_marks: bool = False) -> None:
        self.quote, self.text, self.in_marks = quote, text, in_marks
        self.wanted = fold(without_marks(quote))
        self.given = _words_in_marks(without_marks(text)) if in_marks else fold(without_marks(text))
        self.quotation_of = _quotations_of_words(without_marks(text))
        self.common_words = _common_words(self.language)
        self.weights = dict(map(self._weight, self.wanted.words, self.wanted.spans))

    def _weight(self, word: str, span: Span) -> tuple[str, float]:
        if word in self.common_words:
            return word, COMMON_WEIGHT
        is_name = self.quote[span.start].isupper() and span is not self.wanted.spans[0]
        return word, NAME_WEIGHT if is_name else 1.0

    @property
    def size(self) -> int:
        return len(self.wanted.words)

    @property
    def language(self) -> str:
        return _language_of(self.text).partition("-")[0]

    def between(self, gap: Kept) -> Span:
        """The characters of the text from the word before a gap to the word behind it."""
        return Span(self.given.spans[gap.at - 1].end, self.given.spans[gap.until].start)

    def elides(self, gap: Kept) -> bool:
        """Whether the text has nothing but an ellipsis where the quotation has words."""
        return bool(gap.width) and not gap.inserted and has_ellipsis(self.text, *self.between(gap))

    def parts_sentences(self, gap: Kept) -> bool:
        """Whether a sentence ends in the text, and none in the quotation, where they part."""
        wanted = self.wanted.spans
        between = SENTENCE_END.search(self.text, *self.between(gap))
        return bool(between) and not SENTENCE_END.search(self.quote, wanted[gap.start - 1].end, wanted[gap.end].start)

    def is_elided(self, gap: Kept) -> bool:
        """Whether the quotation itself has an ellipsis where the text has words."""
        if not gap.inserted or gap.width:
            return False
        spans = self.wanted.spans
        return has_ellipsis(self.quote, spans[gap.start - 1].end, spans[gap.end].start)

    def is_bracketed(self, gap: Kept) -> bool:
        """Whether an editor put words in, between square brackets, and took none out."""
        if gap.width:
            return False
        place = self.between(gap)
        found = (
            BRACKETED_IN_MARKS.fullmatch(self.text, *place) if self.in_marks else BRACKETED.fullmatch(self.text, *place)
        )
        return found is not None

    def noted_in(self, gap: Kept) -> int:
        """How many words of the quotation in a gap an editor put between brackets, where the text has none."""
        if not gap.width or gap.inserted:
            return 0
        wanted = self.wanted.spans
        is_bracketed = BRACKETED_IN_MARKS.fullmatch(self.quote, wanted[gap.start - 1].end, wanted[gap.end].start)
        return gap.width if is_bracketed else 0

    def names_between_dashes(self, gap: Kept) -> bool:
        """Whether a gap is set off by dashes and has a name: in most languages but English, a credit with any verb."""
        return self.language != ENGLISH and NAMED_BETWEEN_DASHES.fullmatch(self.text, *self.between(gap)) is not None

    def has_credit(self, gap: Kept) -> bool:
        """Whether the paper speaks in a gap between two quotations in marks."""
        return PAPERS_OWN in self.given.words[gap.at : gap.until]

    def said_in(self, gap: Kept) -> int:
        """How many words of the text in a gap are not the paper's own."""
        return sum(word != PAPERS_OWN for word in self.given.words[gap.at : gap.until])

    def leaves_marks(self, gap: Kept) -> bool:
        """Whether the paper speaks between two quotations in marks, and nobody else does."""
        return self.has_credit(gap) and not self.said_in(gap)

    def crosses_marks(self, run: Kept) -> bool:
        """Whether some of a run's words stand inside quotation marks and some outside."""
        numbers = self.quotation_of[run.at : run.until]
        return 0 in numbers and any(numbers)

    def is_told_with_marks(self) -> bool:
        """Whether the quotation is itself the paper's words with somebody's words in marks among them."""
        numbers = _quotations_of_words(without_marks(self.quote))
        return 0 in numbers and any(numbers)

    def room_in_marks(self, at: int, until: int) -> tuple[int, int]:
        """How many words stand before and behind those from `at` to `until` inside the same quotation marks."""
        if not self.in_marks:
            return 0, 0
        numbers = self.quotation_of
        before = sum(1 for _ in takewhile(numbers[at].__eq__, reversed(numbers[:at])))
        return before, sum(1 for _ in takewhile(numbers[until - 1].__eq__, numbers[until:]))

    def opens(self, at: int) -> bool:
        """Whether a word is the first inside its quotation marks."""
        return self.in_marks and (at == 0 or self.quotation_of[at - 1] != self.quotation_of[at])

    def closes(self, until: int) -> bool:
        """Whether the word before is the last inside its quotation marks."""
        return self.in_marks and (until == len(self.quotation_of) or self.opens(until))

    def is_clause(self, start: int, end: int) -> bool:
        """Whether the quotation has a mark, or begins or ends, on either side of some of its words."""
        spans = self.wanted.spans
        before = start == 0 or CLAUSE_MARK.search(self.quote, spans[start - 1].end, spans[start].start)
        after = end == self.size or CLAUSE_MARK.search(self.quote, spans[end - 1].end, spans[end].start)
        return bool(before and after)

    def broken_clauses(self, first: Kept, last: Kept) -> list[Span]:
        """What stands in the quotation before the first of two runs, and behind the last, in the same clause."""
        spans = self.wanted.spans
        start, end = spans[first.start].start, spans[last.end - 1].end
        marks = [mark.end() for mark in CLAUSE_MARK.finditer(self.quote, 0, start)]
        head = Span(max(marks, default=0), start)
        mark = CLAUSE_MARK.search(self.quote, end)
        return [head, Span(end, mark.start() if mark else len(self.quote))]

    def weigh(self, run: Kept) -> float:
        return sum(self.weights[word] for word in self.wanted.words[run.start : run.end])


@lru_cache(maxsize=8)
def _language_of(text: str) -> str:
    return language_in(text, default=ENGLISH)


@cache
def _common_words(language: str) -> frozenset[str]:
    name = f"{language}/function_words"
    if language == ENGLISH or not has_list(name):
        return COMMON_WORDS
    own = (*words_of(name), *first_person_words(language))
    return frozenset(word for entry in own for word in fold(entry).words)


@lru_cache(maxsize=8)
def _quotations_of_words(text: str) -> tuple[int, ...]:
    """For each word of a text the number of the quotation that it stands in, counted from 1; 0 outside all marks."""
    if len(text) > LONGEST_WITH_MARKS or not MARK.search(text):
        return (0,) * len(fold(text).words)
    places = [place for paragraph in paragraphs(text) for place in quotations_in(text, paragraph)]
    starts = [place.start for place in places]
    numbers = []
    for word in fold(text).spans:
        number = bisect_right(starts, word.start)
        is_inside = number and word.start < places[number - 1].end and text[word.start] not in CORNER_MARKS
        numbers.append(number if is_inside else 0)
    return tuple(numbers)


@lru_cache(maxsize=8)
def _words_in_marks(text: str) -> Folded:
    given = fold(text)
    numbered = zip(given.words, _quotations_of_words(text), strict=True)
    return Folded(tuple(word if number else PAPERS_OWN for word, number in numbered), given.spans)
