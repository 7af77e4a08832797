"""What was said, by whom, in which stories, and which papers carried it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import FETCH_RAISE
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Field, Query, Router, Schema

from factcheck.claims.models import Source, Statement, StatementQuerySet
from factcheck.public.api.lists import LARGEST_KEY, Listed, PageQuery, listed
from factcheck.public.api.problem import PROBLEMS
from factcheck.public.api.shapes.changes import ComparisonShape
from factcheck.public.api.shapes.sayings import StatementShape
from factcheck.public.api.shapes.stories import SourceShape, StoryRowShape, StoryShape
from factcheck.public.pages import the_only
from factcheck.public.published_statements import public_statements
from factcheck.public.published_story import chosen_versions, stories_at
from factcheck.public.visible import pages_of, public_sources, public_stories

router = Router(tags=["What was said"])


class StatementQuery(PageQuery):
    source: str = Field("", description="The slug of a source: only what it said.")
    story: str = Field("", description="The slug of a story: only what is said in it.")


class ComparisonQuery(Schema):
    original: int | None = Field(None, ge=1, le=LARGEST_KEY, description="A version, as the page's links name it.")
    version: int | None = Field(None, ge=1, le=LARGEST_KEY, description="Another version, named likewise.")


@router.get("/statements", response={200: Listed[StatementShape], **PROBLEMS}, url_name="statements")
def statements(request: HttpRequest, response: HttpResponse, query: Query[StatementQuery]) -> Any:
    """Statements on public claims, with what other versions of their story made of them."""
    found = readable_statements()
    if query.source:
        found = found.filter(source__in=Source.objects.at_address(query.source))
    if query.story:
        found = found.filter(article__story__slug=query.story)
    return listed(found, request, response, query, statement_shapes)


@router.get("/statements/{int:number}", response={200: StatementShape, **PROBLEMS}, url_name="statement")
def statement(request: HttpRequest, number: int) -> StatementShape:
    """One statement."""
    if number > LARGEST_KEY:
        number = 0
    return statement_shapes([get_object_or_404(readable_statements(), pk=number)])[0]


@router.get("/stories", response={200: Listed[StoryRowShape], **PROBLEMS}, url_name="stories")
def stories(request: HttpRequest, response: HttpResponse, query: Query[PageQuery]) -> Any:
    """Stories of which a statement on a public claim is marked."""
    return listed(public_stories().fetch_mode(FETCH_RAISE), request, response, query, StoryRowShape.each)


@router.get("/stories/{slug:slug}", response={200: StoryShape, **PROBLEMS}, url_name="story")
def story(request: HttpRequest, slug: str) -> StoryShape:
    """A story, its versions, and what became in each of what was said."""
    return StoryShape.told(the_only(stories_at(slug=slug)))


@router.get("/stories/{slug:slug}/comparison", response={200: ComparisonShape, **PROBLEMS}, url_name="comparison")
def comparison(request: HttpRequest, slug: str, query: Query[ComparisonQuery]) -> ComparisonShape:
    """Two versions sentence by sentence: only of outlets that let their whole texts be shown."""
    asked = {name: str(key) for name, key in query.model_dump(exclude_none=True).items()}
    return ComparisonShape.of(*chosen_versions(the_only(stories_at(slug=slug)), asked))


@router.get("/sources", response={200: Listed[SourceShape], **PROBLEMS}, url_name="sources")
def sources(request: HttpRequest, response: HttpResponse, query: Query[PageQuery]) -> Any:
    """Who speaks on public claims."""
    return listed(public_sources().fetch_mode(FETCH_RAISE), request, response, query, SourceShape.each)


@router.get("/sources/{slug:slug}", response={200: SourceShape, **PROBLEMS}, url_name="source")
def source(request: HttpRequest, slug: str) -> SourceShape:
    """One source; what it said is at `/statements?source=`."""
    return SourceShape.of(get_object_or_404(public_sources().fetch_mode(FETCH_RAISE).at_address(slug)))


def readable_statements() -> StatementQuerySet:
    """Public statements, with what it takes to print each."""
    unread = ("article__received", "article__findings")
    return Statement.objects.public().with_articles().defer(*unread).fetch_mode(FETCH_RAISE)


def statement_shapes(statements: Sequence[Statement]) -> list[StatementShape]:
    """Each as a page may print it: of each article no more words than it may."""
    told = public_statements(statements)
    pages = pages_of(one.quotation for one in told)
    return [StatementShape.told(one.quotation, one.positions, pages) for one in told]
