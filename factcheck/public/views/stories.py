"""Who carried what: the versions of a story, and what became in each of what was said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import FETCH_RAISE
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from factcheck.articles.models import Article, Story
from factcheck.articles.models.articles import public_name_of
from factcheck.claims.fates import words_for_lack, words_for_more
from factcheck.claims.strips import strip_of_two
from factcheck.compare.display import Show, show
from factcheck.public.pages import readers_page, the_only
from factcheck.public.published_story import PublicVersion, PublishedStory, chosen_versions, stories_at
from factcheck.public.visible import last_said
from factcheck.search.pages import page_of


@dataclass(frozen=True)
class ListedStory:
    """A story, when it was first printed, and the papers that printed it."""

    story: Story
    first_on: date | None
    papers: Sequence[str]


@readers_page
def stories(request: HttpRequest) -> HttpResponse:
    """All that have a page, those first of which a statement was marked last."""
    shown = ("article", "article__story", "article__story__title", "article__story__slug")
    told = last_said("article__story").select_related("article__story").only(*shown).fetch_mode(FETCH_RAISE)
    page = page_of(told, request, by=("id",), size=30)
    listed = _listed([statement.article.story for statement in page])
    return render(request, "public/stories/list.html", {"page": page, "listed": listed})


def _listed(stories: Sequence[Story]) -> list[ListedStory]:
    printed = Article.objects.filter(story__in=stories).order_by("published_on", "id")
    papers: dict[int, dict[str, None]] = {}
    days: dict[int, date] = {}
    for story, outlet, day in printed.values_list("story", "outlet__name", "published_on"):
        papers.setdefault(story, {})[public_name_of(outlet)] = None
        if day:
            days[story] = min(day, days.get(story, day))
    return [ListedStory(story, days.get(story.pk), [*papers.get(story.pk, ())]) for story in stories]


@readers_page
def story(request: HttpRequest, slug: str) -> HttpResponse:
    story = the_only(stories_at(slug=slug))
    if story.slug != slug:
        return redirect(story)  # not for good: the desk may take a join back
    return render(request, "public/stories/detail.html", {"story": story, "published": PublishedStory.of(story)})


@readers_page
def compare(request: HttpRequest, slug: str) -> HttpResponse:
    """Two versions beside each other, where the outlets of both let their whole texts be shown."""
    story = the_only(stories_at(slug=slug))
    original, version = chosen_versions(story, request.GET)
    comparison = show(
        original.text,
        version.text,
        language=original.language,
        only=Show.CONTENT,
        headlines=(original.headline, version.headline),
    )
    context = {
        "story": story,
        "original": PublicVersion.of(original),
        "version": PublicVersion.of(version),
        "comparison": comparison,
        "strips": strip_of_two(original, version),
        "words_for_lack": words_for_lack(version, base=original),
        "words_for_more": words_for_more(version, base=original),
    }
    return render(request, "public/stories/compare.html", context)
