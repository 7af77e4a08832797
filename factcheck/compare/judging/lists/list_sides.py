"""A row and a stretch of it as word lists see it: which phrases of a language's lists stand there, and which tokens."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from unicodedata import normalize

import regex

from factcheck.compare.findings import Span
from factcheck.compare.language.languages import APART, Language, with_stems
from factcheck.compare.language.measures import with_measures
from factcheck.compare.language.numbers import Token, tokens_at
from factcheck.compare.language.orthography import spelt, spelt_alike
from factcheck.compare.language.phrases import Phrases
from factcheck.compare.words.accented_words import accented_words_at
from factcheck.compare.words.quotations import quotations_in

NAME = regex.compile(r"(?<![.!?…]\s|^|\A[\p{Ps}\p{Pi}\"'])\b\p{Lu}[\p{L}\p{M}]+")  # not the first word of a sentence
IN_ABBREVIATION = r"(?<=\p{Hebrew})[\"״”](?=\p{Hebrew}\b)"  # of צה"ל and דו״ח
QUOTATION = regex.compile(rf"{IN_ABBREVIATION}(*SKIP)(*FAIL)|[\"״“”„‟«»‹›「」『』‘‚]|(?<!\p{{L}})['’]|['’](?!\p{{L}})")
DASH = regex.compile(r"[—–―-]")  # opens speech where a row begins with it
CLAUSE_ENDS = regex.compile(r"[,;:.!?…،؛؟。，；：]")
WITH_NOT = frozenset(["beside not", "only"])  # groups of negations that turn nothing round a second time
LONGEST_SOURCE = 4  # words behind "según" that surely name the source
REPORTED_MOOD = "reported mood"  # the group of hedges that a source explains: "sei", "habe"
BOUND = "bound/"  # what the labels of bounds begin with
COUNTS = ("share/", "amount/")
BESIDE = 12  # characters between a bound and its number
FURTHEST_NOT = 12  # words between two negations of one clause


@dataclass(frozen=True)
class ListRow:
    """A row's span in one text, and where phrases of the lists stand in it."""

    text: str
    span: Span
    language: Language

    @cached_property
    def words(self) -> list[tuple[str, Span]]:
        return list(accented_words_at(self.text, self.span))

    @cached_property
    def tokens(self) -> list[tuple[Token, Span]]:
        """Its words in one spelling, numbers at their value."""
        tokens = with_measures(tokens_at(self.text, self.span, self.language.tag), self.language.tag)
        return spelt_alike(_replaced(tokens, self.language.spellings), self.language.tag)

    @cached_property
    def meanings(self) -> list[tuple[Token, Span]]:
        """Its tokens, words of one weight as one."""
        return _replaced(self.tokens, self.language.synonyms)

    @cached_property
    def negations(self) -> list[tuple[Span, str]]:
        """Those that turn something round: of "no vino nadie" and "nadie vino" one each, as languages double them."""
        found = self._found(self.language.negations)
        plain = [span for span, group in found if group not in WITH_NOT]
        return [
            (span, "not" if group == "beside not" else group)
            for span, group in found
            if group not in WITH_NOT or not any(self._are_in_one_clause(span, other) for other in plain)
        ]

    @property
    def plainly_negated(self) -> list[Token]:
        """Its meanings, without the "no" of a clause that is negated by another word too: of "no vino nadie"."""
        found = self._found(self.language.negations)
        doubled = [
            span
            for span, group in found
            if group == "not"
            and any(other == "beside not" and self._are_in_one_clause(span, there) for there, other in found)
        ]
        return [token for token, span in self.meanings if span not in doubled]

    @cached_property
    def hedges(self) -> list[tuple[Span, str]]:
        """Where a source stands, the mood of reported speech says no more than that."""
        found = self._found(self.language.hedges)
        return [one for one in found if one[1] != REPORTED_MOOD] if self.reports else found

    @cached_property
    def denials(self) -> list[tuple[Span, str]]:
        return self._found(self.language.denials)

    @cached_property
    def reports(self) -> list[tuple[Span, str]]:
        return self._found(self.language.reporting)

    @cached_property
    def contrasts(self) -> list[tuple[Span, str]]:
        """A bound is one beside a number, a share or "all" only."""
        found = self._found(self.language.contrasts)
        numbers = [span for token, span in self.tokens if isinstance(token, Decimal)]
        numbers += [span for span, group in found if group.startswith(COUNTS)]
        return [one for one in found if not one[1].startswith(BOUND) or self._is_beside(one[0], numbers)]

    @cached_property
    def dates(self) -> list[tuple[Span, str]]:
        return self._found(self.language.dates)

    @cached_property
    def marks(self) -> int:
        """How many quotation marks it has, and whether a dash stands for them."""
        return sum(1 for _ in QUOTATION.finditer(self.text, *self.span)) + self.is_dialogue

    @cached_property
    def quotations(self) -> list[Span]:
        return list(quotations_in(self.text, self.span))

    @property
    def quoted(self) -> list[list[Token]]:
        """The words between its quotation marks, in one spelling."""
        return [list(touched(self.tokens, quotation)) for quotation in self.quotations]

    @cached_property
    def sources(self) -> list[Span]:
        """What stands right behind phrases that credit somebody: "según la policía"."""
        found = self._found(self.language.credited)
        return [Span(span.end, self._end_of_source(span.end)) for span, _ in found]

    def _end_of_source(self, start: int) -> int:
        end = CLAUSE_ENDS.search(self.text, start, self.span.end)
        words = [span.end for _, span in self.words if span.start >= start][:LONGEST_SOURCE]
        return min([end.start() if end else self.span.end, *words[-1:]])

    @cached_property
    def is_dialogue(self) -> bool:
        return bool(DASH.match(self.span.of(self.text)))

    def _found(self, phrases: Phrases[str]) -> list[tuple[Span, str]]:
        """Where phrases stand, and their groups; those that only look like one are passed over."""
        found = phrases.find(with_stems([word for word, _ in self.words], phrases))
        return [
            (Span(self.words[at[0]][1].start, self.words[at[-1]][1].end), group)
            for at, group in found
            if group != APART
        ]

    def _is_beside(self, span: Span, numbers: Sequence[Span]) -> bool:
        gaps = (self.text[min(span.end, number.end) : max(span.start, number.start)] for number in numbers)
        return any(len(gap) <= BESIDE for gap in gaps)

    def _are_in_one_clause(self, one: Span, other: Span) -> bool:
        between = self.text[min(one.end, other.end) : max(one.start, other.start)]
        return not CLAUSE_ENDS.search(between) and len(between.split()) <= FURTHEST_NOT


@dataclass(frozen=True)
class ListSide:
    """A stretch of a row; a phrase counts that it holds or cuts."""

    row: ListRow
    span: Span

    @cached_property
    def phrase(self) -> str:
        return self.span.of(self.row.text)

    @cached_property
    def words(self) -> list[str]:
        return list(touched(self.row.words, self.span))

    @cached_property
    def tokens(self) -> list[Token]:
        return list(touched(self.row.tokens, self.span))

    @cached_property
    def meanings(self) -> list[Token]:
        return list(touched(self.row.meanings, self.span))

    @property
    def numbers(self) -> Counter[Decimal]:
        return Counter(token for token in touched(self.row.tokens, self.span) if isinstance(token, Decimal))

    @property
    def negations(self) -> Counter[str]:
        return Counter(self._among(self.row.negations))

    @property
    def hedges(self) -> int:
        return len(self._among(self.row.hedges))

    @property
    def denials(self) -> int:
        return len(self._among(self.row.denials))

    @property
    def reports(self) -> frozenset[str]:
        """The groups of its reporting verbs."""
        return frozenset(self._among(self.row.reports))

    @property
    def dates(self) -> frozenset[str]:
        return frozenset(self._among(self.row.dates))

    @property
    def contrasts(self) -> dict[str, frozenset[str]]:
        """What its words tell of, and which sides of it: {"bound": {"over"}}."""
        pairs = [tuple(label.split("/")) for label in self._among(self.row.contrasts)]
        return {subject: frozenset(side for other, side in pairs if other == subject) for subject, _ in pairs}

    @property
    def names(self) -> frozenset[str]:
        language = self.row.language
        if not language.capitals_are_names:
            return frozenset()
        found = NAME.finditer(self.row.text, self.span.start, self.span.end)
        return frozenset(spelt(normalize("NFC", name.group()).casefold(), language.tag) for name in found)

    @property
    def is_quoting(self) -> bool:
        """Whether it has a quotation mark, or a dash in a row that begins as dialogue does."""
        marks = QUOTATION.finditer(self.row.text, self.row.span.start, self.row.span.end)
        if any(self.span.start <= mark.start() < self.span.end for mark in marks):
            return True
        return self.row.is_dialogue and bool(DASH.search(self.phrase))

    def _among(self, phrases: Sequence[tuple[Span, str]]) -> list[str]:
        return [group for span, group in phrases if touches(span, [self.span])]


def touched[Found](pairs: Sequence[tuple[Found, Span]], span: Span) -> Iterator[Found]:
    """Which of what stands at spans, in their order and apart from one another, stands in this one, wholly or not."""
    first = bisect_right(pairs, span.start, key=lambda pair: pair[1].end)
    stop = bisect_left(pairs, span.end, key=lambda pair: pair[1].start)
    return (found for found, _ in pairs[first:stop])


def touches(span: Span, others: Sequence[Span]) -> bool:
    return any(span.start < other.end and other.start < span.end for other in others)


def _replaced(tokens: Sequence[tuple[Token, Span]], phrases: Phrases[str]) -> list[tuple[Token, Span]]:
    """Tokens, with each phrase as the one token that stands for it."""
    plain = [token if isinstance(token, str) else "" for token, _ in tokens]
    found: list[tuple[Token, Span]] = []
    past = 0
    for at, usual in phrases.find(plain):
        found += tokens[past : at.start]
        past = at.stop
        found.append((usual, Span(tokens[at.start][1].start, tokens[at.stop - 1][1].end)))
    return [*found, *tokens[past:]]
