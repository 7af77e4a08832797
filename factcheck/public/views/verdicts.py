"""The front page, and each verdict in its present and its earlier states."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.conf import settings
from django.db.models import FETCH_RAISE, Count, OuterRef, QuerySet, Value
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from factcheck.claims.models import Claim
from factcheck.claims.models.topics import topic_lines
from factcheck.languages.of_page import PageInLanguage, pages_in_languages, path_in
from factcheck.prepared_queries import prepared
from factcheck.public.claim_rows import claim_rows
from factcheck.public.kept_parts import kept_by_values
from factcheck.public.linked_data import as_json, web_page
from factcheck.public.pages import numbered_page, readers_list, readers_page, the_only
from factcheck.public.published_verdict import PublishedVerdict
from factcheck.public.share_verdict import SharedVerdict
from factcheck.public.verdict_rows import VerdictRow, example_of
from factcheck.public.visible import QuotedNow, pages_named_in
from factcheck.site.identity import the_site
from factcheck.stamps.reads import stamp_now
from factcheck.verdicts.changes import changes_between
from factcheck.verdicts.history import Sealed, history_of
from factcheck.verdicts.models import Revision, Translations, Verdict, translation_lines
from factcheck.verdicts.rating_scale import the_scale
from factcheck.verdicts.snapshot import Snapshot

ON_FRONT_PAGE = 20  # verdicts


@readers_list
def home(request: HttpRequest) -> HttpResponse:
    page = numbered_page(range(_counted(stamp_now(Revision))), request, size=ON_FRONT_PAGE)
    newest = VerdictRow.newest(page.start_index() - 1, page.end_index()) if page.has_previous() else _newest()
    rows = [VerdictRow(*values) for values in newest]
    contested = [] if page.has_previous() else claim_rows(_contested())
    context = {"page": page, "rows": rows, "example": example_of(rows), "contested": contested}
    return render(request, "public/home.html", context)


@readers_page
def verdict(request: HttpRequest, slug: str) -> HttpResponse:
    published = PublishedVerdict.of(the_only(_current(slug=slug)))
    revision, sha256 = published.revision, published.sha256
    now = QuotedNow.of(published.sealed.quotations)
    printed = published.printed(now.bounds)
    history = history_of(revision.verdict)
    site, path = the_site(), revision.verdict.get_absolute_url()
    crumbs = [(_("Verdicts"), reverse("public:home"))]
    context = {
        "revision": revision,
        "snapshot": printed.snapshot,
        "history": history,
        "sealed": Sealed(revision.verdict.claim.slug, sha256),
        "shared": SharedVerdict.of(revision, sha256),
        "pages": pages_named_in(printed.snapshot.quotations, now),
        "translations": published.translations.others,
        "languages": _pages_in_languages(request, published.translations),
        "topics": published.topics,
        "web_page": as_json(web_page(revision.claim_text, crumbs=crumbs, path=path, site=site)),
    }
    if revision.is_retraction:
        return render(request, "public/verdicts/retracted.html", context)
    lasting = path_in(settings.LANGUAGE_CODE, path)  # one check, whatever language its page is read in
    markup = printed.claim_review(history, path=lasting, scale=the_scale(), site=site)
    return render(request, "public/verdicts/detail.html", {**context, "claim_review": markup})


@readers_page
def revision(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    revision = the_only(_state(slug=slug, number=number))
    sealed = Snapshot.of_revision(revision)
    now = QuotedNow.of(sealed.quotations)
    snapshot = sealed.as_printed(now.bounds)
    context = {
        "revision": revision,
        "snapshot": snapshot,
        "next": next((one for one in history_of(revision.verdict) if one.number == number + 1), None),
        "pages": pages_named_in(snapshot.quotations, now),
    }
    return render(request, "public/verdicts/revision.html", context)


@readers_page
def changes(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    revisions = Revision.objects.select_related("verdict").fetch_mode(FETCH_RAISE)
    before = get_object_or_404(revisions, verdict__slug=slug, number=number - 1)
    after = get_object_or_404(revisions, verdict__slug=slug, number=number)
    context = {"before": before, "after": after, "changes": changes_between(before, after)}
    return render(request, "public/verdicts/changes.html", context)


@readers_list
def corrections(request: HttpRequest) -> HttpResponse:
    revisions = Revision.objects.since_publication().select_related("verdict").defer(*Revision.TEXTS)
    revisions = revisions.fetch_mode(FETCH_RAISE)
    page = numbered_page(revisions.order_by("-id"), request, size=30)
    return render(request, "public/corrections.html", {"page": page})


def _pages_in_languages(request: HttpRequest, translations: Translations) -> list[PageInLanguage]:
    """The page in each of the site's languages, and in place of some the verdict that was written in that language."""
    written = {page.language: page.path for page in translations.others}
    pages = pages_in_languages(request)
    return [replace(page, path=written[page.language]) if page.language in written else page for page in pages]


@kept_by_values
def _counted(_stamp: str) -> int:
    """How many verdicts are public; that changes with a new revision alone."""
    return sum(_how_many())


@prepared
def _how_many() -> QuerySet[Verdict, int]:
    counted = Verdict.objects.public().order_by().values(every=Value(1)).annotate(how_many=Count("pk"))
    return counted.values_list("how_many", flat=True)


@prepared
def _newest() -> QuerySet[Revision, tuple[Any, ...]]:
    return VerdictRow.newest(0, ON_FRONT_PAGE)


@prepared
def _contested() -> QuerySet[Claim]:
    return Claim.objects.open_to_readers().undecided().fetch_mode(FETCH_RAISE)[:10]


@prepared
def _current(slug: str) -> QuerySet[Revision, tuple[Any, ...]]:
    shown = Revision.objects.current().with_bylines().with_predecessor().filter(verdict__slug=slug)
    shown = shown.annotate(topic_lines=topic_lines(OuterRef("verdict__claim")))
    shown = shown.annotate(translation_lines=translation_lines(OuterRef("verdict")))
    return PublishedVerdict.rows_of(shown.order_by())


@prepared
def _state(slug: str, number: int) -> QuerySet[Revision]:
    revisions = Revision.objects.with_bylines().select_related("verdict__claim", "rating").fetch_mode(FETCH_RAISE)
    return revisions.filter(verdict__slug=slug, number=number).order_by()
