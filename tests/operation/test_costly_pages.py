"""Who asks without end for what costs much is told to wait, and nobody else."""

from __future__ import annotations

import pytest
from django.urls import get_resolver, reverse

from factcheck.operation.costly_pages import COSTLY
from tests.factories import UserFactory, VerdictFactory

OWN = {"Origin": "http://testserver"}
TYPED = "The minutes of the council say the opposite of what the mayor said in June."
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def twice_a_minute(settings):
    settings.COSTLY_RATE = "2/min"


@pytest.fixture
def draft(editor):
    return VerdictFactory(author=editor)


@pytest.mark.parametrize("name", sorted(COSTLY))
def test_a_page_that_is_bounded_is_there(name):
    namespace, _, view = name.partition(":")

    assert view in get_resolver().namespace_dict[namespace][1].reverse_dict


def test_a_network_that_searches_without_end_waits_and_others_do_not(client):
    answers = [client.get("/search/?q=harbour") for _ in range(3)]

    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert 1 <= int(answers[2]["Retry-After"]) <= 60
    assert answers[2]["Cache-Control"] == "no-store"
    assert client.get("/search/?q=harbour", REMOTE_ADDR="198.51.100.7").status_code == 200
    assert client.get("/claims/").status_code == 200


def test_at_the_desk_an_account_is_counted_not_the_newsroom_s_network(as_user, editor):
    one, another = as_user(editor), as_user(UserFactory(editor=True))
    pages = [one.get("/desk/search/?q=harbour").status_code for _ in range(3)]

    assert pages == [200, 200, 429]
    assert another.get("/desk/search/?q=harbour").status_code == 200


def test_what_was_typed_is_given_back(as_user, editor, draft):
    desk, preview = as_user(editor), reverse("desk:preview", args=[draft.slug])
    for _ in range(2):
        desk.post(preview, {"reasoning": TYPED}, headers=OWN)

    page = desk.post(preview, {"reasoning": TYPED}, headers=OWN)
    message = desk.post(preview, {"reasoning": TYPED}, headers={**OWN, "HX-Request": "true"})

    assert page.status_code == message.status_code == 429
    assert TYPED in page.text
    assert message["HX-Retarget"] == "#messages"
