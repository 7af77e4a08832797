"""Requests that no page of ours makes: whatever stands in an address, a field or a file, nothing breaks here.

Every address is asked by a visitor, an editor, a reviewer and an administrator, with values of kinds that have broken
sites: what is no number, what is too long, what no encoding allows, what no calendar has.
`PROPERTIES=many` sends ten thousand; one seed makes the same requests again.
"""

from __future__ import annotations

import os
import random
import re
from urllib.parse import quote_from_bytes

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client
from lxml import html

from factcheck.articles.models import Story
from factcheck.claims.models import Claim, Source
from factcheck.verdicts.models import Verdict
from tests.every_address import routes

REQUESTS = 10_000 if os.environ.get("PROPERTIES") == "many" else 300
SEED = 20261129
VALUES = [
    *(b"", b"0", b"-1", b"1e999", b"nan", b"9" * 5000, b"9223372036854775808", "٣".encode(), "²".encode()),
    *(b"\0", b"a\0b", b"\xff\xfe", b"\xed\xa0\x80", "\u202e\0\ufffe".encode(), b"x" * 20_000),
    *(b"//elsewhere.example", b"https:///", b"javascript:alert(1)", b"http://[::1", b"../../etc/passwd", b"%00", b"%"),
    *(b"' OR 1=1 --", b'"*:^(NEAR)', b"{{ 7*7 }}", b"<script>alert(1)</script>", b"[]", b"{}", b"null"),
    *(b"0000-00-00", b"9999-12-31", b"10000-01-01", b"9999-12-31T23:59", b"0001-01-01T00:00", b"2020-02-30"),
    *(b"en-" + b"x" * 300, b"\r\nSet-Cookie: a=b"),
]
NUMBERS = ["0", "1", "2", "3", "9223372036854775807", "9223372036854775808", "9" * 5000]
FILES = ["a\0.txt", "../x", "é" * 200 + ".json", "a.zip"]
HEADERS = [{}, {}, {}, {"HX-Request": "true"}, {"HX-Request": "true", "HX-Current-URL": "http://[::1"}]
PART = re.compile(r"<(?:(\w+):)?(\w+)>|\(\?P<(\w+)>[^)]*\)")


class Stranger:
    """Makes requests at random, from a seed; learns from each page which fields its forms have."""

    def __init__(self, seed):
        self.at_random = random.Random(seed)
        self.routes = sorted(set(routes()))
        self.slugs = [slug for model in (Claim, Verdict, Story, Source) for slug in model.objects.values_list("slug")]
        self.fields = {
            "q",
            "page",
            "before",
            "after",
            "next",
            "back",
            "o",
            "e",
            "outlet",
            "state",
            "csrfmiddlewaretoken",
        }

    def address(self):
        return "/" + PART.sub(self._part, self.at_random.choice(self.routes)).replace("\\", "")

    def _part(self, part):
        if part[1] == "int" or part[2] in ("pk", "id", "object_id", "number"):
            return self.at_random.choice(NUMBERS)
        if self.at_random.random() < 0.6:
            return self.at_random.choice(self.slugs)[0]
        return quote_from_bytes(self.at_random.choice(VALUES)[:2000], safe="") or "1"

    def form(self):
        chosen = self.at_random.sample(sorted(self.fields), min(len(self.fields), self.at_random.randint(0, 8)))
        return "&".join(f"{name}={quote_from_bytes(self.at_random.choice(VALUES)[:6000])}" for name in chosen)

    def ask(self, client):
        """One request; returns what was asked and the answer."""
        address, form, headers = self.address(), self.form(), self.at_random.choice(HEADERS)
        way = self.at_random.choice(["GET", "GET", "POST", "upload", "PUT", "DELETE", "OPTIONS", "HEAD"])
        if way == "upload":
            data = SimpleUploadedFile(self.at_random.choice(FILES), self.at_random.choice(VALUES))
            answer = client.post(address, dict.fromkeys(("file", "picture", "picture_file"), data), headers=headers)
        elif way in ("GET", "HEAD"):
            answer = client.generic(way, address, QUERY_STRING=form, headers=headers)
        else:
            kind = "application/x-www-form-urlencoded"
            answer = client.generic(way, address, form, content_type=kind, headers=headers)
        self._learn(answer)
        return f"{way} {address[:200]} {form[:500]}", answer

    def _learn(self, answer):
        if answer.status_code == 200 and not answer.streaming and "html" in answer.headers.get("Content-Type", ""):
            tree = html.fromstring(answer.content.decode().strip() or "<p></p>")
            self.fields |= set(tree.xpath("//input/@name|//select/@name|//textarea/@name|//button/@name"))


@pytest.fixture
def people(db, settings, tmp_path):
    """A visitor and the people of the demonstration."""
    settings.IS_DEMONSTRATION, settings.MEDIA_ROOT = True, tmp_path
    call_command("load_demo", verbosity=0)
    clients = [Client(raise_request_exception=False) for _ in range(4)]
    for client, login in zip(clients[1:], ("editor", "reviewer", "administrator"), strict=True):
        client.force_login(User.objects.get(username=login))
    return clients


def test_no_request_is_answered_with_an_error_of_the_server(people):
    stranger = Stranger(SEED)
    broken = []

    for _ in range(REQUESTS):
        asked, answer = stranger.ask(stranger.at_random.choice(people))
        if answer.status_code >= 500:
            broken.append(asked)

    assert not broken


NO_KEYS = ["null", "9" * 5000, "9223372036854775808", "²"]
BY_KEY = [
    "/admin/articles/importbatch/{}/change/",
    "/admin/auth/user/{}/password/",
    "/admin/claims/conflict/add/?first={}",
    "/desk/articles/?outlet={}",
    "/desk/undo/{}/",
]


def test_what_is_no_key_of_a_row_is_answered_in_words(people):
    administrator = people[-1]

    answers = {address.format(key): administrator.get(address.format(key)) for address in BY_KEY for key in NO_KEYS}

    assert not [address for address, answer in answers.items() if answer.status_code >= 500]


def test_what_is_no_key_in_a_form_is_no_row(people):
    administrator, slug = people[-1], Verdict.objects.earliest("pk").slug
    forms = {
        "/desk/assignments/": "claims",
        f"/desk/verdicts/{slug}/evidence/": "statement",
        f"/desk/verdicts/{slug}/evidence/order/": "order",
        "/desk/messages/read/": "until",
    }

    answers = [administrator.post(address, {name: key}) for address, name in forms.items() for key in NO_KEYS]

    assert all(answer.status_code < 500 for answer in answers)
