"""A form that is larger than the server takes in is answered with what to do, and with the words that arrived."""

from __future__ import annotations

import pytest
from django.urls import reverse

from tests.factories import VerdictFactory

WORDS = "What somebody wrote for an hour. " * 40


@pytest.fixture(autouse=True)
def small(settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000


@pytest.fixture
def address(db):
    return reverse("desk:verdict", args=[VerdictFactory().slug])


def send(client, address, **headers):
    body = f"csrfmiddlewaretoken=x&base_reasoning=old&title=short&reasoning={WORDS.replace(' ', '+')}<b>"
    return client.post(address, body, content_type="application/x-www-form-urlencoded", headers=headers)


def test_the_words_that_arrived_are_given_back_with_what_to_do(as_user, editor, address):
    response = send(as_user(editor), address)

    html = response.content.decode()
    assert response.status_code == 413
    assert "Nothing was saved." in html
    assert f"{WORDS}&lt;b&gt;</textarea>" in html
    assert html.count("<textarea") == 1


def test_a_visitor_is_shown_nothing_of_what_was_sent(client, address):
    response = send(client, address)

    assert response.status_code == 413
    assert "<textarea" not in response.content.decode()


def test_what_is_far_too_large_is_not_read(as_user, editor, address, monkeypatch):
    monkeypatch.setattr("factcheck.desk.too_large.MOST_GIVEN_BACK", 500)

    html = send(as_user(editor), address).content.decode()

    assert "it is in your browser only" in html


def test_a_button_that_htmx_sends_says_it_on_the_page_that_keeps_the_words(as_user, editor, address):
    response = send(as_user(editor), address, **{"HX-Request": "true"})

    assert (response.status_code, response["HX-Retarget"]) == (413, "#messages")
    assert "All that you typed is on the page still" in response.content.decode()


def test_a_request_that_cannot_be_read_otherwise_is_refused_as_ever(as_user, editor, settings):
    settings.ALLOWED_HOSTS = ["desk.example"]

    assert as_user(editor).get("/desk/", headers={"Host": "elsewhere.example"}).status_code == 400
