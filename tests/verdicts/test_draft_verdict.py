import pytest

from factcheck.ledger.models import Entry
from factcheck.verdicts.checklist import NotReady
from factcheck.verdicts.draft_verdict import annotate_evidence, arrange_evidence
from factcheck.verdicts.review_verdict import submit
from tests.factories import PositionFactory, StatementFactory, VerdictFactory


def test_a_verdict_that_quotes_a_statement_its_page_does_not_show_does_not_go_to_review(editor):
    verdict = VerdictFactory(reasoning=f"[[statement:{StatementFactory().pk}]]")

    with pytest.raises(NotReady, match="not among the evidence"):
        submit(verdict, editor=editor)


def test_a_verdict_that_quotes_a_statement_on_its_claim_goes_to_review(editor):
    verdict = VerdictFactory()
    statement = PositionFactory(claim=verdict.claim).statement
    verdict.reasoning = f"[[statement:{statement.pk}]]"
    verdict.save()

    assert submit(verdict, editor=editor).is_in_review


def test_an_order_that_is_there_already_is_no_act(editor):
    verdict = VerdictFactory()
    evidence = verdict.evidence.get()

    arrange_evidence(verdict, [evidence.pk], editor=editor)
    annotate_evidence(evidence, editor=editor, note="", archive_url=evidence.archive_url)

    assert not Entry.objects.exists()


def test_a_new_note_takes_a_verdict_in_review_back_to_draft(editor):
    verdict = VerdictFactory(in_review=True)
    evidence = verdict.evidence.create(title="A report", url="https://city.example/report")

    annotate_evidence(evidence, editor=editor, note="Page 4", archive_url="")

    verdict.refresh_from_db()
    assert (verdict.status, verdict.last_editor) == ("draft", editor)
