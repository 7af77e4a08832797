"""How people are named: to colleagues, and to readers, who never see a login or a mail address."""

import re

import pytest
from django.contrib.auth.models import User
from django.urls import reverse

from factcheck.ledger.chain import verify
from factcheck.ledger.people import byline_of, name_of
from factcheck.verdicts.models import Revision
from factcheck.verdicts.publish_verdict import publish
from factcheck.verdicts.retract_verdict import retract_urgently
from factcheck.verdicts.review_verdict import submit
from tests.factories import UserFactory, VerdictFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("first", "last", "byline"),
    [
        ("Ana", "Reyes", "Ana Reyes"),
        ("Ana", "", "Ana"),
        ("", "", "an editor of this desk"),
        (" ", "", "an editor of this desk"),
        ("ana@desk.example", "", "an editor of this desk"),
    ],
)
def test_a_byline_is_a_full_name_or_says_no_more_than_what_the_person_does(first, last, byline):
    person = User(username="ana", first_name=first, last_name=last)

    assert byline_of(person) == byline


def test_colleagues_know_somebody_without_a_name_by_their_login():
    assert name_of(User(username="ana", first_name="")) == "ana"


def test_no_login_and_no_address_is_published_under_a_verdict(client):
    nameless = {"first_name": "", "email": "mail-of@desk.example"}
    author = UserFactory(username="login-of-author", editor=True, **nameless)
    reviewer, other = (UserFactory(username=f"login-of-{n}", reviewer=True, **nameless) for n in (1, 2))
    verdict = VerdictFactory(author=author)
    submit(verdict, editor=author)

    publish(verdict, reviewer=reviewer)
    retract_urgently(verdict, reviewer=other, note="It rested on a forgery.")

    names = Revision.objects.order_by("number").values_list("author_name", "reviewer_name")
    assert list(names) == [("an editor of this desk", "a reviewer of this desk")] * 2
    for address in (verdict.get_absolute_url(), reverse("public:feed"), reverse("data:claimreview")):
        text = client.get(address).content.decode()
        assert "login-of" not in text
        assert "mail-of" not in text


def test_a_login_that_an_early_release_published_is_shown_no_more_and_the_record_stays_whole(client, monkeypatch):
    author = UserFactory(username="login-of-author", editor=True, first_name="Ana Reyes")
    reviewer = UserFactory(username="login-of-reviewer", reviewer=True, first_name="")
    monkeypatch.setattr("factcheck.verdicts.snapshot.whole.byline_of", lambda user, **_: user.username)
    verdict = publish(submit(VerdictFactory(author=author), editor=author), reviewer=reviewer).verdict

    pages = [verdict.get_absolute_url(), reverse("public:revision", args=[verdict.slug, 1])]
    texts = [client.get(page).text for page in pages]

    assert Revision.objects.get().author_name == "login-of-author"
    assert all("login-of" not in text for text in texts)
    assert all("an editor of this desk" in text and "a reviewer of this desk" in text for text in texts)
    assert verify()


def test_a_name_that_is_somebody_s_login_too_stays_a_name(client):
    author = UserFactory(username="Ana", editor=True, first_name="Ana", last_name="")
    verdict = VerdictFactory(author=author)
    publish(submit(verdict, editor=author), reviewer=UserFactory(reviewer=True))

    assert re.search(r"Written by Ana\s*<", client.get(verdict.get_absolute_url()).text)
