"""Whether a change puts a figure in other words only, and the rule on what is said of a figure otherwise.

`language.figure_wordings` gives both rows with their figures in one wording; here the two are compared.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.compare.findings import EditKind, Severity, Span
from factcheck.compare.judging.row.changes import Change, Half
from factcheck.compare.judging.row.sides import RowSide
from factcheck.compare.judging.wording.house_style import same_style
from factcheck.compare.language.figure_order import in_one_order
from factcheck.compare.language.figure_readers import kind_of
from factcheck.compare.language.figure_wordings import (
    HEAD,
    RATE,
    SPREAD,
    TIMES,
    factors_in,
    may_tell_kind,
    may_word_figure,
)
from factcheck.compare.language.numerals import is_number
from factcheck.compare.language.phrases import Word
from factcheck.compare.language.proportions import PARTS
from factcheck.compare.language.time_readers import FOLD

type Finding = tuple[EditKind, Severity]
type Spans = tuple[Span, Span]

LONGEST = 80  # words of a row
NEARLY = Fraction(1, 50)  # no further apart are a third and 33 percent
WITH_RULES_OF_THEIR_OWN = frozenset(
    ["", SPREAD, "age", "duration", "share", "span", "points", "times", "multiple", "bound", "by"]
)
DURATION = "duration:"  # also of one with a bound: "over five years"
FOR_EACH = frozenset([RATE, HEAD])
EACH, IN_ALL = "#spread:0#", "#spread:1#"


def same_figures(left: RowSide, right: RowSide, spans: Spans) -> bool:
    """Whether all figures of two rows are the same and what differs in a change is how they are worded."""
    sides = list(zip((left, right), spans, strict=True))
    if not any(_may_word_figure(side, span) for side, span in sides) or any(_is_quoted(*both) for both in sides):
        return False
    if max(len(left.words), len(right.words)) > LONGEST:
        return False
    is_shared_out = any(word.plain == EACH for side in (left, right) for word in side.told)
    may_go = frozenset() if is_shared_out else frozenset([IN_ALL])  # every other sum is a total
    if _figures(left.told, may_go) != _figures(right.told, may_go):
        return False
    touched = [[word for word in side.told if _touch(word, span)] for side, span in sides]
    beside = [_beside(side, span) | may_go for side, span in sides]
    figures = [{word.plain for word in words if is_number(word.plain)} for words in touched]
    if not any(figures) or not (figures[0] <= beside[1] and figures[1] <= beside[0]):
        return False
    rest = [[word for word in words if not is_number(word.plain)] for words in touched]
    return same_style(*rest)


def same_but_for_figures(left: RowSide, right: RowSide, changed: Sequence[Spans]) -> bool:
    """Whether two rows tell the same once each figure stands in one place: "a strike of 3 days"."""
    if max(len(left.words), len(right.words)) > LONGEST or left.quotations or right.quotations:
        return False
    sides = left, right
    if not any(_may_word_figure(side, span) for spans in changed for side, span in zip(sides, spans, strict=True)):
        return False
    return in_one_order(left.told) == in_one_order(right.told)


def _may_word_figure(side: RowSide, span: Span) -> bool:
    return may_word_figure(side.words, side.places(span))


def _is_quoted(side: RowSide, span: Span) -> bool:
    return any(quotation.start < span.end and span.start < quotation.end for quotation in side.quotations)


def _figures(words: Sequence[Word], may_go: frozenset[str]) -> list[str]:
    return [word.plain for word in words if is_number(word.plain) and word.plain not in may_go]


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
    if not any(may_tell_kind(half.side.words, half.places) for half in change.halves):
        return
    if max(len(half.side.words) for half in change.halves) > LONGEST:
        return
    touched = [_kinds(half.side, half.span) for half in change.halves]
    if not any(touched):
        return
    rows = [_kinds(half.side, half.side.span) for half in change.halves]
    lost, gained = touched[0] - rows[1], touched[1] - rows[0]
    kinds = {kind_of(plain) for plain in lost} & {kind_of(plain) for plain in gained}
    if kinds - WITH_RULES_OF_THEIR_OWN or _is_spread_otherwise(touched, rows):
        yield EditKind.NUMBER, Severity.SUBSTANTIVE
    elif _is_for_each(lost) != _is_for_each(gained):
        half, other = change.halves if _is_for_each(lost) else change.halves[::-1]
        came = gained if _is_for_each(lost) else lost
        if any(plain == IN_ALL or DURATION in plain for plain in came) or _is_no_more(half, other):
            yield EditKind.NUMBER, Severity.SUBSTANTIVE


def _is_for_each(plain: set[str]) -> bool:
    """Whether a sum is told of one of several: each, per head, a year."""
    return any(word == EACH or kind_of(word) in FOR_EACH for word in plain)


def _is_no_more(half: Half, other: Half) -> bool:
    """Whether a half is no more than "a year" or "per pupil" behind a figure, told nowhere else in the two rows."""
    words = [word for word in half.side.told if _touch(word, half.span)]
    if other.words or len(words) != 1 or kind_of(words[0].plain) not in FOR_EACH:
        return False
    before = half.side.words[max(0, half.places.start - 2) : half.places.start]
    unit = half.words[-1].plain
    rows = [word.plain for side in (half.side, other.side) for word in side.words]
    return any(is_number(word.plain) for word in before) and rows.count(unit) == 1


def multiplied_otherwise(change: Change) -> Iterator[Finding]:
    """Did it grow or shrink by another factor: doubled, rose by 50 per cent?"""
    if not change.replaces or not all(any(map(_is_of_factor, half.touched)) for half in change.halves):
        return
    one, other = (factors_in([word for word in half.side.told if _touch(word, half.span)]) for half in change.halves)
    if len(one) == len(other) == 1 and abs(one[0] - other[0]) > NEARLY:
        yield EditKind.NUMBER, Severity.SUBSTANTIVE


def _is_of_factor(word: Word) -> bool:
    return is_number(word.plain) or word.plain in TIMES or word.plain in PARTS or word.plain.endswith(FOLD)


def _touch(word: Word, span: Span) -> bool:
    return word.start < span.end and span.start < word.end


def _kinds(side: RowSide, span: Span) -> set[str]:
    return {word.plain for word in side.told if _touch(word, span) and kind_of(word.plain)}


def _is_spread_otherwise(touched: Sequence[set[str]], rows: Sequence[set[str]]) -> bool:
    """Whether one row gives a sum for each and the other for all of them together."""
    spread = [{plain for plain in row if kind_of(plain) == SPREAD} for row in rows]
    return all(spread) and spread[0].isdisjoint(spread[1]) and bool((touched[0] | touched[1]) & (spread[0] | spread[1]))


RULES = (told_otherwise, multiplied_otherwise)
