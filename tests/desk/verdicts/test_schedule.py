"""Approving a verdict for later, as the verdict's page offers it and does it."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from factcheck.verdicts.models import Submission, Verdict
from factcheck.verdicts.schedule_verdict import schedule
from tests.factories import VerdictFactory

SOON = timezone.now() + timedelta(days=2)


@pytest.fixture
def waiting(db):
    return VerdictFactory(in_review=True)


def page_of(verdict):
    return reverse("desk:verdict", args=[verdict.slug])


def test_a_reviewer_chooses_the_time_and_the_page_says_it(as_user, waiting, reviewer):
    desk = as_user(reviewer)
    seen = Submission.objects.latest_of(waiting).sha256

    offered = desk.get(page_of(waiting)).content.decode()
    desk.post(
        reverse("desk:schedule", args=[waiting.slug]), {"seen": seen, "publish_at": SOON.strftime("%Y-%m-%dT%H:%M")}
    )

    html = desk.get(page_of(waiting)).content.decode()
    assert "Approve and schedule" in offered
    assert "Exactly this becomes public" in html
    assert f"approved by {reviewer.first_name}" in " ".join(html.split())
    assert f"{SOON:%H:%M}" in html


@pytest.mark.parametrize("typed", ["", "tomorrow", "2001-01-01T10:00"])
def test_a_time_that_is_none_or_past_is_refused_with_the_reason(typed, as_user, waiting, reviewer):
    address = reverse("desk:schedule", args=[waiting.slug])

    html = as_user(reviewer).post(address, {"publish_at": typed}, follow=True).content.decode()

    assert "Choose the day and the time" in html or "This time is past" in html
    assert Verdict.objects.get().is_in_review


def test_a_time_that_is_missing_is_asked_for_where_it_is_given_with_all_that_was_typed(as_user, waiting, reviewer):
    address = reverse("desk:schedule", args=[waiting.slug])

    html = as_user(reviewer).post(address, {"publish_at": "", "send_back-note": "Half a note"}).text

    later = html[html.rindex("<details", 0, html.index("Publish it later")) : html.index("Approve and schedule")]
    assert later.startswith("<details open>")
    assert "Choose the day and the time" in later
    assert "Half a note" in html


def test_the_desk_lists_what_is_scheduled_with_its_time(as_user, waiting, reviewer, editor):
    schedule(waiting, reviewer=reviewer, at=SOON)

    html = as_user(editor).get(f"{reverse('desk:verdicts')}?status=scheduled").content.decode()

    assert "scheduled for" in html
    assert f"{SOON:%H:%M}" in html


def test_a_reviewer_takes_it_off_the_schedule_and_an_editor_is_not_offered_to(as_user, waiting, reviewer, editor):
    schedule(waiting, reviewer=reviewer, at=SOON)

    offered = as_user(editor).get(page_of(waiting)).content.decode()
    as_user(reviewer).post(reverse("desk:unschedule", args=[waiting.slug]))

    assert "Take it off the schedule" not in offered
    assert Verdict.objects.get().is_in_review


def test_a_scheduled_verdict_s_page_asks_at_most_15_queries(as_user, waiting, reviewer, django_assert_max_num_queries):
    schedule(waiting, reviewer=reviewer, at=SOON)
    desk = as_user(reviewer)
    desk.get(page_of(waiting))

    with django_assert_max_num_queries(15):
        desk.get(page_of(waiting))
