from datetime import timedelta
from io import StringIO

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.test import override_settings
from django.urls import reverse
from django.utils import timezone

from factcheck.articles.editing import correct_record
from factcheck.claims.take_position import take_position
from factcheck.ledger.chain import verify
from factcheck.ledger.models import Entry
from factcheck.verdicts import schedule_verdict, undo_acts
from factcheck.verdicts.draft_verdict import Draft, add_evidence, revise
from factcheck.verdicts.models import Evidence, NotAllowed, Revision, Schedule, Submission, Verdict
from factcheck.verdicts.publish_verdict import publish
from factcheck.verdicts.recall_submission import recall
from factcheck.verdicts.retract_verdict import retract_urgently
from factcheck.verdicts.review_verdict import submit
from factcheck.verdicts.schedule_verdict import publish_due, schedule, unschedule
from factcheck.verdicts.snapshot import Snapshot
from tests.factories import ArticleFactory, PositionFactory, StatementFactory, UserFactory, VerdictFactory

NOON = timezone.now() + timedelta(hours=3)
LATER = NOON + timedelta(seconds=1)


@pytest.fixture
def waiting(db):
    """A verdict in review with a statement for its claim."""
    verdict = VerdictFactory(slug="the-embargoed-one", conclusion="A conclusion under embargo.")
    PositionFactory(claim=verdict.claim)
    return submit(verdict, editor=verdict.author)


@pytest.fixture
def scheduled(waiting, reviewer):
    schedule(waiting, reviewer=reviewer, at=NOON)
    return Verdict.objects.get(pk=waiting.pk)


def test_a_scheduled_verdict_becomes_public_at_its_time_by_the_name_of_its_reviewer(scheduled, reviewer):
    assert publish_due(NOON - timedelta(seconds=1)) == []

    (revision,) = publish_due(LATER)

    scheduled.refresh_from_db()
    entry = Entry.objects.on(revision).get()
    assert (scheduled.status, scheduled.current, revision.reviewer_name) == ("published", revision, reviewer.first_name)
    assert (entry.act, entry.actor, entry.details["scheduled"]) == ("verdict.published", reviewer, NOON.isoformat())
    assert verify() == 3


def test_exactly_what_was_approved_is_published(scheduled):
    (revision,) = publish_due(LATER)

    assert Snapshot.of_revision(revision).sha256() == Submission.objects.latest_of(scheduled).sha256


@pytest.mark.parametrize(
    "page",
    ["/", "/claims/", "/corrections/", "/sitemap.xml", "/claimreview.json", "/feed.atom", "/search/?q=embargo"],
)
def test_nothing_of_a_scheduled_verdict_is_public_before_its_time(page, waiting, reviewer, client):
    before = client.get(page)

    schedule(waiting, reviewer=reviewer, at=NOON)

    after = client.get(page)
    assert waiting.slug not in after.content.decode()
    assert waiting.conclusion not in after.content.decode()
    if page != "/feed.atom":  # which tells where the ledger ends, whatever the act was
        assert (after.content, after.headers.get("ETag")) == (before.content, before.headers.get("ETag"))


def test_a_scheduled_verdict_has_no_page_and_its_act_is_not_told_in_the_public_ledger(scheduled, client):
    assert client.get(scheduled.get_absolute_url()).status_code == 404
    assert client.get(f"{scheduled.get_absolute_url()}revisions/1/").status_code == 404
    assert "scheduled" not in b"".join(client.get("/ledger.jsonl").streaming_content).decode()


def test_a_clock_that_is_set_back_publishes_nothing_twice(scheduled):
    publish_due(LATER)

    assert publish_due(NOON - timedelta(days=1)) == []
    assert publish_due(LATER) == []
    assert Revision.objects.count() == 1


def test_a_time_that_is_past_is_refused(waiting, reviewer):
    with pytest.raises(NotAllowed, match="This time is past"):
        schedule(waiting, reviewer=reviewer, at=timezone.now() - timedelta(minutes=1))

    assert Verdict.objects.get().is_in_review


def test_nobody_schedules_what_they_changed_last(waiting):
    with pytest.raises(NotAllowed, match="another reviewer has to approve it"):
        schedule(waiting, reviewer=waiting.last_editor, at=NOON)


def test_a_submission_that_was_not_read_is_not_scheduled(waiting, reviewer):
    with pytest.raises(NotAllowed, match="submitted again since you opened it"):
        schedule(waiting, reviewer=reviewer, at=NOON, seen="0" * 64)


def test_a_scheduled_correction_needs_its_note_when_it_is_approved(waiting, reviewer):
    publish(waiting, reviewer=reviewer)
    verdict = edited(waiting, conclusion="Another conclusion.")
    submit(verdict, editor=verdict.author)

    with pytest.raises(ValidationError, match="Say in the note what changed and why"):
        schedule(verdict, reviewer=reviewer, at=NOON, kind="corrected")
    schedule(verdict, reviewer=reviewer, at=NOON, kind="corrected", note="It was another one.")
    (revision,) = publish_due(LATER)

    assert (revision.number, revision.kind, revision.note) == (2, "corrected", "It was another one.")


def test_a_scheduled_verdict_that_is_edited_goes_back_to_draft_and_is_not_published(scheduled):
    edited(scheduled, conclusion="Something else.")

    assert publish_due(LATER) == []
    assert Verdict.objects.get().is_draft


def test_what_changes_the_ground_of_a_scheduled_verdict_takes_it_back_to_draft_and_says_so(scheduled, editor):
    take_position(StatementFactory(), claim=scheduled.claim, stance="denies", editor=editor)

    reopened = Entry.objects.on(scheduled).first()
    assert Verdict.objects.get().is_draft
    assert reopened.act == "verdict.reopened"
    assert "was not there and stands against it" in reopened.details["changes"][0]


def test_ground_that_changed_without_an_act_is_found_at_the_time_and_nothing_is_published(scheduled):
    statement = scheduled.claim.positions.get().statement
    ArticleFactory(story=statement.article.story, reprint=True, text="It rained.")

    assert publish_due(LATER) == []

    assert Verdict.objects.get().is_draft
    assert "other papers carry it otherwise" in Entry.objects.on(scheduled).first().details["changes"][0]


def test_a_headline_that_is_corrected_takes_a_scheduled_verdict_back(scheduled, editor):
    correct_record(scheduled.claim.positions.get().statement.article, headline="Quite another", actor=editor)

    assert Verdict.objects.get().is_draft


def test_undoing_the_change_brings_the_schedule_back(scheduled, editor):
    add_evidence(scheduled, Evidence(title="A map", url="https://city.example/map"), editor=editor)

    undo_acts.undo([Entry.objects.get(act="evidence.added")], editor=editor)

    assert len(publish_due(LATER)) == 1


def test_a_scheduled_verdict_is_taken_off_the_schedule_and_is_in_review_again(scheduled, reviewer):
    unschedule(scheduled, reviewer=UserFactory(reviewer=True))

    assert publish_due(LATER) == []
    assert Verdict.objects.get().is_in_review
    assert Verdict.objects.get().reviewer is None
    assert publish(scheduled, reviewer=reviewer)


def test_what_is_not_scheduled_is_not_taken_off_the_schedule(scheduled, reviewer):
    publish_due(LATER)

    with pytest.raises(NotAllowed, match="may be public already"):
        unschedule(scheduled, reviewer=reviewer)


def test_the_author_takes_a_scheduled_verdict_back_to_draft(scheduled):
    recall(scheduled, editor=scheduled.author)

    assert publish_due(LATER) == []


def test_a_verdict_that_is_retracted_is_not_corrected_by_what_was_scheduled(waiting, reviewer):
    publish(waiting, reviewer=reviewer)
    verdict = edited(waiting, conclusion="Another conclusion.")
    submit(verdict, editor=verdict.author)
    schedule(verdict, reviewer=reviewer, at=NOON, kind="updated", note="New facts.")

    retract_urgently(verdict, reviewer=reviewer, note="It was forged.")

    assert publish_due(LATER) == []
    assert Verdict.objects.get().is_withdrawn


def test_who_left_the_desk_publishes_nothing_any_more_and_the_page_says_why(scheduled, reviewer, as_user):
    reviewer.groups.clear()

    assert publish_due(LATER) == []

    assert Verdict.objects.get().is_in_review
    assert "may not publish any more" in Entry.objects.on(scheduled).first().details["because"]
    page = as_user(UserFactory(reviewer=True)).get(reverse("desk:verdict", args=[scheduled.slug]))
    assert "may not publish any more" in page.content.decode()


def test_one_verdict_that_cannot_be_published_does_not_hold_up_the_others(scheduled, reviewer):
    other = VerdictFactory(in_review=True)
    schedule(other, reviewer=UserFactory(reviewer=True), at=NOON)
    reviewer.groups.clear()

    assert [revision.verdict for revision in publish_due(LATER)] == [other]


def test_the_command_publishes_what_is_due_and_says_what(scheduled):
    Schedule.objects.update(publish_at=timezone.now())
    out = StringIO()

    call_command("publish_due", stdout=out)

    assert "is public: revision 1" in out.getvalue()


def test_a_worker_is_told_when_to_wake(waiting, reviewer):
    backend = {"default": {"BACKEND": "django.tasks.backends.dummy.DummyBackend"}}
    with override_settings(TASKS=backend):
        schedule(waiting, reviewer=reviewer, at=NOON)
        (result,) = schedule_verdict.publish_what_is_due.get_backend().results

    assert result.task.run_after == NOON


def test_what_the_worker_does_publishes_what_is_due(scheduled):
    Schedule.objects.update(publish_at=timezone.now())

    schedule_verdict.publish_what_is_due.enqueue()

    assert Verdict.objects.get().status == "published"


def edited(verdict, **fields):
    verdict = Verdict.objects.get(pk=verdict.pk)
    before = Draft(verdict.rating, verdict.conclusion, verdict.reasoning)
    return revise(verdict, editor=verdict.author, base=before, draft=Draft(**{**vars(before), **fields}))
