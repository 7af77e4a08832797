"""Two texts row by row: what a version kept, changed, moved, left out and added."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from factcheck.compare.alignment.align import Link, align
from factcheck.compare.alignment.differ import changes
from factcheck.compare.as_printed import rows_as_printed, sentences_as_printed
from factcheck.compare.findings import Comparison, Edit, EditKind, Row, RowKind, Severity, Span
from factcheck.compare.judging.kinds import judge, judge_whole
from factcheck.compare.judging.lists.by_lists import judge_by_lists, judge_whole_by_lists
from factcheck.compare.language.detection import LOOKED_AT, language_in
from factcheck.compare.language.languages import Language, language_of
from factcheck.compare.listings import under_other_headings
from factcheck.compare.words.damaged_text import is_damaged, mended
from factcheck.compare.words.segments import paragraphs, sentences

BEGINNING = LOOKED_AT // 2  # characters of each text, by which their language is told


def compare(original: str, version: str, *, language: str = "en", has_headlines: bool = False) -> Comparison:
    """What became of each sentence of `original` in `version`, and what `version` added.

    Rows follow the version; one that was cut stands behind the unmoved row that it followed in the original. Swapping
    the texts gives the same rows with their sides, and their kinds cut and added, split and merged, swapped; only what
    a quotation gains weighs more than what it loses.
    `language` is the tag of both texts' language; where it says English and they are plainly in another, that one
    counts. Alignment reads every language alike; kinds and severities are judged by the rules of English or by the
    lists of another language (`languages.language_of`). What was damaged or is markup is read as it was printed, and is
    an edit of house style. `has_headlines` says that each text begins with a line that is its headline: the two are one
    another's forms however they differ, and stand in the first row.
    """
    if not is_damaged(original) and not is_damaged(version):
        spans = sentences(original), sentences(version)
        return _compare(original, version, spans, language=language, has_headlines=has_headlines)
    whole = mended(original), mended(version)
    spans = sentences_as_printed(original, whole[0]), sentences_as_printed(version, whole[1])
    found = _compare(whole[0].text, whole[1].text, spans, language=language, has_headlines=has_headlines)
    return replace(found, rows=rows_as_printed(found.rows, original, version, whole))


def _compare(
    original: str, version: str, spans: tuple[list[Span], list[Span]], *, language: str, has_headlines: bool
) -> Comparison:
    both = language_of(language_of_both(original, version, default=language))
    judge = _judge_of(both)
    links = _aligned(original, version, spans, has_headlines=has_headlines)
    rows = [_row(original, version, link, spans, judge) for link in links]
    return Comparison(under_other_headings(rows, original, version), both.is_judged)


def language_of_both(original: str, version: str, *, default: str) -> str:
    """The tag of the language that two texts are compared in."""
    return language_in(f"{original[:BEGINNING]}\n{version[:BEGINNING]}", default=default)


def _aligned(
    original: str, version: str, spans: tuple[list[Span], list[Span]], *, has_headlines: bool
) -> Sequence[Link]:
    heads = [
        _in_headline(text, found) if has_headlines else 0
        for text, found in zip((original, version), spans, strict=True)
    ]
    if not all(heads):
        heads = [0, 0]
    links = align(
        [span.of(original) for span in spans[0][heads[0] :]], [span.of(version) for span in spans[1][heads[1] :]]
    )
    shifted = [Link(_shifted(link.original, heads[0]), _shifted(link.version, heads[1]), link.moved) for link in links]
    return [Link(range(heads[0]), range(heads[1])), *shifted] if all(heads) else shifted


def _in_headline(text: str, spans: Sequence[Span]) -> int:
    """How many sentences the first line has."""
    end = paragraphs(text)[0].end if spans else 0
    return sum(span.end <= end for span in spans)


def _shifted(which: range, by: int) -> range:
    return range(which.start + by, which.stop + by) if which else which


class _Judge(NamedTuple):
    """How the edits of a pair, and how a row that stands in one text only, are judged in one language."""

    pair: Callable[[str, str, tuple[Span, Span], Sequence[tuple[Span, Span]]], tuple[Edit, ...]]
    whole: Callable[[str, Span, EditKind], tuple[frozenset[EditKind], Severity]]


def _judge_of(language: Language) -> _Judge:
    if language.is_english:
        return _Judge(judge, judge_whole)
    return _Judge(partial(judge_by_lists, language=language), partial(judge_whole_by_lists, language=language))


def _row(original: str, version: str, link: Link, spans: tuple[list[Span], list[Span]], judge: _Judge) -> Row:
    if not link.version:
        cut = _cover(spans[0], link.original)
        kinds, severity = judge.whole(original, cut, EditKind.CUT)
        return Row(RowKind.CUT, cut, None, kinds=kinds, severity=severity)
    if not link.original:
        added = _cover(spans[1], link.version)
        kinds, severity = judge.whole(version, added, EditKind.ADDED)
        return Row(RowKind.ADDED, None, added, kinds=kinds, severity=severity)
    pair = _cover(spans[0], link.original), _cover(spans[1], link.version)
    return _paired(original, version, pair, link, judge)


def _cover(spans: Sequence[Span], which: range) -> Span:
    return Span(spans[which[0]].start, spans[which[-1]].end)


def _paired(original: str, version: str, pair: tuple[Span, Span], link: Link, judge: _Judge) -> Row:
    changed = changes(original, version, pair)
    if not changed:
        return Row(_kind(link, is_edited=False), *pair, moved=link.moved)
    edits = judge.pair(original, version, pair, changed)
    return Row(
        _kind(link, is_edited=True),
        *pair,
        moved=link.moved,
        edits=edits,
        kinds=frozenset(kind for edit in edits for kind in edit.kinds),
        severity=max((edit.severity for edit in edits), key=lambda severity: severity.rank),
    )


def _kind(link: Link, *, is_edited: bool) -> RowKind:
    if len(link.version) > 1:
        return RowKind.SPLIT
    if len(link.original) > 1:
        return RowKind.MERGED
    return RowKind.EDITED if is_edited else RowKind.SAME
