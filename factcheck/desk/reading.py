"""An article's reading text cut into the pieces that its page shows: paragraphs, and where statements stand in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from factcheck.claims.models import Statement
from factcheck.compare import Span
from factcheck.compare.segments import paragraphs


@dataclass(frozen=True)
class Piece:
    """A run of text that the same statements cover; `begins` are those whose first piece this is."""

    text: str
    statements: list[Statement]
    begins: list[Statement]


@dataclass(frozen=True)
class Paragraph:
    """A paragraph and where it begins in the reading text, in code points."""

    start: int
    pieces: list[Piece]


def paragraphs_with_statements(text: str, statements: Sequence[Statement]) -> list[Paragraph]:
    """The paragraphs of `text` in pieces, so that overlapping statements need no nested marks."""
    return [Paragraph(p.start, _pieces(text, p, statements)) for p in paragraphs(text)]


def _pieces(text: str, within: Span, statements: Sequence[Statement]) -> list[Piece]:
    touching = [s for s in statements if s.start < within.end and within.start < s.end]
    edges = {within.start, within.end, *(s.start for s in touching), *(s.end for s in touching)}
    cuts = sorted(edge for edge in edges if within.start <= edge <= within.end)
    return [
        Piece(
            text[start:end],
            [s for s in touching if s.start <= start and end <= s.end],
            [s for s in touching if s.start == start],
        )
        for start, end in pairwise(cuts)
    ]
