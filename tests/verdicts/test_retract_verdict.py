import pytest
from django.core.exceptions import ValidationError

from factcheck.ledger.chain import verify
from factcheck.ledger.models import Entry
from factcheck.verdicts.models import NotAllowed, RetractionProposal, Verdict
from factcheck.verdicts.publish_verdict import publish
from factcheck.verdicts.retract_verdict import (
    confirm_retraction,
    drop_retraction,
    propose_retraction,
    refusal_on,
    refuse_retraction,
    retract_urgently,
)
from tests.factories import UserFactory, VerdictFactory

WHY = "The minutes were forged."


@pytest.fixture
def standing(reviewer):
    """A verdict that readers see."""
    verdict = VerdictFactory(in_review=True)
    publish(verdict, reviewer=reviewer)
    return Verdict.objects.get(pk=verdict.pk)


@pytest.fixture
def proposal(standing):
    return propose_retraction(standing, editor=standing.author, note=WHY)


def test_a_proposed_retraction_changes_nothing_for_readers(proposal, standing):
    standing.refresh_from_db()

    assert (standing.status, standing.current.kind) == ("published", "published")
    assert [badge.label for badge in standing.badges] == ["public: revision 1", "retraction proposed"]


def test_a_second_person_retracts_what_the_first_proposed_in_the_first_one_s_words(proposal, standing, reviewer):
    revision = confirm_retraction(proposal, reviewer=reviewer)

    standing.refresh_from_db()
    entry = Entry.objects.on(revision).get()
    assert (standing.status, standing.current, revision.note) == ("retracted", revision, WHY)
    assert (entry.act, entry.actor, entry.details["proposed_by"]) == ("verdict.retracted", reviewer, standing.author.pk)
    assert revision.is_urgent is False
    assert not RetractionProposal.objects.exists()
    assert verify() == 3


def test_nobody_confirms_or_refuses_their_own_proposal(standing, reviewer):
    proposal = propose_retraction(standing, editor=reviewer, note=WHY)

    for decide in (
        lambda: confirm_retraction(proposal, reviewer=reviewer),
        lambda: refuse_retraction(proposal, reviewer=reviewer, note="No."),
    ):
        with pytest.raises(NotAllowed, match="another reviewer has to decide"):
            decide()

    assert Verdict.objects.get().status == "published"


def test_a_refused_retraction_leaves_the_verdict_and_says_why(proposal, standing, reviewer):
    refuse_retraction(proposal, reviewer=reviewer, note="The minutes are genuine.")

    assert Verdict.objects.get().status == "published"
    assert refusal_on(standing).details["note"] == "The minutes are genuine."
    assert not RetractionProposal.objects.exists()


def test_a_refusal_is_past_once_it_is_proposed_anew(proposal, standing, reviewer):
    refuse_retraction(proposal, reviewer=reviewer, note="The minutes are genuine.")

    propose_retraction(standing, editor=reviewer, note="They are not.")

    assert refusal_on(standing) is None


def test_who_proposed_a_retraction_takes_it_back_and_nobody_else_does(proposal, standing, reviewer):
    with pytest.raises(NotAllowed, match="Only who proposed"):
        drop_retraction(proposal, editor=reviewer)

    drop_retraction(proposal, editor=standing.author)

    assert not RetractionProposal.objects.exists()


def test_a_proposal_that_was_decided_meanwhile_is_not_decided_again(proposal, reviewer):
    refuse_retraction(proposal, reviewer=reviewer, note="No.")

    with pytest.raises(NotAllowed, match="decided or taken back meanwhile"):
        confirm_retraction(proposal, reviewer=reviewer)


def test_a_proposal_on_one_verdict_retracts_no_other(proposal, reviewer):
    other = VerdictFactory(in_review=True)
    publish(other, reviewer=reviewer)

    with pytest.raises(NotAllowed, match="decided or taken back meanwhile"):
        confirm_retraction(RetractionProposal(pk=proposal.pk, verdict=other), reviewer=reviewer)


def test_a_retraction_is_proposed_once_at_a_time(proposal, standing, reviewer):
    with pytest.raises(NotAllowed, match="proposed it already"):
        propose_retraction(standing, editor=reviewer, note="Me too.")


def test_a_retraction_is_proposed_with_a_reason_or_not_at_all(standing):
    with pytest.raises(ValidationError, match="cannot be blank"):
        propose_retraction(standing, editor=standing.author, note="  ")


def test_one_person_retracts_alone_only_as_urgent_and_the_record_says_so(standing, reviewer):
    revision = retract_urgently(standing, reviewer=reviewer, note=WHY)

    assert revision.is_urgent is True
    assert Entry.objects.on(revision).get().details["urgent"] is True
    assert Entry.objects.on(revision).get().as_public()["details"]["urgent"] is True


def test_an_urgent_retraction_settles_what_was_proposed(proposal, standing, reviewer):
    retract_urgently(standing, reviewer=reviewer, note=WHY)

    assert not RetractionProposal.objects.exists()


def test_a_verdict_whose_next_draft_is_empty_can_be_retracted(standing, reviewer):
    Verdict.objects.update(status="draft", conclusion="", rating=None)

    revision = retract_urgently(standing, reviewer=UserFactory(reviewer=True), note=WHY)

    standing.refresh_from_db()
    assert standing.is_withdrawn
    assert standing.conclusion == revision.conclusion
