"""What there is to pick from while somebody types who speaks, or which claim a statement is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from factcheck.claims.models import Claim, Source

OFFERED = 200


@dataclass(frozen=True)
class Offers:
    """Sources and claims to pick from; `known` is the source that the `typed` name is of, `near` have like names."""

    sources: QuerySet[Source]
    claims: QuerySet[Claim]
    typed: str = ""
    known: Source | None = None
    near: Sequence[Source] = ()


def offers_for(typed: str = "") -> Offers:
    """The newest sources and claims, and what the desk knows of the name that stands in the form already."""
    return Offers(
        Source.objects.named().order_by("-id")[:OFFERED],
        Claim.objects.order_by("-id")[:OFFERED],
        typed,
        Source.objects.named().known_as(typed).first() if typed else None,
    )
