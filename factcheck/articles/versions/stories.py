"""A person's choice of an article's story, or of a story's original. Later imports do not decide it again."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.db import transaction

from factcheck.articles.models import Article, Story
from factcheck.articles.registry import stories_changed
from factcheck.articles.versions.placement import role_of, takes_over
from factcheck.compare import relate
from factcheck.ledger.chain import record
from factcheck.slugs import unique_slug


class CannotMove(Exception):
    """A choice that changes nothing or cannot be; the message tells the person why."""


@transaction.atomic
def move(article: Article, *, story: Story | None, actor: User) -> Article:
    """Have an article be a version of another story, or of a new one if `story` is None.

    A story that it leaves without versions is removed; one that it leaves without its original gets another.
    Raises CannotMove if the article is in this story already, or is alone in its own and asked into a new one.
    """
    article = _locked(article)
    left = article.story
    if left == story:
        raise CannotMove("The article is in this story already.")
    if story is None and not left.articles.exclude(pk=article.pk).exists():
        raise CannotMove("The article is the only one of its story already.")
    story = story or Story.objects.create(title=article.headline[:300], slug=unique_slug(Story, article.headline))
    original = story.original
    was_original = article.is_original
    article.story, article.is_story_chosen = story, True
    article.relation = role_of(relate(original.text, article.text)) if original else Article.Relation.ORIGINAL
    article.save(update_fields=["story", "relation", "is_story_chosen"])
    record("article.moved", actor=actor, on=article, left=left.slug, story=story.slug)
    is_left = not was_original or _settle(left)
    stories_changed([story.pk, left.pk] if is_left else [story.pk])
    return article


@transaction.atomic
def make_original(article: Article, *, actor: User) -> Article:
    """Have an article be the original of its story, and its other versions be compared with it.

    Raises CannotMove if it is the original already.
    """
    article = _locked(article)
    if article.is_original:
        raise CannotMove("The article is the original of its story already.")
    article.is_story_chosen = True
    article.save(update_fields=["is_story_chosen"])
    _set_original(article)
    record("article.made_original", actor=actor, on=article, story=article.story.slug)
    stories_changed([article.story_id])
    return article


def merge(story: Story, *, into: Story) -> list[Article]:
    """Have every version of a story be one of another, by a person's choice, and remove the story.

    The step that decides it holds the transaction, records it, and tells that the stories changed.
    """
    original = into.original
    moved = story.versions
    for article in moved:
        article.story, article.is_story_chosen = into, True
        article.relation = role_of(relate(original.text, article.text)) if original else Article.Relation.RELATED
    Article.objects.bulk_update(moved, ["story", "relation", "is_story_chosen"])
    story.delete()
    return moved


def _locked(article: Article) -> Article:
    """The article as it is stored now, held together with its story until the act is done."""
    locked = Article.objects.select_for_update(no_key=True, of=("self", "story")).with_outlets()
    return locked.get(pk=article.pk)


def _settle(story: Story) -> bool:
    """Give a story that lost its original the likeliest of its versions as the new one, or remove it if it has none.

    Whether it is still there.
    """
    versions = story.versions
    if not versions:
        story.delete()
        return False
    likeliest = versions[0]
    for version in versions[1:]:
        if takes_over(version, likeliest, relate(likeliest.text, version.text)):
            likeliest = version
    _set_original(likeliest)
    return True


def _set_original(article: Article) -> None:
    others = [other for other in article.story.articles.all() if other != article]
    for other in others:
        other.relation = role_of(relate(article.text, other.text))
    Article.objects.bulk_update(others, ["relation"])
    article.relation = Article.Relation.ORIGINAL
    article.save(update_fields=["relation"])
