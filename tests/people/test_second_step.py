"""The second step: an app's codes and recovery codes, each good once, and what a person does when the phone is lost."""

import re

import pytest
from django.contrib.auth.models import Permission
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django_otp.plugins.otp_static.models import StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from factcheck.ledger.models import Entry
from factcheck.people.models import OpenSession
from factcheck.people.second_step import (
    CodeRefused,
    begin_second_step,
    check_code,
    confirm_second_step,
    has_second_step,
)
from tests.people.signing_in import (
    PASSWORD,
    code_of,
    give,
    is_signed_in,
    sign_in,
    signed_in,
    somebody,
    with_second_step,
)

pytestmark = pytest.mark.django_db


def test_a_password_alone_lets_nobody_in_who_has_a_second_step(client):
    person = somebody()
    with_second_step(person)

    response = sign_in(client, person)

    assert "six digits" in response.content.decode()
    assert not is_signed_in(client)


def test_password_and_code_let_in_and_lead_on(client):
    person = somebody()
    with_second_step(person)
    sign_in(client, person)

    response = give(client, code_of(person), next="/desk/claims/")

    assert (response.status_code, response["Location"]) == (302, "/desk/claims/")
    assert is_signed_in(client)


@pytest.mark.parametrize("elsewhere", ["https://elsewhere.example/", "//elsewhere.example", "javascript:alert(1)"])
@pytest.mark.parametrize("has_step", [False, True])
def test_signing_in_leads_to_no_other_site(elsewhere, has_step, client):
    person = somebody()
    if has_step:
        with_second_step(person)

    response = sign_in(client, person, next=elsewhere)
    response = give(client, code_of(person), next=elsewhere) if has_step else response

    assert response["Location"] == reverse("desk:home")


def test_a_code_counts_once(client):
    person = somebody()
    with_second_step(person)
    code = code_of(person)
    sign_in(client, person)
    give(client, code)
    thief = Client()
    sign_in(thief, person)

    response = give(thief, code)

    assert response.status_code == 422
    assert not is_signed_in(thief)


def test_the_code_that_set_the_step_up_does_not_sign_in():
    person = somebody()
    begin_second_step(person)
    code = code_of(person)
    confirm_second_step(person, code=code)

    with pytest.raises(CodeRefused):
        check_code(person, code)


def test_wrong_codes_have_to_wait_longer_and_longer(client):
    person = somebody()
    with_second_step(person)
    sign_in(client, person)
    right = code_of(person)
    give(client, "000000" if right != "000000" else "111111")

    response = give(client, right)

    assert "Too many wrong codes were tried. Wait" in response.content.decode()
    assert not is_signed_in(client)


def test_a_recovery_code_lets_in_once_in_any_spelling(client):
    person = somebody()
    code = with_second_step(person)[0]
    sign_in(client, person)
    give(client, f" {code[:4].upper()} {code[4:].upper()} ")
    other = Client()
    sign_in(other, person)
    give(other, code)

    assert is_signed_in(client)
    assert not is_signed_in(other)
    assert StaticToken.objects.count() == 9


def test_what_was_carried_through_signing_in_is_carried_through_the_second_step(client):
    person = somebody()
    with_second_step(person)
    sign_in(client, person, **{"carried-reasoning": "Typed.", "next": "/desk/verdicts/x/"})

    refused = give(client, "nonsense", **{"carried-reasoning": "Typed.", "next": "/desk/verdicts/x/"})
    arrived = give(client, code_of(person), **{"carried-reasoning": "Typed.", "next": "/desk/verdicts/x/"})

    assert 'name="carried-reasoning" value="Typed."' in refused.content.decode()
    assert arrived.context["carried"].fields == (("reasoning", "Typed."),)


def test_who_takes_too_long_begins_again_with_nothing_lost(client):
    person = somebody()
    with_second_step(person)
    sign_in(client, person)
    session = client.session
    session["half_signed_in"] |= {"at": 0}
    session.save()

    response = give(client, code_of(person), **{"carried-reasoning": "Typed."})

    assert response.status_code == 401
    assert 'name="carried-reasoning" value="Typed."' in response.content.decode()
    assert not is_signed_in(client)


def test_a_password_that_was_changed_meanwhile_has_to_be_given_again(client):
    person = somebody()
    with_second_step(person)
    sign_in(client, person)
    person.set_password("Another one, longer")
    person.save()

    assert give(client, code_of(person)).status_code == 401


def test_nobody_begins_with_the_second_step(client):
    assert client.get(reverse("second_step")).status_code == 401
    assert give(client, "123456").status_code == 401


@pytest.mark.parametrize("has_step", [False, True])
def test_a_session_that_somebody_knew_before_is_another_one_afterwards(has_step, client):
    person = somebody()
    if has_step:
        with_second_step(person)
    session = client.session  # as an attacker would plant it
    session["planted"] = True
    session.save()
    keys = [session.session_key]

    sign_in(client, person)
    keys.append(client.session.session_key)
    if has_step:
        give(client, code_of(person))
        keys.append(client.session.session_key)

    assert len(set(keys)) == len(keys)
    assert not OpenSession.objects.filter(pk__in=keys[:-1]).exists()


def act(client, name, password=PASSWORD):
    return client.post(reverse("people:second_step"), {"act": name, "password": password})


def test_a_person_sets_it_up_with_the_first_code_and_is_shown_the_recovery_codes_once():
    person = somebody()
    client, elsewhere = signed_in(person), signed_in(person)
    act(client, "begin")
    page = client.get(reverse("people:second_step"))

    done = client.post(reverse("people:confirm"), {"code": code_of(person)})

    assert "data:image/svg+xml" in page.content.decode()
    codes = re.findall(r"<code>(\w{8})</code>", done.content.decode())
    assert sorted(codes) == sorted(StaticToken.objects.values_list("token", flat=True))
    assert codes[0] not in client.get(reverse("people:second_step")).content.decode()
    assert is_signed_in(client)
    assert not is_signed_in(elsewhere)
    assert Entry.objects.first().act == "person.second_step_set"


def test_it_counts_for_nothing_before_a_code_was_given(client):
    person = somebody()
    act(signed_in(person), "begin")

    sign_in(client, person)

    assert is_signed_in(client)


@pytest.mark.parametrize("name", ["begin", "renew", "off"])
def test_each_change_asks_for_the_password(name):
    person = somebody()
    with_second_step(person)
    client = signed_in(person)
    before = list(TOTPDevice.objects.values()), list(StaticToken.objects.values())

    response = act(client, name, password="not mine")

    assert response.status_code == 422
    assert (list(TOTPDevice.objects.values()), list(StaticToken.objects.values())) == before


def test_new_recovery_codes_take_the_place_of_the_old():
    person = somebody()
    old = with_second_step(person)

    html = act(signed_in(person), "renew").content.decode()

    assert not set(old) & set(StaticToken.objects.values_list("token", flat=True))
    assert StaticToken.objects.first().token in html


def test_another_phone_takes_the_place_of_the_first_once_it_gave_a_code():
    person = somebody()
    with_second_step(person)
    client = signed_in(person)
    first = TOTPDevice.objects.get()
    act(client, "begin")
    assert has_second_step(person)

    client.post(reverse("people:confirm"), {"code": code_of(person)})

    assert TOTPDevice.objects.get() != first
    assert is_signed_in(client)


def test_it_is_each_persons_choice_to_take_it_off_where_none_is_required(client):
    person = somebody()
    with_second_step(person)

    act(signed_in(person), "off")
    sign_in(client, person)

    assert is_signed_in(client)
    assert Entry.objects.first().act == "person.second_step_taken_off"


def test_where_one_is_required_nobody_takes_off_their_own(settings):
    person = somebody()
    with_second_step(person)
    settings.REQUIRE_TOTP = True

    act(signed_in(person), "off")

    assert has_second_step(person)


def test_an_administrator_takes_a_lost_device_off_and_its_sessions_end(administrator, as_user):
    person = somebody()
    with_second_step(person)
    client = signed_in(person)

    as_user(administrator).post(reverse("people:take_off", args=[person.pk]))

    assert not has_second_step(person)
    assert not is_signed_in(client)
    entry = Entry.objects.first()
    assert (entry.act, entry.actor, entry.subject_id) == ("person.second_step_taken_off", administrator, person.pk)


def test_nobody_else_takes_it_off(as_user, reviewer):
    person = somebody()
    with_second_step(person)
    reviewer.user_permissions.add(Permission.objects.get(codename="add_invitation"))

    assert as_user(reviewer).post(reverse("people:take_off", args=[person.pk])).status_code == 403
    assert has_second_step(person)


def test_administrators_are_shown_no_keys_and_codes(administrator, as_user):
    client = as_user(administrator)

    assert "otp_totp" not in client.get(reverse("admin:index")).content.decode()


def test_the_last_administrator_is_let_in_from_the_machine(capsys):
    person = somebody()
    with_second_step(person)

    call_command("take_off_second_step", person.username)

    assert not has_second_step(person)
    assert Entry.objects.first().actor is None
    with pytest.raises(CommandError, match="Nobody signs in as"):
        call_command("take_off_second_step", "nobody")


def test_a_page_of_the_desk_asks_one_query_more_of_whom_has_a_second_step():
    guarded = somebody()
    with_second_step(guarded)

    counts = [queries_of(signed_in(person), reverse("desk:claims")) for person in (somebody(), guarded)]

    assert counts[1] == counts[0] + 1


def queries_of(client, address):
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
    return len(asked)
