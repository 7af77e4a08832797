"""Who is let in where: docs/access.md has a row for every address, and each is asked by each kind of person."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from django.conf import settings as product
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import connection, transaction
from django.test import Client

from tests.every_address import Rows, routes
from tests.factories import UserFactory

TABLE = Path(__file__).resolve().parent.parent / "docs" / "access.md"
ROLES = ["visitor", "account", "editor", "another editor", "reviewer", "staff", "administrator"]
SIGNED_IN_HERE = ("/login/?next=", "/admin/login/?next=")
REFUSED = {403, 404, 405}
FORM = "note=x&send_back-note=x&retract-note=x"
KEPT_WHILE_READING = (
    *("verdicts_presence", "people_opensession"),
    '"verdicts_message" SET "read_at"',  # following a message is what reading it means
)
DJANGO_S_OWN = ("admin/", "login/", "password/", "logout/")  # they read PUT as POST or GET
BY_ORIGIN = {"demonstration/", "report/", "send-a-claim/"}  # a token would set a cookie on readers' pages
WITHOUT_TOKEN = {*BY_ORIGIN, "policy-reports"}  # which is sent by no form


def stated():
    """What the table says: for each address, what each method is answered to each role, in the order of ROLES."""
    rows, answers = {}, {}
    for line in TABLE.read_text().splitlines():
        if line.startswith("## "):
            answers = {}
        elif cells := re.findall(r"[^|]+", line) if line.startswith(("| GET", "| POST")) else []:
            method, *told = (cell.strip() for cell in cells)
            answers[method] = told
        elif line.startswith("    /"):
            rows[line.strip().removeprefix("/")] = answers
    return rows


def told_by(answer, method):
    """What an answer means for who asked."""
    target = answer.headers.get("Location", "")
    if answer.status_code == 401 or target.startswith(SIGNED_IN_HERE) or target == "/login/":
        return "sign in"
    if answer.status_code in REFUSED:
        return "no"
    return "leads on" if method == "GET" and 300 <= answer.status_code < 400 else "yes"


class Person:
    """Somebody with a browser, who is signed in anew for each request, whatever the one before did."""

    def __init__(self, user, *, checks_tokens=False):
        self.client = Client(enforce_csrf_checks=checks_tokens)
        if user:
            self.client.force_login(user)
        self.cookies = dict(self.client.cookies)

    @property
    def session(self):
        return self.cookies[product.SESSION_COOKIE_NAME].value

    def ask(self, method, address):
        """The answer; what the request did is taken back."""
        self.client.cookies.clear()
        self.client.cookies.update(self.cookies)
        kind, own = "application/x-www-form-urlencoded", {"Origin": "http://testserver"}
        with transaction.atomic():
            answer = self.client.generic(method, address, FORM * (method != "GET"), content_type=kind, headers=own)
            if answer.streaming:
                list(answer)
            transaction.set_rollback(True)
        return answer


@pytest.fixture
def users(db, media, settings, monkeypatch):
    """The demonstration, and one of each role. No template is rendered: who is let in is decided before."""
    settings.IS_DEMONSTRATION, settings.METRICS_TOKEN = True, ""
    call_command("load_demo", verbosity=0)
    monkeypatch.setattr("django.template.backends.django.Template.render", lambda *_args, **_kwargs: "")
    demonstrated = {name: User.objects.get(username=name) for name in ("editor", "reviewer", "administrator")}
    others = {"account": UserFactory(), "another editor": UserFactory(editor=True), "staff": UserFactory(is_staff=True)}
    return {"visitor": None, **demonstrated, **others}


def test_every_address_has_a_row_and_every_row_an_address():
    assert {address: count for address, count in Counter(routes()).items() if address not in stated()} == {}
    assert set(stated()) - set(routes()) == set()


def test_every_address_lets_in_whom_its_row_names_and_reading_writes_nothing(users):
    people = {role: Person(users[role]) for role in ROLES}
    rows = Rows(users["editor"], people["editor"].session)
    otherwise, written, stored = [], [], []

    def note_writes(execute, sql, *rest):
        if (
            method == "GET"
            and sql.startswith(("INSERT", "UPDATE", "DELETE"))
            and not any(table in sql for table in KEPT_WHILE_READING)
        ):
            written.append((method, address, sql))
        return execute(sql, *rest)

    for route, row in stated().items():
        address = rows.address(route)
        for method, expected in row.items():
            with connection.execute_wrapper(note_writes):
                answers = [people[role].ask(method, address) for role in ROLES]
            told = [told_by(answer, method) for answer in answers]
            if method == "GET" and "yes" in told and expected[0] == "sign in":
                stored += [address for answer in answers if "no-store" not in answer.get("Cache-Control", "")]
            if told != expected:
                otherwise.append(f"{method} /{route} answers {told}")

    assert not otherwise
    assert not written
    assert not stored


def test_nothing_is_sent_without_the_form_s_token_or_by_another_method(users):
    administrator, stranger = Person(users["administrator"]), Person(users["administrator"], checks_tokens=True)
    rows = Rows(users["editor"], Person(users["editor"]).session)
    done = []

    for route in stated():
        address = rows.address(route)
        if route not in WITHOUT_TOKEN and told_by(stranger.ask("POST", address), "POST") == "yes":
            done.append(f"POST without a token /{route}")
        if not route.startswith(DJANGO_S_OWN) and told_by(administrator.ask("PUT", address), "PUT") == "yes":
            done.append(f"PUT /{route}")

    assert done == []
