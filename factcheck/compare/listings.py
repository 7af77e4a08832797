"""Lists in two texts: what stands under another heading, or has another number, tells another thing.

A heading is a short line that ends with a colon, or a number by itself; the lines behind it stand under it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import regex

from factcheck.compare.findings import EditKind, Row, Severity, Span

FACT = frozenset({EditKind.FACT})
HEADING = regex.compile(r"[^\n.!?]{1,60}:")
NUMBER = regex.compile(r"\(?(?:\d{1,3}|\p{L})[.)]")
LONGEST_NUMBER = 5
ITEM = regex.compile(r"[^\n]{1,160}?(?<![.!?…][\"”’)]?)")
PARTED = regex.compile(r"\n\s*\n")


def under_other_headings(rows: Sequence[Row], original: str, version: str) -> tuple[Row, ...]:
    """The rows, those substantive whose lines stand under one heading in one text and under another in the other."""
    headings = _headings(original, [row.original for row in rows]), _headings(version, [row.version for row in rows])
    known = [set(side.values()) for side in headings]
    return tuple(
        _told_otherwise(row)
        if (a := headings[0].get(at)) != (b := headings[1].get(at)) and a in known[1] and b in known[0]
        else row
        for at, row in enumerate(rows)
    )


def _told_otherwise(row: Row) -> Row:
    return replace(row, moved=True, kinds=row.kinds | FACT, severity=Severity.SUBSTANTIVE)


def _headings(text: str, spans: Sequence[Span | None]) -> dict[int, str]:
    """What each row of a list stands under, by its number among the rows."""
    found: dict[int, str] = {}
    heading, end = "", 0
    for span, at in sorted((span, at) for at, span in enumerate(spans) if span):
        line = span.of(text)
        if heading and PARTED.search(text, end, span.start):
            heading = ""
        if _is_heading(line):
            heading = line.casefold()
        elif heading and ITEM.fullmatch(line):
            found[at] = heading
        else:
            heading = ""
        end = span.end
    return found


def _is_heading(line: str) -> bool:
    if len(line) <= LONGEST_NUMBER:
        return NUMBER.fullmatch(line) is not None or HEADING.fullmatch(line) is not None
    return line[-1] == ":" and HEADING.fullmatch(line) is not None
