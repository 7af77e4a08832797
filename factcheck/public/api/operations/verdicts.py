"""Verdicts as they stand, their published states, and what was corrected."""

from __future__ import annotations

from typing import Any

from django.db.models import FETCH_RAISE, OuterRef
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Field, Query, Router

from factcheck.claims.models.topics import read_topic_lines, topic_lines
from factcheck.public.api.lists import Listed, PageQuery, listed
from factcheck.public.api.problem import PROBLEMS
from factcheck.public.api.shapes.changes import ChangesShape
from factcheck.public.api.shapes.site import CorrectionShape
from factcheck.public.api.shapes.verdicts import (
    RevisionOutline,
    RevisionShape,
    TopicShape,
    TranslationShape,
    VerdictRowShape,
    VerdictShape,
)
from factcheck.public.visible import QuotedNow, pages_named_in
from factcheck.site.identity import the_site
from factcheck.verdicts.changes import changes_between
from factcheck.verdicts.models import Revision, Translations, translation_lines
from factcheck.verdicts.models.revisions import RevisionQuerySet
from factcheck.verdicts.snapshot import Snapshot

router = Router(tags=["Verdicts"])


class VerdictQuery(PageQuery):
    rating: str = Field("", description="The slug of a rating: only verdicts rated so.")
    topic: str = Field("", description="The slug of a topic: only verdicts on claims about it.")


class SinceQuery(PageQuery):
    kind: str = Field("", description="Only these: updated, corrected, clarified or retracted.")


@router.get("/verdicts", response={200: Listed[VerdictRowShape], **PROBLEMS}, url_name="verdicts")
def verdicts(request: HttpRequest, response: HttpResponse, query: Query[VerdictQuery]) -> Any:
    """Verdicts as they stand, what was published or changed last first. The key in `after` is a revision's."""
    revisions = Revision.objects.current().defer(*Revision.TEXTS)
    if query.rating:
        revisions = revisions.standing().filter(rating__slug=query.rating)
    if query.topic:
        revisions = revisions.filter(verdict__claim__topics__slug=query.topic)
    return listed(revisions.fetch_mode(FETCH_RAISE), request, response, query, VerdictRowShape.each)


@router.get("/verdicts/{slug:slug}", response={200: VerdictShape, **PROBLEMS}, url_name="verdict")
def verdict(request: HttpRequest, slug: str) -> VerdictShape:
    """One verdict as it stands."""
    found = Revision.objects.current().with_bylines().with_predecessor().fetch_mode(FETCH_RAISE)
    found = found.annotate(topic_lines=topic_lines(OuterRef("verdict__claim")))
    found = found.annotate(translation_lines=translation_lines(OuterRef("verdict")))
    revision = get_object_or_404(found, verdict__slug=slug)
    sealed = Snapshot.of_revision(revision)
    now = QuotedNow.of(sealed.quotations)
    pages = pages_named_in(sealed.quotations, now)
    history = [RevisionOutline.of(one, slug) for one in revision.verdict.revisions.outlined()]
    predecessor: str | None = revision.predecessor  # type: ignore[attr-defined]  # annotated
    topics = read_topic_lines(revision.topic_lines)  # type: ignore[attr-defined]  # annotated
    translations = Translations.read(revision.translation_lines, slug=slug)  # type: ignore[attr-defined]  # annotated
    more = {
        "topics": TopicShape.each(topics),
        "translations": TranslationShape.each(translations),
        "predecessor": predecessor,
        "history": history,
    }
    if revision.is_retraction:
        return VerdictShape.withdrawn(revision, **more)
    return VerdictShape.told(revision, sealed.as_printed(now.bounds), pages, **more)


@router.get("/verdicts/{slug:slug}/revisions", response={200: list[RevisionOutline], **PROBLEMS}, url_name="revisions")
def revisions(request: HttpRequest, slug: str) -> list[RevisionOutline]:
    """Every published state of a verdict, the latest first."""
    found = get_object_or_404(Revision.objects.current().fetch_mode(FETCH_RAISE), verdict__slug=slug)
    return [RevisionOutline.of(one, slug) for one in found.verdict.revisions.outlined()]


@router.get(
    "/verdicts/{slug:slug}/revisions/{int:number}", response={200: RevisionShape, **PROBLEMS}, url_name="revision"
)
def revision(request: HttpRequest, slug: str, number: int) -> RevisionShape:
    """One published state of a verdict, whole. It never changes, but a picture in it may be taken down."""
    found = Revision.objects.with_bylines().select_related("verdict__claim", "rating").fetch_mode(FETCH_RAISE)
    revision = get_object_or_404(found, verdict__slug=slug, number=number)
    sealed = Snapshot.of_revision(revision)
    now = QuotedNow.of(sealed.quotations)
    return RevisionShape.told(revision, sealed.as_printed(now.bounds), pages_named_in(sealed.quotations, now))


@router.get(
    "/verdicts/{slug:slug}/revisions/{int:number}/changes",
    response={200: ChangesShape, **PROBLEMS},
    url_name="changes",
)
def changes(request: HttpRequest, slug: str, number: int) -> ChangesShape:
    """What a revision changed of the one before it, word by word."""
    found = Revision.objects.select_related("verdict").fetch_mode(FETCH_RAISE)
    before = get_object_or_404(found, verdict__slug=slug, number=number - 1)
    after = get_object_or_404(found, verdict__slug=slug, number=number)
    return ChangesShape.of(changes_between(before, after))


@router.get("/corrections", response={200: Listed[CorrectionShape], **PROBLEMS}, url_name="corrections")
def corrections(request: HttpRequest, response: HttpResponse, query: Query[SinceQuery]) -> Any:
    """Every change of a published verdict, the latest first."""
    found: RevisionQuerySet = Revision.objects.since_publication().defer(*Revision.TEXTS).select_related("verdict")
    if query.kind:
        found = found.filter(kind=query.kind)
    site = the_site()
    rows = found.fetch_mode(FETCH_RAISE)
    return listed(rows, request, response, query, lambda shown: CorrectionShape.each(shown, site))
