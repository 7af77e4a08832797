"""What readers can look for: verdicts as published, claims and sources that have a page."""

from __future__ import annotations

from django.template.defaultfilters import date as written

from factcheck.claims.models import Claim, Source, SourceAlias
from factcheck.public.visible import public_sources, public_verdicts
from factcheck.search.facets import Facet, Years
from factcheck.search.highlights import excerpt, highlight
from factcheck.search.kinds import Hit, Kind
from factcheck.search.matches import Beside
from factcheck.search.words import Query
from factcheck.verdicts.models import Revision


def tell_verdict(revision: Revision, query: Query) -> Hit:
    words = f"{revision.conclusion}\n{revision.reasoning}"
    facts = f"{revision.rating_label} · {written(revision.published_at, 'j F Y')}"
    return Hit(highlight(revision.claim_text, query), revision.verdict.get_absolute_url(), excerpt(words, query), facts)


def tell_claim(claim: Claim, query: Query) -> Hit:
    return Hit(highlight(claim.public_text, query), claim.get_absolute_url())


def tell_source(source: Source, query: Query) -> Hit:
    return Hit(highlight(source.name, query), source.get_absolute_url(), highlight(source.role, query))


KINDS = [
    Kind(
        "verdicts",
        "Verdicts",
        lambda: Revision.objects.current().standing(),
        tell_verdict,
        facets=[
            Facet("rating", "Rating", "rating__slug", "rating__label"),
            Years("year", "Year", "published_at"),
        ],
    ),
    Kind(
        "claims",
        "Claims",
        Claim.objects.public,
        tell_claim,
        by=("created_at", "id"),
        whole=lambda: Claim.objects.prefetch_related(public_verdicts()),
    ),
    Kind(
        "sources",
        "Sources",
        public_sources,
        tell_source,
        beside=[Beside("pk", SourceAlias, "source")],
        whole=Source.objects.all,
    ),
]
