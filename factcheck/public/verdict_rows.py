"""Verdicts in a list: one line each, with who stands on either side and which paper left a denial out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Self

from factcheck.claims.strips import Strip
from factcheck.verdicts.models import Revision
from factcheck.verdicts.snapshot import DrawnSide, QuotedSide, drawn_sides


@dataclass(frozen=True)
class VerdictRow:
    """One verdict as it stands; of a retracted one the sides are not told."""

    revision: Revision
    sides: Sequence[DrawnSide]

    @classmethod
    def of(cls, revision: Revision) -> Self:
        told = [] if revision.is_retraction else revision.positions
        return cls(revision, drawn_sides(map(QuotedSide.read, told)) if told else [])

    @property
    def denial_missing_in(self) -> Sequence[str]:
        return self.sides[1].weight.missing_in if self.sides else []


def example_of(rows: Iterable[VerdictRow]) -> list[Strip]:
    """The newest story of which a paper left something out: its first report, and that paper's version of it."""
    for row in rows:
        for story in () if row.revision.is_retraction else row.revision.strips or ():
            first, *others = map(Strip.read, story)
            for strip in others:
                if any(bar.is_left_out for bar in strip.bars):
                    return [first, strip]
    return []
