"""What the page of an addition shows once it is stored: its articles by story, and what is missing of them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from django.contrib.auth.models import User
from django.db.models import QuerySet

from factcheck.articles.intake.batch_page import BatchPage
from factcheck.articles.intake.preview import PreviewRow
from factcheck.articles.models import Article, ImportBatch, Outlet, Story, VersionSuggestion
from factcheck.claims.dropped_denials import dropped_denials
from factcheck.desk.articles.forms import OFFERED
from factcheck.desk.stories.left_out import LeftOut

SHOWN = 60  # articles


@dataclass(frozen=True, slots=True)
class AddedStory:
    """One story with those of its versions that came in together, and those that were there."""

    story: Story
    new: list[Article]
    versions: list[Article]
    left_out: list[LeftOut]

    @property
    def pairs(self) -> list[tuple[Article, Article]]:
        """The original beside each version that came in, or beside which the original came in."""
        original = self.versions[0]
        others = [article for article in self.versions[1:] if original in self.new or article in self.new]
        return [(original, article) for article in others]

    @property
    def is_complete(self) -> bool:
        """Whether day and paper of all are known, so that it can be said who left out what."""
        return all(article.published_on and not article.outlet.is_unknown for article in self.versions)


@dataclass(frozen=True, slots=True)
class AddedPage:
    """An addition: its batch as the administrators see it, and what was found in it."""

    progress: BatchPage
    stories: list[AddedStory]
    suggestions: QuerySet[VersionSuggestion]
    outlets: QuerySet[Outlet]
    more: int

    @property
    def short(self) -> list[PreviewRow]:
        """The rows of the preview that are hardly articles."""
        return [row for group in self.progress.groups for row in group.rows if row.short]


def mine(person: User) -> QuerySet[ImportBatch]:
    return ImportBatch.objects.filter(created_by=person).defer("preview", "outlets_made", "given")


def added_page(batch: ImportBatch) -> AddedPage:
    new = list(batch.articles.with_outlets().order_by("pk")[: SHOWN + 1])
    return AddedPage(
        progress=BatchPage.of(batch),
        stories=_stories_of(new[:SHOWN]),
        suggestions=VersionSuggestion.objects.open().filter(article__in=new[:SHOWN]).with_articles().without_texts(),
        outlets=Outlet.objects.all()[:OFFERED],
        more=batch.articles.count() - SHOWN if len(new) > SHOWN else 0,
    )


def _stories_of(new: list[Article]) -> list[AddedStory]:
    stories = list(dict.fromkeys(article.story for article in new))
    denials = groupby(dropped_denials().filter(comparison__version__story__in=stories), lambda one: one.comparison)
    found = [LeftOut(comparison, list(some)) for comparison, some in denials]
    in_story: dict[int, list[Article]] = {story.pk: [] for story in stories}
    for article in Article.objects.filter(story__in=stories).in_lists():
        in_story[article.story_id].append(article)
    return [
        AddedStory(
            story,
            [article for article in new if article.story_id == story.pk],
            sorted(in_story[story.pk], key=Article.version_order),
            [left_out for left_out in found if left_out.comparison.version.story_id == story.pk],
        )
        for story in stories
    ]
