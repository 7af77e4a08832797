from datetime import date, timedelta

import pytest
from django.utils import timezone

from factcheck.claims.mark_statement import mark
from factcheck.claims.models import Claim, Source, Statement
from factcheck.claims.name_source import name_source
from factcheck.claims.take_position import state_claim, take_position
from factcheck.compare import Span
from factcheck.ledger.chain import verify
from factcheck.ledger.models import Entry
from factcheck.ledger.undo import CannotUndo
from factcheck.verdicts.assignments import assign
from factcheck.verdicts.comments import resolve
from factcheck.verdicts.draft_verdict import add_evidence, remove_evidence
from factcheck.verdicts.models import Evidence
from factcheck.verdicts.publish_verdict import publish
from factcheck.verdicts.review_verdict import seal, submit
from factcheck.verdicts.undo_acts import undo
from tests.factories import (
    ArticleFactory,
    ClaimFactory,
    CommentFactory,
    PositionFactory,
    StatementFactory,
    UserFactory,
    VerdictFactory,
)
from tests.verdicts.ticking import publish_ticked


def last_acts(count=1):
    return Entry.objects.all()[:count]


@pytest.fixture
def marked_for_a_claim(editor):
    """A statement marked with a new source and for a new claim, all in one go."""
    article = ArticleFactory()
    source = name_source("Ada Bell", kind="person", story=article.story, editor=editor)
    statement = mark(article, span=Span(0, 9), manner="indirect", source=source, editor=editor)
    take_position(statement, claim=state_claim("The bridge is safe.", editor=editor), stance="denies", editor=editor)
    return statement


def test_what_was_done_in_one_go_is_undone_in_one_go(marked_for_a_claim, editor):
    undo(last_acts(4), editor=editor)

    assert not any(model.objects.exists() for model in (Statement, Source, Claim))
    assert verify() == 8


def test_what_others_use_by_now_stays_when_the_rest_is_undone(marked_for_a_claim, editor):
    PositionFactory(claim=Claim.objects.get())
    StatementFactory(source=marked_for_a_claim.source)

    undo(last_acts(4), editor=editor)

    assert (Claim.objects.count(), Source.objects.filter(name="Ada Bell").count()) == (1, 1)
    assert not Statement.objects.filter(pk=marked_for_a_claim.pk).exists()


def test_nothing_is_undone_if_one_act_of_several_cannot_be(marked_for_a_claim, editor):
    VerdictFactory().evidence.create(statement=marked_for_a_claim)

    with pytest.raises(CannotUndo, match="A verdict rests on this statement"):
        undo(last_acts(4), editor=editor)

    assert marked_for_a_claim.positions.exists()


def test_nobody_undoes_what_somebody_else_did(marked_for_a_claim, administrator):
    with pytest.raises(CannotUndo, match="Only the person who did it"):
        undo(last_acts(), editor=administrator)


def test_publishing_is_not_undone(reviewer):
    publish(VerdictFactory(in_review=True), reviewer=reviewer)

    with pytest.raises(CannotUndo, match="cannot be taken back here"):
        undo(last_acts(), editor=reviewer)


def test_a_position_that_was_published_is_not_undone(editor, reviewer):
    verdict = VerdictFactory(in_review=True)
    take_position(StatementFactory(), claim=verdict.claim, stance="denies", editor=editor)
    taken = list(Entry.objects.filter(act="position.taken"))
    verdict.refresh_from_db()
    submit(verdict, editor=verdict.author)
    publish_ticked(verdict, reviewer=reviewer)

    with pytest.raises(CannotUndo, match="what is published is corrected, not undone"):
        undo(taken, editor=editor)


def test_a_statement_that_was_published_is_not_undone(editor, reviewer):
    statement = mark(ArticleFactory(), span=Span(0, 9), manner="own_words", editor=editor)
    marked = list(last_acts())
    verdict = VerdictFactory(in_review=True)
    evidence = verdict.evidence.create(statement=statement)
    seal(verdict, editor=verdict.author)
    publish_ticked(verdict, reviewer=reviewer)
    evidence.delete()

    with pytest.raises(CannotUndo, match="what is published is corrected, not undone"):
        undo(marked, editor=editor)


def test_added_evidence_is_taken_out_and_review_stands_where_it_stood(editor):
    verdict = VerdictFactory(in_review=True)
    add_evidence(verdict, Evidence(statement=StatementFactory()), editor=editor)

    undo(last_acts(), editor=editor)

    verdict.refresh_from_db()
    assert verdict.evidence.get().title == "Inspection report"
    assert (verdict.status, verdict.last_editor, verdict.edition) == ("in_review", verdict.author, 3)


def test_removed_evidence_comes_back_into_its_place(editor):
    verdict = VerdictFactory()
    document = Evidence(title="The report", url="https://report.example/", note="Page 4.")
    first = add_evidence(verdict, document, editor=editor)
    second = add_evidence(verdict, Evidence(statement=StatementFactory()), editor=editor)
    remove_evidence(Evidence.objects.get(pk=first.pk), editor=editor)

    undo(last_acts(), editor=editor)

    _, back, other = verdict.evidence.all()
    assert (back.title, back.url, back.note, other) == ("The report", "https://report.example/", "Page 4.", second)


def test_evidence_of_a_verdict_that_went_to_review_since_stays(editor):
    verdict = VerdictFactory()
    add_evidence(verdict, Evidence(statement=StatementFactory()), editor=editor)
    added = list(last_acts())
    submit(verdict, editor=UserFactory(editor=True, first_name="Ada"))

    with pytest.raises(CannotUndo, match=r"Ada .*has changed this since"):
        undo(added, editor=editor)


def test_whoever_undoes_evidence_gains_no_right_to_approve_it(reviewer):
    verdict = VerdictFactory(in_review=True, last_editor=reviewer)
    add_evidence(verdict, Evidence(statement=StatementFactory()), editor=reviewer)

    undo(last_acts(), editor=reviewer)

    verdict.refresh_from_db()
    assert verdict.last_editor == reviewer


def test_a_claim_goes_back_to_whom_it_was_given_before(editor, reviewer):
    claim = ClaimFactory()
    assign(claim, assignee=editor, priority=3, due_on=date(2030, 5, 4), editor=reviewer)
    assign(claim, assignee=None, priority=1, due_on=None, editor=reviewer)

    undo(last_acts(), editor=reviewer)

    assignment = claim.assignment
    assert (assignment.assignee, assignment.priority, assignment.due_on) == (editor, 3, date(2030, 5, 4))


def test_a_resolved_comment_is_open_again(editor):
    comment = CommentFactory()
    resolve(comment, editor=editor)

    undo(last_acts(), editor=editor)

    comment.refresh_from_db()
    assert not comment.is_resolved


def test_what_was_published_since_is_not_undone_even_if_the_clock_was_set_back(editor, reviewer, monkeypatch):
    claim = ClaimFactory()
    take_position(StatementFactory(), claim=claim, stance="supports", editor=editor)
    (taken,) = last_acts()
    earlier = taken.at - timedelta(days=1)
    monkeypatch.setattr(timezone, "now", lambda: earlier)
    verdict = VerdictFactory(claim=claim)
    submit(verdict, editor=verdict.author)
    publish(verdict, reviewer=reviewer)

    with pytest.raises(CannotUndo, match="published with it since"):
        undo([taken], editor=editor)
