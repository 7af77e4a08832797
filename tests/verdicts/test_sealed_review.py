import pytest

from factcheck.articles.editing import correct_record
from factcheck.claims.models import Claim, Position
from factcheck.claims.take_position import take_position
from factcheck.ledger.chain import record
from factcheck.ledger.models import Entry
from factcheck.verdicts.models import NotAllowed, Submission, Verdict
from factcheck.verdicts.publish_verdict import ChangedInReview, publish
from factcheck.verdicts.review_verdict import seal, submit
from factcheck.verdicts.snapshot import Snapshot
from tests.factories import ArticleFactory, PositionFactory, StatementFactory, VerdictFactory


@pytest.fixture
def waiting(db):
    """A verdict in review with a statement for its claim."""
    verdict = VerdictFactory()
    PositionFactory(claim=verdict.claim)
    return submit(verdict, editor=verdict.author)


def status_of(verdict):
    return Verdict.objects.get(pk=verdict.pk).status


def test_what_is_published_is_what_was_submitted(waiting, reviewer):
    submitted = Submission.objects.latest_of(waiting)

    revision = publish(waiting, reviewer=reviewer, seen=submitted.sha256)

    assert Snapshot.of_revision(revision).sha256() == submitted.sha256


def test_a_reviewer_cannot_publish_a_submission_that_they_have_not_read(waiting, reviewer):
    read = Submission.objects.latest_of(waiting).sha256
    waiting.conclusion = "Another conclusion."
    waiting.save()
    seal(waiting, editor=waiting.author)

    with pytest.raises(NotAllowed, match="submitted again since you opened it"):
        publish(waiting, reviewer=reviewer, seen=read)


def test_a_position_that_a_reviewer_takes_takes_the_verdict_back_to_draft(waiting, reviewer):
    take_position(StatementFactory(), claim=waiting.claim, stance="denies", editor=reviewer)

    assert status_of(waiting) == "draft"
    reopened = Entry.objects.on(waiting).first()
    assert (reopened.act, reopened.actor) == ("verdict.reopened", None)
    assert Entry.objects.get(pk=reopened.details["cause"]).actor == reviewer
    assert "was not there and stands against it" in reopened.details["changes"][0]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda v: changed(v.claim, text="The bridge is not safe."), "The claim was"),
        (lambda v: changed(v.rating, definition="Something else."), "What the rating means was"),
        (lambda v: changed(v.claim.positions.get().statement.source, name="Somebody Else"), "who speaks"),
        (lambda v: changed(v.claim.positions.get(), stance="denies"), "stood for the claim and stands against it"),
        (lambda v: changed(v.claim.positions.get().statement.article.outlet, name="Another Paper"), "its paper"),
    ],
)
def test_whatever_a_page_would_show_changes_by_the_administration_takes_it_back_to_draft(
    waiting, administrator, change, told
):
    row = change(waiting)

    record("row.changed", actor=administrator, on=row)

    assert status_of(waiting) == "draft"
    assert told in " ".join(Entry.objects.on(waiting).first().details["changes"])


def test_a_headline_that_is_corrected_takes_it_back_to_draft(waiting, editor):
    article = waiting.claim.positions.get().statement.article

    correct_record(article, headline="Quite another headline", actor=editor)

    assert status_of(waiting) == "draft"


def test_what_changed_without_an_act_is_found_when_it_is_published(waiting, reviewer):
    statement = waiting.claim.positions.get().statement
    ArticleFactory(story=statement.article.story, reprint=True, text="It rained.")

    with pytest.raises(ChangedInReview, match="other papers carry it otherwise"):
        publish(waiting, reviewer=reviewer)

    assert status_of(waiting) == "in_review"


def test_what_the_page_does_not_show_leaves_the_review_alone(waiting, editor):
    other = PositionFactory()

    take_position(StatementFactory(), claim=other.claim, stance="denies", editor=editor)
    record("claim.changed", actor=editor, on=Claim.objects.get(pk=waiting.claim_id))

    assert status_of(waiting) == "in_review"


def test_a_position_that_is_removed_takes_it_back_to_draft(waiting, editor):
    position = Position.objects.get(claim=waiting.claim)
    key = position.pk
    position.delete()
    position.pk = key

    record("position.withdrawn", actor=editor, on=position, claim=waiting.claim_id)

    assert status_of(waiting) == "draft"


def changed(row, **values):
    type(row).objects.filter(pk=row.pk).update(**values)
    return type(row).objects.get(pk=row.pk)
