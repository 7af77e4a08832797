"""Judging edits of languages other than English: by word lists, digits and quotation marks, without rules of grammar.

An edit is style where both sides have the same words, numbers at their value. It is substantive where a negation, a
hedge, a denial or a number comes, goes or changes, where the only source of a row does, where quoted words or a name
change, or where words are put into or out of quotation marks; all else is minor. A language without lists keeps what
digits and marks tell.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from unicodedata import normalize

import regex

from factcheck.compare.findings import Edit, EditKind, Severity, Span
from factcheck.compare.language.languages import APART, Language
from factcheck.compare.language.numbers import Token, numbers_in, tokens_in
from factcheck.compare.language.phrases import Phrases
from factcheck.compare.words.accented_words import accented_words
from factcheck.compare.words.quotations import quotations_in

NAME = regex.compile(r"(?<![.!?…]\s|^|\A[\p{Ps}\p{Pi}\"'])\b\p{Lu}\p{L}+")  # not the first word of a sentence
QUOTATION = regex.compile(r"[\"“”„‟«»‹›「」『』‘‚]")
DIALOGUE = regex.compile(r"[—–―-]")  # opens speech where a row begins with it
IN_CAPITALS = regex.compile(r"\p{Lu}[\p{Lu}\P{L}]+")
SHORTEST_STEM = 3  # letters of a word that a prefix turns round
TOLD_IN_ROW = frozenset({EditKind.NEGATION, EditKind.HEDGE, EditKind.NUMBER, EditKind.ATTRIBUTION})


@dataclass(frozen=True)
class _Side:
    """A stretch of one text, and what the lists of its language say of its words."""

    text: str
    span: Span
    language: Language

    @cached_property
    def phrase(self) -> str:
        return self.span.of(self.text)

    @cached_property
    def words(self) -> tuple[str, ...]:
        return accented_words(self.phrase)

    @cached_property
    def numbers(self) -> Counter[Token]:
        return Counter(numbers_in(self.phrase, self.language.tag))

    @cached_property
    def style(self) -> list[Token]:
        """Its words in one spelling, numbers at their value."""
        spellings = self.language.spellings
        return [spellings.get(str(token), token) for token in tokens_in(self.phrase, self.language.tag)]

    @property
    def negations(self) -> int:
        return _count(self.language.negations, self.words)

    @property
    def hedges(self) -> int:
        return _count(self.language.hedges, self.words)

    @property
    def denials(self) -> int:
        return _count(self.language.denials, self.words)

    @property
    def reports(self) -> frozenset[str]:
        """The groups of its reporting verbs."""
        return frozenset(group for _, group in self.language.reporting.find(self.words) if group != APART)

    @property
    def names(self) -> frozenset[str]:
        if not self.language.capitals_are_names:
            return frozenset()
        return frozenset(m.group().casefold() for m in NAME.finditer(self.text, self.span.start, self.span.end))

    def is_quoting(self, row: _Side) -> bool:
        """Whether it has a quotation mark, or a dash in a row that begins as dialogue does."""
        in_dialogue = DIALOGUE.match(row.phrase) and DIALOGUE.search(self.phrase)
        return bool(QUOTATION.search(self.phrase) or in_dialogue)

    def within(self, span: Span) -> _Side:
        return _Side(self.text, span, self.language)


type _Sides = tuple[_Side, _Side]


def judge_by_lists(
    original: str, version: str, pair: tuple[Span, Span], changes: Sequence[tuple[Span, Span]], language: Language
) -> tuple[Edit, ...]:
    """The edits that `changes` amount to, in order; `pair` is the row's span in each text."""
    rows = _Side(original, pair[0], language), _Side(version, pair[1], language)
    quoted = tuple(quotations_in(row.text, row.span) for row in rows)
    told = frozenset(_told_in(rows))
    return tuple(_edit(rows, spans, quoted, told) for spans in changes)


def judge_whole_by_lists(
    text: str, span: Span, kind: EditKind, language: Language
) -> tuple[frozenset[EditKind], Severity]:
    """The kinds and severity of a row that stands in one text only: one that denies matters."""
    row = _Side(text, span, language)
    if row.denials or (row.negations and row.reports):
        return frozenset({kind, EditKind.NEGATION}), Severity.SUBSTANTIVE
    return frozenset({kind}), Severity.MINOR


def _edit(rows: _Sides, spans: tuple[Span, Span], quoted: Sequence[Sequence[Span]], told: frozenset[EditKind]) -> Edit:
    sides = rows[0].within(spans[0]), rows[1].within(spans[1])
    found = set(_told_in(sides))
    kinds = {kind for kind in found if kind not in TOLD_IN_ROW or kind in told}  # else it came back beside it
    kinds |= set(_told_by_marks(rows, sides, quoted))
    if kinds:
        return Edit(*spans, frozenset(kinds), Severity.SUBSTANTIVE)
    if _is_style(sides):
        return Edit(*spans, frozenset({EditKind.HOUSE_STYLE}), Severity.STYLE)
    return Edit(*spans, frozenset({_kind(*sides)}), Severity.MINOR)


def _kind(before: _Side, after: _Side) -> EditKind:
    if not after.words:
        return EditKind.CUT
    return EditKind.REWORD if before.words else EditKind.ADDED


def _is_style(sides: _Sides) -> bool:
    before, after = sides
    if before.style == after.style:
        return True
    in_capitals = IN_CAPITALS.fullmatch(before.phrase) or IN_CAPITALS.fullmatch(after.phrase)
    return bool(in_capitals) and _bare(before.words) == _bare(after.words)


def _bare(words: Sequence[str]) -> str:
    """Words without accents, as capitals are often set."""
    return regex.sub(r"\p{Mn}", "", normalize("NFD", " ".join(words)))


def _told_in(sides: _Sides) -> Iterator[EditKind]:
    """The kinds that words tell of."""
    before, after = sides
    is_denied = before.denials != after.denials
    if before.negations != after.negations or is_denied or _is_turned_round(before, after):
        yield EditKind.NEGATION
    if before.hedges != after.hedges:
        yield EditKind.HEDGE
    if before.numbers != after.numbers:
        yield EditKind.NUMBER
    if before.reports != after.reports:
        yield EditKind.ATTRIBUTION
    if before.names and after.names and before.names.isdisjoint(after.names):
        yield EditKind.NAME


def _is_turned_round(before: _Side, after: _Side) -> bool:
    """Whether a word stands on one side and, with a negating prefix, on the other."""
    left, right = set(before.words) - set(after.words), set(after.words) - set(before.words)
    return any(
        prefix + word in others and len(word) >= SHORTEST_STEM
        for words, others in ((left, right), (right, left))
        for word in words
        for prefix in before.language.negating_prefixes
    )


def _told_by_marks(rows: _Sides, sides: _Sides, quoted: Sequence[Sequence[Span]]) -> Iterator[EditKind]:
    """Whether quoted words changed, or words came into or out of quotation marks."""
    is_inside = all(_touches(side.span, spans) for side, spans in zip(sides, quoted, strict=True))
    is_marked = [side.is_quoting(row) for side, row in zip(sides, rows, strict=True)]
    if (is_inside and not _is_style(sides)) or is_marked[0] != is_marked[1]:
        yield EditKind.QUOTE


def _touches(span: Span, others: Sequence[Span]) -> bool:
    return any(span.start < other.end and other.start < span.end for other in others)


def _count(phrases: Phrases[str], words: Sequence[str]) -> int:
    return sum(group != APART for _, group in phrases.find(words))
