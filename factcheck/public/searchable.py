"""What readers can look for: verdicts as published, claims, stories and sources that have a page."""

from __future__ import annotations

from typing import Any

from django.template.defaultfilters import date as written
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from factcheck.articles.models import Outlet, Story
from factcheck.claims.models import Claim, Source, SourceAlias, Topic
from factcheck.languages.retold import retold
from factcheck.public.visible import public_sources, public_stories, public_verdicts
from factcheck.search.facets import Facet, Several, Years
from factcheck.search.highlights import excerpt, highlight
from factcheck.search.kinds import Hit, Kind
from factcheck.search.matches import Beside
from factcheck.search.words import Query
from factcheck.verdicts.models import Revision
from factcheck.verdicts.prose import bare_words


def tell_verdict(revision: Revision, query: Query) -> Hit:
    return Hit(
        highlight(revision.claim_text, query),
        revision.verdict.get_absolute_url(),
        excerpt(f"{revision.conclusion}\n{bare_words(revision.reasoning)}", query),
        written(revision.published_at, "DATE_FORMAT"),
        revision.rating_label,
        revision.rating_colour,
    )


def tell_claim(claim: Any, query: Query) -> Hit:
    title, url = highlight(claim.public_text, query), claim.get_absolute_url()
    newest = claim.public_verdicts[0].current if claim.public_verdicts else None
    if newest is None or newest.is_retraction:
        return Hit(title, url, facts=_("Verdict retracted") if newest else _("No verdict yet"))
    return Hit(title, url, rating=newest.rating_label, colour=newest.rating_colour)


def tell_story(story: Story, query: Query) -> Hit:
    return Hit(highlight(story.title, query), story.get_absolute_url())


def tell_source(source: Source, query: Query) -> Hit:
    return Hit(highlight(source.name, query), source.get_absolute_url(), highlight(source.role, query))


def of_claims(claim: str = "") -> list[Facet]:
    """What claims can be narrowed by, or rows that lead to one by `claim`: topics, who spoke of them, and where."""
    said = f"{claim}positions__statement__"
    return [
        Several("topic", gettext_lazy("Topic"), f"{claim}topics", "name", model=Topic),
        Several("source", gettext_lazy("Source"), f"{said}source", "name", model=Source),
        Several("outlet", gettext_lazy("Paper"), f"{said}article__outlet", "name", model=Outlet),
    ]


KINDS = [
    Kind(
        "verdicts",
        gettext_lazy("Verdicts"),
        lambda: Revision.objects.current().standing(),
        tell_verdict,
        facets=[
            Facet("rating", gettext_lazy("Rating"), "rating__slug", "rating__label", told=retold),
            Years("year", gettext_lazy("Year"), "published_at"),
            *of_claims("verdict__claim__"),
        ],
        whole=lambda: Revision.objects.current().defer("claimant", "evidence", "positions", "strips", "checklist"),
    ),
    Kind(
        "claims",
        gettext_lazy("Claims"),
        Claim.objects.public,
        tell_claim,
        by=("created_at", "id"),
        facets=of_claims(),
        whole=lambda: Claim.objects.prefetch_related(public_verdicts()),
    ),
    Kind(
        "stories",
        gettext_lazy("Stories"),
        public_stories,
        tell_story,
        facets=[Several("outlet", gettext_lazy("Paper"), "articles__outlet", "name", model=Outlet)],
        whole=Story.objects.all,
    ),
    Kind(
        "sources",
        gettext_lazy("Sources"),
        public_sources,
        tell_source,
        beside=[Beside("pk", SourceAlias, "source")],
        facets=[Facet("sort", gettext_lazy("Kind"), "kind", names={str(kind): kind.label for kind in Source.Kind})],
        whole=Source.objects.all,
    ),
]
