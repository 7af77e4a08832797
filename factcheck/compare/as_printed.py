"""A comparison of two repaired texts told of the texts that were passed in: what was only damage is house style."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from factcheck.compare.alignment.differ import changes
from factcheck.compare.findings import Edit, EditKind, Row, RowKind, Severity, Span
from factcheck.compare.words.damaged_text import Mended
from factcheck.compare.words.segments import sentences

HOUSE_STYLE = frozenset({EditKind.HOUSE_STYLE})


def sentences_as_printed(text: str, mended: Mended) -> list[Span]:
    """The sentences of a repaired text, those that stand in one sentence of the damaged one together."""
    starts = _starts(text)
    found: dict[int, Span] = {}
    for span in sentences(mended.text):
        within = bisect_right(starts, mended.places[span.start].start)
        found[within] = Span(found[within].start, span.end) if within in found else span
    return list(found.values())


def rows_as_printed(rows: Sequence[Row], original: str, version: str, mended: tuple[Mended, Mended]) -> tuple[Row, ...]:
    """The rows of the repaired texts, their spans those of the damaged ones, and damage in them as edits of style."""
    placed = [
        replace(
            row,
            original=row.original and mended[0].span_of(row.original),
            version=row.version and mended[1].span_of(row.version),
        )
        for row in rows
    ]
    originals = _grown(original, [row.original for row in placed])
    versions = _grown(version, [row.version for row in placed])
    whole = (replace(row, original=a, version=b) for row, a, b in zip(placed, originals, versions, strict=True))
    return tuple(_with_damage(row, original, version, mended) for row in whole)


def _grown(text: str, spans: Sequence[Span | None]) -> list[Span | None]:
    """Spans that cover whatever is left out between them, each from the beginning of a sentence up to the next span."""
    order = sorted((span.start, at) for at, span in enumerate(spans) if span)
    found, every = list(spans), _starts(text)
    starts = [0, *(every[bisect_right(every, start) - 1] for start, _ in order[1:]), len(text)]
    for (_, at), start, stop in zip(order, starts, starts[1:], strict=False):
        stretch = text[start:stop]
        found[at] = Span(stop - len(stretch.lstrip()), start + len(stretch.rstrip()))
    return found


def _starts(text: str) -> list[int]:
    return [span.start for span in sentences(text)]


def _with_damage(row: Row, original: str, version: str, mended: tuple[Mended, Mended]) -> Row:
    """A pair with the edits that its texts as passed in need: each tells what those it reaches tell as printed."""
    if not row.original or not row.version:
        return row
    told = [
        replace(edit, original=mended[0].span_of(edit.original), version=mended[1].span_of(edit.version))
        for edit in row.edits
    ]
    edits = [_as_told(spans, told) for spans in changes(original, version, (row.original, row.version))]
    if not edits:
        return row
    return replace(
        row,
        kind=RowKind.EDITED if row.kind == RowKind.SAME else row.kind,
        edits=tuple(edits),
        kinds=row.kinds.union(*(edit.kinds for edit in edits)),
        severity=max((*filter(None, [row.severity]), *(edit.severity for edit in edits)), key=lambda some: some.rank),
    )


def _as_told(spans: tuple[Span, Span], told: Sequence[Edit]) -> Edit:
    reached = [edit for edit in told if _touch(spans[0], edit.original) and _touch(spans[1], edit.version)]
    return Edit(
        *spans,
        frozenset(kind for edit in reached for kind in edit.kinds) or HOUSE_STYLE,
        max((edit.severity for edit in reached), key=lambda severity: severity.rank, default=Severity.STYLE),
    )


def _touch(one: Span, other: Span) -> bool:
    return one.start <= other.end and other.start <= one.end
