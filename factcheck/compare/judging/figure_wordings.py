"""Whether a change puts a figure in other words only, and the rule on what is said of a figure otherwise.

`language.figure_wordings` gives both rows with their figures in one wording; here the two are compared.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.compare.findings import EditKind, Severity, Span
from factcheck.compare.judging.house_style import same_style
from factcheck.compare.judging.row_changes import Change
from factcheck.compare.judging.row_sides import RowSide
from factcheck.compare.language.figure_wordings import SPREAD, kind_of, may_word_figure
from factcheck.compare.language.numerals import is_number
from factcheck.compare.language.phrases import Word

type Finding = tuple[EditKind, Severity]
type Spans = tuple[Span, Span]

LONGEST = 80  # words of a row
TOLD_APART = frozenset(["decade", "century", "fiscal", "quarter", "half", "rate", "head", "change", "over", "under"])


def same_figures(left: RowSide, right: RowSide, spans: Spans) -> bool:
    """Whether all figures of two rows are the same and what differs in a change is how they are worded."""
    sides = list(zip((left, right), spans, strict=True))
    if not any(_may_word_figure(side, span) for side, span in sides) or any(_is_quoted(*both) for both in sides):
        return False
    if max(len(left.words), len(right.words)) > LONGEST or _figures(left.told) != _figures(right.told):
        return False
    touched = [[word for word in side.told if word.start < span.end and span.start < word.end] for side, span in sides]
    beside = [_beside(side, span) for side, span in sides]
    figures = [{word.plain for word in words if is_number(word.plain)} for words in touched]
    if not any(figures) or not (figures[0] <= beside[1] and figures[1] <= beside[0]):
        return False
    rest = [[word for word in words if not is_number(word.plain)] for words in touched]
    return same_style(*rest)


def _may_word_figure(side: RowSide, span: Span) -> bool:
    return may_word_figure(side.words, side.places(span))


def _is_quoted(side: RowSide, span: Span) -> bool:
    return any(quotation.start < span.end and span.start < quotation.end for quotation in side.quotations)


def _figures(words: Sequence[Word]) -> list[str]:
    return [word.plain for word in words if is_number(word.plain)]


def _beside(side: RowSide, span: Span) -> set[str]:
    """The figures that a change touches or that stand right before or behind it."""
    start, end = span
    while start > side.span.start and not side.text[start - 1].isalnum():
        start -= 1
    while end < side.span.end and not side.text[end].isalnum():
        end += 1
    return {word.plain for word in side.told if word.start <= end and start <= word.end and is_number(word.plain)}


def told_otherwise(change: Change) -> Iterator[Finding]:
    """Does another rate, decade or period stand in its place, or is one sum each and one in all?"""
    if not any(_may_word_figure(half.side, half.span) for half in change.halves):
        return
    if max(len(half.side.words) for half in change.halves) > LONGEST:
        return
    touched = [_kinds(half.side, half.span) for half in change.halves]
    rows = [_kinds(half.side, half.side.span) for half in change.halves]
    lost, gained = touched[0] - rows[1], touched[1] - rows[0]
    kinds = {kind_of(plain) for plain in lost} & {kind_of(plain) for plain in gained}
    if not kinds.isdisjoint(TOLD_APART) or _is_spread_otherwise(touched, rows):
        yield EditKind.NUMBER, Severity.SUBSTANTIVE


def _kinds(side: RowSide, span: Span) -> set[str]:
    return {word.plain for word in side.told if word.start < span.end and span.start < word.end and kind_of(word.plain)}


def _is_spread_otherwise(touched: Sequence[set[str]], rows: Sequence[set[str]]) -> bool:
    """Whether one row gives a sum for each and the other for all of them together."""
    spread = [{plain for plain in row if kind_of(plain) == SPREAD} for row in rows]
    return all(spread) and spread[0].isdisjoint(spread[1]) and bool((touched[0] | touched[1]) & (spread[0] | spread[1]))
