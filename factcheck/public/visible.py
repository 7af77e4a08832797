"""Which stories and sources readers may see, and which of them a page can link to.

Only those with a public statement have a page: what the desk gathers before it says anything stays with the desk.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db.models import FETCH_RAISE, Exists, F, OuterRef, Prefetch, QuerySet, Value

from factcheck.articles.models import Story, StoryAlias, StoryQuerySet
from factcheck.claims.models import Source, SourceAddress, SourceQuerySet, Statement, Topic
from factcheck.verdicts.models import Verdict
from factcheck.verdicts.snapshot import Quotation

_UNNAMED = Value("")


class TopicLink(NamedTuple):
    """A topic as a page names it, and leads to it."""

    slug: str
    name: str


@dataclass(frozen=True)
class LinkedPages:
    """The stories and sources, by slug, that have a page; what a revision names may have been renamed since.

    `topics` are those of the page's claim, where they were asked for.
    """

    stories: frozenset[str]
    sources: frozenset[str]
    topics: Sequence[TopicLink] = ()


def public_stories() -> StoryQuerySet:
    return Story.objects.filter(Exists(Statement.objects.public().filter(article__story=OuterRef("pk"))))


def public_sources() -> SourceQuerySet:
    return Source.objects.filter(Exists(Statement.objects.public().filter(source=OuterRef("pk"))))


def public_verdicts(of: str = "") -> Prefetch[Any]:
    """What `prefetch_related` of claims takes: as `public_verdicts` those that readers may see, the newest first.

    `of` is the way to the claim where other rows are read, such as `claim__`.
    """
    public = Verdict.objects.public().select_related("current").order_by("-pk").fetch_mode(FETCH_RAISE)
    return Prefetch(f"{of}verdicts", public, to_attr="public_verdicts")


def pages_of(quotations: Iterable[Quotation]) -> LinkedPages:
    """The pages that quotations of public statements as they are now can link to: all that they name."""
    quotations = list(quotations)
    sources = frozenset(quotation.source.slug for quotation in quotations if quotation.source)
    return LinkedPages(frozenset(quotation.story for quotation in quotations), sources)


def pages_named_in(quotations: Iterable[Quotation], *, topics_of: int | None = None) -> LinkedPages:
    """The pages that these quotations can link to, and the topics of the claim with this key, in one query."""
    quotations = list(quotations)
    stories = {quotation.story for quotation in quotations}
    sources = {quotation.source.slug for quotation in quotations if quotation.source}
    topics = Topic.objects.filter(claims=topics_of) if topics_of else Topic.objects.none()
    tables = [
        _slugs(public_stories().filter(slug__in=stories), "story"),
        _slugs(StoryAlias.objects.filter(slug__in=stories, story__in=public_stories()), "story"),
        _slugs(public_sources().filter(slug__in=sources), "source"),
        _slugs(SourceAddress.objects.filter(slug__in=sources, source__in=public_sources()), "source"),
        _slugs(topics, "topic", named=F("name")),
    ]
    found = set(tables[0].union(*tables[1:], all=True).order_by())
    return LinkedPages(
        frozenset(slug for kind, slug, _ in found if kind == "story"),
        frozenset(slug for kind, slug, _ in found if kind == "source"),
        sorted(TopicLink(slug, name) for kind, slug, name in found if kind == "topic"),
    )


def _slugs(rows: QuerySet[Any], kind: str, *, named: Any = _UNNAMED) -> QuerySet[Any, tuple[str, str, str]]:
    return rows.order_by().values_list(Value(kind), "slug", named)
