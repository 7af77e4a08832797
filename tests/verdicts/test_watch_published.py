from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from factcheck.articles.editing import correct_record
from factcheck.claims.take_position import take_position
from factcheck.ledger.chain import record
from factcheck.ledger.models import Entry
from factcheck.verdicts.draft_verdict import Draft, revise
from factcheck.verdicts.models import Verdict
from factcheck.verdicts.review_verdict import submit
from factcheck.verdicts.undo_acts import undo
from factcheck.verdicts.watch_published import why_out_of_step
from tests.factories import PositionFactory, StatementFactory, VerdictFactory
from tests.verdicts.ticking import publish_ticked


@pytest.fixture
def verdict(reviewer):
    return release(VerdictFactory(claim=PositionFactory().claim), reviewer)


def release(verdict, reviewer):
    submit(verdict, editor=verdict.author)
    publish_ticked(verdict, reviewer=reviewer, note="Told anew.")
    return Verdict.objects.get(pk=verdict.pk)


def rename(row, editor, **names):
    """What the administrators' page of a row does."""
    type(row).objects.filter(pk=row.pk).update(**names)
    return record("row.changed", actor=editor, on=row)


def quoted(verdict):
    return verdict.claim.positions.get().statement


def test_one_more_statement_brings_a_published_verdict_out_of_step(verdict, editor, as_user):
    take_position(StatementFactory(source__name="Ada Bell"), claim=verdict.claim, stance="denies", editor=editor)

    assert list(Verdict.objects.out_of_step()) == list(Verdict.objects.at_risk()) == [verdict]
    noted = Entry.objects.on(verdict).get(act="verdict.out_of_step")
    assert Entry.objects.get(pk=noted.details["cause"]).act == "position.taken"
    assert "Ada Bell, “the bridge is safe”, was not there and stands against it." in why_out_of_step(verdict)
    page = as_user(editor).get(reverse("desk:claim", args=[verdict.claim.slug])).text
    assert "Ada Bell, “the bridge is safe”, was not there" in page
    assert "At risk" in as_user(editor).get(reverse("desk:home")).text


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda v, e: rename(quoted(v).source, e, name="Somebody Else"), "who speaks is told otherwise"),
        (lambda v, e: correct_record(quoted(v).article, headline="Another", actor=e), "its paper, headline or address"),
    ],
)
def test_another_name_or_headline_does_too(change, told, verdict, editor):
    change(verdict, editor)

    assert told in " ".join(why_out_of_step(verdict))


def test_what_is_noted_once_is_not_noted_again(verdict, editor):
    for _ in range(2):
        take_position(StatementFactory(), claim=verdict.claim, stance="denies", editor=editor)

    assert Entry.objects.on(verdict).filter(act="verdict.out_of_step").count() == 1


def test_what_is_taken_back_brings_it_in_step_again(verdict, editor):
    take_position(StatementFactory(), claim=verdict.claim, stance="denies", editor=editor)

    undo([Entry.objects.get(act="position.taken")], editor=editor)

    assert Entry.objects.on(verdict).first().act == "verdict.in_step"
    assert not Verdict.objects.out_of_step().exists()
    assert why_out_of_step(verdict) == []


def test_the_next_revision_is_in_step_even_if_the_clock_was_set_back(verdict, editor, reviewer, monkeypatch):
    take_position(StatementFactory(), claim=verdict.claim, stance="denies", editor=editor)
    earlier = timezone.now() - timedelta(days=3)
    monkeypatch.setattr(timezone, "now", lambda: earlier)
    before = Draft(verdict.rating, verdict.conclusion, verdict.reasoning)
    revise(verdict, editor=verdict.author, base=before, draft=Draft(verdict.rating, "Denied.", verdict.reasoning))

    release(verdict, reviewer)

    assert not Verdict.objects.out_of_step().exists()


@pytest.mark.parametrize(
    "rename_one",
    [
        lambda v, e: rename(quoted(v).article.outlet, e, name="Another Paper"),
        lambda v, e: rename(v.rating, e, colour="#123456"),
        lambda v, e: rename(v.author, e, first_name="Another"),
        lambda v, e: take_position(StatementFactory(), claim=PositionFactory().claim, stance="denies", editor=e),
    ],
)
def test_a_paper_or_a_person_called_otherwise_and_another_claim_are_no_reason(rename_one, verdict, editor):
    rename_one(verdict, editor)

    assert not Verdict.objects.out_of_step().exists()


def test_a_draft_is_not_told_of(editor):
    verdict = VerdictFactory()

    take_position(StatementFactory(), claim=verdict.claim, stance="denies", editor=editor)

    assert not Entry.objects.filter(act="verdict.out_of_step").exists()
