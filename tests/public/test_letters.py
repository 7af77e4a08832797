"""Readers report errors and send claims: without an account, a cookie or a script, and nothing typed is lost."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from factcheck.ledger.chain import verify
from factcheck.ledger.models import Entry
from factcheck.verdicts.letters.answer_letter import answer, dismiss
from factcheck.verdicts.models import Letter, LetterCount, LetterWriter
from tests.factories import LetterFactory
from tests.public.reading import PAGE, text_of

REPORT = {"place": f"http://localhost:8000{PAGE}", "text": "The pier is in another town."}
CLAIM = {"text": "The lighthouse will be sold.", "place": "Radio Harbour, Monday"}


def read(response):
    return response.content.decode()


@pytest.fixture
def client(db):
    """A browser that keeps to the rules of forms."""
    return Client(enforce_csrf_checks=True, headers={"Origin": "http://testserver"})


def test_a_report_is_kept_with_its_verdict_and_thanked_for_with_a_reference(published, client):
    form = client.get(f"/report/?page={PAGE}")
    assert f'value="http://localhost:8000{PAGE}"' in read(form)

    thanks = client.post("/report/", REPORT, follow=True)

    letter = Letter.objects.get()
    assert (letter.kind, letter.text, letter.verdict) == ("error", REPORT["text"], published)
    assert "Thank you" in read(thanks)
    assert letter.reference in read(thanks)
    assert REPORT["text"] not in read(thanks)
    assert not thanks.cookies
    assert not client.cookies


def test_a_claim_is_kept_with_where_it_was_seen(client):
    client.post("/es/send-a-claim/", CLAIM)

    letter = Letter.objects.get()
    assert (letter.kind, letter.text, letter.place, letter.language) == ("claim", *CLAIM.values(), "es")


def test_forms_are_served_like_every_page_of_readers_and_what_is_sent_is_kept_by_nobody(client):
    form, thanks = client.get("/report/"), client.post("/report/", REPORT)

    assert "public" in form["Cache-Control"]
    assert "csrfmiddlewaretoken" not in read(form)
    assert "no-store" in thanks["Cache-Control"]
    answered = client.get(thanks.url)
    assert "no-store" in answered["Cache-Control"]
    assert answered["Referrer-Policy"] == "no-referrer"
    assert "noindex" in read(answered)


def test_a_desk_that_sends_no_mail_asks_for_no_mail_address(client, settings):
    settings.SENDS_MAIL = False

    thanks = client.post("/report/", REPORT, follow=True)

    assert "mail address" not in read(client.get("/report/"))
    assert "mail address" not in read(thanks)


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"text": ""}, "Say what is wrong."),
        ({"place": " "}, "Say on which page the error stands."),
        ({"text": "x" * 4001}, "at most 4000 characters"),
        ({"place": "x" * 501}, "at most 500 characters"),
        ({"address": "nobody"}, "Enter a valid email address."),
        ({"text": "a\0b"}, "Null characters are not allowed."),
        ({"website": "http://spam.example"}, "A field that nobody sees was filled in"),
    ],
)
def test_what_is_refused_says_why_keeps_what_was_typed_and_stores_nothing(changed, reason, client):
    sent = {**REPORT, "address": "ana@reader.example", **changed}

    response = client.post("/report/", sent)

    assert response.status_code == 422
    assert reason in read(response)
    assert sent["text"] in read(response)
    assert not Letter.objects.exists()
    assert not LetterWriter.objects.exists()


def test_a_field_for_robots_is_empty_again_when_the_form_comes_back(client):
    response = client.post("/report/", {**REPORT, "website": "http://spam.example"})

    assert "spam.example" not in read(response)


@pytest.mark.parametrize("origin", ["https://elsewhere.example", "null"])
def test_what_another_site_sends_is_given_back_and_not_taken_in(origin, client):
    response = client.post("/report/", REPORT, headers={"Origin": origin})

    assert response.status_code == 403
    assert "stood on another site" in read(response)
    assert REPORT["text"] in read(response)
    assert not Letter.objects.exists()


def test_the_same_words_are_one_letter_whoever_sends_them(client):
    same = {**REPORT, "text": " the pier is  in another TOWN. ", "address": "ben@reader.example"}

    first = client.post("/report/", {**REPORT, "address": "ana@reader.example"})
    again = client.post("/report/", same)

    assert first.url == again.url
    assert Letter.objects.get().times == 2
    assert LetterWriter.objects.count() == 2
    client.post("/report/", {**REPORT, "place": "another page"})
    assert Letter.objects.count() == 2


def test_so_many_letters_are_taken_in_from_one_network_and_the_next_is_kept_in_the_form(client, settings):
    settings.LETTERS_PER_HOUR, settings.PROXIES = 2, 1
    for number in range(2):
        assert client.post("/report/", {**REPORT, "text": f"Error {number}"}).status_code == 302

    refused = client.post("/report/", {**REPORT, "text": "Error 3"})
    elsewhere = client.post("/report/", {**REPORT, "text": "Error 4"}, headers={"X-Forwarded-For": "192.0.2.7"})

    assert refused.status_code == 429
    assert "Error 3" in read(refused)
    assert "send it in an hour" in read(refused)
    assert elsewhere.status_code == 302
    assert Letter.objects.count() == 3


def test_all_networks_together_have_a_limit_too(client, settings):
    settings.LETTERS_PER_HOUR, settings.PROXIES = 1, 1
    for number in range(50):
        client.post("/report/", {**REPORT, "text": f"{number}"}, headers={"X-Forwarded-For": f"192.0.2.{number}"})

    refused = client.post("/report/", REPORT, headers={"X-Forwarded-For": "192.0.2.99"})

    assert refused.status_code == 429
    assert Letter.objects.count() == 50


def test_the_ledger_and_the_readers_pages_know_no_word_and_no_address(published, client):
    client.post("/report/", {**REPORT, "address": "ana@reader.example"})

    entry, letter = Entry.objects.get(act="letter.received"), Letter.objects.get()
    recorded = f"{entry.subject_name} {entry.details}"
    assert entry.actor is None
    assert entry.details == {"verdict": published.pk}
    for secret in (REPORT["text"], "ana@reader.example"):
        assert secret not in recorded + read(client.get(letter.get_absolute_url())) + read(client.get(PAGE))
    assert letter.reference not in recorded
    verify()


def test_the_network_is_not_written_down(client):
    client.post("/report/", REPORT)

    assert re.fullmatch(r"[0-9a-f]{64}", LetterCount.objects.get().network)


def test_whoever_has_the_reference_finds_the_answer_and_nothing_of_the_letter(client, editor):
    answered, aside = LetterFactory(text="Secret words"), LetterFactory(text="Secret words, too")

    answer(answered, text="You are right.\n\nIt is corrected.", editor=editor)
    dismiss(aside, note="Not for readers", editor=editor)

    page = text_of(client.get(answered.get_absolute_url()))
    assert "You are right. It is corrected." in page
    other = text_of(client.get(aside.get_absolute_url()))
    assert "It was read." in other
    for words in ("Secret words", "Not for readers", editor.first_name):
        assert words not in page + other
    assert client.get("/letters/AAAA-BBBB-CCCC/").status_code == 404


@pytest.mark.parametrize("page", ["https://elsewhere.example/", "javascript:alert(1)", "/a\0b"])
def test_an_address_is_taken_into_the_form_only_from_this_site(page, client):
    response = client.get("/report/", {"page": page})

    assert response.context["form"]["place"].value() in ("", "http://localhost:8000/ab")
