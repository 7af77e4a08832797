"""What machines read: every standing verdict as data, the addresses of all pages, and where robots may go."""

from __future__ import annotations

from typing import Any

from django.contrib.sitemaps.views import sitemap as sitemap_of
from django.db.models import FETCH_RAISE, Prefetch
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from factcheck.public.feed import LatestRevisions
from factcheck.public.linked_data import as_json
from factcheck.public.pages import readers_page
from factcheck.public.sitemaps import SECTIONS
from factcheck.site.identity import Site, the_site
from factcheck.verdicts.claimreview import Scale, claim_review
from factcheck.verdicts.models import Revision
from factcheck.verdicts.rating_scale import the_scale
from factcheck.verdicts.snapshot import Excerpts, Snapshot, bounds_of, takedowns_of

feed = readers_page(LatestRevisions())


@readers_page
def claimreview(request: HttpRequest) -> HttpResponse:
    """A DataFeed of every standing verdict; one that was retracted is no longer in it."""
    site, scale = the_site(), the_scale()
    history = Prefetch("verdict__revisions", Revision.objects.outlined())
    verdicts = Revision.objects.current().standing().prefetch_related(history).fetch_mode(FETCH_RAISE).order_by("-id")
    snapshots = {verdict: Snapshot.of_revision(verdict) for verdict in verdicts}
    quotations = [quotation for snapshot in snapshots.values() for quotation in snapshot.quotations]
    excerpts = Excerpts(quotations, bounds_of(quotations))
    takedowns = takedowns_of(snapshots.values())
    data = {
        "@context": "https://schema.org",
        "@type": "DataFeed",
        "name": site.name,
        "url": site.address(request.path),
        "dataFeedElement": [
            _element(v, s.excerpted(excerpts).without_taken_down(takedowns), scale, site) for v, s in snapshots.items()
        ],
    }
    return HttpResponse(as_json(data), content_type="application/json")


@readers_page
def sitemap(request: HttpRequest) -> HttpResponse:
    return sitemap_of(request, sitemaps={**SECTIONS})


@readers_page
def robots(_request: HttpRequest) -> HttpResponse:
    """Robots may read everything but the desk; of a demonstration, whose verdicts are not real, nothing."""
    site = the_site()
    rules = ["User-agent: *"]
    if site.is_demonstration:
        rules.append("Disallow: /")
    else:
        rules += [f"Disallow: {reverse(name)}" for name in ("desk:home", "admin:index")]
        rules.append(f"Sitemap: {site.address(reverse('public:sitemap'))}")
    return HttpResponse("\n".join(rules) + "\n", content_type="text/plain; charset=utf-8")


def _element(revision: Revision, snapshot: Snapshot, scale: Scale, site: Site) -> dict[str, Any]:
    history, path = list(revision.verdict.revisions.all()), revision.verdict.get_absolute_url()
    review = claim_review(revision, snapshot, history=history, path=path, scale=scale, site=site)
    return {
        "@type": "DataFeedItem",
        "dateCreated": review["datePublished"],
        "dateModified": review["dateModified"],
        "item": [review],
    }
