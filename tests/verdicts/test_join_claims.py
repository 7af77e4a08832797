import pytest

from factcheck.claims.join_claims import CannotJoin
from factcheck.verdicts.join_claims import join
from factcheck.verdicts.models import Assignment
from tests.factories import AssignmentFactory, ClaimFactory, CommentFactory, VerdictFactory


def test_comments_and_the_assignment_move_along_when_claims_are_joined(editor):
    claim, into = ClaimFactory(), ClaimFactory()
    comment, assignment = CommentFactory(claim=claim), AssignmentFactory(claim=claim)

    join(claim, into=into, editor=editor)

    assert list(into.comments.all()) == [comment]
    assert into.assignment == assignment


def test_a_claim_that_is_assigned_keeps_its_assignment_when_another_joins_it(editor):
    kept, lost = AssignmentFactory(), AssignmentFactory()

    join(lost.claim, into=kept.claim, editor=editor)

    assert list(Assignment.objects.all()) == [kept]


def test_claims_that_cannot_be_joined_keep_their_comments(editor):
    comment = CommentFactory(claim=VerdictFactory().claim)

    with pytest.raises(CannotJoin):
        join(comment.claim, into=ClaimFactory(), editor=editor)

    comment.refresh_from_db()
    assert comment.claim.verdict
