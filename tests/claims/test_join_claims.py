import pytest
from django.urls import reverse

from factcheck.claims.join_claims import CannotJoin, join
from factcheck.claims.models import Claim, Conflict, Position
from factcheck.claims.show_claim import show
from factcheck.claims.similar_claims import similar_claims
from factcheck.claims.take_position import state_claim, take_position
from tests.factories import ClaimFactory, PositionFactory, StatementFactory, VerdictFactory


@pytest.fixture
def twins(db):
    return ClaimFactory(text="The bridge is safe.", slug="a"), ClaimFactory(text="The bridge was safe.", slug="b")


def test_joining_moves_all_positions_and_keeps_one_for_each_statement(twins, editor):
    one, other = twins
    shared, alone = StatementFactory(), StatementFactory()
    PositionFactory(claim=one, statement=shared, denies=True)
    PositionFactory(claim=other, statement=shared)
    PositionFactory(claim=one, statement=alone)

    join(one, into=other, editor=editor)

    assert {(p.statement, p.stance) for p in Position.objects.filter(claim=other)} == {
        (shared, "supports"),
        (alone, "supports"),
    }
    assert list(Claim.objects.all()) == [other]


def test_statements_that_meet_on_the_joined_claim_are_suggested_as_a_conflict(twins, editor):
    one, other = twins
    denial, support = StatementFactory(), StatementFactory()
    take_position(denial, claim=one, stance="denies", editor=editor)
    take_position(support, claim=other, stance="supports", editor=editor)
    assert not Conflict.objects.exists()

    join(one, into=other, editor=editor)

    conflict = Conflict.objects.suggested().get()
    assert {conflict.first, conflict.second} == {denial, support}
    assert conflict.because == "One supports and one denies “The bridge was safe.”"


def test_a_suggestion_that_rested_on_a_position_lost_in_joining_is_withdrawn(twins, editor):
    one, other = twins
    both, support = StatementFactory(), StatementFactory()
    take_position(support, claim=one, stance="supports", editor=editor)
    take_position(both, claim=other, stance="supports", editor=editor)
    take_position(both, claim=one, stance="denies", editor=editor)
    assert Conflict.objects.suggested().exists()

    join(one, into=other, editor=editor)

    assert not Conflict.objects.exists()


def test_both_addresses_go_on_working(twins, editor, as_user, client):
    one, other = twins
    PositionFactory(claim=one)
    PositionFactory(claim=one, denies=True)
    show(one, editor=editor)
    join(one, into=other, editor=editor)

    at_desk = as_user(editor).get(reverse("desk:claim", args=["a"]))
    in_public = client.get("/claims/a/")

    assert (at_desk.status_code, at_desk.url) == (301, reverse("desk:claim", args=["b"]))
    assert (in_public.status_code, in_public.url) == (301, "/claims/b/")


def test_a_former_address_is_not_given_to_another_claim(twins, editor):
    one, other = twins
    Claim.objects.filter(pk=one.pk).update(slug="the-bridge-is-old")
    join(Claim.objects.get(pk=one.pk), into=other, editor=editor)

    assert state_claim("The bridge is old.", editor=editor).slug == "the-bridge-is-old-2"


def test_a_claim_with_a_verdict_stays(twins, editor):
    one, other = twins
    VerdictFactory(claim=one)

    with pytest.raises(CannotJoin, match="a verdict is never moved"):
        join(one, into=other, editor=editor)


def test_a_claim_is_not_joined_with_itself(twins, editor):
    with pytest.raises(CannotJoin, match="the same claim"):
        join(twins[0], into=twins[0], editor=editor)


def test_a_claim_that_says_nearly_the_same_is_found_while_typing(twins):
    ClaimFactory(text="Tomatoes are a vegetable.")

    assert set(similar_claims("the bridge was always safe")) == set(twins)
    assert similar_claims("bridge") == []
