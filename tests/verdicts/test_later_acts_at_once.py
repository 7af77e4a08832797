"""Two people who act on one verdict at the same moment: one outcome, nothing lost, no error that nobody foresaw.

SQLite lets one writer in at a time, so there is no race.
"""

from datetime import timedelta

import pytest
from django.db import connection  # noqa: F401 - the condition below reads it
from django.utils import timezone

from factcheck.claims.take_position import take_position
from factcheck.ledger.chain import verify
from factcheck.verdicts.draft_verdict import Draft, revise
from factcheck.verdicts.models import NotAllowed, Revision, Verdict
from factcheck.verdicts.publish_verdict import publish
from factcheck.verdicts.retract_verdict import (
    confirm_retraction,
    propose_retraction,
    refuse_retraction,
    retract_urgently,
)
from factcheck.verdicts.review_verdict import submit
from factcheck.verdicts.schedule_verdict import publish_due, schedule, unschedule
from tests.at_once import at_once, db  # noqa: F401 - the database of this module
from tests.factories import StatementFactory, UserFactory, VerdictFactory

TIMES = 5
NOON = timezone.now() + timedelta(hours=3)
LATER = NOON + timedelta(seconds=1)

pytestmark = [
    pytest.mark.usefixtures("db"),
    pytest.mark.skipif("connection.vendor == 'sqlite'", reason="SQLite lets only one of two writers begin at a time."),
]


@pytest.fixture
def reviewers(db):  # noqa: F811 - a fixture names another
    return [UserFactory(reviewer=True), UserFactory(reviewer=True)]


def in_review():
    return VerdictFactory(in_review=True, conclusion="As it was approved.")


def correction_in_review(reviewer):
    verdict = in_review()
    publish(verdict, reviewer=reviewer)
    verdict = edited(verdict)
    return submit(verdict, editor=verdict.author)


def edited(verdict):
    verdict = Verdict.objects.get(pk=verdict.pk)
    before = Draft(verdict.rating, verdict.conclusion, verdict.reasoning)
    return revise(verdict, editor=verdict.author, base=before, draft=Draft(before.rating, "Quite another.", "So."))


def test_a_correction_that_is_scheduled_while_the_verdict_is_retracted_is_never_published(reviewers):
    first, second = reviewers
    verdicts = [correction_in_review(first) for _ in range(TIMES)]

    for verdict in verdicts:
        at_once(
            lambda v=verdict: schedule(v, reviewer=first, at=NOON, kind="updated", note="New facts."),
            lambda v=verdict: retract_urgently(v, reviewer=second, note="It was forged."),
        )

    assert publish_due(LATER) == []
    assert {verdict.status for verdict in Verdict.objects.all()} == {"retracted"}
    assert verify()


def test_a_verdict_that_is_scheduled_while_it_is_edited_is_a_draft_and_stays_one(reviewers):
    for verdict in [in_review() for _ in range(TIMES)]:
        at_once(lambda v=verdict: schedule(v, reviewer=reviewers[0], at=NOON), lambda v=verdict: edited(v))

    assert publish_due(LATER) == []
    assert {(verdict.status, verdict.conclusion) for verdict in Verdict.objects.all()} == {("draft", "Quite another.")}
    assert verify()


def test_what_is_due_while_it_is_edited_comes_out_as_it_was_approved_or_not_at_all(reviewers):
    verdicts = [in_review() for _ in range(TIMES)]
    for verdict in verdicts:
        schedule(verdict, reviewer=reviewers[0], at=NOON)

    for verdict in verdicts:
        at_once(lambda: publish_due(LATER), lambda v=verdict: edited(v))

    assert {revision.conclusion for revision in Revision.objects.all()} <= {"As it was approved."}
    assert {verdict.status for verdict in Verdict.objects.all()} <= {"draft", "published"}
    assert verify()


def test_two_workers_publish_what_is_due_once(reviewers):
    for verdict in [in_review() for _ in range(TIMES)]:
        schedule(verdict, reviewer=reviewers[0], at=NOON)

    published = at_once(lambda: publish_due(LATER), lambda: publish_due(LATER))

    assert sum(map(len, published)) == Revision.objects.count() == TIMES
    assert verify()


def test_what_is_taken_off_the_schedule_at_its_time_is_public_or_in_review(reviewers):
    verdicts = [in_review() for _ in range(TIMES)]
    for verdict in verdicts:
        schedule(verdict, reviewer=reviewers[0], at=NOON)

    for verdict in verdicts:
        at_once(lambda: publish_due(LATER), lambda v=verdict: unschedule(v, reviewer=reviewers[1]))

    assert Revision.objects.count() == Verdict.objects.filter(status="published").count()
    assert {verdict.status for verdict in Verdict.objects.all()} <= {"in_review", "published"}
    assert verify()


def test_an_act_on_the_ground_while_a_verdict_is_scheduled_keeps_it_from_being_published(reviewers):
    verdicts = [in_review() for _ in range(TIMES)]
    statements = [StatementFactory() for _ in verdicts]

    for verdict, statement in zip(verdicts, statements, strict=True):
        at_once(
            lambda v=verdict: schedule(v, reviewer=reviewers[0], at=NOON),
            lambda v=verdict, s=statement: take_position(s, claim=v.claim, stance="denies", editor=reviewers[1]),
        )

    assert publish_due(LATER) == []
    assert Verdict.objects.filter(status="draft").count() == TIMES
    assert verify()


def test_a_retraction_that_is_confirmed_and_refused_at_once_has_one_outcome(reviewers):
    proposer = UserFactory(editor=True)
    verdicts = [in_review() for _ in range(TIMES)]
    for verdict in verdicts:
        publish(verdict, reviewer=reviewers[0])

    for verdict in verdicts:
        proposal = propose_retraction(verdict, editor=proposer, note="It was forged.")
        outcomes = at_once(
            lambda p=proposal: confirm_retraction(p, reviewer=reviewers[0]),
            lambda p=proposal: refuse_retraction(p, reviewer=reviewers[1], note="No."),
        )
        assert sum(isinstance(outcome, NotAllowed) for outcome in outcomes) == 1

    assert verify()
