"""A person's choice of what is a version of what: an article's story, a story's original, two stories that are one.

Later imports do not decide it again. Each act is one entry, which keeps where everything stood, so that it can be
taken back as long as the stories are as it left them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.apps import apps
from django.contrib.auth.models import User
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from factcheck.articles.models import Article, Story, StoryAlias, VersionSuggestion
from factcheck.articles.registry import stories_changed
from factcheck.articles.versions.placement import role_of, takes_over
from factcheck.articles.versions.places import Places
from factcheck.compare import relate
from factcheck.languages.sentences import noted
from factcheck.ledger.chain import record, take_turn
from factcheck.ledger.models import Entry
from factcheck.ledger.undo import CannotUndo
from factcheck.slugs import unique_slug

MOVES = ("article.moved", "story.split", "story.joined", "article.made_original", "article.related")
BY_HAND = (Article.Relation.COPY, Article.Relation.UPDATE, Article.Relation.DERIVED, Article.Relation.RELATED)


class CannotMove(Exception):
    """A choice that changes nothing or cannot be; the message tells the person why."""


@transaction.atomic
def move(article: Article, *, story: Story, actor: User) -> Article:
    """Have an article be a version of another story.

    A story that it leaves without versions is removed, and its address leads to the other; one that it leaves without
    its original gets another. Raises CannotMove if the article is in this story already.
    """
    article = _locked(article)
    left, story = article.story, _locked_story(story)
    if left == story:
        raise CannotMove(_("The article is in this story already."))
    with recorded("article.moved", on=article, among=[left, story], actor=actor, left=left.slug, story=story.slug):
        was_original = article.is_original
        _put([article], story)
        if was_original or not left.articles.exists():
            settle(left, lost=article, heir=story)
    return article


@transaction.atomic
def split_off(articles: Sequence[Article], *, actor: User) -> Story:
    """Have some versions of one story be a story of their own; the two are not suggested to be one again.

    Raises CannotMove if none is given, if they are of several stories, or if no other version would be left.
    """
    moved = sorted((_locked(article) for article in articles), key=Article.version_order)
    if not moved:
        raise CannotMove(_("Choose the versions that are another story."))
    left = moved[0].story
    if any(article.story != left for article in moved):
        raise CannotMove(_("These are versions of several stories. Reload the page."))
    if not left.articles.exclude(pk__in=[article.pk for article in moved]).exists():
        raise CannotMove(_("No other version would be left: the story is of these alone already."))
    first = _likeliest(moved)
    slug = unique_slug(Story, first.headline, besides=StoryAlias, own=left.aliases.values_list("slug", flat=True))
    story = Story.objects.create(title=first.headline[:300], slug=slug)
    with recorded("story.split", on=story, among=[left], new=[story], actor=actor, left=left.slug) as told:
        left.aliases.filter(slug=slug).delete()
        lost = next((article for article in moved if article.is_original), None)
        _put([first, *(article for article in moved if article != first)], story)
        if lost:
            settle(left, lost=lost, heir=story)
        told["apart"] = _hold_apart(first, left, actor=actor)
    return story


@transaction.atomic
def join(story: Story, *, into: Story, actor: User) -> Story:
    """Have every version of a story be one of another; the address of the story leads there from now on.

    Raises CannotMove if it is the same story.
    """
    take_turn()
    if story == into:
        raise CannotMove(_("This is the same story. Choose another one to join it with."))
    story, into = _locked_story(story), _locked_story(into)
    with recorded("story.joined", on=into, among=[story, into], actor=actor, joined=story.slug, title=story.title):
        merge(story, into=into)
    return into


@transaction.atomic
def make_original(article: Article, *, actor: User) -> Article:
    """Have an article be the original of its story, and its other versions be compared with it.

    Raises CannotMove if it is the original already.
    """
    article = _locked(article)
    if article.is_original:
        raise CannotMove(_("The article is the original of its story already."))
    with recorded("article.made_original", on=article, among=[article.story], actor=actor, story=article.story.slug):
        article.is_story_chosen = True
        article.save(update_fields=["is_story_chosen"])
        _set_original(article, before=article.story.original)
    return article


@transaction.atomic
def set_relation(article: Article, *, relation: str, actor: User) -> Article:
    """Say what a version is to the original of its story, whatever was measured; it holds as long as the original is.

    Raises CannotMove for the original, for what is no relation to one, or if the article is that already.
    """
    article = _locked(article)
    if article.is_original:
        raise CannotMove(_("This is the original. Make another version the original first."))
    if relation not in BY_HAND:
        raise CannotMove(_("Choose what the version is to the original."))
    if article.relation == relation:
        raise CannotMove(_("It is called %(relation)s already.") % {"relation": article.get_relation_display().lower()})
    before = article.relation
    with recorded("article.related", on=article, among=[article.story], actor=actor, was=before, relation=relation):
        article.relation, article.is_story_chosen = Article.Relation(relation), True
        article.save(update_fields=["relation", "is_story_chosen"])
    return article


@transaction.atomic
def put_back(entry: Entry, *, editor: User) -> None:
    """Have articles stand where they stood before an act that moved them. Raises CannotUndo if they moved since."""
    take_turn()
    subject = apps.get_model(entry.subject_type)(pk=entry.subject_id)
    if Entry.objects.on(subject).filter(details__undoes=entry.pk).exists():
        raise CannotUndo(_("This is undone already."))
    before, after = Places.read(entry.details["before"]), Places.read(entry.details["after"])
    if Places.of(after.story_keys) != after:
        raise CannotUndo(_("The story has changed since: a version came or went, or is called something else."))
    subject = subject._meta.default_manager.get(pk=entry.subject_id)
    before.put_back()
    VersionSuggestion.objects.filter(pk__in=entry.details.get("apart", [])).delete()
    stories_changed(before.story_keys)
    keys = sorted(before.story_keys | after.story_keys)
    record("stories.put_back", actor=editor, on=subject, undoes=entry.pk, stories=keys)


@contextmanager
def recorded(
    act: str, *, on: models.Model, among: Sequence[Story], new: Sequence[Story] = (), actor: User, **told: Any
) -> Iterator[dict[str, Any]]:
    """Enter an act in the ledger with where all articles of these stories stood before and stand after it.

    `new` are stories that the act itself made. What the block adds to the yielded value is told too. All who follow
    stories hear of it before the entry stands, so that what the entry sets off finds them done.
    """
    keys = {story.pk for story in among}
    before = Places.of(keys)
    keys |= {story.pk for story in new}
    yield told
    after = Places.of(keys)
    stories_changed(after.story_keys)
    record(act, actor=actor, on=on, before=before.as_json(), after=after.as_json(), stories=sorted(keys), **told)


def merge(story: Story, *, into: Story) -> list[Article]:
    """Have every version of a story be one of another, by a person's choice; the story's address leads there.

    The step that decides it holds the transaction and records it.
    """
    moved = story.versions
    _put(moved, into)
    _remove(story, heir=into)
    return moved


def _locked(article: Article) -> Article:
    """The article as it is stored now, held together with its story until the act is done."""
    take_turn()
    locked = Article.objects.select_for_update(no_key=True, of=("self", "story")).with_outlets()
    return locked.get(pk=article.pk)


def _locked_story(story: Story) -> Story:
    locked = Story.objects.select_for_update(no_key=True).filter(pk=story.pk).first()
    if not locked:
        raise CannotMove(
            _("The story “%(story)s” is gone: somebody joined it with another. Look for that one.") % {"story": story}
        )
    return locked


def _put(articles: Sequence[Article], story: Story) -> None:
    """Have articles be versions of a story by a person's choice; the first of them its original, if it has none."""
    original = story.original
    for article in articles:
        article.story, article.is_story_chosen = story, True
        article.relation = role_of(relate(original.text, article.text)) if original else Article.Relation.ORIGINAL
        original = original or article
    Article.objects.bulk_update(articles, ["story", "relation", "is_story_chosen"])


def settle(story: Story, *, lost: Article, heir: Story) -> None:
    """Give a story that lost its original the likeliest of its versions as the new one, or remove it if it has none."""
    if versions := story.versions:
        _set_original(_likeliest(versions), before=lost)
    else:
        _remove(story, heir=heir)


def _likeliest(versions: Sequence[Article]) -> Article:
    """Which of the versions, the present original or the earliest first, the others were most likely made from."""
    likeliest = versions[0]
    for version in versions[1:]:
        if takes_over(version, likeliest, relate(likeliest.text, version.text)):
            likeliest = version
    return likeliest


def _set_original(article: Article, *, before: Article | None) -> None:
    """Have the others be compared with the article; a title that was the headline of the original before follows."""
    story = article.story
    others = [other for other in story.articles.all() if other != article]
    for other in others:
        other.relation = role_of(relate(article.text, other.text))
    Article.objects.bulk_update(others, ["relation"])
    article.relation = Article.Relation.ORIGINAL
    article.save(update_fields=["relation"])
    if before and story.title == before.headline[:300]:
        story.title = article.headline[:300]
        story.save(update_fields=["title"])


def _remove(story: Story, *, heir: Story) -> None:
    """Remove a story without versions; its address, and those it had before, lead to the heir."""
    StoryAlias.objects.filter(story=story).update(story=heir)
    StoryAlias.objects.create(slug=story.slug, story=heir)
    story.delete()


def _hold_apart(article: Article, left: Story, *, actor: User) -> list[int]:
    """Keep that two stories are not one, so that nobody is asked again; the keys of what was stored for it."""
    candidate = left.versions[0]
    either = Q(article=article, candidate=candidate) | Q(article=candidate, candidate=article)
    decided = {"state": VersionSuggestion.State.REFUSED, "decided_by": actor, "decided_at": timezone.now()}
    if VersionSuggestion.objects.filter(either).update(**decided):
        return []
    relation = relate(candidate.text, article.text)
    suggestion = VersionSuggestion.objects.create(
        article=article,
        candidate=candidate,
        relation=relation.label,
        in_original=relation.in_original,
        in_version=relation.in_version,
        shared=0,
        because=noted("a person took it out of the story"),
        **decided,
    )
    return [suggestion.pk]
