"""Two people who do something to the same thing at the same moment: one outcome, nothing lost, nothing fails.

SQLite lets one writer in at a time, so there is no race.
"""

import pytest
from django.core.exceptions import ValidationError
from django.db import connection  # noqa: F401 - the condition below reads it

from factcheck.claims.models import Claim
from factcheck.claims.take_position import state_claim, take_position
from factcheck.ledger.chain import verify
from factcheck.ledger.models import Entry
from factcheck.verdicts.draft_verdict import Draft, EditClash, draft, revise
from factcheck.verdicts.models import NotAllowed, Rating, Revision, Submission, Verdict
from factcheck.verdicts.retract_verdict import retract_urgently
from factcheck.verdicts.review_verdict import send_back, submit
from factcheck.verdicts.reword_claim import reword
from factcheck.verdicts.snapshot import Snapshot
from tests.at_once import at_once, db  # noqa: F401 - the database of this module
from tests.factories import ClaimFactory, PositionFactory, StatementFactory, UserFactory, VerdictFactory
from tests.verdicts.ticking import publish_ticked

PAIRS = 6

pytestmark = [
    pytest.mark.usefixtures("db"),
    pytest.mark.skipif("connection.vendor == 'sqlite'", reason="SQLite lets only one of two writers begin at a time."),
]


def test_two_who_begin_one_verdict_at_the_same_moment_both_get_the_one_that_is_there():
    people = [UserFactory(editor=True), UserFactory(editor=True)]
    claims = [ClaimFactory() for _ in range(PAIRS)]

    begun = [at_once(*(lambda one=one, to=claim: draft(to, author=one) for one in people)) for claim in claims]

    assert all(first == second for first, second in begun)
    assert Verdict.objects.count() == PAIRS
    assert verify() == PAIRS


def test_verdicts_on_two_claims_of_the_same_words_begin_at_the_same_moment():
    author = UserFactory(editor=True)
    claims = [ClaimFactory(text=f"Is it so{mark}") for mark in (".", "!", "?")]

    begun = at_once(*(lambda to=claim: draft(to, author=author) for claim in claims))

    assert len({verdict.slug for verdict in begun}) == 3


def test_two_who_state_one_claim_at_the_same_moment_both_get_the_one_that_is_there():
    editor = UserFactory(editor=True)
    texts = [f"The ferry carries {number} people." for number in range(PAIRS)]

    stated = [at_once(*[lambda text=text: state_claim(text, editor=editor)] * 2) for text in texts]

    assert all(first == second for first, second in stated)
    assert Claim.objects.count() == PAIRS


@pytest.fixture
def waiting():
    """Verdicts in review, one a round."""

    def in_review():
        verdict = VerdictFactory()
        PositionFactory(claim=verdict.claim)
        return submit(verdict, editor=verdict.author)

    return [in_review() for _ in range(PAIRS)]


def published_as_submitted(verdict):
    """How many revisions a verdict has; each is what was submitted."""
    submitted = set(Submission.objects.filter(verdict=verdict).values_list("sha256", flat=True))
    revisions = list(Revision.objects.filter(verdict=verdict).order_by("number"))
    assert [revision.number for revision in revisions] == [*range(1, len(revisions) + 1)]
    assert {Snapshot.of_revision(revision).sha256() for revision in revisions} <= submitted
    return len(revisions)


def test_of_two_who_publish_one_verdict_at_the_same_moment_one_does_and_the_other_is_told(waiting):
    first, second = UserFactory(reviewer=True), UserFactory(reviewer=True)

    for verdict in waiting:
        done = at_once(
            lambda v=verdict: publish_ticked(v, reviewer=first), lambda v=verdict: publish_ticked(v, reviewer=second)
        )

        assert sorted(type(one).__name__ for one in done) == ["NotAllowed", "Revision"]
        assert published_as_submitted(verdict) == 1
    verify()


def test_a_text_that_is_saved_while_it_is_published_is_kept_and_not_public(waiting):
    reviewer, editor = UserFactory(reviewer=True), UserFactory(editor=True)

    for verdict in waiting:
        base = Draft(verdict.rating, verdict.conclusion, verdict.reasoning)
        new = Draft(verdict.rating, "Another conclusion.", verdict.reasoning)
        released, saved = at_once(
            lambda v=verdict: publish_ticked(v, reviewer=reviewer),
            lambda v=verdict, b=base, n=new: revise(v, editor=editor, base=b, draft=n),
        )

        now = Verdict.objects.get(pk=verdict.pk)
        assert isinstance(saved, Verdict)
        assert (now.conclusion, now.status) == ("Another conclusion.", "draft")
        assert published_as_submitted(verdict) == isinstance(released, Revision)
    verify()


def test_a_position_that_is_taken_while_a_verdict_is_published_is_not_public_unseen(waiting):
    reviewer, editor = UserFactory(reviewer=True), UserFactory(editor=True)

    for verdict in waiting:
        statement = StatementFactory()
        released, _ = at_once(
            lambda v=verdict: publish_ticked(v, reviewer=reviewer),
            lambda v=verdict, s=statement: take_position(s, claim=v.claim, stance="denies", editor=editor),
        )

        now = Verdict.objects.get(pk=verdict.pk)
        assert now.status == ("published" if isinstance(released, Revision) else "draft")
        assert published_as_submitted(verdict) == isinstance(released, Revision)
    verify()


def test_a_verdict_that_is_sent_back_while_it_is_published_is_one_of_both(waiting):
    first, second = UserFactory(reviewer=True), UserFactory(reviewer=True)

    for verdict in waiting:
        done = at_once(
            lambda v=verdict: publish_ticked(v, reviewer=first),
            lambda v=verdict: send_back(v, reviewer=second, note="Name the inspector."),
        )

        assert sum(isinstance(one, NotAllowed) for one in done) == 1
        assert published_as_submitted(verdict) == isinstance(done[0], Revision)
    verify()


def test_two_who_save_different_parts_at_the_same_moment_both_find_theirs():
    people = [UserFactory(editor=True), UserFactory(editor=True)]
    base = Draft(Rating.objects.get(slug="false"), "A conclusion.", "The first part.\n\nThe second part.")

    for _ in range(PAIRS):
        verdict = VerdictFactory(conclusion=base.conclusion, reasoning=base.reasoning)
        texts = [base.reasoning.replace("first", "opening"), base.reasoning.replace("second", "closing")]
        drafts = [Draft(base.rating, base.conclusion, text) for text in texts]
        saves = zip(people, drafts, strict=True)
        at_once(*(lambda v=verdict, e=e, d=d: revise(v, editor=e, base=base, draft=d) for e, d in saves))

        assert Verdict.objects.get(pk=verdict.pk).reasoning == "The opening part.\n\nThe closing part."
    verify()


def test_of_two_who_save_the_same_words_otherwise_at_the_same_moment_one_is_shown_the_clash():
    people = [UserFactory(editor=True), UserFactory(editor=True)]
    base = Draft(Rating.objects.get(slug="false"), "A conclusion.", "The report says so.")

    for _ in range(PAIRS):
        verdict = VerdictFactory(conclusion=base.conclusion, reasoning=base.reasoning)
        drafts = [Draft(base.rating, base.conclusion, f"The {word} says so.") for word in ("minute", "letter")]
        saves = zip(people, drafts, strict=True)
        done = at_once(*(lambda v=verdict, e=e, d=d: revise(v, editor=e, base=base, draft=d) for e, d in saves))

        assert sum(isinstance(one, EditClash) for one in done) == 1
        assert Verdict.objects.get(pk=verdict.pk).reasoning in {draft.reasoning for draft in drafts}
    verify()


def test_a_verdict_that_two_retract_at_the_same_moment_is_retracted_once(waiting):
    first, second = UserFactory(reviewer=True), UserFactory(reviewer=True)

    for verdict in waiting:
        publish_ticked(verdict, reviewer=first)
        done = at_once(
            lambda v=verdict: retract_urgently(v, reviewer=first, note="The report was withdrawn."),
            lambda v=verdict: retract_urgently(v, reviewer=second, note="The report was withdrawn."),
        )

        assert sum(isinstance(one, NotAllowed) for one in done) == 1
        assert published_as_submitted(verdict) == 2
    verify()


def test_of_two_claims_that_get_the_same_words_at_the_same_moment_one_is_refused():
    editor = UserFactory(editor=True)
    pairs = [(ClaimFactory(), ClaimFactory(), f"The ferry carries {number} people.") for number in range(PAIRS)]

    for one, other, text in pairs:
        outcomes = at_once(
            lambda o=one, t=text: reword(o, text=t, editor=editor),
            lambda o=other, t=text: reword(o, text=t, editor=editor),
        )
        assert {type(outcome) for outcome in outcomes} == {Entry, ValidationError}


def test_whoever_rewords_a_claim_after_a_verdict_was_begun_at_the_same_moment_changed_it_last():
    author, editor = UserFactory(editor=True), UserFactory(editor=True)

    for number in range(PAIRS):
        claim, text = ClaimFactory(), f"The ferry carries {number} people."
        verdict, reworded = at_once(
            lambda claim=claim: draft(claim, author=author),
            lambda claim=claim, text=text: reword(claim, text=text, editor=editor),
        )
        begun = Entry.objects.on(verdict).get(act="verdict.drafted")
        assert Verdict.objects.get(pk=verdict.pk).last_editor == (editor if reworded.pk > begun.pk else author)
