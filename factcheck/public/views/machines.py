"""What machines read: every standing verdict as data, the addresses of all pages, and where robots may go."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib.sitemaps.views import SitemapIndexItem
from django.contrib.sitemaps.views import sitemap as sitemap_of
from django.db.models import FETCH_RAISE, Max, OuterRef, Prefetch
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse

from factcheck.public.linked_data import as_json
from factcheck.public.pages import numbered_part, readers_list, readers_page
from factcheck.public.sitemaps import SECTIONS, parts_of_sections
from factcheck.site.identity import Site, the_site
from factcheck.verdicts.claimreview import Scale, claim_review, retracted_review
from factcheck.verdicts.models import Revision, Translations, translation_lines
from factcheck.verdicts.models.revisions import RevisionQuerySet
from factcheck.verdicts.rating_scale import the_scale
from factcheck.verdicts.snapshot import Excerpts, Snapshot, bounds_of, takedowns_of

PART_OF_FEED = 50  # published states, by their keys


@readers_list
def claimreview(request: HttpRequest) -> HttpResponse:
    """A DataFeed of the verdicts, in parts; one that was retracted stays in it, marked as withdrawn.

    Without a number it holds what was published or changed last. Each part leads to the one before it, in a `Link` and
    as its part; a part with a number holds the states with certain keys, so none that comes later moves it.
    """
    site, last = the_site(), Revision.objects.aggregate(last=Max("pk"))["last"] or 0
    newest = last // PART_OF_FEED + 1
    number = numbered_part(request, most=newest)
    first = max(newest - 1, 1) if number is None else number
    keys = ((first - 1) * PART_OF_FEED, (number or newest) * PART_OF_FEED - 1)
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "DataFeed",
        "name": site.name,
        "url": site.address(request.get_full_path()),
        "dataFeedElement": _elements(Revision.objects.filter(pk__range=keys), site),
    }
    response = HttpResponse(content_type="application/json")
    if first > 1:
        before = site.address(f"{request.path}?page={first - 1}")
        data["hasPart"] = {"@type": "DataFeed", "url": before}
        response["Link"] = f'<{before}>; rel="next"'
    response.content = as_json(data).encode()
    return response


@readers_page
def sitemap(request: HttpRequest) -> HttpResponse:
    """All pages, or the index of the parts where one is not enough."""
    parts = parts_of_sections()
    if max(parts.values()) <= 1:
        return sitemap_of(request, sitemaps={name: SECTIONS[name]() for name, number in parts.items() if number})
    changed = {name: sorted(SECTIONS[name].parts_changed_at().items()) for name in parts}
    items = [_listed(name, number + 1, at) for name, found in changed.items() for number, at in found]
    return TemplateResponse(request, "sitemap_index.xml", {"sitemaps": items}, content_type="application/xml")


@readers_page
def sitemap_part(request: HttpRequest, section: str, number: int) -> HttpResponse:
    if section not in SECTIONS or not 1 <= number <= SECTIONS[section].parts():
        raise Http404("The map of this site has no such part.")
    return sitemap_of(request, sitemaps={section: SECTIONS[section](number - 1)})


@readers_page
def robots(_request: HttpRequest) -> HttpResponse:
    """Robots may read everything but the desk; of a demonstration, whose verdicts are not real, nothing."""
    site = the_site()
    rules = ["User-agent: *"]
    if site.is_demonstration:
        rules.append("Disallow: /")
    else:
        rules += [f"Disallow: {reverse(name)}" for name in ("desk:home", "admin:index")]
        rules.append(f"Sitemap: {site.address(reverse('data:sitemap'))}")
    return HttpResponse("\n".join(rules) + "\n", content_type="text/plain; charset=utf-8")


def _listed(section: str, number: int, changed_at: datetime) -> SitemapIndexItem:
    address = the_site().address(reverse("data:sitemap_part", args=(section, number)))
    return SitemapIndexItem(address, changed_at)  # type: ignore[arg-type]  # a time, which Django calls a bool


def _elements(revisions: RevisionQuerySet, site: Site) -> list[dict[str, Any]]:
    """The ClaimReviews of those that readers see now, the latest first."""
    scale, history = the_scale(), Prefetch("verdict__revisions", Revision.objects.outlined())
    verdicts = revisions.current().annotate(translation_lines=translation_lines(OuterRef("verdict")))
    verdicts = verdicts.prefetch_related(history).fetch_mode(FETCH_RAISE).order_by("-id")
    snapshots = {verdict: Snapshot.of_revision(verdict) for verdict in verdicts}
    quotations = [quotation for snapshot in snapshots.values() for quotation in snapshot.quotations]
    excerpts = Excerpts(quotations, bounds_of(quotations))
    takedowns = takedowns_of(snapshots.values())
    return [_element(v, s.excerpted(excerpts).without_taken_down(takedowns), scale, site) for v, s in snapshots.items()]


def _element(revision: Revision, snapshot: Snapshot, scale: Scale, site: Site) -> dict[str, Any]:
    history, path = list(revision.verdict.revisions.all()), revision.verdict.get_absolute_url()
    if revision.is_retraction:
        review = retracted_review(revision, history=history, path=path, site=site)
    else:
        lines = revision.translation_lines  # type: ignore[attr-defined]  # annotated
        beside = Translations.read(lines, slug=revision.verdict.slug)
        review = claim_review(
            revision, snapshot, history=history, path=path, scale=scale, site=site, translations=beside
        )
    element = {
        "@type": "DataFeedItem",
        "dateCreated": review["datePublished"],
        "dateModified": review["dateModified"],
        "item": [review],
    }
    return {**element, "dateDeleted": review["dateModified"]} if revision.is_retraction else element
