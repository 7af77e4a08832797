"""Which stories and sources readers may see, and which of them a page can link to.

Only those with a public statement have a page: what the desk gathers before it says anything stays with the desk.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

from django.db.models import FETCH_RAISE, Exists, OuterRef, Prefetch, QuerySet, Value

from factcheck.articles.models import Story, StoryAlias, StoryQuerySet
from factcheck.claims.models import Claim, Position, Source, SourceAddress, SourceQuerySet, Statement, StatementQuerySet
from factcheck.prepared_queries import prepared
from factcheck.verdicts.models import Revision, Verdict
from factcheck.verdicts.snapshot import Bound, Quotation
from factcheck.verdicts.snapshot.excerpts import BOUND_FACTS, bounds_from


@dataclass(frozen=True)
class LinkedPages:
    """The stories and sources, by slug, that have a page; what a revision names may have been renamed since."""

    stories: frozenset[str]
    sources: frozenset[str]


def public_stories() -> StoryQuerySet:
    return Story.objects.filter(Exists(Statement.objects.public().filter(article__story=OuterRef("pk"))))


def public_sources() -> SourceQuerySet:
    return Source.objects.filter(Exists(Statement.objects.public().filter(source=OuterRef("pk"))))


def last_said(of: str) -> StatementQuerySet:
    """The newest public statement of each story, or of each source: `of` is the way there from a statement.

    A list of these goes by the keys of statements: it takes as long among many stories as among few, most of which the
    desk has marked nothing in.
    """
    public = Statement.objects.public().order_by()
    later = public.filter(**{of: OuterRef(of), "pk__gt": OuterRef("pk")})
    return public.filter(~Exists(later), **{f"{of}__isnull": False})


def with_public_verdicts(claims: Iterable[Claim]) -> list[Claim]:
    """The claims, each with its `public_verdicts`: those that readers may see, the newest first, without texts."""
    claims = list(claims)
    return with_verdicts(claims, _public_verdicts(claims=sorted({claim.pk for claim in claims})))


def with_verdicts(claims: Sequence[Claim], verdicts: Iterable[Verdict]) -> list[Claim]:
    """The same with the verdicts that `verdicts_in_story` or `verdicts_on_statements` told."""
    by_claim: dict[int, list[Verdict]] = {}
    for verdict in verdicts:
        by_claim.setdefault(verdict.claim_id, []).append(verdict)
    for claim in claims:
        claim.__dict__["public_verdicts"] = by_claim.get(claim.pk, [])
    return [*claims]


def public_verdicts() -> Prefetch[Any]:
    """The same for `prefetch_related` of claims."""
    return Prefetch("verdicts", _outlined_verdicts(), to_attr="public_verdicts")


@prepared
def _public_verdicts(claims: Any) -> QuerySet[Verdict]:
    return _outlined_verdicts().filter(claim__in=claims)


@prepared
def verdicts_in_story(story: int) -> QuerySet[Verdict]:
    """The public verdicts on all claims that a story speaks of."""
    told = Position.objects.filter(statement__article__story=story)
    return _outlined_verdicts().filter(claim__in=told.values("claim"))


@prepared
def verdicts_on_statements(statements: Any) -> QuerySet[Verdict]:
    """The public verdicts on all claims that some statements are for or against."""
    told = Position.objects.filter(statement__in=statements)
    return _outlined_verdicts().filter(claim__in=told.values("claim"))


def _outlined_verdicts() -> QuerySet[Verdict]:
    texts = (f"current__{name}" for name in Revision.TEXTS)
    public = Verdict.objects.public().select_related("current").defer(*texts)
    return public.order_by("-pk").fetch_mode(FETCH_RAISE)


def pages_of(quotations: Iterable[Quotation]) -> LinkedPages:
    """The pages that quotations of public statements as they are now can link to: all that they name."""
    quotations = list(quotations)
    sources = frozenset(quotation.source.slug for quotation in quotations if quotation.source)
    return LinkedPages(frozenset(quotation.story for quotation in quotations), sources)


@dataclass(frozen=True)
class QuotedNow:
    """What is known today of the statements that a published state quotes: a page prints and links to no more.

    `bounds` tell how much of their articles may be printed, by statement; `stories` and `sources` are the slugs of
    those of which readers find a verdict.
    """

    bounds: Mapping[int, Bound]
    stories: frozenset[str]
    sources: frozenset[str]

    @classmethod
    def of(cls, quotations: Iterable[Quotation]) -> Self:
        """All of it in one query."""
        read = _facts_now(keys=sorted({quotation.statement for quotation in quotations}))
        public = [(story, source) for *_, is_decided, story, source in read if is_decided]
        return cls(
            bounds_from(facts[:4] for facts in read),
            frozenset(story for story, _ in public),
            frozenset(source for _, source in public if source),
        )


@prepared
def _facts_now(keys: Any) -> QuerySet[Statement, tuple[Any, ...]]:
    decided = Verdict.objects.public().filter(claim__positions__statement=OuterRef("pk"))
    facts = Statement.objects.filter(pk__in=keys).order_by().annotate(is_decided=Exists(decided))
    return facts.values_list(*BOUND_FACTS, "is_decided", "article__story__slug", "source__slug")


def pages_named_in(quotations: Iterable[Quotation], now: QuotedNow) -> LinkedPages:
    """The pages that these quotations can link to, in at most one query.

    Most need none: their statements stand where they stood. Asked for are stories and sources that have moved, were
    renamed or joined since, or stand in no verdict.
    """
    quotations = list(quotations)
    stories = {quotation.story for quotation in quotations} - now.stories
    sources = {quotation.source.slug for quotation in quotations if quotation.source} - now.sources
    tables = []
    if stories:
        public = public_stories()
        aliases = StoryAlias.objects.filter(slug__in=stories, story__in=public)
        tables += [_slugs(public.filter(slug__in=stories), "story"), _slugs(aliases, "story")]
    if sources:
        speaking = public_sources()
        addresses = SourceAddress.objects.filter(slug__in=sources, source__in=speaking)
        tables += [_slugs(speaking.filter(slug__in=sources), "source"), _slugs(addresses, "source")]
    found = set(tables[0].union(*tables[1:], all=True).order_by()) if tables else set()
    return LinkedPages(
        now.stories.union(slug for kind, slug in found if kind == "story"),
        now.sources.union(slug for kind, slug in found if kind == "source"),
    )


def _slugs(rows: QuerySet[Any], kind: str) -> QuerySet[Any, tuple[str, str]]:
    return rows.order_by().values_list(Value(kind), "slug")
