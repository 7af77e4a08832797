"""What people change of their own account, and how they are known to readers."""

import pytest
from django.contrib.auth import authenticate
from django.core import mail
from django.http import HttpRequest
from django.test import Client
from django.urls import reverse

from factcheck.ledger.models import Entry
from tests.people.signing_in import PASSWORD, is_signed_in, signed_in, somebody

pytestmark = pytest.mark.django_db
NEW = "Another one, much longer"


@pytest.fixture
def person():
    return somebody(first_name="Ana", last_name="Reyes")


@pytest.fixture
def client(person):
    return signed_in(person)


def test_a_person_changes_their_own_name_and_readers_know_them_by_it(client, person):
    response = client.post(reverse("people:name"), {"name": "  Ana   María Reyes "}, follow=True)

    person.refresh_from_db()
    assert person.get_full_name() == "Ana María Reyes"
    assert "Readers know you as Ana María Reyes." in response.content.decode()


def test_the_ledger_says_that_a_name_changed_and_not_to_what(client, person):
    client.post(reverse("people:name"), {"name": "Another Name"})

    entry = Entry.objects.first()
    assert (entry.act, entry.actor, entry.details) == ("person.name_changed", person, {})


def test_a_mail_address_is_no_name(client, person):
    response = client.post(reverse("people:name"), {"name": "ana@desk.example"})

    assert response.status_code == 422
    assert 'value="ana@desk.example"' in response.content.decode()


def test_another_mail_address_asks_for_the_password_and_keeps_what_was_typed(client, person):
    response = client.post(reverse("people:address"), {"address": "new@desk.example", "password": "wrong"})

    person.refresh_from_db()
    assert response.status_code == 422
    assert 'value="new@desk.example"' in response.content.decode()
    assert person.email == "somebody@desk.example"


def test_the_former_address_is_told_that_there_is_another(client, person, settings):
    settings.SENDS_MAIL = True

    client.post(reverse("people:address"), {"address": "new@desk.example", "password": PASSWORD})

    person.refresh_from_db()
    assert person.email == "new@desk.example"
    assert [message.to for message in mail.outbox] == [["somebody@desk.example"]]
    assert "new@desk.example" not in mail.outbox[0].body
    assert Entry.objects.first().act == "person.address_changed"
    assert "desk.example" not in str(Entry.objects.first().details)


@pytest.mark.parametrize("first", ["Bridges and ferries too", "12345", "person"])
def test_a_password_that_is_wrong_twice_or_easily_guessed_is_refused(first, client, person):
    fields = {"password": PASSWORD, "new_password1": first, "new_password2": first[:5]}

    assert client.post(reverse("people:password"), fields).status_code == 422
    assert authenticate(HttpRequest(), username=person.username, password=PASSWORD) == person


def test_a_new_password_asks_for_the_old(client, person):
    fields = {"password": "wrong", "new_password1": NEW, "new_password2": NEW}

    assert client.post(reverse("people:password"), fields).status_code == 422


def test_the_administrators_page_for_a_password_is_the_one_of_the_desk(administrator, as_user):
    response = as_user(administrator).get(reverse("admin:password_change"))

    assert response.url == reverse("people:password")


def test_who_may_do_nothing_on_the_desk_still_has_an_account():
    assert is_signed_in(signed_in(somebody(editor=False)))


@pytest.mark.parametrize("name", ["account", "name", "address", "password", "second_step"])
def test_an_account_is_seen_by_nobody_who_is_not_signed_in(name):
    address = reverse(f"people:{name}")

    assert Client().get(address).url == f"{reverse('login')}?next={address}"


@pytest.mark.parametrize("name", ["name", "address", "password", "second_step", "confirm", "end_others"])
def test_a_form_without_the_token_of_this_site_changes_nothing(name, person):
    guarded = Client(enforce_csrf_checks=True)
    guarded.force_login(person)

    assert guarded.post(reverse(f"people:{name}"), {"name": "x", "password": PASSWORD}).status_code == 403


@pytest.mark.parametrize("name", ["confirm", "end_others"])
def test_an_act_is_not_done_by_following_a_link(name, client):
    assert client.get(reverse(f"people:{name}")).status_code == 405


def test_a_password_that_was_sent_after_the_session_ended_is_carried_nowhere(client):
    client.post(reverse("logout"))

    html = client.post(reverse("people:password"), {"password": "a secret", "new_password1": NEW}).content.decode()

    assert "a secret" not in html
    assert NEW not in html
