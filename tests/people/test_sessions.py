"""Where a person is signed in: seen by them alone, ended one by one or all at once."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from factcheck.ledger.models import Entry
from factcheck.people.browsers import browser_in_words
from factcheck.people.models import OpenSession
from tests.people.signing_in import PASSWORD, is_signed_in, sign_in, signed_in, somebody

pytestmark = pytest.mark.django_db
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"
SAFARI = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
    "Version/18.5 Mobile/15E148 Safari/604.1"
)
EDGE = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0 Safari/537.36 Edg/138.0"
CHROME = "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0 Mobile Safari/537.36"


@pytest.mark.parametrize(
    ("user_agent", "words"),
    [
        (FIREFOX, "Firefox on Windows"),
        (SAFARI, "Safari on iPhone"),
        (EDGE, "Edge on Linux"),
        (CHROME, "Chrome on Android"),
        ("curl/8.14", "A browser that does not say what it is"),
    ],
)
def test_a_browser_is_told_in_words(user_agent, words):
    assert browser_in_words(user_agent) == words


def test_a_person_sees_each_browser_they_are_signed_in_with_and_which_one_asks():
    person = somebody()
    phone, desk = signed_in(person, HTTP_USER_AGENT=SAFARI), signed_in(person, HTTP_USER_AGENT=FIREFOX)
    signed_in(somebody())

    page = desk.get(reverse("people:account")).context["page"]

    assert {session.browser_in_words for session in page.sessions} == {"Safari on iPhone", "Firefox on Windows"}
    assert page.current == desk.session.session_key
    assert [session.pk for session in page.others] == [phone.session.session_key]


def test_no_key_of_a_session_stands_in_a_page():
    person = somebody()
    clients = [signed_in(person), signed_in(person)]

    html = clients[0].get(reverse("people:account")).content.decode()

    assert not [client for client in clients if client.session.session_key in html]


def test_one_browser_is_signed_out_from_another():
    person = somebody()
    lost, here = signed_in(person), signed_in(person)
    session = OpenSession.objects.get(pk=lost.session.session_key)

    here.post(reverse("people:end_one", args=[session.handle]))

    assert not is_signed_in(lost)
    assert is_signed_in(here)
    assert Entry.objects.first().act == "person.session_ended"


def test_nobody_ends_the_session_of_somebody_else():
    other, client = signed_in(somebody()), signed_in(somebody())
    session = OpenSession.objects.get(pk=other.session.session_key)

    response = client.post(reverse("people:end_one", args=[session.handle]))

    assert response.status_code == 404
    assert is_signed_in(other)


def test_all_others_are_ended_at_once():
    person = somebody()
    others, here, stranger = [signed_in(person), signed_in(person)], signed_in(person), signed_in(somebody())

    here.post(reverse("people:end_others"))

    assert not [client for client in others if is_signed_in(client)]
    assert is_signed_in(here)
    assert is_signed_in(stranger)
    assert (Entry.objects.first().act, Entry.objects.first().details) == ("person.other_sessions_ended", {"count": 2})


def test_a_new_password_ends_the_others_and_keeps_this_one():
    person = somebody()
    other, here = signed_in(person), signed_in(person)
    new = "Another one, much longer"

    here.post(reverse("people:password"), {"password": PASSWORD, "new_password1": new, "new_password2": new})

    assert not is_signed_in(other)
    assert is_signed_in(here)
    assert list(OpenSession.objects.of(person).values_list("pk", flat=True)) == [here.session.session_key]


def test_signing_out_closes_the_session(client):
    person = somebody()
    sign_in(client, person)

    client.post(reverse("logout"))

    assert not OpenSession.objects.of(person)


def test_that_somebody_is_here_is_written_down_every_few_minutes_only():
    client = signed_in(somebody())

    fresh = writes_of(client)
    session = client.session
    session["seen_at"] -= 301
    OpenSession.objects.update(session_data=session.encode(dict(session)), seen_at=timezone.now() - timedelta(hours=1))
    stale = writes_of(client)

    assert (len(fresh), len(stale)) == (0, 1)
    assert OpenSession.objects.get().seen_at > timezone.now() - timedelta(minutes=1)


def writes_of(client):
    with CaptureQueriesContext(connection) as asked:
        client.get(reverse("desk:claims"))
    return [one["sql"] for one in asked if one["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]


def test_a_page_for_readers_looks_at_no_session():
    client = signed_in(somebody())

    with CaptureQueriesContext(connection) as asked:
        client.get(reverse("public:home"))

    assert not [query["sql"] for query in asked if "session" in query["sql"]]


def test_a_session_of_nobody_is_listed_nowhere():
    Client().session.save()

    assert OpenSession.objects.filter(person=None, seen_at=None).count() == 1


def test_a_person_sees_since_when_they_are_signed_in_whatever_they_did_since():
    person = somebody()
    client = signed_in(person)
    begun = OpenSession.objects.get().signed_in_at
    new = "Another one, much longer"

    client.post(reverse("people:password"), {"password": PASSWORD, "new_password1": new, "new_password2": new})

    assert OpenSession.objects.get().signed_in_at == begun
