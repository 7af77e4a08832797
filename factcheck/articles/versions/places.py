"""Where articles stand, in which story and as what: written down with each act that changes it, and put back by it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Self

from factcheck.articles.models import Article, Story, StoryAlias


@dataclass(frozen=True)
class Places:
    """A few stories and all their articles as they stand: plain values, which the ledger keeps.

    `stories` are key, title, address and time of making, `aliases` an address and the key of the story it leads to,
    `articles` key, story, relation, and whether a person chose the story.
    """

    stories: list[list[Any]]
    aliases: list[list[Any]]
    articles: list[list[Any]]

    @classmethod
    def of(cls, story_keys: Collection[int]) -> Self:
        stories = Story.objects.filter(pk__in=story_keys).order_by("pk")
        aliases = StoryAlias.objects.filter(story__in=story_keys).order_by("slug")
        articles = Article.objects.filter(story__in=story_keys).order_by("pk")
        return cls(
            [[story.pk, story.title, story.slug, story.created_at.isoformat()] for story in stories],
            [[slug, key] for slug, key in aliases.values_list("slug", "story")],
            [list(row) for row in articles.values_list("pk", "story", "relation", "is_story_chosen")],
        )

    @classmethod
    def read(cls, told: dict[str, Any]) -> Self:
        return cls(told["stories"], told["aliases"], told["articles"])

    def as_json(self) -> dict[str, Any]:
        return dict(vars(self))

    @property
    def story_keys(self) -> set[int]:
        return {row[0] for row in self.stories}

    def put_back(self) -> None:
        """Have all these stories and articles stand as they are told here; other stories that lose all theirs go."""
        self._store_stories()
        keys = [row[0] for row in self.articles]
        left = set(Article.objects.filter(pk__in=keys).values_list("story", flat=True)) - self.story_keys
        Article.objects.filter(pk__in=keys).update(relation=Article.Relation.RELATED)  # a story has one original
        articles = [
            Article(pk=pk, story_id=story, relation=relation, is_story_chosen=is_chosen)
            for pk, story, relation, is_chosen in self.articles
        ]
        Article.objects.bulk_update(articles, ["story", "relation", "is_story_chosen"])
        StoryAlias.objects.bulk_create(StoryAlias(slug=slug, story_id=key) for slug, key in self.aliases)
        heirs = sorted(self.story_keys)
        for story in Story.objects.filter(pk__in=left, articles=None):
            StoryAlias.objects.create(slug=story.slug, story_id=heirs[0])
            story.delete()

    def _store_stories(self) -> None:
        """Store the stories, with the addresses they had; each address leads to one story."""
        slugs = [slug for _, _, slug, _ in self.stories] + [slug for slug, _ in self.aliases]
        StoryAlias.objects.filter(slug__in=slugs).delete()
        StoryAlias.objects.filter(story__in=self.story_keys).delete()
        for key, title, slug, made_at in self.stories:
            Story.objects.update_or_create(pk=key, defaults={"title": title, "slug": slug})
            Story.objects.filter(pk=key).update(created_at=datetime.fromisoformat(made_at))
