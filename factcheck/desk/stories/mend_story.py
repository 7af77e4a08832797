"""Mending which articles are versions of which story: one article's place, and a story's parts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from django.views.decorators.vary import vary_on_headers

from factcheck.articles.models import Article, Story
from factcheck.articles.versions.placement import role_of, shares_told
from factcheck.articles.versions.stories import (
    BY_HAND,
    CannotMove,
    join,
    make_original,
    move,
    set_relation,
    split_off,
)
from factcheck.compare import relate
from factcheck.desk.access import DeskRequest, editor_required
from factcheck.desk.searchable import stories_with_papers
from factcheck.desk.undo import offering_undo
from factcheck.search.matches import Beside, matching
from factcheck.search.words import Words, words_of
from factcheck.typed_numbers import numbers_in
from factcheck.verdicts.consequences import Consequences, consequences_of_change

FOUND = 12  # stories


@dataclass(frozen=True)
class StorySearch:
    """What was typed to find another story, and the stories found."""

    words: Words
    found: Sequence[Story]


@dataclass(frozen=True)
class PlacePage:
    """One article in its story: what it is to the original, what was measured, and what moving it would mean."""

    original: Article | None
    measured: str
    measured_as: str
    others: int
    search: StorySearch
    consequences: Consequences

    @property
    def relations(self) -> list[tuple[str, str]]:
        return [(relation.value, str(relation.label)) for relation in BY_HAND]


@require_safe
@vary_on_headers("HX-Request")
@editor_required
def place(request: DeskRequest, pk: int) -> HttpResponse:
    """Where an article stands, and each way to set it right with what it means; htmx puts it into the story's page."""
    shown = get_object_or_404(Article.objects.with_outlets(), pk=pk)
    context = {"article": shown, "page": place_page(shown, request)}
    return render(request, "desk/stories/place.html" + _part_of(request, "place"), context)


@require_safe
@vary_on_headers("HX-Request")
@editor_required
def mend_story(request: DeskRequest, slug: str) -> HttpResponse:
    """Joining a story with another, and splitting off some of its versions."""
    shown = get_object_or_404(stories_with_papers().at_address(slug))
    context = {
        "story": shown,
        "search": search_stories(request, but=shown),
        "consequences": consequences_of_change(shown, reader=request.user),
    }
    return render(request, "desk/stories/mend.html" + _part_of(request, "mend"), context)


@require_POST
@editor_required
def move_article(request: DeskRequest, pk: int) -> HttpResponse:
    article = get_object_or_404(Article, pk=pk)
    if story := _story_named(request, "story"):
        _attempt(request, _("Moved."), lambda: move(article, story=story, actor=request.user))
    return _to_story_of(pk)


@require_POST
@editor_required
def name_original(request: DeskRequest, pk: int) -> HttpResponse:
    article = get_object_or_404(Article, pk=pk)
    done = _("It is the original now. The other versions are compared with it.")
    _attempt(request, done, lambda: make_original(article, actor=request.user))
    return _to_story_of(pk)


@require_POST
@editor_required
def call_version(request: DeskRequest, pk: int) -> HttpResponse:
    """Say by hand what a version is to the original."""
    article = get_object_or_404(Article, pk=pk)
    relation = request.POST.get("relation", "")
    _attempt(request, _("Saved."), lambda: set_relation(article, relation=relation, actor=request.user))
    return _to_story_of(pk)


@require_POST
@editor_required
def split_story(request: DeskRequest, slug: str) -> HttpResponse:
    """Have the chosen versions be a story of their own."""
    story = get_object_or_404(Story.objects.at_address(slug))
    chosen = list(story.articles.filter(pk__in=numbers_in(request.POST.getlist("article"))))
    done = _("A story of its own. The two are not suggested to be one again.")
    split = _attempt(request, done, lambda: split_off(chosen, actor=request.user))
    return redirect("desk:story", slug=split.slug if split else story.slug)


@require_POST
@editor_required
def join_story(request: DeskRequest, slug: str) -> HttpResponse:
    """Have all versions of a story be versions of another one."""
    story = get_object_or_404(Story.objects.at_address(slug))
    into = _story_named(request, "into")
    joined = into and _attempt(
        request, _("Joined. The old address leads here."), lambda: join(story, into=into, actor=request.user)
    )
    return redirect("desk:story", slug=joined.slug if joined else slug)


def place_page(article: Article, request: DeskRequest) -> PlacePage:
    original = article.story.original
    is_measured = original is not None and original != article
    relation = relate(original.text, article.text) if original and is_measured else None
    return PlacePage(
        original=original,
        measured=shares_told(relation) if relation else "",
        measured_as=role_of(relation).label.lower() if relation else "",
        others=article.story.articles.exclude(pk=article.pk).count(),
        search=search_stories(request, but=article.story),
        consequences=consequences_of_change(article.story, reader=request.user),
    )


def search_stories(request: DeskRequest, *, but: Story) -> StorySearch:
    """Other stories in whose title or articles the words stand that `?q=` asks for."""
    words = words_of(request)
    if not words.query:
        return StorySearch(words, [])
    stories = matching(stories_with_papers(), words.query, beside=[Beside("pk", Article, "story")])
    return StorySearch(words, list(stories.exclude(pk=but.pk)[:FOUND]))


def _attempt[Done](request: DeskRequest, done: str, act: Callable[[], Done]) -> Done | None:
    """What the act returns, said to be `done` with an Undo; None with the reason if it is refused."""
    try:
        with offering_undo(request, done):
            return act()
    except CannotMove as refusal:
        messages.error(request, str(refusal))
    return None


def _story_named(request: DeskRequest, field: str) -> Story | None:
    story = Story.objects.at_address(request.POST.get(field, "")).first()
    if not story:
        messages.error(request, _("This story is not on the desk. Look for it by its words."))
    return story


def _to_story_of(article_key: int) -> HttpResponse:
    return redirect("desk:story", slug=Story.objects.get(articles=article_key).slug)


def _part_of(request: DeskRequest, whole: str) -> str:
    """Which part of the template htmx asks for: what was found, or all beneath the heading."""
    if not request.htmx:
        return ""
    return "#found" if request.htmx.target == "found" else f"#{whole}"
