"""What readers and editors get while something that the site needs is gone, by faults put in its way."""

from __future__ import annotations

import errno

import pytest
from django.core import mail
from django.core.cache import caches
from django.db import OperationalError, connection
from django.test import Client
from django.urls import reverse

from factcheck.verdicts.models import Verdict
from tests.factories import VerdictFactory
from tests.people.signing_in import somebody
from tests.pictures import upload

TYPED = "The minutes of the council say the opposite of what the mayor said in June."
OWN = {"Origin": "http://testserver"}


class Gone:
    """A database that refuses what it is asked: everything, or what would change it."""

    def __init__(self, told, *, is_read_only=False):
        self.told, self.refused = told, ("INSERT", "UPDATE", "DELETE") if is_read_only else ("",)

    def __call__(self, execute, sql, *rest):
        if sql.startswith(self.refused) and "SAVEPOINT" not in sql:
            self.refuse()
        return execute(sql, *rest)

    def refuse(self):
        raise OperationalError(self.told)


ALL_GONE = Gone("connection refused: is the server running?")
READ_ONLY = Gone("attempt to write a readonly database", is_read_only=True)
FULL = Gone("database or disk is full", is_read_only=True)


@pytest.fixture
def visitor(db):
    return Client(raise_request_exception=False)


@pytest.fixture
def desk(as_user, editor):
    client = as_user(editor)
    client.raise_request_exception = False
    return client


def test_readers_get_the_page_as_it_was_with_a_line_that_says_so(visitor, settings):
    settings.KEEPS_PAGES = True
    for encoding in ("identity", "gzip", "br"):
        visitor.get("/about/", headers={"Accept-Encoding": encoding})

        with connection.execute_wrapper(ALL_GONE):
            answer = visitor.get("/about/", headers={"Accept-Encoding": encoding})

        assert answer.status_code == 200
        assert "as it was last" in answer.text
        assert answer["Cache-Control"] == "no-store"
        assert "as it was last" not in visitor.get("/about/").text


def test_a_page_that_was_not_kept_is_asked_for_again_later(visitor):
    with connection.execute_wrapper(ALL_GONE):
        answer = visitor.get("/search/?q=harbour")

    assert (answer.status_code, answer["Retry-After"]) == (503, "30")
    assert "Back in a moment" in answer.text


@pytest.mark.parametrize("gone", [ALL_GONE, READ_ONLY, FULL], ids=["stopped", "read-only", "full"])
def test_an_editor_gets_back_what_they_typed(gone, desk, editor):
    verdict = VerdictFactory(author=editor)
    comments = reverse("desk:verdict_comments", args=[verdict.slug])
    form = {"reasoning": TYPED, "conclusion": "short", "base_reasoning": verdict.reasoning}

    with connection.execute_wrapper(gone):
        page = desk.post(reverse("desk:verdict", args=[verdict.slug]), form, headers=OWN)
        part = desk.post(comments, {"comment-text": TYPED, "text": TYPED}, headers={**OWN, "HX-Request": "true"})
        foreign = desk.post(reverse("desk:verdict", args=[verdict.slug]), form, headers={"Origin": "http://e.example"})

    assert page.status_code == part.status_code == 503
    assert page.text.count(TYPED) == 1
    assert "Nothing was saved" in page.text
    assert part["HX-Retarget"] == "#messages"
    assert TYPED not in foreign.text
    assert TYPED not in Verdict.objects.get().reasoning


def test_what_only_reads_goes_on_where_nothing_can_be_written(visitor, desk, monkeypatch):
    claim = VerdictFactory().claim

    with connection.execute_wrapper(READ_ONLY):
        answers = [visitor.get("/"), desk.get("/desk/claims/")]
    monkeypatch.setattr("factcheck.verdicts.presence.Presence.save", lambda _presence: READ_ONLY.refuse())
    answers.append(desk.get(reverse("desk:claim", args=[claim.slug])))

    assert [answer.status_code for answer in answers] == [200, 200, 200]


def test_a_disk_without_room_for_an_upload_is_told(desk, media, monkeypatch):
    def full(*_args, **_kwargs):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("django.core.files.storage.FileSystemStorage._save", full)

    answer = desk.post(reverse("desk:upload_picture"), {"upload": upload()}, headers=OWN)

    assert answer.status_code == 503


@pytest.fixture
def no_redis(settings):
    gone = {"BACKEND": "factcheck.operation.redis_cache.ForgivingRedisCache", "LOCATION": "redis://127.0.0.1:9"}
    settings.CACHES = {"default": gone, "pages": gone}


def test_the_site_goes_on_without_its_cache_and_monitors_are_told(visitor, settings, no_redis):
    settings.KEEPS_PAGES = True
    caches["default"].set("name", 1)

    assert caches["default"].get("name", "nothing") == "nothing"
    assert visitor.get("/").status_code == visitor.get("/about/").status_code == 200
    assert visitor.get("/readyz").json()["cache"] == "keeps nothing"
    assert visitor.post("/policy-reports", "{}", content_type="application/json").status_code == 204


def test_links_to_a_password_and_to_an_invitation_are_mailed_without_the_cache(
    visitor, as_user, administrator, no_redis
):
    person = somebody()

    visitor.post(reverse("password_reset"), {"email": person.email})
    as_user(administrator).post(reverse("people:people"), {"address": "new@desk.example", "role": "Editors"})

    assert [(mailed.to, "/password/" in mailed.body, "/invitations/" in mailed.body) for mailed in mail.outbox] == [
        ([person.email], True, False),
        (["new@desk.example"], False, True),
    ]
