"""Words that are typed and not saved are kept, offered back, and never stand in the way of each other."""

import pytest
from django.test import Client
from django.urls import reverse

from factcheck.verdicts.models import UnsavedText, Verdict
from tests.desk.verdicts.test_verdicts import typed
from tests.factories import UserFactory, VerdictFactory


@pytest.fixture
def verdict(db):
    return VerdictFactory(reasoning="The inspection report says so.")


def keep(desk, verdict, *, sitting="a", **fields):
    posted = {**typed(verdict, **fields), "sitting": sitting}
    return desk.post(reverse("desk:keep", args=[verdict.slug]), posted)


def page(desk, verdict, query=""):
    return desk.get(reverse("desk:verdict", args=[verdict.slug]) + query)


def test_kept_words_leave_the_saved_text_alone(desk, verdict):
    response = keep(desk, verdict, reasoning="The report says otherwise.")

    assert response.status_code == 204
    assert Verdict.objects.get().reasoning == "The inspection report says so."
    assert UnsavedText.objects.get().fields["reasoning"] == "The report says otherwise."


def test_kept_words_are_offered_back_with_the_words_that_differ(desk, verdict):
    keep(desk, verdict, reasoning="The inspection report denies it.")

    html = page(desk, verdict).content.decode().replace("<del\n>", "<del>")

    assert "You have unsaved words of" in html
    assert "<del>says</del>" in html
    assert "<ins>denies</ins>" in html


def test_words_that_are_taken_in_stand_in_the_form_and_are_saved_onto_what_others_saved_meanwhile(desk, verdict):
    verdict.reasoning = "One paragraph.\n\nAnother paragraph."
    verdict.save()
    keep(desk, verdict, reasoning="One paragraph, mine.\n\nAnother paragraph.")
    Verdict.objects.update(reasoning="One paragraph.\n\nAnother paragraph, theirs.")

    form = page(desk, verdict, "?take").context["form"]
    values = {name: form[name].value() or "" for name in form.fields}
    desk.post(reverse("desk:verdict", args=[verdict.slug]), {**values, "sitting": "a"})

    assert Verdict.objects.get().reasoning == "One paragraph, mine.\n\nAnother paragraph, theirs."
    assert not UnsavedText.objects.exists()


def test_discarded_words_are_offered_no_more(desk, verdict):
    keep(desk, verdict, reasoning="Nonsense.")

    html = desk.post(reverse("desk:discard", args=[verdict.slug]), follow=True).content.decode()

    assert "You have unsaved words" not in html
    assert not UnsavedText.objects.exists()


def test_words_of_an_earlier_page_are_not_written_over(desk, verdict):
    keep(desk, verdict, sitting="a", reasoning="Before the crash.")

    response = keep(desk, verdict, sitting="b", reasoning="After it.")

    assert response.status_code == 409
    assert UnsavedText.objects.get().fields["reasoning"] == "Before the crash."


def test_saving_from_another_page_does_not_lose_words_that_still_wait(desk, verdict):
    keep(desk, verdict, sitting="a", reasoning="Before the crash.")

    desk.post(reverse("desk:verdict", args=[verdict.slug]), {**typed(verdict, reasoning="After it."), "sitting": "b"})

    assert UnsavedText.objects.get().fields["reasoning"] == "Before the crash."


def test_nobody_sees_what_another_person_has_not_saved(desk, verdict, as_user):
    keep(desk, verdict, reasoning="Not yet for anyone.")

    html = page(as_user(UserFactory(editor=True)), verdict).content.decode()

    assert "Not yet for anyone." not in html


def test_words_typed_back_to_what_is_saved_are_not_kept(desk, verdict):
    keep(desk, verdict, reasoning="Something.")

    keep(desk, verdict)

    assert not UnsavedText.objects.exists()


def test_keeping_asks_for_signing_in_without_leaving_the_page(verdict, client):
    response = keep(client, verdict, reasoning="Typed.")

    assert (response.status_code, response.json()) == (401, {"login": reverse("login")})


def test_a_button_that_htmx_sends_after_the_session_ended_leaves_the_page_where_it_is(verdict, client):
    response = client.post(reverse("desk:evidence", args=[verdict.slug]), headers={"HX-Request": "true"})

    assert (response["HX-Retarget"], "HX-Redirect" in response) == ("#messages", False)
    assert "Nothing you typed is lost" in response.content.decode()


def test_keeping_is_for_people_of_the_desk(verdict, as_user):
    assert keep(as_user(UserFactory()), verdict).status_code == 403


def test_a_form_that_lands_on_the_page_to_sign_in_comes_back_to_its_address(verdict, editor):
    editor.set_password("a long one")
    editor.save()
    visitor = Client(enforce_csrf_checks=True)
    visitor.get(reverse("login"))
    address = reverse("desk:verdict", args=[verdict.slug])
    fields = {**typed(verdict, reasoning="Line one.\r\n\r\n<Line> two."), "sitting": "a"}

    asked = visitor.post(address, {**fields, "csrfmiddlewaretoken": visitor.cookies["csrftoken"].value})
    carried = dict(asked.context["carried"].prefixed)
    signed_in = visitor.post(
        reverse("login"),
        {
            **carried,
            "username": editor.username,
            "password": "a long one",
            "next": asked.context["next"],
            "csrfmiddlewaretoken": visitor.cookies["csrftoken"].value,
        },
    )
    form = signed_in.context["carried"]
    token = visitor.cookies["csrftoken"].value
    visitor.post(form.action, {**dict(form.fields), "csrfmiddlewaretoken": token})

    assert asked.status_code == 401
    assert form.action == address
    assert Verdict.objects.get().reasoning == "Line one.\n\n<Line> two."


def test_a_wrong_password_does_not_lose_what_is_carried(verdict, client):
    response = client.post(reverse("login"), {"username": "x", "password": "y", "carried-reasoning": "Typed."})

    assert 'name="carried-reasoning" value="Typed."' in response.content.decode()


def test_a_form_from_before_signing_in_again_is_given_back_with_a_new_token(verdict, editor):
    client = Client(enforce_csrf_checks=True)
    client.force_login(editor)
    address = reverse("desk:verdict", args=[verdict.slug])
    stale = {**typed(verdict, reasoning="Typed."), "csrfmiddlewaretoken": "a" * 32}

    response = client.post(address, stale, headers={"Origin": "http://testserver"})

    assert response.status_code == 403
    assert 'name="reasoning" value="Typed."' in response.content.decode()


@pytest.mark.parametrize("origin", ["https://elsewhere.example", ""])
def test_a_form_of_another_site_is_not_given_back_to_be_sent_by_one_click(origin, verdict, editor):
    client = Client(enforce_csrf_checks=True)
    client.force_login(editor)
    address = reverse("desk:verdict", args=[verdict.slug])

    response = client.post(address, typed(verdict, reasoning="Forged."), headers={"Origin": origin})

    assert response.status_code == 403
    assert "Forged." not in response.content.decode()
