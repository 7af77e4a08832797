"""Verdicts in a list: one line each, with who stands on either side and which paper left a denial out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
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
    def strip(self) -> Strip | None:
        """The picture of one version: of one that left something out, else of the first that there is."""
        versions = [strip for story in self.stories for strip in story[1:]]
        return next(filter(_leaves_out, versions), next(iter(versions), None))

    @cached_property
    def stories(self) -> list[list[Strip]]:
        """The pictures of the stories that the verdict is about: of each its first report, then its other versions."""
        return [] if self.revision.is_retraction else [[*map(Strip.read, one)] for one in self.revision.strips or ()]

    @property
    def denial_missing_in(self) -> Sequence[str]:
        return self.sides[1].weight.missing_in if self.sides else []


def example_of(rows: Iterable[VerdictRow]) -> list[Strip]:
    """The newest story of which a paper left something out: its first report, and that paper's version of it."""
    for row in rows:
        for first, *others in row.stories:
            for strip in filter(_leaves_out, others):
                return [first, strip]
    return []


def _leaves_out(strip: Strip) -> bool:
    return any(bar.is_left_out for bar in strip.bars)
