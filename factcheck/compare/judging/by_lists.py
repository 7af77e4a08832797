"""Judging edits of languages other than English: by word lists, digits and quotation marks, without rules of grammar.

An edit is style where both sides have the same words, numbers at their value. It is substantive where a negation, a
hedge, a denial or a number comes, goes or changes, where the only source of a row does, where quoted words or a name
change, or where words are put into or out of quotation marks; all else is minor. A language without lists keeps what
digits and marks tell.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from unicodedata import normalize

import regex

from factcheck.compare.findings import Edit, EditKind, Severity, Span
from factcheck.compare.language.languages import APART, Language
from factcheck.compare.language.numbers import Token, tokens_at
from factcheck.compare.language.phrases import Phrases
from factcheck.compare.words.accented_words import accented_words_at
from factcheck.compare.words.quotations import quotations_in

NAME = regex.compile(r"(?<![.!?…]\s|^|\A[\p{Ps}\p{Pi}\"'])\b\p{Lu}[\p{L}\p{M}]+")  # not the first word of a sentence
QUOTATION = regex.compile(r"[\"“”„‟«»‹›「」『』‘‚]")
DASH = regex.compile(r"[—–―-]")  # opens speech where a row begins with it
IN_CAPITALS = regex.compile(r"\p{Lu}[\p{Lu}\P{L}]+")
SHORTEST_STEM = 3  # letters of a word that a prefix turns round
TOLD_IN_ROW = frozenset({EditKind.NEGATION, EditKind.HEDGE, EditKind.NUMBER, EditKind.ATTRIBUTION})


@dataclass(frozen=True)
class _Row:
    """A row's span in one text, and where phrases of the lists stand in it."""

    text: str
    span: Span
    language: Language

    @cached_property
    def words(self) -> list[tuple[str, Span]]:
        return list(accented_words_at(self.text, self.span))

    @cached_property
    def tokens(self) -> list[tuple[Token, Span]]:
        return tokens_at(self.text, self.span, self.language.tag)

    @cached_property
    def negations(self) -> list[tuple[Span, str]]:
        return self._found(self.language.negations)

    @cached_property
    def hedges(self) -> list[tuple[Span, str]]:
        return self._found(self.language.hedges)

    @cached_property
    def denials(self) -> list[tuple[Span, str]]:
        return self._found(self.language.denials)

    @cached_property
    def reports(self) -> list[tuple[Span, str]]:
        return self._found(self.language.reporting)

    @cached_property
    def is_dialogue(self) -> bool:
        return bool(DASH.match(self.span.of(self.text)))

    def _found(self, phrases: Phrases[str]) -> list[tuple[Span, str]]:
        """Where phrases stand, and their groups; those that only look like one are passed over."""
        found = phrases.find([word for word, _ in self.words])
        return [
            (Span(self.words[at[0]][1].start, self.words[at[-1]][1].end), group)
            for at, group in found
            if group != APART
        ]


@dataclass(frozen=True)
class _Side:
    """A stretch of a row; a phrase counts that it holds or cuts."""

    row: _Row
    span: Span

    @cached_property
    def phrase(self) -> str:
        return self.span.of(self.row.text)

    @cached_property
    def words(self) -> list[str]:
        return list(_touched(self.row.words, self.span))

    @cached_property
    def tokens(self) -> list[Token]:
        """Its words in one spelling, numbers at their value."""
        spellings = self.row.language.spellings
        return [spellings.get(str(token), token) for token in _touched(self.row.tokens, self.span)]

    @property
    def numbers(self) -> Counter[Decimal]:
        return Counter(token for token in self.tokens if isinstance(token, Decimal))

    @property
    def negations(self) -> int:
        return len(self._among(self.row.negations))

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
    def names(self) -> frozenset[str]:
        if not self.row.language.capitals_are_names:
            return frozenset()
        found = NAME.finditer(self.row.text, self.span.start, self.span.end)
        names = (normalize("NFC", name.group()).casefold() for name in found)
        return frozenset(self.row.language.spellings.get(name, name) for name in names)

    @property
    def is_quoting(self) -> bool:
        """Whether it has a quotation mark, or a dash in a row that begins as dialogue does."""
        return bool(QUOTATION.search(self.phrase) or (self.row.is_dialogue and DASH.search(self.phrase)))

    def _among(self, phrases: Sequence[tuple[Span, str]]) -> list[str]:
        return [group for span, group in phrases if _touches(span, [self.span])]


type _Sides = tuple[_Side, _Side]


def judge_by_lists(
    original: str, version: str, pair: tuple[Span, Span], changes: Sequence[tuple[Span, Span]], language: Language
) -> tuple[Edit, ...]:
    """The edits that `changes` amount to, in order; `pair` is the row's span in each text."""
    rows = _Row(original, pair[0], language), _Row(version, pair[1], language)
    quoted = tuple(quotations_in(row.text, row.span) for row in rows)
    told = frozenset(_told_in((_Side(rows[0], pair[0]), _Side(rows[1], pair[1]))))
    sides = ((_Side(rows[0], spans[0]), _Side(rows[1], spans[1])) for spans in changes)
    return tuple(_edit(both, quoted, told) for both in sides)


def judge_whole_by_lists(
    text: str, span: Span, kind: EditKind, language: Language
) -> tuple[frozenset[EditKind], Severity]:
    """The kinds and severity of a row that stands in one text only: one that denies matters."""
    row = _Row(text, span, language)
    if row.denials or (row.negations and row.reports):
        return frozenset({kind, EditKind.NEGATION}), Severity.SUBSTANTIVE
    return frozenset({kind}), Severity.MINOR


def _edit(sides: _Sides, quoted: Sequence[Sequence[Span]], told: frozenset[EditKind]) -> Edit:
    spans = sides[0].span, sides[1].span
    kinds = {kind for kind in _told_in(sides) if kind not in TOLD_IN_ROW or kind in told}  # else it came back beside it
    kinds |= set(_told_by_marks(sides, quoted))
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
    if before.tokens == after.tokens:
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
        for prefix in before.row.language.negating_prefixes
    )


def _told_by_marks(sides: _Sides, quoted: Sequence[Sequence[Span]]) -> Iterator[EditKind]:
    """Whether quoted words changed, or words came into or out of quotation marks."""
    is_inside = all(_touches(side.span, spans) for side, spans in zip(sides, quoted, strict=True))
    if (is_inside and not _is_style(sides)) or sides[0].is_quoting != sides[1].is_quoting:
        yield EditKind.QUOTE


def _touched[Found](pairs: Sequence[tuple[Found, Span]], span: Span) -> Iterator[Found]:
    """Which of what stands at spans, in their order and apart from one another, stands in this one, wholly or not."""
    first = bisect_right(pairs, span.start, key=lambda pair: pair[1].end)
    stop = bisect_left(pairs, span.end, key=lambda pair: pair[1].start)
    return (found for found, _ in pairs[first:stop])


def _touches(span: Span, others: Sequence[Span]) -> bool:
    return any(span.start < other.end and other.start < span.end for other in others)
