"""Judging edits of languages other than English: by word lists, digits and quotation marks, without rules of grammar.

An edit is style where both sides have the same words in one spelling, numbers at their value, or other words of one
weight. It is substantive where a negation, a hedge, a denial or a number comes, goes or changes, where a word of one
side of a contrast stands for one of the other, where the only source of a row does, where quoted words, a date or a
name change, or where words are put into or out of quotation marks; all else is minor. A language without lists keeps
what digits and marks tell.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from unicodedata import normalize

import regex

from factcheck.compare.findings import Edit, EditKind, Severity, Span
from factcheck.compare.judging.lists.credit_order import are_one_report, is_moved
from factcheck.compare.judging.lists.list_sides import ListRow, ListSide, touches
from factcheck.compare.language.languages import Language

IN_CAPITALS = regex.compile(r"\p{Lu}[\p{Lu}\P{L}]+")
SHORTEST_STEM = 3  # letters of a word that a prefix turns round
SHORTEST_JOINED = 7  # letters of what is one word or two: not "si no" for "sino"
LONGEST_CONTRAST = 12  # words, or signs: where more was written anew, either side may tell of something else
TOLD_IN_ROW = frozenset({EditKind.NEGATION, EditKind.HEDGE, EditKind.NUMBER, EditKind.ATTRIBUTION})
OF_NUMBERS = frozenset(["bound", "share"])  # contrasts that tell how many, and tell it by being left out too

type _Sides = tuple[ListSide, ListSide]


def judge_by_lists(
    original: str, version: str, pair: tuple[Span, Span], changes: Sequence[tuple[Span, Span]], language: Language
) -> tuple[Edit, ...]:
    """The edits that `changes` amount to, in order; `pair` is the row's span in each text."""
    rows = ListRow(original, pair[0], language), ListRow(version, pair[1], language)
    are_quoted_alike = rows[0].quoted == rows[1].quoted and rows[0].marks == rows[1].marks
    are_one = are_quoted_alike and (_are_one_text(*rows) or are_one_report(*rows) or is_moved(*rows))
    if are_one:
        return tuple(Edit(*spans, frozenset({EditKind.HOUSE_STYLE}), Severity.STYLE) for spans in changes)
    told = frozenset(_told_in((ListSide(rows[0], pair[0]), ListSide(rows[1], pair[1]))))
    told |= {EditKind.ATTRIBUTION} if rows[0].sources and rows[1].sources else frozenset()
    sides = ((ListSide(rows[0], spans[0]), ListSide(rows[1], spans[1])) for spans in changes)
    return tuple(_edit(both, told, are_quoted_alike=are_quoted_alike and any(rows[0].quoted)) for both in sides)


def _are_one_text(one: ListRow, other: ListRow) -> bool:
    """Whether two rows have the same words in one spelling."""
    left, right = ([token for token, _ in row.tokens] for row in (one, other))
    return left == right


def judge_whole_by_lists(
    text: str, span: Span, kind: EditKind, language: Language
) -> tuple[frozenset[EditKind], Severity]:
    """The kinds and severity of a row that stands in one text only: one that denies matters."""
    row = ListRow(text, span, language)
    if row.denials or (row.negations and row.reports):
        return frozenset({kind, EditKind.NEGATION}), Severity.SUBSTANTIVE
    return frozenset({kind}), Severity.MINOR


def _edit(sides: _Sides, told: frozenset[EditKind], *, are_quoted_alike: bool) -> Edit:
    spans = sides[0].span, sides[1].span
    kinds = set() if are_quoted_alike else set(_told_by_marks(sides))
    if not _is_spelling(sides):
        kinds |= {kind for kind in _told_in(sides) if kind not in TOLD_IN_ROW or kind in told}  # else it came back
    if kinds:
        return Edit(*spans, frozenset(kinds), Severity.SUBSTANTIVE)
    if _is_spelling(sides) or sides[0].meanings == sides[1].meanings:
        return Edit(*spans, frozenset({EditKind.HOUSE_STYLE}), Severity.STYLE)
    return Edit(*spans, frozenset({_kind(*sides)}), Severity.MINOR)


def _kind(before: ListSide, after: ListSide) -> EditKind:
    if not after.words:
        return EditKind.CUT
    return EditKind.REWORD if before.words else EditKind.ADDED


def _is_spelling(sides: _Sides) -> bool:
    """Whether both have the same words, in whatever spelling."""
    before, after = sides
    if before.tokens == after.tokens:
        return True
    joined = ["".join(map(str, side.tokens)) for side in sides]
    if joined[0] == joined[1] and len(joined[0]) >= SHORTEST_JOINED and joined[0].isalpha():
        return before.negations == after.negations
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
    if before.reports != after.reports or _is_source_exchanged(before, after):
        yield EditKind.ATTRIBUTION
    yield from _told_by_contrasts(before, after)
    if before.names and after.names and before.names.isdisjoint(after.names):
        yield EditKind.NAME


def _is_source_exchanged(before: ListSide, after: ListSide) -> bool:
    """Whether other words stand behind "según" on either side, and none of them on both."""
    is_inside = all(side.words and touches(side.span, side.row.sources) for side in (before, after))
    words = [{word for word in side.words if len(word) >= SHORTEST_STEM} for side in (before, after)]
    return is_inside and all(words) and words[0].isdisjoint(words[1])


def _told_by_contrasts(before: ListSide, after: ListSide) -> Iterator[EditKind]:
    """Whether a word of one side stands where one of the other did: "más de" and "menos de", "mayo" and "marzo"."""
    if before.dates and after.dates and before.dates != after.dates:
        yield EditKind.NUMBER
    are_short = max(len(before.words), len(after.words)) <= LONGEST_CONTRAST
    left, right = before.contrasts, after.contrasts
    for subject in left.keys() | right.keys():
        sides = left.get(subject, frozenset()), right.get(subject, frozenset())
        if subject in OF_NUMBERS and sides[0] != sides[1]:
            yield EditKind.NUMBER
        elif are_short and all(sides) and sides[0].isdisjoint(sides[1]):
            yield EditKind.FACT


def _is_turned_round(before: ListSide, after: ListSide) -> bool:
    """Whether a word stands on one side and, with a negating prefix, on the other."""
    left, right = set(before.words) - set(after.words), set(after.words) - set(before.words)
    return any(
        prefix + word in others and len(word) >= SHORTEST_STEM
        for words, others in ((left, right), (right, left))
        for word in words
        for prefix in before.row.language.negating_prefixes
    )


def _told_by_marks(sides: _Sides) -> Iterator[EditKind]:
    """Whether quoted words changed, or words came into or out of quotation marks."""
    is_inside = all(
        touches(side.span, [Span(start + 1, end - 1) for start, end in side.row.quotations]) for side in sides
    )
    if (is_inside and not _is_spelling(sides)) or sides[0].is_quoting != sides[1].is_quoting:
        yield EditKind.QUOTE
