"""Whatever is pressed on a verdict's page, what is typed there is saved first, or given back."""

import re

import pytest
from django.urls import reverse

from factcheck.verdicts.models import Assignment, Comment, Evidence, UnsavedText, Verdict
from tests.desk.verdicts.test_verdicts import typed
from tests.factories import CommentFactory, PositionFactory, VerdictFactory

TYPED = "Typed between two acts."


@pytest.fixture
def verdict(db):
    verdict = VerdictFactory()
    PositionFactory(claim=verdict.claim)
    return verdict


def pressed(button, verdict):
    """The address and the fields of one of the page's buttons."""
    evidence = verdict.evidence.get()
    statement = verdict.claim.positions.get().statement
    return {
        "save": (reverse("desk:verdict", args=[verdict.slug]), {}),
        "submit": (reverse("desk:submit", args=[verdict.slug]), {}),
        "rest on this": (reverse("desk:evidence", args=[verdict.slug]), {"statement": statement.pk}),
        "add": (
            reverse("desk:evidence", args=[verdict.slug]),
            {"title": "A map", "url": "https://city.example/map"},
        ),
        "remove": (reverse("desk:remove_evidence", args=[verdict.slug, evidence.pk]), {}),
        "order": (reverse("desk:order_evidence", args=[verdict.slug]), {"order": str(evidence.pk)}),
        "comment": (reverse("desk:verdict_comments", args=[verdict.slug]), {"text": "Is it so?"}),
        "resolve": (
            reverse("desk:resolve_comment", args=[CommentFactory(claim=None, verdict=verdict).pk]),
            {},
        ),
        "assign": (
            reverse("desk:verdict", args=[verdict.slug]),
            {"then": reverse("desk:assignment", args=[verdict.claim.slug])},
        ),
    }[button]


BUTTONS = ["save", "submit", "rest on this", "add", "remove", "order", "comment", "resolve", "assign"]


@pytest.mark.parametrize("button", BUTTONS)
def test_a_button_saves_the_text_and_then_does_its_act(button, desk, verdict):
    address, fields = pressed(button, verdict)

    response = desk.post(address, {**typed(verdict, reasoning=TYPED), "sitting": "a", **fields})

    verdict.refresh_from_db()
    assert response.status_code == 302
    assert verdict.reasoning == TYPED
    done = {
        "save": verdict.is_draft,
        "submit": verdict.is_in_review,
        "rest on this": verdict.evidence.count() == 2,
        "add": verdict.evidence.filter(title="A map").exists(),
        "remove": not verdict.evidence.exists(),
        "order": verdict.evidence.count() == 1,
        "comment": verdict.comments.filter(text="Is it so?").exists(),
        "resolve": not Comment.objects.open().exists(),
        "assign": response.url == reverse("desk:assignment", args=[verdict.claim.slug]),
    }
    assert done[button]


@pytest.mark.parametrize("button", BUTTONS)
def test_a_button_that_meets_a_clash_gives_back_all_that_was_typed_and_does_nothing(button, desk, verdict):
    address, fields = pressed(button, verdict)
    beside = {"title": "A letter", "url": "https://city.example/letter", "text": "Half a comment", **fields}
    mine = {**typed(verdict, conclusion="Mine."), "sitting": "a", **beside}
    Verdict.objects.filter(pk=verdict.pk).update(conclusion="Theirs.")

    response = desk.post(address, mine)

    html = response.content.decode()
    assert response.status_code == 409
    for words in ("Mine.", "Theirs.", beside["title"], beside["url"], beside["text"]):
        assert words in html
    assert (Evidence.objects.count(), Verdict.objects.get().status) == (1, "draft")


def test_what_was_begun_beside_the_text_stands_there_again_after_another_button(desk, verdict):
    statement = verdict.claim.positions.get().statement
    begun = {"sitting": "a", "title": "A letter", "note": "It says so", "text": "Half a comment"}

    page = desk.post(
        reverse("desk:evidence", args=[verdict.slug]),
        {**typed(verdict), **begun, "statement": statement.pk},
        follow=True,
    )

    html = page.content.decode()
    assert all(words in html for words in ("A letter", "It says so", "Half a comment", "Evidence added."))


def test_a_document_without_an_address_is_given_back_and_the_text_saved(desk, verdict):
    fields = {**typed(verdict, reasoning=TYPED), "sitting": "a", "title": "A letter", "note": "It says so"}

    response = desk.post(reverse("desk:evidence", args=[verdict.slug]), fields)

    html = response.content.decode()
    assert "Give the address where it stands." in html
    assert 'value="A letter"' in html
    assert 'value="It says so"' in html
    assert Verdict.objects.get().reasoning == TYPED


def test_a_document_whose_address_is_none_is_given_back_beside_the_reason(desk, verdict):
    fields = {**typed(verdict, reasoning=TYPED), "sitting": "a", "title": "A letter", "url": "nowhere"}

    response = desk.post(reverse("desk:evidence", args=[verdict.slug]), fields)

    html = response.content.decode()
    assert response.status_code == 422
    assert "Enter a valid URL" in html
    assert 'value="nowhere"' in html
    assert Verdict.objects.get().reasoning == TYPED


def test_a_button_that_htmx_swaps_leaves_the_text_to_the_page(desk, verdict):
    statement = verdict.claim.positions.get().statement
    fields = {**typed(verdict, reasoning=TYPED), "sitting": "a", "statement": statement.pk, "title": "A letter"}

    response = desk.post(reverse("desk:evidence", args=[verdict.slug]), fields, headers={"HX-Request": "true"})

    html = response.content.decode()
    assert html.lstrip().startswith('<div id="evidence"')
    assert 'value="A letter"' in html
    assert verdict.evidence.count() == 2
    assert Verdict.objects.get().reasoning != TYPED


@pytest.mark.parametrize("button", ["resolve", "assign"])
def test_an_undo_that_htmx_brings_beside_the_text_takes_the_typed_words_along(button, desk, verdict, editor):
    address, fields = pressed(button, verdict)
    if button == "assign":
        address, fields = fields["then"], {"assignee": editor.pk, "priority": Assignment.Priority.NORMAL}
    page = reverse("desk:verdict", args=[verdict.slug])
    htmx = {"HX-Request": "true", "HX-Current-URL": f"http://testserver{page}"}

    told = desk.post(address, {"sitting": "a", **fields}, headers=htmx).text

    [undo] = re.findall(rf'form="draft"\s+formaction="({page}undo/[^"]+)"', told)
    back = desk.post(undo, {**typed(verdict, reasoning=TYPED), "sitting": "a"}, follow=True)
    assert "Undone." in back.text
    assert TYPED in back.text


def test_the_note_and_archive_link_of_a_piece_are_saved_with_the_text(desk, verdict):
    evidence = verdict.evidence.get()
    names = {"note": f"note_{evidence.pk}", "archive": f"archive_{evidence.pk}"}
    fields = {names["note"]: "Page 4 says so", names["archive"]: "https://archive.example/1"}
    seen = {f"seen_{name}": "" for name in names.values()}

    desk.post(reverse("desk:verdict", args=[verdict.slug]), {**typed(verdict), **fields, **seen})

    evidence.refresh_from_db()
    assert (evidence.note, evidence.archive_url) == ("Page 4 says so", "https://archive.example/1")


def test_a_note_that_somebody_else_wrote_meanwhile_is_not_set_back(desk, verdict):
    evidence = verdict.evidence.get()
    Evidence.objects.update(note="Theirs")

    desk.post(
        reverse("desk:verdict", args=[verdict.slug]),
        {**typed(verdict), f"note_{evidence.pk}": "", f"seen_note_{evidence.pk}": ""},
    )

    evidence.refresh_from_db()
    assert evidence.note == "Theirs"


def test_an_archive_link_that_is_no_address_is_given_back_and_nothing_saved(desk, verdict):
    evidence = verdict.evidence.get()
    fields = {f"archive_{evidence.pk}": "nowhere", f"seen_archive_{evidence.pk}": evidence.archive_url}

    response = desk.post(reverse("desk:verdict", args=[verdict.slug]), {**typed(verdict, reasoning=TYPED), **fields})

    assert response.status_code == 422
    assert TYPED in response.content.decode()
    assert "nowhere" in response.content.decode()
    assert Verdict.objects.get().reasoning != TYPED


def test_evidence_is_put_in_another_order_and_readers_see_it_so(desk, verdict):
    first = verdict.evidence.get()
    desk.post(reverse("desk:evidence", args=[verdict.slug]), {"title": "A map", "url": "https://city.example/map"})
    second = verdict.evidence.last()

    desk.post(reverse("desk:order_evidence", args=[verdict.slug]), {"order": f"{second.pk},{first.pk}"})

    assert list(verdict.evidence.all()) == [second, first]


def test_typed_words_for_a_retracted_verdict_are_given_back_to_copy(desk, verdict):
    Verdict.objects.update(status="retracted")

    response = desk.post(reverse("desk:verdict", args=[verdict.slug]), typed(verdict, reasoning=TYPED))

    assert response.status_code == 409
    assert TYPED in response.content.decode()


def test_where_a_button_leads_on_it_stays_on_this_site(desk, verdict):
    fields = {**typed(verdict), "then": "https://elsewhere.example/"}

    response = desk.post(reverse("desk:verdict", args=[verdict.slug]), fields)

    assert response.url == reverse("desk:verdict", args=[verdict.slug])


def test_saving_lets_go_of_what_was_kept_unsaved_on_the_same_page(desk, verdict):
    fields = {**typed(verdict, reasoning=TYPED), "sitting": "a"}
    desk.post(reverse("desk:keep", args=[verdict.slug]), fields)

    desk.post(reverse("desk:verdict", args=[verdict.slug]), fields)

    assert not UnsavedText.objects.exists()
