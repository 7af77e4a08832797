"""Verdicts in a list: one line each, with who stands on either side and which paper left a denial out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, lru_cache
from typing import Any

from django.db.models import F, QuerySet, TextField
from django.db.models.functions import Cast

from factcheck.claims.strips import Bar, Strip
from factcheck.verdicts.models import Revision
from factcheck.verdicts.snapshot import DrawnSide, QuotedSide, drawn_sides


@dataclass(frozen=True)
class VerdictRow:
    """One verdict as it stands, as the database has it: `positions` and `strips` are JSON, read only where it is drawn.

    Of a retracted one the sides are not told.
    """

    slug: str
    claim_text: str
    kind: str
    published_at: datetime
    was_corrected: bool
    conclusion: str
    rating_label: str
    rating_colour: str
    positions: str
    strips: str | None

    @staticmethod
    def newest(first: int, end: int) -> QuerySet[Revision, tuple[Any, ...]]:
        """What the rows from one place to before another are made of, the latest standing first."""
        columns = ("claim_text", "kind", "published_at", "was_corrected", "conclusion", "rating_label", "rating_colour")
        texts = (Cast(name, TextField()) for name in ("positions", "strips"))
        marked = Revision.objects.current().with_corrected_mark().order_by("-id")
        return marked.values_list(F("verdict__slug"), *columns, *texts)[first:end]

    @property
    def is_retraction(self) -> bool:
        return self.kind == Revision.Kind.RETRACTED

    @property
    def kind_told(self) -> str:
        return str(Revision.Kind(self.kind).label)

    @cached_property
    def sides(self) -> Sequence[DrawnSide]:
        told = [] if self.is_retraction else json.loads(self.positions)
        return drawn_sides(map(QuotedSide.read, told)) if told else ()

    @property
    def strip(self) -> Strip | None:
        """The picture of one version: of one that left something out, else of the first that there is."""
        versions = [version for story in self._stories for version in story[1:]]
        shown = next(filter(_leaves_out, versions), next(iter(versions), None))
        return Strip.read(shown) if shown else None

    @property
    def example(self) -> list[Strip]:
        """A story of which a paper left something out: its first report, and that paper's version of it."""
        for first, *others in self._stories:
            for version in filter(_leaves_out, others):
                return [Strip.read(first), Strip.read(version)]
        return []

    @property
    def has_example(self) -> bool:
        return not self.is_retraction and _tells_of_lack(self.strips or "null")

    @property
    def denial_missing_in(self) -> Sequence[str]:
        return self.sides[1].weight.missing_in if self.sides else ()

    @cached_property
    def _stories(self) -> list[list[Any]]:
        """The pictures of the stories that it is about: of each its first report, then its other versions."""
        return [] if self.is_retraction else json.loads(self.strips or "null") or []


def example_of(rows: Iterable[VerdictRow]) -> VerdictRow | None:
    """The newest of which a paper left something out."""
    return next((row for row in rows if row.has_example), None)


@lru_cache(1024)
def _tells_of_lack(strips: str) -> bool:
    return any(_leaves_out(version) for _, *others in json.loads(strips) or [] for version in others)


def _leaves_out(version: Any) -> bool:
    return any(Bar.read(bar).is_left_out for bar in version["bars"])
