"""Claims, topics and what other desks found, as the API gives them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, Self

from ninja import Field, Schema

from factcheck.claims.models import Topic
from factcheck.claims.models.topics import TopicLink
from factcheck.public.api.shapes.sayings import SideShape
from factcheck.public.api.shapes.verdicts import RatingShape, TopicShape, VerdictRowShape
from factcheck.public.visible import LinkedPages
from factcheck.site.identity import the_site
from factcheck.verdicts.models import OutsideCheck, Rating
from factcheck.verdicts.snapshot import QuotedSide


class ClaimRowShape(Schema):
    """A claim as lists tell it: with a verdict, or contested in the papers."""

    slug: str
    url: str
    text: str
    topics: list[TopicShape]
    verdicts: list[VerdictRowShape] = Field(description="The newest first; the ones before it were retracted.")

    @staticmethod
    def facts(claim: Any, topics: Iterable[TopicLink]) -> dict[str, Any]:
        """Give the claim with its `public_verdicts`."""
        revisions = [verdict.current for verdict in claim.public_verdicts]
        for verdict, revision in zip(claim.public_verdicts, revisions, strict=True):
            verdict.claim, revision.verdict = claim, verdict
        return {
            "slug": claim.slug,
            "url": the_site().address(claim.get_absolute_url()),
            "text": claim.public_text,
            "topics": TopicShape.each(topics),
            "verdicts": VerdictRowShape.each(revisions),
        }

    @classmethod
    def each(cls, claims: Sequence[Any]) -> list[Self]:
        """Give them with their topics, too."""
        return [cls(**cls.facts(claim, [TopicLink(t.slug, t.name) for t in claim.topics.all()])) for claim in claims]


class OutsideReviewShape(Schema):
    """What another desk found, as that desk published it."""

    url: str
    desk: str
    claim_text: str
    claimant: str
    rating: str = Field(description="As that desk calls it.")
    value: int | None
    worst: int | None
    best: int | None
    reviewed_on: date | None
    claim: str = Field(description="The slug of the claim here that says the same.")
    rated_here: RatingShape | None = Field(description="What that rating means on the scale of this desk.")

    @classmethod
    def each(cls, checks: Iterable[tuple[OutsideCheck, Rating | None]]) -> list[Self]:
        return [
            cls(
                url=check.url,
                desk=check.who,
                claim_text=check.claim_text,
                claimant=check.claimant,
                rating=check.label,
                value=check.value,
                worst=check.worst,
                best=check.best,
                reviewed_on=check.reviewed_on,
                claim=check.claim.slug,
                rated_here=RatingShape.of(rating) if rating else None,
            )
            for check, rating in checks
            if check.claim
        ]


class ClaimShape(ClaimRowShape):
    """A claim, all that is said of it today, and what other desks found."""

    sides: list[SideShape]
    outside_reviews: list[OutsideReviewShape]

    @classmethod
    def told(
        cls,
        claim: Any,
        *,
        topics: Iterable[TopicLink],
        sides: Iterable[QuotedSide],
        pages: LinkedPages,
        checks: Iterable[tuple[OutsideCheck, Rating | None]],
    ) -> Self:
        return cls(
            **cls.facts(claim, topics),
            sides=[SideShape.of(side, pages) for side in sides],
            outside_reviews=OutsideReviewShape.each(checks),
        )


class CountedTopicShape(TopicShape):
    """What claims are about."""

    url: str
    claims: int = Field(description="How many public claims are about it.")

    @classmethod
    def of(cls, topic: Topic) -> Self:
        """Give one of `Topic.objects.public()`."""
        how_many: int = topic.how_many  # type: ignore[attr-defined]  # annotated
        return cls(slug=topic.slug, name=topic.name, url=the_site().address(topic.get_absolute_url()), claims=how_many)
