"""Claims in a list: one line each, with the verdict on it and who stands on either side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from django.db.models import FETCH_RAISE, OuterRef, QuerySet
from django.utils.translation import get_language

from factcheck.claims.balance import AnsweredBalances, Balance
from factcheck.claims.models import Claim
from factcheck.claims.models.topics import TopicLink, read_topic_lines, topic_lines
from factcheck.claims.voices import WeightInFigures
from factcheck.public.kept_parts import kept_by_values
from factcheck.public.visible import with_public_verdicts
from factcheck.verdicts.models import Verdict


@dataclass(frozen=True)
class FoundVerdict:
    """The newest verdict on a claim, as its row names it."""

    address: str
    is_retraction: bool
    label: str
    colour: str

    @classmethod
    def of(cls, verdict: Verdict) -> Self | None:
        now = verdict.current
        if now is None:
            return None
        return cls(verdict.get_absolute_url(), now.is_retraction, now.rating_label, now.rating_colour)


@dataclass(frozen=True)
class Weights:
    """Who stands for a claim and who against, in figures, and the papers that lack a denial."""

    supports: WeightInFigures
    denies: WeightInFigures
    missing_in: tuple[str, ...]

    @classmethod
    def of(cls, balance: Balance) -> Self:
        denies = balance.denies.weight
        return cls(balance.supports.weight.figures, denies.figures, tuple(denies.missing_in))


@dataclass(frozen=True)
class PublicClaimRow:
    """One claim, as plain values that its row is kept by."""

    address: str
    text: str
    verdict: FoundVerdict | None
    topics: tuple[TopicLink, ...]
    weights: Weights | None

    @classmethod
    def of(cls, claim: Claim, weights: Weights | None) -> Self:
        """Give the claim with its `public_verdicts`, and with its `topic_lines` where its row names topics."""
        verdicts: Sequence[Verdict] = claim.__dict__["public_verdicts"]
        return cls(
            address=claim.get_absolute_url(),
            text=claim.public_text,
            verdict=FoundVerdict.of(verdicts[0]) if verdicts else None,
            topics=tuple(read_topic_lines(getattr(claim, "topic_lines", None))),
            weights=weights,
        )


def listed_claims(claims: QuerySet[Claim]) -> QuerySet[Claim]:
    """What rows with topics are made of."""
    return claims.annotate(topic_lines=topic_lines(OuterRef("pk"))).fetch_mode(FETCH_RAISE)


def claim_rows(claims: Sequence[Claim]) -> list[PublicClaimRow]:
    """The row of each, in their order."""
    if not claims:
        return []
    weights = _weighed(AnsweredBalances.of([claim.pk for claim in claims]), get_language())
    return [PublicClaimRow.of(claim, weights.get(claim.pk)) for claim in with_public_verdicts(claims)]


@kept_by_values
def _weighed(answered: AnsweredBalances, _language: str | None) -> Mapping[int, Weights]:
    return {claim: Weights.of(balance) for claim, balance in answered.made().items()}
