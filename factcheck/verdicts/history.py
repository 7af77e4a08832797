"""The published states of a verdict, as a list of them tells: which, when and why, without their texts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from factcheck.prepared_queries import prepared
from factcheck.verdicts.models import Revision, Verdict


@dataclass(frozen=True)
class PublicState:
    """One of them; `slug` is the verdict's."""

    slug: str
    number: int
    kind: str
    note: str
    published_at: datetime

    def get_kind_display(self) -> str:
        return str(Revision.Kind(self.kind).label)

    def get_absolute_url(self) -> str:
        return reverse("public:revision", args=[self.slug, self.number])

    @property
    def is_correction(self) -> bool:
        return self.kind == Revision.Kind.CORRECTED


@dataclass(frozen=True)
class Sealed:
    """By what a state can be proved: its hash, which the ledger has; `claim` is the slug of what it is about."""

    claim: str
    sha256: str


def history_of(verdict: Verdict) -> tuple[PublicState, ...]:
    """All states of a verdict, the latest first."""
    return tuple(PublicState(verdict.slug, *values) for values in _states(verdict=verdict.pk))


@prepared
def _states(verdict: int) -> QuerySet[Revision, tuple[Any, ...]]:
    return Revision.objects.filter(verdict=verdict).values_list("number", "kind", "note", "published_at")
