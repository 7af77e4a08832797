import pytest

from factcheck.ledger.models import Entry
from factcheck.verdicts.models import NotAllowed, Verdict
from factcheck.verdicts.publish_verdict import publish
from factcheck.verdicts.recall_submission import recall
from factcheck.verdicts.review_verdict import returned, submit
from tests.factories import UserFactory, VerdictFactory


def test_an_author_withdraws_their_verdict_from_review_without_a_note(db):
    verdict = VerdictFactory(in_review=True)

    recall(verdict, editor=verdict.author)

    verdict.refresh_from_db()
    assert verdict.is_draft
    assert Entry.objects.on(verdict).first().act == "verdict.recalled"
    assert not returned([verdict])


def test_whoever_submitted_a_verdict_may_withdraw_it_too(editor):
    verdict = VerdictFactory()
    submit(verdict, editor=editor)

    assert recall(verdict, editor=editor).is_draft


def test_nobody_else_withdraws_a_verdict_from_review(reviewer):
    verdict = VerdictFactory(in_review=True)

    with pytest.raises(NotAllowed, match="Send it back with a note"):
        recall(verdict, editor=reviewer)

    assert Verdict.objects.get().is_in_review


def test_what_was_published_meanwhile_is_not_withdrawn_from_review(reviewer):
    verdict = VerdictFactory(in_review=True)
    publish(verdict, reviewer=reviewer)

    with pytest.raises(NotAllowed, match="somebody may have been quicker"):
        recall(verdict, editor=verdict.author)


def test_what_was_withdrawn_goes_to_review_again(db):
    verdict = VerdictFactory(in_review=True)
    recall(verdict, editor=verdict.author)

    submit(verdict, editor=UserFactory(editor=True))

    assert Verdict.objects.get().is_in_review
