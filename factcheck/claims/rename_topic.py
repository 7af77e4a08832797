"""Calling a topic otherwise, and joining it into another; its former address leads to the topic of now."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from factcheck.claims.models import Topic, TopicAlias
from factcheck.ledger.chain import record, take_turn
from factcheck.slugs import unique_slug


@transaction.atomic
def rename_topic(topic: Topic, *, name: str, editor: User) -> Topic:
    """Give a topic another name, and an address of it. Raises ValidationError where another topic has the name."""
    take_turn()
    topic = Topic.objects.select_for_update(no_key=True).get(pk=topic.pk)
    was = topic.name
    topic.name = name
    own = [topic.slug, *topic.aliases.values_list("slug", flat=True)]
    slug, former = unique_slug(Topic, name, besides=TopicAlias, own=own), topic.slug
    topic.slug = slug
    topic.full_clean()
    if topic.name == was:
        return topic
    topic.save()
    if slug != former:
        topic.aliases.filter(slug=slug).delete()
        topic.aliases.create(slug=former)
    record("topic.renamed", actor=editor, on=topic, was=was)
    return topic


@transaction.atomic
def join_topic(topic: Topic, *, into: Topic, editor: User) -> Topic:
    """Move every claim of `topic` to `into`, and its addresses. Raises ValidationError for one topic."""
    take_turn()
    if topic.pk == into.pk:
        raise ValidationError(_("This is the same topic. Name another one to join it into."))
    moved = list(topic.claims.all())
    into.claims.add(*moved)
    TopicAlias.objects.filter(topic=topic).update(topic=into)
    topic.delete()
    TopicAlias.objects.create(slug=topic.slug, topic=into)
    record("topic.joined", actor=editor, on=into, joined=topic.name, claims=[claim.pk for claim in moved])
    return into
