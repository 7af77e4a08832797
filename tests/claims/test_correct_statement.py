from datetime import date

import pytest
from django.core.exceptions import ValidationError

from factcheck.claims.correct_statement import StatementHeld, correct
from factcheck.claims.models import Carriage, Conflict, Source, Statement
from factcheck.claims.undo_acts import uncorrect
from factcheck.compare import Span
from factcheck.ledger.models import Entry
from factcheck.ledger.undo import CannotUndo
from factcheck.verdicts.models import Verdict
from factcheck.verdicts.undo_acts import undo
from tests.factories import (
    ArticleFactory,
    ClaimFactory,
    PositionFactory,
    SourceFactory,
    StatementFactory,
    UserFactory,
    VerdictFactory,
)
from tests.verdicts.ticking import publish_ticked

WHOLE = "The mayor said the bridge is safe. An engineer denied that it is safe at all. Nobody was hurt."
REPRINT = "The mayor said the bridge is safe. Nobody was hurt."
DENIAL = "An engineer denied that it is safe at all."


@pytest.fixture
def original(db):
    return ArticleFactory(text=WHOLE)


@pytest.fixture
def reprint(original):
    return ArticleFactory(text=REPRINT, story=original.story, reprint=True, published_on=date(2026, 3, 3))


def words(text, exact):
    start = text.index(exact)
    return Span(start, start + len(exact))


def test_corrected_words_are_anchored_and_followed_into_every_version_anew(original, reprint, editor):
    statement = StatementFactory(article=original, exact="the bridge is safe")

    correct(statement, span=words(WHOLE, DENIAL), editor=editor)

    stored = Statement.objects.get(pk=statement.pk)
    stored.full_clean()
    assert (stored.exact, stored.prefix[-5:], stored.suffix[:7]) == (DENIAL, "afe. ", " Nobody")
    assert [carriage.status for carriage in Carriage.objects.filter(statement=stored)] == ["cut"]


def test_a_correction_is_one_entry_that_tells_what_stood_before(original, editor):
    statement = StatementFactory(article=original, said_on=date(2026, 3, 1))
    source = SourceFactory(name="Ada Bell")

    correct(statement, source=source, said_on=None, manner=statement.manner, editor=editor)

    entry = Entry.objects.get()
    assert (entry.act, entry.actor) == ("statement.corrected", editor)
    assert entry.details == {
        "was": {"source_id": statement.source_id, "said_on": "2026-03-01"},
        "now": {"source_id": source.pk, "said_on": None},
    }


def test_a_statement_that_is_right_already_leaves_no_entry(original, editor):
    statement = StatementFactory(article=original)

    assert correct(statement, role=statement.role, editor=editor) is None
    assert not Entry.objects.exists()


def test_words_that_another_statement_has_are_refused(original, editor):
    StatementFactory(article=original, exact=DENIAL)
    statement = StatementFactory(article=original, exact="the bridge is safe")

    with pytest.raises(ValidationError, match="marked as a statement already"):
        correct(statement, span=words(WHOLE, DENIAL), editor=editor)


def test_conflicts_are_suggested_by_who_speaks_now(editor):
    claim = ClaimFactory()
    first = PositionFactory(claim=claim).statement
    second = PositionFactory(claim=claim, denies=True).statement

    correct(second, source=first.source, editor=editor)

    assert Conflict.objects.get().relation == "reverses"


def test_a_correction_is_taken_back_with_the_carriage_it_had(original, reprint, editor):
    statement = StatementFactory(article=original, exact="the bridge is safe", said_on=date(2026, 3, 1))
    correct(statement, span=words(WHOLE, DENIAL), said_on=None, role="engineer", editor=editor)

    undo(Entry.objects.filter(act="statement.corrected"), editor=editor)

    stored = Statement.objects.get()
    assert (stored.exact, stored.role, stored.said_on) == ("the bridge is safe", "", date(2026, 3, 1))
    assert [carriage.status for carriage in stored.carriages.all()] == ["intact"]


def test_what_somebody_corrected_again_is_not_taken_back(original, editor):
    statement = StatementFactory(article=original)
    entry = correct(statement, role="mayor", editor=editor)
    correct(statement, role="the mayor", editor=UserFactory(editor=True, first_name="Rosa"))

    with pytest.raises(CannotUndo, match="Rosa has changed this since"):
        uncorrect(entry, editor=editor)


def test_a_verdict_in_review_that_quotes_it_goes_back_to_draft(editor):
    position = PositionFactory()
    verdict = VerdictFactory(claim=position.claim, in_review=True)

    correct(position.statement, source=SourceFactory(name="Ada Bell"), editor=editor)

    assert Verdict.objects.get(pk=verdict.pk).is_draft


def test_what_a_public_verdict_quotes_stays_and_the_editor_is_told_why(editor, reviewer):
    position = PositionFactory(claim__text="The bridge is safe.")
    publish_ticked(VerdictFactory(claim=position.claim, in_review=True), reviewer=reviewer)

    with pytest.raises(StatementHeld, match=r"verdict on “The bridge is safe\.” is public and rests on this statement"):
        correct(position.statement, source=SourceFactory(), editor=editor)

    correct(position.statement, role="engineer", editor=editor)
    assert Statement.objects.get(pk=position.statement_id).role == "engineer"


def test_another_source_is_no_reason_to_forget_the_one_before(original, editor):
    statement = StatementFactory(article=original, source__name="Klimof")

    correct(statement, source=SourceFactory(name="Klimov"), editor=editor)

    assert Source.objects.filter(name="Klimof").exists()
