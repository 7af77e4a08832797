"""An article's reading text cut into the pieces that its page shows: paragraphs, and what stands where in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from factcheck.claims.margin_notes import Note
from factcheck.claims.spot_statements import Spotted
from factcheck.compare import Span
from factcheck.compare.words.segments import paragraphs, sentences


@dataclass(frozen=True)
class TextPiece:
    """A run of text that the same notes are about; `begins` and `ends` are those that begin or end with it.

    `spotted` is the number, from 1, of the suggestion that the run belongs to; `is_chosen` says that it stands in the
    form.
    """

    text: str
    notes: list[Note]
    begins: list[Note]
    ends: list[Note]
    spotted: int | None
    is_chosen: bool = False
    begins_chosen: bool = False


@dataclass(frozen=True)
class Paragraph:
    """A paragraph, where it begins in the reading text and its sentences, in code points.

    `notes` are those whose words begin in it.
    """

    start: int
    sentences: list[Span]
    pieces: list[TextPiece]
    notes: list[Note]


def paragraphs_with_notes(
    text: str, notes: Sequence[Note], spotted: Sequence[Spotted] = (), chosen: Span | None = None
) -> list[Paragraph]:
    """The paragraphs of `text` in pieces, so that overlapping statements need no nested marks."""
    every = sentences(text)
    return [
        Paragraph(
            paragraph.start,
            [sentence for sentence in every if paragraph.start <= sentence.start < paragraph.end],
            _pieces(text, paragraph, notes, spotted, chosen),
            [note for note in notes if paragraph.start <= note.start < paragraph.end],
        )
        for paragraph in paragraphs(text)
    ]


def _pieces(
    text: str, within: Span, notes: Sequence[Note], spotted: Sequence[Spotted], chosen: Span | None
) -> list[TextPiece]:
    touching = [(note, span) for note in notes for span in note.spans if _touch(span, within)]
    suggested = {number: one.span for number, one in enumerate(spotted, start=1) if _touch(one.span, within)}
    marked = [span for _, span in touching]
    edges = {edge for span in (within, *marked, *suggested.values(), *filter(None, [chosen])) for edge in span}
    cuts = sorted(edge for edge in edges if within.start <= edge <= within.end)
    return [
        TextPiece(
            text[start:end],
            [note for note, span in touching if span.start <= start and end <= span.end],
            [note for note, span in touching if span.start == start and span == note.spans[0]],
            [note for note, span in touching if span.end == end and span == note.spans[-1]],
            next((number for number, span in suggested.items() if span.start <= start and end <= span.end), None),
            chosen is not None and chosen.start <= start and end <= chosen.end,
            chosen is not None and chosen.start == start,
        )
        for start, end in pairwise(cuts)
    ]


def _touch(span: Span, other: Span) -> bool:
    return span.start < other.end and other.start < span.end
