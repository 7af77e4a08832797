"""Saying what claims are about: topics by their names, made where they are new."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from factcheck.claims.models import Claim, Topic, TopicAlias
from factcheck.ledger.chain import record, take_turn
from factcheck.slugs import unique_slug

MOST_TOPICS = 12  # of one claim; more tell nobody what it is about


def names_in(typed: str) -> list[str]:
    """The names that somebody typed with commas or semicolons between."""
    names = (" ".join(name.split()) for name in typed.replace(";", ",").split(","))
    return [name for name in names if name]


@transaction.atomic
def set_topics(claim: Claim, *, names: Iterable[str], editor: User) -> list[Topic]:
    """Have a claim be about the topics of these names and no others; nothing is recorded if nothing changes.

    Raises ValidationError for more than MOST_TOPICS, or a name that is too long.
    """
    take_turn()
    topics = list({topic.pk: topic for topic in map(_named, names)}.values())
    if len(topics) > MOST_TOPICS:
        raise ValidationError(
            _("These are %(count)s topics. A claim has at most %(most_topics)s.")
            % {"count": len(topics), "most_topics": MOST_TOPICS}
        )
    before = {topic.pk for topic in claim.topics.all()}
    if before != {topic.pk for topic in topics}:
        claim.topics.set(topics)
        told = [topic.name for topic in topics]
        record("claim.topics_set", actor=editor, on=claim, before=sorted(before), topics=told)
    return topics


@transaction.atomic
def add_topics(claims: Iterable[Claim], *, names: Iterable[str], editor: User) -> None:
    """Add topics to many claims, or to none if one of them would have too many. Raises ValidationError as above."""
    names = list(names)
    for claim in claims:
        set_topics(claim, names=[*(topic.name for topic in claim.topics.all()), *names], editor=editor)


def _named(name: str) -> Topic:
    if topic := Topic.objects.named(name).first():
        return topic
    topic = Topic(name=name, slug=unique_slug(Topic, name, besides=TopicAlias))
    topic.full_clean()
    topic.save()
    return topic
