"""Two versions of one text, row by row and sentence by sentence, without their words: small enough to be kept.

What is kept says where every sentence stands, what became of it, and whether somebody denies something in it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple, Self

from factcheck.compare.clashing.denied_sentences import find_denials
from factcheck.compare.comparison import compare, language_of_both
from factcheck.compare.findings import EditKind, Row, RowKind, Severity, Span
from factcheck.compare.words.segments import sentences

KINDS, EDIT_KINDS, SEVERITIES = list(RowKind), list(EditKind), list(Severity)
BREAK = "\n\n"  # between a headline and its text


class SentenceFate(StrEnum):
    """What a reader sees at a glance of one sentence: kept, edited, cut or added."""

    KEPT = "kept"
    EDITED = "edited"
    CUT = "cut"
    ADDED = "added"


FATES = {RowKind.SAME: SentenceFate.KEPT, RowKind.CUT: SentenceFate.CUT, RowKind.ADDED: SentenceFate.ADDED}


class VersionText(NamedTuple):
    """The words of one version that a comparison reads."""

    headline: str
    text: str


@dataclass(frozen=True, slots=True)
class KeptSentence:
    """Where a sentence stands in its text, or in its headline; `denied_by` is who denies something in it.

    `denied_by` is None where nobody does, and empty where the text does not say who.
    """

    span: Span
    denied_by: str | None = None

    @property
    def is_denial(self) -> bool:
        return self.denied_by is not None


@dataclass(frozen=True, slots=True)
class SentenceRow:
    """One row of a comparison; `number` counts the rows from 1, those of the headlines among them.

    `was_received` says of a sentence that was cut that it stands in what was received of the version's page.
    """

    number: int
    kind: RowKind
    original: tuple[KeptSentence, ...]
    version: tuple[KeptSentence, ...]
    is_moved: bool = False
    is_headline: bool = False
    was_received: bool = False
    kinds: frozenset[EditKind] = frozenset()
    severity: Severity | None = None

    @property
    def fate(self) -> SentenceFate:
        return FATES.get(self.kind, SentenceFate.EDITED if self.severity else SentenceFate.KEPT)

    def as_json(self) -> list[Any]:
        flags = self.is_moved + 2 * self.is_headline + 4 * self.was_received
        kinds = [number for number, kind in enumerate(EDIT_KINDS) if kind in self.kinds]
        severity = SEVERITIES.index(self.severity) if self.severity else None
        sides = [[_as_json(sentence) for sentence in side] for side in (self.original, self.version)]
        return [self.number, KINDS.index(self.kind), flags, severity, kinds, *sides]

    @classmethod
    def read(cls, kept: Sequence[Any]) -> Self:
        number, kind, flags, severity, kinds, original, version = kept
        return cls(
            number,
            KINDS[kind],
            tuple(map(_read, original)),
            tuple(map(_read, version)),
            is_moved=bool(flags & 1),
            is_headline=bool(flags & 2),
            was_received=bool(flags & 4),
            kinds=frozenset(EDIT_KINDS[one] for one in kinds),
            severity=None if severity is None else SEVERITIES[severity],
        )


def sentence_rows(original: VersionText, version: VersionText, *, language: str = "en") -> list[SentenceRow]:
    """The rows of two versions, in the order of the comparison; that of their headlines first, if both have one."""
    has_headlines = bool(original.headline and version.headline)
    texts = [_whole(side, has_headlines) for side in (original, version)]
    rows = compare(*texts, language=language, has_headlines=has_headlines).rows
    sides = [
        _SplitText(text, len(side.headline) if has_headlines else 0, language_of_both(*texts, default=language))
        for text, side in zip(texts, (original, version), strict=True)
    ]
    return [_sentence_row(number, row, *sides) for number, row in enumerate(rows, start=1)]


class _SplitText:
    """One of two texts by sentence; `head` is how long its headline is, 0 without one."""

    def __init__(self, text: str, head: int, language: str) -> None:
        self.spans = sentences(text)
        self.starts = [span.start for span in self.spans]
        self.head = head
        self.denials: Mapping[Span, str] = find_denials(text, self.spans, language=language)

    def kept(self, held: Span | None) -> tuple[KeptSentence, ...]:
        if held is None:
            return ()
        spans = self.spans[bisect_left(self.starts, held.start) : bisect_left(self.starts, held.end)]
        return tuple(KeptSentence(self._placed(span), self.denials.get(span)) for span in spans)

    def is_headline(self, held: Span | None) -> bool:
        return held is not None and held.end <= self.head

    def _placed(self, span: Span) -> Span:
        by = self.head + len(BREAK) if span.start >= self.head > 0 else 0
        return Span(span.start - by, span.end - by)


def _whole(side: VersionText, has_headlines: bool) -> str:
    return f"{side.headline}{BREAK}{side.text}" if has_headlines else side.text


def _sentence_row(number: int, row: Row, original: _SplitText, version: _SplitText) -> SentenceRow:
    return SentenceRow(
        number,
        row.kind,
        original.kept(row.original),
        version.kept(row.version),
        is_moved=row.moved,
        is_headline=original.is_headline(row.original) or version.is_headline(row.version),
        kinds=row.kinds,
        severity=row.severity,
    )


def _as_json(sentence: KeptSentence) -> list[Any]:
    return [*sentence.span] if sentence.denied_by is None else [*sentence.span, sentence.denied_by]


def _read(kept: Sequence[Any]) -> KeptSentence:
    start, end, *denied_by = kept
    return KeptSentence(Span(start, end), *denied_by)
