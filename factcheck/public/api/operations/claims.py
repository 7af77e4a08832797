"""Claims, what they are about, and what other desks found of them."""

from __future__ import annotations

from typing import Any

from django.db.models import FETCH_RAISE, OuterRef
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Field, Query, Router

from factcheck.claims.balance import weigh
from factcheck.claims.models import Claim, Topic
from factcheck.claims.models.topics import read_topic_lines, topic_lines
from factcheck.public.api.lists import Listed, PageQuery, listed
from factcheck.public.api.problem import PROBLEMS
from factcheck.public.api.shapes.claims import ClaimRowShape, ClaimShape, CountedTopicShape, OutsideReviewShape
from factcheck.public.visible import pages_of, public_verdicts
from factcheck.verdicts.add_outside_checks import rated_here
from factcheck.verdicts.models import OutsideCheck
from factcheck.verdicts.snapshot import printed_sides

router = Router(tags=["Claims"])


class ClaimQuery(PageQuery):
    topic: str = Field("", description="The slug of a topic: only claims about it.")


@router.get("/claims", response={200: Listed[ClaimRowShape], **PROBLEMS}, url_name="claims")
def claims(request: HttpRequest, response: HttpResponse, query: Query[ClaimQuery]) -> Any:
    """Claims with a verdict, and claims that papers contradict each other on."""
    found = Claim.objects.public().prefetch_related(public_verdicts(), "topics")
    if query.topic:
        found = found.filter(topics__slug=query.topic)
    return listed(found.fetch_mode(FETCH_RAISE), request, response, query, ClaimRowShape.each)


@router.get("/claims/{slug:slug}", response={200: ClaimShape, **PROBLEMS}, url_name="claim")
def claim(request: HttpRequest, slug: str) -> ClaimShape:
    """One claim, and all that is said of it today."""
    found = Claim.objects.public().prefetch_related(public_verdicts()).fetch_mode(FETCH_RAISE)
    claim = get_object_or_404(found.annotate(topic_lines=topic_lines(OuterRef("pk"))).at_address(slug))
    sides = printed_sides(weigh(claim))
    return ClaimShape.told(
        claim,
        topics=read_topic_lines(claim.topic_lines),  # type: ignore[attr-defined]  # annotated
        sides=sides,
        pages=pages_of(quotation for side in sides for quotation in side.quotations),
        checks=rated_here(OutsideCheck.objects.filter(claim=claim).select_related("claim")),
    )


@router.get("/outside-reviews", response={200: Listed[OutsideReviewShape], **PROBLEMS}, url_name="outside_reviews")
def outside_reviews(request: HttpRequest, response: HttpResponse, query: Query[PageQuery]) -> Any:
    """What other desks published on claims that readers see here."""
    found = OutsideCheck.objects.filter(claim__in=Claim.objects.public()).select_related("claim")
    rows = found.fetch_mode(FETCH_RAISE)
    return listed(rows, request, response, query, lambda shown: OutsideReviewShape.each(rated_here(shown)))


@router.get("/topics", response={200: list[CountedTopicShape], **PROBLEMS}, url_name="topics")
def topics(request: HttpRequest) -> list[CountedTopicShape]:
    """What claims are about, by name."""
    return [*map(CountedTopicShape.of, Topic.objects.public())]


@router.get("/topics/{slug:slug}", response={200: CountedTopicShape, **PROBLEMS}, url_name="topic")
def topic(request: HttpRequest, slug: str) -> CountedTopicShape:
    """One topic; its claims are at `/claims?topic=`."""
    return CountedTopicShape.of(get_object_or_404(Topic.objects.public().at_address(slug)))
