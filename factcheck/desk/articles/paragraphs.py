"""An article's reading text cut into the pieces that its page shows: paragraphs, and what stands where in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from factcheck.claims.models import Statement
from factcheck.claims.spot_statements import Spotted
from factcheck.compare import Span
from factcheck.compare.words.segments import paragraphs, sentences


@dataclass(frozen=True)
class TextPiece:
    """A run of text that the same statements cover; `begins` are those whose first piece this is.

    `spotted` is the number, from 1, of the suggestion that the run belongs to; `is_chosen` says that it stands in the
    form.
    """

    text: str
    statements: list[Statement]
    begins: list[Statement]
    spotted: int | None
    is_chosen: bool = False
    begins_chosen: bool = False


@dataclass(frozen=True)
class Paragraph:
    """A paragraph, where it begins in the reading text and its sentences, in code points."""

    start: int
    sentences: list[Span]
    pieces: list[TextPiece]


def paragraphs_with_statements(
    text: str, statements: Sequence[Statement], spotted: Sequence[Spotted] = (), chosen: Span | None = None
) -> list[Paragraph]:
    """The paragraphs of `text` in pieces, so that overlapping statements need no nested marks."""
    every = sentences(text)
    return [
        Paragraph(
            paragraph.start,
            [sentence for sentence in every if paragraph.start <= sentence.start < paragraph.end],
            _pieces(text, paragraph, statements, spotted, chosen),
        )
        for paragraph in paragraphs(text)
    ]


def _pieces(
    text: str, within: Span, statements: Sequence[Statement], spotted: Sequence[Spotted], chosen: Span | None
) -> list[TextPiece]:
    touching = [s for s in statements if s.start < within.end and within.start < s.end]
    suggested = {number: one.span for number, one in enumerate(spotted, start=1)}
    edges = {within.start, within.end, *(s.start for s in touching), *(s.end for s in touching)}
    edges |= {edge for span in (*suggested.values(), *filter(None, [chosen])) for edge in span}
    cuts = sorted(edge for edge in edges if within.start <= edge <= within.end)
    return [
        TextPiece(
            text[start:end],
            [s for s in touching if s.start <= start and end <= s.end],
            [s for s in touching if s.start == start],
            next((number for number, span in suggested.items() if span.start <= start and end <= span.end), None),
            chosen is not None and chosen.start <= start and end <= chosen.end,
            chosen is not None and chosen.start == start,
        )
        for start, end in pairwise(cuts)
    ]
