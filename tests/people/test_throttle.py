"""Passwords cannot be tried without end, by nobody and on nobody, and being stopped says nothing of an account."""

from datetime import timedelta

import pytest
from axes.models import AccessAttempt
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from factcheck.people.throttle import free_at, in_minutes, network_of
from tests.people.signing_in import is_signed_in, sign_in, signed_in, somebody

pytestmark = pytest.mark.django_db
LIMIT = 10
NOW = timezone.now()
WAIT = timedelta(minutes=15)


def fail(client, login, times=1):
    for _ in range(times):
        response = sign_in(client, login, "wrong")
    return response


def from_address(address):
    return Client(REMOTE_ADDR=address)


def test_after_ten_wrong_passwords_not_even_the_right_one_is_looked_at(client):
    person = somebody()
    fail(client, person, LIMIT)

    response = sign_in(client, person)

    assert response.status_code == 429
    assert "Wait 15 minutes" in response.content.decode()
    assert not is_signed_in(client)


def test_the_page_that_says_to_wait_gives_back_the_login_and_where_it_led(client):
    fail(client, "ana", LIMIT)

    html = sign_in(client, "ana", next="/desk/claims/").content.decode()

    assert 'value="ana"' in html
    assert 'name="next" value="/desk/claims/"' in html


def test_one_account_is_guarded_against_many_addresses(client):
    person = somebody()
    for number in range(LIMIT):
        fail(from_address(f"192.0.2.{number}"), person)

    response = sign_in(from_address("198.51.100.7"), person)

    assert response.status_code == 429


def test_one_address_cannot_try_account_after_account():
    guesser = from_address("192.0.2.1")
    statuses = [fail(guesser, f"account{number}").status_code for number in range(5 * LIMIT)]
    person = somebody()

    assert statuses[-2:] == [200, 429]
    assert sign_in(guesser, person).status_code == 429
    assert sign_in(from_address("198.51.100.7"), person).status_code == 302


def test_signing_in_forgets_what_went_wrong_before(client):
    person = somebody()
    fail(client, person, LIMIT - 1)
    sign_in(client, person)

    assert fail(Client(), person, LIMIT - 1).status_code == 200


def test_who_has_an_account_cannot_make_the_desk_forget_what_they_tried_on_another():
    guesser, mine, other = from_address("192.0.2.1"), somebody(), somebody()
    fail(guesser, other, LIMIT - 1)
    sign_in(guesser, mine)

    assert fail(from_address("192.0.2.1"), other).status_code == 429


def test_whether_the_account_exists_changes_nothing_that_is_answered():
    known, unknown = somebody(username="known"), "other"

    def told(login):
        response = fail(Client(), login)
        return response.status_code, response.content.decode().replace(str(getattr(login, "username", login)), "…")

    for _ in range(LIMIT + 2):
        first, second = told(known), told(unknown)
        assert [first[0], *first[1].split("csrfmiddlewaretoken")[:1]] == [
            second[0],
            *second[1].split("csrfmiddlewaretoken")[:1],
        ]


def test_a_closed_account_answers_as_one_that_is_not_there(client):
    person = somebody(is_active=False)

    closed, unknown = sign_in(client, person), sign_in(client, "nobody")

    assert closed.context["form"].errors == unknown.context["form"].errors


def test_a_password_is_checked_for_an_account_that_is_not_there_too(client, monkeypatch):
    asked = []
    monkeypatch.setattr(
        "django.contrib.auth.hashers.MD5PasswordHasher.encode", lambda *args, **kw: asked.append(1) or "md5$a$b"
    )

    sign_in(client, "nobody", "wrong")

    assert asked == [1]


def test_nothing_that_was_typed_is_kept(client):
    sign_in(client, "ana", "secret words", **{"carried-reasoning": "Typed."})
    sign_in(client, "ana", "secret words", **{"carried-reasoning": "Typed."})

    assert [(one.get_data, one.post_data, one.failures_since_start) for one in AccessAttempt.objects.all()] == [
        ("", "", 2)
    ]


def test_the_wait_ends(client):
    person = somebody()
    fail(client, person, LIMIT)
    AccessAttempt.objects.update(attempt_time=timezone.now() - WAIT - timedelta(seconds=1))

    assert sign_in(client, person).status_code == 302


def test_trying_while_one_has_to_wait_does_not_make_it_longer(client):
    fail(client, "ana", LIMIT)
    before = AccessAttempt.objects.get().attempt_time

    fail(client, "ana", 3)

    assert AccessAttempt.objects.get().attempt_time == before


def test_the_page_to_sign_in_stands_under_the_name_of_the_site(client, settings):
    settings.SITE_NAME = "The Lantern checks"

    assert "The Lantern checks" in client.get(reverse("login")).content.decode()


def test_a_form_to_sign_in_without_the_token_of_this_site_is_refused():
    assert sign_in(Client(enforce_csrf_checks=True), somebody()).status_code == 403


def test_the_administrators_pages_have_no_door_of_their_own(client):
    address = f"{reverse('admin:login')}?next={reverse('admin:index')}"

    responses = client.get(address), client.post(address, {"username": "ana", "password": "guess"})

    assert [response.url for response in responses] == [f"{reverse('login')}?next={reverse('admin:index')}"] * 2


def test_the_old_password_cannot_be_guessed_in_a_session_that_was_left_open():
    person = somebody()
    client = signed_in(person)
    for _ in range(LIMIT):
        response = client.post(reverse("people:address"), {"address": "x@desk.example", "password": "guess"})

    assert response.status_code == 422
    assert "Wait 15 minutes" in response.content.decode()


@pytest.mark.parametrize(
    ("proxies", "forwarded", "network"),
    [
        (0, "198.51.100.7", "192.0.2.1"),
        (1, "", "192.0.2.1"),
        (1, "198.51.100.7", "198.51.100.7"),
        (1, "203.0.113.9, 198.51.100.7", "198.51.100.7"),
        (2, "203.0.113.9, 198.51.100.7, 10.0.0.2", "198.51.100.7"),
        (2, "198.51.100.7", "192.0.2.1"),
        (1, "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        (1, "no address", None),
    ],
)
def test_an_address_is_what_our_own_proxies_saw(proxies, forwarded, network, settings):
    settings.PROXIES = proxies
    request = RequestFactory(REMOTE_ADDR="192.0.2.1").get("/", headers={"X-Forwarded-For": forwarded})

    assert network_of(request) == network


def test_the_wait_lasts_until_enough_failures_are_old():
    failures = [(NOW - timedelta(minutes=10), 4), (NOW - timedelta(minutes=5), 7), (NOW, 2)]

    assert free_at(failures, limit=10) == NOW + timedelta(minutes=5)
    assert free_at(failures, limit=9) == NOW + timedelta(minutes=10)
    assert free_at(failures, limit=14) is None


@given(st.lists(st.tuples(st.integers(0, 899), st.integers(1, 5))), st.integers(1, 20))
def test_there_is_a_wait_exactly_if_the_limit_is_reached_and_never_a_longer_one_than_promised(ages, limit):
    failures = [(NOW - timedelta(seconds=age), count) for age, count in ages]

    moment = free_at(failures, limit=limit)

    assert (moment is not None) == (sum(count for _, count in failures) >= limit)
    assert moment is None or NOW < moment <= NOW + WAIT


@pytest.mark.parametrize(
    ("seconds", "words"), [(0, "a minute"), (60, "a minute"), (61, "2 minutes"), (900, "15 minutes")]
)
def test_a_wait_is_told_in_whole_minutes(seconds, words):
    assert in_minutes(timedelta(seconds=seconds)) == words
