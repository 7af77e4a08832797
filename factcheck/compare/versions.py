"""One base text beside any number of its versions: what became of each sentence of the base in each of them.

Every version is aligned to the base alone, so the result for one does not depend on which others are there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from factcheck.compare.comparison import compare
from factcheck.compare.findings import Comparison, Row, RowKind, Severity, Span
from factcheck.compare.words.segments import sentences


class SentenceFate(StrEnum):
    """What a reader sees at a glance of one sentence: kept, edited, cut or added."""

    KEPT = "kept"
    EDITED = "edited"
    CUT = "cut"
    ADDED = "added"


FATES = {RowKind.SAME: SentenceFate.KEPT, RowKind.CUT: SentenceFate.CUT, RowKind.ADDED: SentenceFate.ADDED}


@dataclass(frozen=True, slots=True)
class Version:
    """One version: its comparison, the row that holds each sentence of the base, and its strip of fates.

    `cells` has one row for each sentence of the base; `strip` has one entry for each sentence of either text, in
    the order of the comparison's rows.
    """

    comparison: Comparison
    cells: tuple[Row, ...]
    strip: tuple[tuple[SentenceFate, Severity | None], ...]

    @property
    def told(self) -> str:
        """The strip in words: “12 kept, 9 edited, 43 cut”."""
        counts = Counter(fate for fate, _ in self.strip)
        return ", ".join(f"{counts[fate]} {fate.value}" for fate in SentenceFate if counts[fate])


@dataclass(frozen=True, slots=True)
class Family:
    """A base text by sentence, and its versions in the order they were given."""

    base: tuple[Span, ...]
    versions: tuple[Version, ...]


def compare_versions(base: str, versions: Iterable[str], *, language: str = "en") -> Family:
    """Align each version to the base."""
    spans = tuple(sentences(base))
    return Family(spans, tuple(_version(spans, base, version, language) for version in versions))


def fate_of(row: Row) -> SentenceFate:
    return FATES.get(row.kind, SentenceFate.EDITED if row.edits else SentenceFate.KEPT)


def _version(spans: Sequence[Span], base: str, version: str, language: str) -> Version:
    comparison = compare(base, version, language=language)
    starts = {span.start: number for number, span in enumerate(spans)}
    cells: list[Row | None] = [None] * len(spans)
    strip: list[tuple[SentenceFate, Severity | None]] = []
    for row in comparison.rows:
        held = _held(row, spans, starts)
        for number in held:
            cells[number] = row
        strip += [(fate_of(row), row.severity)] * max(1, len(held))
    return Version(comparison, tuple(row for row in cells if row), tuple(strip))


def _held(row: Row, spans: Sequence[Span], starts: dict[int, int]) -> list[int]:
    """The numbers of the base's sentences that the row holds."""
    if row.original is None:
        return []
    held, at = [], starts[row.original.start]
    while at < len(spans) and spans[at].start < row.original.end:
        held.append(at)
        at += 1
    return held
