"""A new password by mail: the link works once, and nothing says whether somebody has an account."""

import re

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_otp.plugins.otp_totp.models import TOTPDevice

from factcheck.ledger.models import Entry
from tests.people.signing_in import code_of, is_signed_in, sign_in, signed_in, somebody, with_second_step, without_token

pytestmark = pytest.mark.django_db
NEW = "Another one, much longer"


@pytest.fixture(autouse=True)
def mail_is_set_up(settings):
    settings.SENDS_MAIL = True
    settings.SITE_URL = "https://desk.example"
    cache.clear()


def ask(address):
    return Client().post(reverse("password_reset"), {"email": address}, follow=True)


def link():
    return re.search(r"https://desk\.example(/password/\S+)", mail.outbox[-1].body)[1]


def choose(client, address, password=NEW):
    form = client.get(address, follow=True)
    return client.post(form.request["PATH_INFO"], {"new_password1": password, "new_password2": password}, follow=True)


def test_a_link_is_sent_to_the_address_of_an_account_and_a_new_password_chosen(client):
    person = somebody()
    elsewhere = signed_in(person)

    ask(person.email)
    choose(client, link())

    sign_in(client, person, NEW)
    assert is_signed_in(client)
    assert not is_signed_in(elsewhere)
    assert Entry.objects.first().act == "person.password_reset"


def test_the_link_works_once(client):
    person = somebody()
    ask(person.email)
    address = link()
    choose(client, address)

    response = choose(Client(), address, "A third one, also long")

    assert "This link leads nowhere" in response.content.decode()
    assert sign_in(Client(), person, NEW).status_code == 302


@pytest.mark.parametrize("address", ["/password/MQ/abc-123/", "/password/x/y/", "/password/MTIzNDU/set-password/"])
def test_a_link_that_nobody_sent_answers_as_one_that_was_used(address, client):
    assert "This link leads nowhere" in client.get(address, follow=True).content.decode()


def test_whether_somebody_has_the_address_changes_nothing_that_is_answered():
    somebody(email="known@desk.example")
    somebody(email="closed@desk.example", is_active=False)

    answers = [ask(f"{name}@desk.example") for name in ("known", "unknown", "closed")]

    assert [answer.redirect_chain for answer in answers] == [answers[0].redirect_chain] * 3
    assert len({without_token(answer) for answer in answers}) == 1
    assert [message.to for message in mail.outbox] == [["known@desk.example"]]


def test_the_mail_server_is_asked_for_an_address_that_nobody_has_too(monkeypatch):
    opened = []
    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.open", lambda self: opened.append(1))

    ask("nobody@desk.example")

    assert opened == [1]


def test_nobodys_mailbox_is_filled_by_somebody_elses_asking():
    person = somebody()

    for _ in range(3):
        ask(person.email)

    assert len(mail.outbox) == 1


def test_a_link_names_the_site_and_not_the_host_that_somebody_made_up(settings):
    settings.ALLOWED_HOSTS = ["*"]
    person = somebody()

    Client().post(reverse("password_reset"), {"email": person.email}, headers={"Host": "elsewhere.example"})

    assert "elsewhere" not in mail.outbox[0].body
    assert "https://desk.example/password/" in mail.outbox[0].body


def test_a_new_password_does_not_stand_in_for_the_second_step(client):
    person = somebody()
    with_second_step(person)
    ask(person.email)
    choose(client, link())

    sign_in(client, person, NEW)

    assert not is_signed_in(client)


def test_who_was_locked_out_by_somebody_elses_guessing_comes_in_by_mail(client):
    person = somebody()
    for _ in range(10):
        sign_in(Client(REMOTE_ADDR="192.0.2.1"), person, "guess")
    ask(person.email)
    choose(client, link())

    assert sign_in(client, person, NEW).status_code == 302


def test_who_was_locked_out_by_somebody_elses_wrong_codes_comes_in_with_a_new_password(client):
    person = somebody()
    with_second_step(person)
    TOTPDevice.objects.update(throttling_failure_count=20, throttling_failure_timestamp=timezone.now())
    ask(person.email)
    choose(client, link())

    sign_in(client, person, NEW)
    client.post(reverse("second_step"), {"code": code_of(person)})

    assert is_signed_in(client)


def test_a_desk_without_mail_says_whom_to_ask(settings, client):
    settings.SENDS_MAIL = False
    person = somebody()

    html = client.get(reverse("password_reset")).content.decode()
    ask(person.email)

    assert "Ask an administrator" in html
    assert not mail.outbox
