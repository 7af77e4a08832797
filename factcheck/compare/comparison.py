"""Two texts row by row: what a version kept, changed, moved, left out and added."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.compare.alignment.align import Link, align
from factcheck.compare.alignment.differ import changes
from factcheck.compare.findings import Comparison, EditKind, Row, RowKind, Span
from factcheck.compare.judging.kinds import judge, judge_whole
from factcheck.compare.words.segments import sentences


def compare(original: str, version: str, *, language: str = "en") -> Comparison:
    """What became of each sentence of `original` in `version`, and what `version` added.

    Rows follow the version; one that was cut stands behind the unmoved row that it followed in the original. Swapping
    the texts gives the same rows with their sides, and their kinds cut and added, split and merged, swapped.
    `language` is that of both texts. Alignment reads every language alike; only the kinds of edits know English.
    """
    spans = sentences(original), sentences(version)
    links = align([span.of(original) for span in spans[0]], [span.of(version) for span in spans[1]])
    return Comparison(tuple(_row(original, version, link, spans) for link in links))


def _row(original: str, version: str, link: Link, spans: tuple[list[Span], list[Span]]) -> Row:
    if not link.version:
        cut = _cover(spans[0], link.original)
        kinds, severity = judge_whole(original, cut, EditKind.CUT)
        return Row(RowKind.CUT, cut, None, kinds=kinds, severity=severity)
    if not link.original:
        added = _cover(spans[1], link.version)
        kinds, severity = judge_whole(version, added, EditKind.ADDED)
        return Row(RowKind.ADDED, None, added, kinds=kinds, severity=severity)
    return _paired(original, version, (_cover(spans[0], link.original), _cover(spans[1], link.version)), link)


def _cover(spans: Sequence[Span], which: range) -> Span:
    return Span(spans[which[0]].start, spans[which[-1]].end)


def _paired(original: str, version: str, pair: tuple[Span, Span], link: Link) -> Row:
    changed = changes(original, version, pair)
    if not changed:
        return Row(_kind(link, is_edited=False), *pair, moved=link.moved)
    edits = judge(original, version, pair, changed)
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
