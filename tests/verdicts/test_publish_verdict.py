import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from factcheck.ledger.chain import verify
from factcheck.ledger.models import Entry
from factcheck.verdicts.draft_verdict import Draft, EditClash, add_evidence, draft, remove_evidence, revise
from factcheck.verdicts.models import Evidence, NotAllowed, Rating, Revision, Verdict
from factcheck.verdicts.publish_verdict import publish
from factcheck.verdicts.retract_verdict import retract_urgently
from factcheck.verdicts.review_verdict import seal, send_back, submit
from tests.factories import ClaimFactory, PositionFactory, StatementFactory, UserFactory, VerdictFactory
from tests.verdicts.ticking import publish_ticked


def change(verdict, *, editor, **fields):
    before = Draft(verdict.rating, verdict.conclusion, verdict.reasoning)
    after = Draft(**{"rating": before.rating, "conclusion": before.conclusion, "reasoning": before.reasoning, **fields})
    return revise(verdict, editor=editor, base=before, draft=after)


def test_a_draft_becomes_public_when_a_second_person_approves_it(editor, reviewer):
    verdict = draft(ClaimFactory(), author=editor)
    fields = {"rating": Rating.objects.get(slug="false"), "conclusion": "It is closed.", "reasoning": "See the report."}
    change(verdict, editor=editor, **fields)
    report = Evidence(title="The report", url="https://city.example/report")
    add_evidence(verdict, report, editor=editor)
    submit(verdict, editor=editor)

    revision = publish_ticked(verdict, reviewer=reviewer)

    verdict.refresh_from_db()
    assert (verdict.status, verdict.current, revision.number, revision.kind) == ("published", revision, 1, "published")
    assert [entry.act for entry in reversed(Entry.objects.all())] == [
        "verdict.drafted",
        "verdict.changed",
        "evidence.added",
        "verdict.submitted",
        "verdict.published",
    ]
    assert verify() == 5


def test_an_author_cannot_publish_their_own_verdict(reviewer):
    verdict = VerdictFactory(author=reviewer, in_review=True)

    with pytest.raises(NotAllowed, match="another reviewer has to approve it"):
        publish(verdict, reviewer=reviewer)


def test_not_even_an_administrator_approves_what_they_changed_last(administrator):
    verdict = VerdictFactory(last_editor=administrator, in_review=True)

    with pytest.raises(NotAllowed):
        publish(verdict, reviewer=administrator)


def test_the_database_itself_refuses_a_reviewer_who_changed_it_last(reviewer):
    with pytest.raises(IntegrityError, match="verdict_reviewer_is_not_last_editor"), transaction.atomic():
        VerdictFactory(last_editor=reviewer, reviewer=reviewer)


def test_two_people_publishing_at_once_make_one_revision(reviewer):
    verdict = VerdictFactory(in_review=True)
    seen_by_both = Verdict.objects.get(pk=verdict.pk)
    publish(verdict, reviewer=reviewer)

    with pytest.raises(NotAllowed, match="somebody may have been quicker"):
        publish(seen_by_both, reviewer=UserFactory(reviewer=True))

    assert verdict.revisions.count() == 1


def test_a_verdict_without_a_rating_does_not_go_to_review(editor):
    verdict = draft(ClaimFactory(), author=editor)

    with pytest.raises(ValidationError, match="Give the verdict a rating and a conclusion"):
        submit(verdict, editor=editor)


def test_changing_a_text_in_review_takes_it_back_to_draft(editor, reviewer):
    verdict = VerdictFactory(in_review=True)

    changed = change(verdict, editor=reviewer, conclusion="It was closed at once.")

    assert (changed.status, changed.last_editor) == ("draft", reviewer)


def test_a_correction_needs_a_note_and_keeps_the_old_text(reviewer):
    verdict = VerdictFactory(in_review=True)
    first = publish(verdict, reviewer=reviewer)
    verdict.refresh_from_db()
    change(verdict, editor=verdict.author, conclusion="Inspectors closed the bridge two days later.")
    submit(verdict, editor=verdict.author)

    with pytest.raises(ValidationError, match="Say in the note what changed and why"):
        publish(verdict, reviewer=reviewer, kind="corrected")
    second = publish(verdict, reviewer=reviewer, kind="corrected", note="The bridge was closed two days later.")

    assert (second.number, second.kind) == (2, "corrected")
    assert Revision.objects.get(pk=first.pk).conclusion == "Inspectors closed the bridge the same week."


def test_a_published_text_stays_public_while_the_next_is_written(editor, reviewer):
    verdict = VerdictFactory(in_review=True)
    revision = publish(verdict, reviewer=reviewer)
    verdict.refresh_from_db()

    changed = change(verdict, editor=editor, conclusion="Something new.")

    assert (changed.status, changed.current) == ("draft", revision)
    assert list(Verdict.objects.standing()) == [verdict]


@pytest.mark.parametrize(
    "statement", ["UPDATE verdicts_revision SET conclusion = 'x'", "DELETE FROM verdicts_revision"]
)
def test_the_database_refuses_to_change_or_remove_a_revision(reviewer, statement):
    publish(VerdictFactory(in_review=True), reviewer=reviewer)

    with pytest.raises(IntegrityError, match="never changed or removed"), transaction.atomic():
        connection.cursor().execute(statement)


def test_a_revision_keeps_the_statements_as_they_stood(reviewer):
    verdict = VerdictFactory(in_review=True)
    position = PositionFactory(claim=verdict.claim, denies=True)
    Evidence.objects.create(verdict=verdict, statement=position.statement)
    seal(verdict, editor=verdict.author)

    revision = publish_ticked(verdict, reviewer=reviewer)

    (side,) = revision.positions
    assert (side["stance"], side["strength"]) == ("denies", "1 story · 1 named source")
    assert side["statements"][0]["exact"] == "the bridge is safe"
    assert revision.evidence[1]["before"] + revision.evidence[1]["exact"] + revision.evidence[1]["after"] == (
        position.statement.article.text.split(". ")[0] + "."
    )


def test_a_retracted_verdict_keeps_its_page_and_its_history(reviewer):
    verdict = VerdictFactory(in_review=True)
    publish(verdict, reviewer=reviewer)

    revision = retract_urgently(verdict, reviewer=reviewer, note="The report was a forgery.")

    verdict.refresh_from_db()
    assert (verdict.status, revision.kind, revision.number) == ("retracted", "retracted", 2)
    assert verdict in Verdict.objects.public()
    assert verdict not in Verdict.objects.standing()


def test_only_what_is_public_can_be_retracted(reviewer):
    with pytest.raises(NotAllowed, match="Only a verdict that stands"):
        retract_urgently(VerdictFactory(), reviewer=reviewer, note="Never mind.")


def test_a_retracted_verdict_is_not_changed_any_more(editor, reviewer):
    verdict = VerdictFactory(in_review=True)
    publish(verdict, reviewer=reviewer)
    retract_urgently(verdict, reviewer=reviewer, note="The report was a forgery.")
    verdict.refresh_from_db()

    with pytest.raises(NotAllowed, match="is retracted"):
        change(verdict, editor=editor, conclusion="New.")


def test_a_verdict_sent_back_is_a_draft_again_with_the_reason_in_the_ledger(reviewer):
    verdict = VerdictFactory(in_review=True)

    sent = send_back(verdict, reviewer=reviewer, note="Add the inspection report.")

    assert sent.status == "draft"
    assert Entry.objects.on(verdict).first().details == {"note": "Add the inspection report."}


def test_two_people_changing_different_fields_lose_nothing(editor, reviewer):
    verdict = VerdictFactory()
    start = Draft(verdict.rating, verdict.conclusion, verdict.reasoning)
    revise(verdict, editor=reviewer, base=start, draft=Draft(start.rating, "Closed at once.", start.reasoning))

    merged = revise(verdict, editor=editor, base=start, draft=Draft(start.rating, start.conclusion, "See the report."))

    assert (merged.conclusion, merged.reasoning) == ("Closed at once.", "See the report.")


def test_two_people_changing_the_same_sentence_are_told_and_nothing_is_saved(editor):
    other = UserFactory(editor=True, first_name="Ada")
    verdict = VerdictFactory()
    start = Draft(verdict.rating, verdict.conclusion, verdict.reasoning)
    revise(verdict, editor=other, base=start, draft=Draft(start.rating, "Closed at once.", start.reasoning))

    with pytest.raises(EditClash, match=r"Ada .*changed the conclusion while you were writing"):
        revise(verdict, editor=editor, base=start, draft=Draft(start.rating, "Never closed.", start.reasoning))

    verdict.refresh_from_db()
    assert verdict.conclusion == "Closed at once."


def test_evidence_is_a_statement_or_something_from_outside_but_not_neither(editor):
    verdict = VerdictFactory()

    add_evidence(verdict, Evidence(statement=StatementFactory()), editor=editor)
    with pytest.raises(ValidationError, match="one statement, or has a title, and an address or a picture"):
        add_evidence(verdict, Evidence(title="A report without an address"), editor=editor)

    assert verdict.evidence.count() == 2


def test_changing_the_evidence_is_a_change_of_the_verdict(editor):
    verdict = VerdictFactory(in_review=True)
    evidence = add_evidence(verdict, Evidence(statement=StatementFactory()), editor=editor)

    remove_evidence(evidence, editor=editor)

    verdict.refresh_from_db()
    assert (verdict.status, verdict.last_editor, verdict.edition) == ("draft", editor, 3)
