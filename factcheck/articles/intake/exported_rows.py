"""Putting articles back where a desk had them when it exported them: their story, and what they are to its original."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.articles.formats.incoming import Incoming
from factcheck.articles.models import Article, Story, StoryAlias
from factcheck.articles.versions.placement import Placed
from factcheck.languages.sentences import noted
from factcheck.slugs import unique_slug

BECAUSE = noted("the file says so")


class StoriesAsGiven:
    """The stories that some rows name, with which of them have an original, while articles are put into them.

    A story of a row's name and title is that story; one of this name and another title is not, and the new one gets
    another name, kept in `renamed`. A story keeps the original that it has.
    """

    def __init__(self, rows: Sequence[Incoming], renamed: dict[str, str]) -> None:
        self.stories = _stories(rows, renamed)
        self.keys = {name: story.pk or -number for number, (name, story) in enumerate(self.stories.items(), 1)}
        stored = [story for story in self.stories.values() if story.pk]
        originals = Article.objects.filter(story__in=stored, relation=Article.Relation.ORIGINAL)
        self.has_original = set(originals.values_list("story__slug", flat=True))

    def place(self, article: Article, row: Incoming) -> Placed:
        """Give a new article, not stored yet, the story and relation that its row names."""
        article.story = self.stories[row.story]
        article.relation = _relation(row, has_original=article.story.slug in self.has_original)
        article.is_story_chosen = row.is_story_chosen
        if article.is_original:
            self.has_original.add(article.story.slug)
        return Placed(article, self.keys[row.story], BECAUSE)


def _stories(rows: Sequence[Incoming], renamed: dict[str, str]) -> dict[str, Story]:
    """The stories of rows by the name that the rows give them, stored or not."""
    titles = {row.story: row.story_title or row.headline or row.story for row in rows}
    names = {renamed.get(name, name) for name in titles}
    former = StoryAlias.objects.filter(slug__in=names).select_related("story")
    stored = {alias.slug: alias.story for alias in former}
    stored |= {story.slug: story for story in Story.objects.filter(slug__in=names)}
    found: dict[str, Story] = {}
    for name, title in titles.items():
        story = stored.get(renamed.get(name, name))
        if story and story.title != title and name not in renamed:
            renamed[name] = unique_slug(Story, name, besides=StoryAlias)
            story = None
        found[name] = story or Story(slug=renamed.get(name, name), title=title[:300])
    return found


def _relation(row: Incoming, *, has_original: bool) -> Article.Relation:
    relation = Article.Relation(row.relation or Article.Relation.ORIGINAL)
    return Article.Relation.RELATED if has_original and relation == Article.Relation.ORIGINAL else relation
