import pytest
from django.core.exceptions import ValidationError

from factcheck.claims.correct_statement import StatementHeld
from factcheck.claims.models import Carriage, Claim, Conflict, Position, Statement
from factcheck.claims.settle_conflict import settle
from factcheck.claims.withdraw_statement import take_back, withdraw
from factcheck.ledger.chain import verify
from factcheck.ledger.models import Entry
from factcheck.ledger.undo import CannotUndo
from factcheck.verdicts.join_claims import join
from factcheck.verdicts.models import Verdict
from factcheck.verdicts.undo_acts import undo
from tests.factories import (
    ArticleFactory,
    ClaimFactory,
    ConflictFactory,
    PositionFactory,
    StatementFactory,
    VerdictFactory,
)
from tests.verdicts.ticking import publish_ticked


def take(entry, editor):
    undo(Entry.objects.filter(pk=entry.pk), editor=editor)


def test_a_withdrawn_statement_goes_with_its_positions_and_the_record_says_why(editor):
    position = PositionFactory()

    withdraw(position.statement, reason=" The paper  quotes itself. ", editor=editor)

    assert not Statement.objects.exists()
    assert not Position.objects.exists()
    entry = Entry.objects.get()
    assert (entry.act, entry.details["reason"]) == ("statement.withdrawn", "The paper quotes itself.")
    assert verify() == 1


@pytest.mark.django_db
def test_a_statement_is_not_withdrawn_without_a_reason(editor):
    with pytest.raises(ValidationError, match="Say why"):
        withdraw(StatementFactory(), reason=" ", editor=editor)


def test_a_withdrawn_statement_comes_back_with_all_that_stood_on_it(editor):
    statement = StatementFactory(role="mayor")
    ArticleFactory(story=statement.article.story, reprint=True)
    position = PositionFactory(statement=statement, denies=True)
    claim = ClaimFactory(origin=statement)
    conflict = ConflictFactory(first=statement, second=StatementFactory())
    settle(conflict, state="explained", explanation="They speak of two bridges.", editor=editor)
    marked_at = Statement.objects.get(pk=statement.pk).created_at

    take(withdraw(statement, reason="Wrong words.", editor=editor), editor)

    stored = Statement.objects.get(pk=statement.pk)
    assert (stored.exact, stored.source, stored.role) == (statement.exact, statement.source, "mayor")
    assert stored.created_at == marked_at
    assert [(one.pk, one.claim, one.stance) for one in stored.positions.all()] == [
        (position.pk, position.claim, "denies")
    ]
    assert Claim.objects.get(pk=claim.pk).origin == stored
    assert Conflict.objects.get(pk=conflict.pk).explanation == "They speak of two bridges."
    assert Carriage.objects.filter(statement=stored).exists()


def test_a_statement_comes_back_once(editor):
    entry = withdraw(StatementFactory(), reason="Wrong words.", editor=editor)
    take(entry, editor)

    with pytest.raises(CannotUndo, match="undone already"):
        take(entry, editor)


def test_a_statement_does_not_come_back_to_a_claim_that_was_joined_since(editor):
    position = PositionFactory()
    entry = withdraw(position.statement, reason="Wrong words.", editor=editor)
    join(position.claim, into=ClaimFactory(), editor=editor)

    with pytest.raises(CannotUndo, match="joined with another by now"):
        take(entry, editor)


def test_a_statement_that_is_evidence_is_not_withdrawn(editor):
    statement = StatementFactory()
    VerdictFactory().evidence.create(statement=statement)

    with pytest.raises(StatementHeld, match="names this statement as evidence"):
        withdraw(statement, reason="Wrong words.", editor=editor)

    assert not Entry.objects.exists()


def test_what_a_public_verdict_quotes_is_neither_withdrawn_nor_untied(editor, reviewer):
    position = PositionFactory()
    publish_ticked(VerdictFactory(claim=position.claim, in_review=True), reviewer=reviewer)

    with pytest.raises(StatementHeld, match="is public and rests on this statement"):
        withdraw(position.statement, reason="Wrong words.", editor=editor)
    with pytest.raises(StatementHeld, match="is public and rests on this position"):
        take_back(position, editor=editor)


def test_a_review_ends_when_what_it_quotes_is_withdrawn_or_untied(editor):
    first, second = PositionFactory(), PositionFactory()
    verdicts = [VerdictFactory(claim=position.claim, in_review=True) for position in (first, second)]

    withdraw(first.statement, reason="Wrong words.", editor=editor)
    take_back(second, editor=editor)

    assert [Verdict.objects.get(pk=verdict.pk).status for verdict in verdicts] == ["draft", "draft"]


def test_a_position_is_taken_back_and_its_conflicts_with_it(editor):
    claim = ClaimFactory()
    PositionFactory(claim=claim)
    against = PositionFactory(claim=claim, denies=True)

    entry = take_back(against, editor=editor)

    assert [position.stance for position in claim.positions.all()] == ["supports"]
    take(entry, editor)
    assert Position.objects.get(pk=against.pk).stance == "denies"
    assert Conflict.objects.count() == 1


def test_a_position_that_was_taken_anew_is_not_brought_back(editor):
    position = PositionFactory()
    entry = take_back(position, editor=editor)
    PositionFactory(statement=position.statement, claim=position.claim)

    with pytest.raises(ValidationError, match="has a position on this claim already"):
        take(entry, editor)
