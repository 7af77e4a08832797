"""The page of a verdict in review, its checklist, and that each of its buttons gives back what was typed."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from factcheck.articles.models import Article
from factcheck.verdicts.draft_verdict import Draft, revise
from factcheck.verdicts.models import Rating, Submission, Verdict
from factcheck.verdicts.publish_verdict import publish
from factcheck.verdicts.review_verdict import submit
from tests.desk.verdicts.test_verdicts import typed
from tests.factories import CommentFactory, UserFactory, VerdictFactory
from tests.verdicts.ticking import ticks_of

NOTE = "The inspection was a day later."


@pytest.fixture
def desk(as_user, reviewer):
    return as_user(reviewer)


@pytest.fixture
def waiting(db):
    return VerdictFactory(in_review=True)


@pytest.fixture
def correction(waiting):
    """A public verdict whose author, and somebody else, changed it since, and that is in review again."""
    publish(waiting, reviewer=UserFactory(reviewer=True))
    change(waiting, editor=waiting.author, conclusion="Inspectors closed the bridge a day later.")
    change(waiting, editor=UserFactory(first_name="Ada", last_name="Ray"), reasoning="The second report says so.")
    evidence = waiting.evidence.get()
    evidence.note = "Page 4"
    evidence.save()
    return submit(Verdict.objects.get(pk=waiting.pk), editor=waiting.author, kind="corrected", note=NOTE)


def change(verdict, *, editor, **fields):
    verdict = Verdict.objects.get(pk=verdict.pk)
    before = Draft(verdict.rating, verdict.conclusion, verdict.reasoning)
    return revise(verdict, editor=editor, base=before, draft=Draft(**{**vars(before), **fields}))


def page_of(desk, verdict):
    return desk.get(reverse("desk:verdict", args=[verdict.slug])).content.decode()


def to(step, verdict):
    return reverse(f"desk:{step}", args=[verdict.slug])


def test_a_reviewer_sees_word_by_word_what_differs_from_what_is_public(desk, correction):
    html = page_of(desk, correction)

    assert "<del>the same week</del>" in html
    assert "<ins>a day later</ins>" in html
    assert "<b>Changed</b>: Inspection report" in html
    assert "<ins>Page 4</ins>" in html


def test_a_reviewer_sees_who_wrote_what_since_it_was_published(desk, correction):
    html = " ".join(page_of(desk, correction).split())

    assert f"<dt>The conclusion</dt> <dd>{correction.author.get_full_name()}</dd>" in html
    assert "<dt>The reasoning</dt> <dd>Ada Ray</dd>" in html


def test_a_reviewer_sees_what_harvesters_would_read_and_the_open_comments(desk, waiting):
    CommentFactory(claim=None, verdict=waiting, text="Whose report is it?")

    html = page_of(desk, waiting)

    assert "&quot;@type&quot;: &quot;ClaimReview&quot;" in html
    assert "<h3>Open comments</h3>" in html


def test_kind_and_note_that_the_author_proposes_stand_in_the_reviewer_s_form(desk, correction):
    html = page_of(desk, correction)

    assert '<option value="corrected" selected>' in html
    assert f">{NOTE}</textarea>" in html


def test_an_author_proposes_kind_and_note_when_they_submit(as_user, waiting):
    publish(waiting, reviewer=UserFactory(reviewer=True))
    changed = change(waiting, editor=waiting.author, conclusion="Closed a day later.")
    fields = {**typed(changed), "sitting": "a", "change-kind": "clarified", "change-note": NOTE}

    as_user(waiting.author).post(to("submit", waiting), fields)

    submission = Submission.objects.latest_of(waiting)
    assert (submission.kind, submission.note) == ("clarified", NOTE)


def test_a_correction_without_a_proposal_is_submitted_all_the_same(as_user, waiting):
    publish(waiting, reviewer=UserFactory(reviewer=True))
    changed = change(waiting, editor=waiting.author, conclusion="Closed a day later.")

    as_user(waiting.author).post(to("submit", waiting), {**typed(changed), "sitting": "a", "change-note": ""})

    assert Verdict.objects.get().is_in_review


def test_a_reviewer_changes_what_the_author_proposed(desk, correction):
    fields = {"change-kind": "updated", "change-note": "New facts.", "sitting": "a"}

    desk.post(to("publish", correction), {**typed(correction), **fields})

    revision = correction.revisions.first()
    assert (revision.kind, revision.note) == ("updated", "New facts.")


def test_publishing_keeps_what_was_ticked_and_refuses_what_was_not(desk, waiting):
    CommentFactory(claim=None, verdict=waiting)
    (key,) = ticks_of(waiting)

    refused = desk.post(to("publish", waiting), {**typed(waiting), "sitting": "a"}, follow=True)
    desk.post(to("publish", waiting), {**typed(waiting), "sitting": "a", f"tick-{key}": "1"})

    assert "Tick in the checklist that you have seen this" in refused.content.decode()
    assert waiting.revisions.get().checklist[0]["key"] == key


def test_a_refused_publication_gives_note_kind_and_ticks_back(desk, correction):
    first, second = (CommentFactory(claim=None, verdict=correction) for _ in range(2))
    fields = {"change-kind": "updated", "change-note": "New facts.", f"tick-comment-{first.pk}": "1", "sitting": "a"}

    html = desk.post(to("publish", correction), {**typed(correction), **fields}, follow=True).content.decode()

    assert ">New facts.</textarea>" in html
    assert '<option value="updated" selected>' in html
    boxes = [part.split(">")[0] for part in html.split("<input")[1:] if 'type="checkbox"' in part.split(">")[0]]
    ticked = {
        f"tick-comment-{c.pk}": any(f'id="tick-comment-{c.pk}"' in b and "checked" in b for b in boxes)
        for c in (first, second)
    }
    assert ticked == {f"tick-comment-{first.pk}": True, f"tick-comment-{second.pk}": False}


@pytest.mark.parametrize("step", ["send_back", "retract", "propose_retraction"])
def test_a_step_without_its_note_gives_back_all_that_was_typed(desk, correction, step):
    fields = {**typed(correction, reasoning="Half a thought"), "sitting": "a", "title": "A map", "text": "Is it so?"}

    empty = {"send_back-note": " ", "retract-note": " "}
    response = desk.post(to(step, correction), {**fields, "change-note": "New facts.", **empty})

    html = response.content.decode()
    assert response.status_code == 422
    assert all(
        words in html
        for words in ("Half a thought", 'value="A map"', "Is it so?", "New facts.", "Nothing was done. Say ")
    )
    assert Verdict.objects.get().is_in_review


def test_a_note_that_was_not_used_is_kept_when_another_button_is_pressed(desk, waiting):
    fields = {**typed(waiting), "sitting": "a", "send_back-note": "Add the report."}

    html = desk.post(to("verdict", waiting), fields, follow=True).content.decode()

    assert ">Add the report.</textarea>" in html


def test_text_that_a_reviewer_typed_is_saved_and_not_published_by_them(desk, waiting):
    desk.post(to("publish", waiting), {**typed(waiting, reasoning="Mine."), "sitting": "a"})

    verdict = Verdict.objects.get()
    assert (verdict.reasoning, verdict.status, verdict.revisions.count()) == ("Mine.", "draft", 0)


def test_an_author_sees_what_stops_a_draft_with_counts_and_where_to_mend_it(as_user, editor):
    verdict = VerdictFactory(reasoning="")
    Article.objects.update(published_on=None)

    html = " ".join(page_of(as_user(editor), verdict).split())

    assert "Checklist: 2 to mend, 0 to look at" in html
    assert "The reasoning is empty." in html
    assert f"/desk/articles/{verdict.claim.origin.article_id}/intake/" in html
    assert 'name="tick-' not in html


def test_adding_evidence_without_leaving_the_page_brings_the_checklist_along(as_user, editor):
    verdict = VerdictFactory()
    document = {"title": "A map", "url": "https://city.example/map"}

    html = as_user(editor).post(to("evidence", verdict), document, headers={"HX-Request": "true"}).content.decode()

    assert '<div id="checklist" hx-swap-oob="true">' in html
    assert "“A map” has no archive link." in html


def test_submitting_what_is_stopped_saves_the_text_and_says_each_reason(as_user, editor):
    verdict = VerdictFactory()
    verdict.evidence.all().delete()

    html = as_user(editor).post(to("submit", verdict), {**typed(verdict, reasoning="So."), "sitting": "a"}, follow=True)

    assert "This is to be mended first. It rests on nothing" in html.content.decode()
    assert (Verdict.objects.get().status, Verdict.objects.get().reasoning) == ("draft", "So.")


def test_what_somebody_else_s_saving_brought_in_is_told_with_whose_it_is(as_user, editor):
    verdict = VerdictFactory()
    opened = {**typed(verdict), "base_edition": verdict.edition, "sitting": "a"}
    other = UserFactory(editor=True, first_name="Ada", last_name="Ray")
    change(verdict, editor=other, conclusion="Inspectors closed the bridge a day later.")

    page = as_user(editor).post(to("verdict", verdict), {**opened, "reasoning": "Mine."}, follow=True)

    html = " ".join(page.content.decode().split())
    assert "Somebody else saved this verdict while you were writing." in html
    assert "The conclusion, Ada Ray:" in html
    assert "<ins>later.</ins>" in html
    assert "The reasoning, Ada" not in html


def test_nothing_is_told_where_nobody_else_saved(as_user, editor):
    verdict = VerdictFactory()

    fields = {**typed(verdict, reasoning="Mine."), "base_edition": verdict.edition, "sitting": "a"}
    page = as_user(editor).post(to("verdict", verdict), fields, follow=True)

    assert "Somebody else saved" not in page.content.decode()


def test_undo_beside_a_text_undoes_and_gives_the_typed_words_back(as_user, editor):
    verdict = VerdictFactory()
    client = as_user(editor)
    added = client.post(to("evidence", verdict), {"title": "A map", "url": "https://city.example/map"}, follow=True)
    (address,) = re.findall(r'formaction="([^"]+/undo/[^"]+)"', added.content.decode())

    verdict.refresh_from_db()
    page = client.post(address, {**typed(verdict, reasoning="Typed since."), "sitting": "b"}, follow=True)

    assert [piece.title for piece in verdict.evidence.all()] == ["Inspection report"]
    assert ">\nTyped since.</textarea>" in page.content.decode()
    assert Verdict.objects.get().reasoning != "Typed since."


def test_signing_out_beside_a_text_keeps_the_typed_words_for_coming_back(as_user, editor):
    verdict = VerdictFactory()
    client = as_user(editor)

    client.post(to("sign_out_beside", verdict), {**typed(verdict, reasoning="Half a thought"), "sitting": "b"})

    assert "_auth_user_id" not in client.session
    assert "You have unsaved words" in page_of(as_user(editor), verdict)


def test_nobody_is_signed_out_while_older_words_wait_where_the_new_ones_would_go(as_user, editor):
    verdict = VerdictFactory()
    client = as_user(editor)
    client.post(to("keep", verdict), {**typed(verdict, reasoning="Older words"), "sitting": "a"})

    response = client.post(to("sign_out_beside", verdict), {**typed(verdict, reasoning="New words"), "sitting": "b"})

    assert response.status_code == 409
    assert "New words" in response.content.decode()
    assert "_auth_user_id" in client.session


def test_a_correction_in_review_asks_a_bounded_number_of_queries(desk, correction, django_assert_max_num_queries):
    page_of(desk, correction)

    with django_assert_max_num_queries(15):
        page_of(desk, correction)


def test_a_rating_that_harvesters_take_wrongly_is_named_on_the_review_page(desk, waiting):
    Rating.objects.filter(pk=waiting.rating_id).update(label="Correct attribution")

    assert "Choose another label" in page_of(desk, waiting)
