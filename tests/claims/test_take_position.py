import pytest
from django.core.exceptions import ValidationError

from factcheck.claims.models import Claim, Conflict
from factcheck.claims.settle_conflict import settle
from factcheck.claims.take_position import state_claim, take_position
from tests.factories import ClaimFactory, ConflictFactory, SourceFactory, StatementFactory


def test_a_claim_is_stated_once_however_it_is_spaced(editor):
    claim = state_claim("The bridge  is safe.", editor=editor)

    assert state_claim("The bridge is safe. ", editor=editor) == claim
    assert claim.slug == "the-bridge-is-safe"


def test_a_claim_of_more_than_200_characters_is_refused(editor):
    with pytest.raises(ValidationError, match="at most 200 characters"):
        state_claim("x" * 201, editor=editor)


def test_statements_for_and_against_one_claim_are_suggested_as_a_conflict(editor):
    claim, denial, support = ClaimFactory(), StatementFactory(), StatementFactory()
    take_position(support, claim=claim, stance="supports", editor=editor)

    take_position(denial, claim=claim, stance="denies", editor=editor)

    conflict = Conflict.objects.get()
    assert {conflict.first, conflict.second} == {support, denial}
    assert (conflict.state, conflict.relation) == ("suggested", "contradicts")


def test_a_source_against_itself_is_suggested_as_a_reversal(editor):
    claim, source = ClaimFactory(), SourceFactory()
    take_position(StatementFactory(source=source), claim=claim, stance="supports", editor=editor)

    take_position(StatementFactory(source=source), claim=claim, stance="denies", editor=editor)

    assert Conflict.objects.get().relation == "reverses"


def test_a_statement_that_only_mentions_a_claim_conflicts_with_nothing(editor):
    claim = ClaimFactory()
    take_position(StatementFactory(), claim=claim, stance="supports", editor=editor)

    take_position(StatementFactory(), claim=claim, stance="mentions", editor=editor)

    assert not Conflict.objects.exists()


def test_a_changed_position_replaces_the_one_before(editor):
    claim, statement = ClaimFactory(), StatementFactory()
    take_position(statement, claim=claim, stance="supports", editor=editor)

    take_position(statement, claim=claim, stance="qualifies", editor=editor)

    assert [position.stance for position in claim.positions.all()] == ["qualifies"]


def test_a_conflict_explained_needs_its_explanation(editor):
    conflict = ConflictFactory()

    with pytest.raises(ValidationError, match="Say in a sentence how both statements can stand"):
        settle(conflict, state="explained", editor=editor)


def test_contested_claims_have_both_sides(editor):
    contested, one_sided = ClaimFactory(), ClaimFactory()
    for claim in (contested, one_sided):
        take_position(StatementFactory(), claim=claim, stance="supports", editor=editor)
    take_position(StatementFactory(), claim=contested, stance="denies", editor=editor)

    assert list(Claim.objects.contested()) == [contested]
