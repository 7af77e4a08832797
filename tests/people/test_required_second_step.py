"""A desk that requires a second step of everybody: it stands before every page but the readers'."""

from contextlib import suppress

import pytest
from django.urls import Resolver404, resolve, reverse
from django_otp.plugins.otp_static.models import StaticToken

from tests.every_address import PART, routes
from tests.people.signing_in import code_of, give, is_signed_in, sign_in, signed_in, somebody

pytestmark = pytest.mark.django_db


def test_a_person_without_one_is_led_to_set_it_up_and_goes_on_from_there(client, settings):
    settings.REQUIRE_TOTP = True
    person = somebody()

    asked = sign_in(client, person, next="/desk/claims/")
    reached_before = is_signed_in(client)
    done = give(client, code_of(person), next="/desk/claims/")

    assert "Scan this" in asked.content.decode()
    assert not reached_before
    assert 'href="/desk/claims/"' in done.content.decode()
    assert StaticToken.objects.first().token in done.content.decode()
    assert is_signed_in(client)


def addresses():
    """Addresses of the desk and of the administrators' pages, of rows that need not be there."""
    for route in routes():
        address = "/" + PART.sub("1", route)
        with suppress(Resolver404):
            if resolve(address).route.startswith(("desk/", "admin/")):
                yield address


def test_a_session_from_before_it_was_required_reaches_nothing_by_any_address(settings):
    person = somebody(administrator=True, editor=False)
    client = signed_in(person)
    walked = list(addresses())
    settings.REQUIRE_TOTP = True

    answers = {one: client.get(one) for one in walked}
    sent = {one: client.post(one, {"act": "off"}) for one in walked}

    assert len(walked) > 100
    let_in = [one for one, answer in answers.items() if not is_closed(answer)]
    assert let_in == []
    assert [one for one, answer in sent.items() if not is_closed(answer)] == []


def is_closed(answer):
    """Whether somebody was sent to sign in, or told nothing but that they are signed out."""
    if answer.status_code == 302:
        return "/login/" in answer["Location"]
    is_asked_by_the_clock = answer.status_code in (286, 405) or answer.headers.get("Content-Type") == "application/json"
    return answer.status_code == 401 or is_asked_by_the_clock


def test_what_such_a_session_sends_is_not_lost_but_carried_through_signing_in(settings):
    client = signed_in(somebody())
    settings.REQUIRE_TOTP = True

    response = client.post(reverse("desk:claims"), {"text": "Typed."})

    assert response.status_code == 401
    assert 'name="carried-text" value="Typed."' in response.content.decode()


def test_readers_pages_stay_open_to_everybody(settings, client):
    settings.REQUIRE_TOTP = True

    assert client.get(reverse("public:home")).status_code == 200
