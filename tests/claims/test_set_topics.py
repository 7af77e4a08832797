"""What claims are about: topics set, renamed and joined."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from factcheck.claims.join_claims import join
from factcheck.claims.models import Topic
from factcheck.claims.rename_topic import join_topic, rename_topic
from factcheck.claims.set_topics import MOST_TOPICS, add_topics, names_in, set_topics
from factcheck.ledger.models import Entry
from factcheck.verdicts.undo_acts import undo
from tests.factories import ClaimFactory, TopicFactory

pytestmark = pytest.mark.django_db


def names_of(claim):
    return [topic.name for topic in claim.topics.all()]


def test_a_topic_that_is_there_is_taken_however_it_is_written(editor):
    health = TopicFactory(name="Public health")
    claim = ClaimFactory()

    set_topics(claim, names=["public  HEALTH", "Bridges", "bridges"], editor=editor)

    assert health in claim.topics.all()
    assert names_of(claim) == ["Bridges", "Public health"]


def test_one_entry_tells_what_a_claim_is_about_and_none_that_nothing_changed(editor):
    claim = ClaimFactory()

    set_topics(claim, names=["Bridges"], editor=editor)
    set_topics(claim, names=["bridges"], editor=editor)

    entry = Entry.objects.get()
    assert (entry.act, entry.details) == ("claim.topics_set", {"before": [], "topics": ["Bridges"]})


@pytest.mark.parametrize("names", [["x" * 61], [f"topic {n}" for n in range(MOST_TOPICS + 1)]])
def test_too_long_a_name_and_too_many_topics_are_refused_and_leave_nothing_behind(names, editor):
    claim = ClaimFactory()

    with pytest.raises(ValidationError):
        set_topics(claim, names=names, editor=editor)

    assert not Topic.objects.exists()


def test_no_two_topics_have_one_name_past_any_form(editor):
    TopicFactory(name="Bridges")

    with pytest.raises(IntegrityError):
        TopicFactory(name="BRIDGES")


def test_topics_are_added_to_many_claims_which_keep_their_own(editor):
    claims = ClaimFactory.create_batch(2)
    set_topics(claims[0], names=["Bridges"], editor=editor)

    add_topics(claims, names=["Safety"], editor=editor)

    assert list(map(names_of, claims)) == [["Bridges", "Safety"], ["Safety"]]


def test_setting_topics_is_undone(editor):
    claim = ClaimFactory()
    set_topics(claim, names=["Bridges"], editor=editor)
    set_topics(claim, names=["Safety"], editor=editor)

    undo([Entry.objects.first()], editor=editor)

    assert names_of(claim) == ["Bridges"]


def test_a_renamed_topic_keeps_its_claims_and_its_former_address(administrator):
    topic = TopicFactory(name="Brigdes", slug="brigdes", claims=[ClaimFactory()])

    renamed = rename_topic(topic, name="Bridges", editor=administrator)

    assert (renamed.slug, renamed.claims.count()) == ("bridges", 1)
    assert Topic.objects.at_address("brigdes").get() == renamed
    assert Entry.objects.get().details == {"was": "Brigdes"}
    assert rename_topic(renamed, name="Brigdes", editor=administrator).slug == "brigdes"


def test_a_topic_is_not_renamed_to_what_another_is_called(administrator):
    TopicFactory(name="Bridges")

    with pytest.raises(ValidationError, match="There is a topic “bridges” already"):
        rename_topic(TopicFactory(), name="bridges", editor=administrator)


def test_a_joined_topic_hands_its_claims_and_addresses_over(administrator):
    both, only = ClaimFactory.create_batch(2)
    into = TopicFactory(claims=[both])
    topic = TopicFactory(slug="spans", claims=[both, only])

    join_topic(topic, into=into, editor=administrator)

    assert set(into.claims.all()) == {both, only}
    assert Topic.objects.at_address("spans").get() == into
    assert Entry.objects.get().act == "topic.joined"


def test_a_claim_that_is_joined_into_another_takes_its_topics_along(editor):
    claim, into = ClaimFactory.create_batch(2)
    set_topics(claim, names=["Bridges"], editor=editor)

    join(claim, into=into, editor=editor)

    assert names_of(into) == ["Bridges"]


def test_names_are_typed_with_commas_between():
    assert names_in(" Bridges,  public  health;,") == ["Bridges", "public health"]
