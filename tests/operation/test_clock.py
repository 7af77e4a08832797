"""A machine's clock that goes back an hour between two acts: orders are those of the acts, and nothing waits for it."""

import time
from datetime import timedelta
from email.utils import format_datetime
from functools import partial

import pytest
from django.core.cache import cache
from django.test import RequestFactory
from django.utils import timezone

from factcheck.ledger.chain import verify
from factcheck.ledger.models import Entry
from factcheck.people import rates
from factcheck.people.models import OpenSession
from factcheck.verdicts.draft_verdict import begin_correction
from factcheck.verdicts.models import Revision, Schedule
from factcheck.verdicts.presence import greet
from factcheck.verdicts.publish_verdict import publish
from factcheck.verdicts.review_verdict import submit
from factcheck.verdicts.schedule_verdict import publish_due, schedule
from tests.factories import ClaimFactory, VerdictFactory
from tests.people.signing_in import is_signed_in, signed_in, somebody

HOUR = timedelta(hours=1)

pytestmark = pytest.mark.django_db


@pytest.fixture
def clock(monkeypatch):
    """The machine's clock: `clock.goes_back()`."""
    now, seconds = timezone.now, time.time

    class Clock:
        def goes_back(self):
            monkeypatch.setattr(timezone, "now", lambda: now() - HOUR)
            monkeypatch.setattr(rates._Throttle, "timer", lambda _throttle: seconds() - HOUR.total_seconds())

    return Clock()


def correct(verdict, reviewer, note="The year was wrong."):
    verdict = begin_correction(verdict, editor=verdict.author)
    submit(verdict, editor=verdict.author)
    return publish(verdict, reviewer=reviewer, kind="corrected", note=note)


def test_a_correction_is_no_older_than_what_it_corrects_and_the_ledger_has_them_in_order(clock, reviewer):
    verdict = VerdictFactory(in_review=True)
    first = publish(verdict, reviewer=reviewer)
    clock.goes_back()

    second = correct(verdict, reviewer)

    assert first.published_at <= second.published_at
    assert list(Revision.objects.filter(verdict=verdict).order_by("number")) == [first, second]
    assert Entry.objects.first().subject_id == second.pk
    assert verify() == Entry.objects.count()


@pytest.mark.parametrize(
    "address", ["/", "/feed.atom", "/feed.json", "/corrections/", "/sitemap.xml", "/api/v1/verdicts"]
)
def test_readers_who_ask_whether_something_changed_get_what_was_published_since(address, clock, reviewer, client):
    verdict, other = VerdictFactory(in_review=True), VerdictFactory(in_review=True)
    publish(verdict, reviewer=reviewer)
    had = client.get(address)
    known = {"If-None-Match": had["ETag"]} if "ETag" in had else {}
    asked_at = had.get("Last-Modified") or format_datetime(timezone.now(), usegmt=True)
    clock.goes_back()

    correct(verdict, reviewer)
    publish(other, reviewer=reviewer)

    by_time = client.get(address, headers={"If-Modified-Since": asked_at})
    assert by_time.status_code == 200
    assert by_time.content != had.content
    assert client.get(address, headers=known).status_code == 200


def test_what_came_last_is_first_in_the_feed(clock, reviewer, client):
    publish(VerdictFactory(in_review=True, claim__text="The bridge is safe."), reviewer=reviewer)
    clock.goes_back()

    publish(VerdictFactory(in_review=True, claim__text="The ferry sank."), reviewer=reviewer)

    feed = client.get("/feed.atom").text
    assert feed.index("The ferry sank.") < feed.index("The bridge is safe.")


def test_who_closed_a_page_is_gone_from_it_and_who_opens_it_is_there(clock, editor, reviewer):
    claim = ClaimFactory()
    greet(editor, claim)
    clock.goes_back()

    assert greet(reviewer, claim) == []
    assert greet(editor, claim) == [reviewer]
    assert greet(reviewer, claim) == [editor]


def test_who_is_signed_in_stays_so(clock):
    browser = signed_in(somebody())
    clock.goes_back()

    assert is_signed_in(browser)
    assert OpenSession.objects.count() == 1


def test_nobody_waits_because_of_it(clock):
    cache.clear()
    request = RequestFactory().get("/")
    ask = partial(rates.seconds_to_wait, request, rate="2/min", what="search")
    assert [ask(), ask()] == [0, 0]
    assert ask()
    clock.goes_back()

    assert [ask(), ask()] == [0, 0]
    assert 0 < ask() <= 60


def test_a_scheduled_verdict_comes_out_at_its_time_and_once(clock, reviewer):
    verdict = VerdictFactory(in_review=True)
    schedule(verdict, reviewer=reviewer, at=timezone.now() + timedelta(minutes=5))
    clock.goes_back()

    assert publish_due() == []
    Schedule.objects.update(publish_at=timezone.now() - timedelta(seconds=1))
    assert len(publish_due()) == 1
    assert publish_due() == []
