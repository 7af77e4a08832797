from datetime import timedelta

import pytest
from django.utils import timezone

from factcheck.verdicts.models import Presence
from factcheck.verdicts.presence import greet
from tests.factories import ArticleFactory, ClaimFactory, UserFactory


def later(seconds):
    Presence.objects.update(seen_at=timezone.now() - timedelta(seconds=seconds))


def test_two_people_with_one_page_open_see_each_other(editor, reviewer):
    claim = ClaimFactory()

    assert greet(editor, claim) == []
    assert greet(reviewer, claim) == [editor]
    assert greet(editor, claim) == [reviewer]


def test_people_on_other_pages_are_not_here(editor, reviewer):
    claim = ClaimFactory()
    greet(reviewer, ClaimFactory())
    greet(reviewer, ArticleFactory(pk=claim.pk))

    assert greet(editor, claim) == []


def test_somebody_who_was_not_heard_of_for_a_while_is_gone(editor, reviewer):
    claim = ClaimFactory()
    greet(reviewer, claim)
    later(80)

    assert greet(editor, claim) == []


def test_nothing_is_written_more_often_than_every_ten_seconds(editor, django_assert_num_queries):
    claim = ClaimFactory()
    greet(editor, claim)

    with django_assert_num_queries(1):
        greet(editor, claim)


@pytest.mark.parametrize("is_known", [True, False])
def test_a_beat_costs_at_most_two_queries(editor, django_assert_num_queries, is_known):
    claim = ClaimFactory()
    for _ in range(3):
        greet(UserFactory(editor=True), claim)
    if is_known:
        greet(editor, claim)
        later(15)

    with django_assert_num_queries(2):
        greet(editor, claim)


def test_a_person_leaves_no_trail_of_pages(editor):
    for _ in range(5):
        greet(editor, ClaimFactory())
        later(80)

    assert Presence.objects.count() == 1


def test_a_person_is_on_two_pages_at_once(editor, reviewer):
    claim, article = ClaimFactory(), ArticleFactory()
    greet(editor, claim)
    greet(editor, article)

    assert (greet(reviewer, claim), greet(reviewer, article)) == ([editor], [editor])
