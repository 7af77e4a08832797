"""The readers' pages, which everyone may open: in the same form, without a session."""

from __future__ import annotations

import pytest
from django.http import HttpResponse
from django.views.defaults import server_error

from factcheck.public.own_answers import in_our_words
from tests.factories import UserFactory

ADDRESSES = [
    "/",
    "/verdicts/the-harbour-will-be-closed/",
    "/verdicts/the-harbour-will-be-closed/revisions/1/",
    "/verdicts/the-harbour-will-be-closed/revisions/2/",
    "/verdicts/the-harbour-will-be-closed/revisions/2/changes/",
    "/claims/",
    "/claims/the-harbour-will-be-closed/",
    "/stories/harbour-to-close/",
    "/sources/anna-brandt/",
    "/corrections/",
    "/methodology/",
    "/about/",
    "/topics/",
    "/stories/",
    "/sources/",
    "/search/?q=harbour",
    "/feed.atom",
    "/claimreview.json",
    "/sitemap.xml",
    "/robots.txt",
]
NOWHERE = [
    "/verdicts/unknown/",
    "/verdicts/the-harbour-will-be-closed/revisions/3/",
    "/verdicts/the-harbour-will-be-closed/revisions/1/changes/",
    "/claims/unknown/",
    "/stories/unknown/",
    "/sources/unknown/",
    "/?page=2",
    "/?page=x",
    "/nowhere/",
]
WITH_TWINS = [
    "/verdicts/the-harbour-will-be-closed/",
    "/claims/the-harbour-will-be-closed/",
    "/stories/harbour-to-close/",
    "/sources/anna-brandt/",
]


def test_a_visitor_s_page_opens_no_session_and_may_be_cached_by_anybody(corrected, client):
    for address in ADDRESSES:
        response = client.get(address)

        assert "public" in response["Cache-Control"], address
        assert "Cookie" in response["Vary"], address
        assert not response.wsgi_request.session.accessed, address
        assert not response.cookies, address


def test_what_somebody_with_a_session_gets_is_kept_by_no_shared_cache(corrected, as_user, editor):
    desk = as_user(editor)

    for address in ADDRESSES:
        assert "private" in desk.get(address)["Cache-Control"], address


def test_people_of_the_desk_go_from_a_page_to_its_twin_and_back(corrected, as_user, editor, client):
    desk, plain = as_user(editor), as_user(UserFactory())

    for address in WITH_TWINS:
        twin = f"/desk{address}"

        assert f'href="{twin}"' in desk.get(address).content.decode()
        assert f'href="{address}"' in desk.get(twin).content.decode()
        for reader in (client, plain):
            assert f'href="{twin}"' not in reader.get(address).content.decode()


def test_a_page_that_has_not_changed_is_not_sent_again(corrected, client):
    for address in ADDRESSES:
        etag = client.get(address)["ETag"]

        response = client.get(address, headers={"If-None-Match": etag})

        assert response.status_code == 304, address


def test_a_public_page_runs_no_script_and_weighs_little(corrected, client):
    for address in ADDRESSES[:14]:
        page = client.get(address).content.decode()

        assert page.count("<script") == page.count('<script type="application/ld+json">'), address
        assert 'style="' not in page, address
        assert len(page) < 30_000, address


def test_a_demonstration_says_so_and_asks_robots_to_stay_away(corrected, client, settings):
    settings.IS_DEMONSTRATION = True

    for address in ADDRESSES[:14]:
        page = client.get(address).content.decode()

        assert "A demonstration" in page, address
        assert '<meta name="robots" content="noindex">' in page, address


def test_what_is_not_there_is_answered_in_the_site_s_own_words(corrected, client):
    for address in NOWHERE:
        response = client.get(address)

        assert response.status_code == 404, address
        page = response.content.decode()
        assert "There is no such page" in page, address
        for way_on in ("/search/", "/claims/", "/topics/", "/desk/"):
            assert f'="{way_on}"' in page, address


def test_a_page_that_is_not_open_to_an_account_says_so(db, as_user):
    response = as_user(UserFactory()).get("/desk/")

    assert response.status_code == 403
    assert "This is not open to you" in response.content.decode()


def test_a_fault_of_the_server_is_answered_without_the_database(rf):
    response = server_error(rf.get("/"))

    assert response.status_code == 500
    assert "Something went wrong" in response.content.decode()


@pytest.mark.parametrize(("status", "told"), [(404, "There is no such page"), (500, "Something went wrong")])
def test_a_demonstration_tells_what_is_wrong_as_a_real_site_does(status, told, rf, db):
    answer = in_our_words(lambda _request: HttpResponse("how the site is built", status=status))

    response = answer(rf.get("/nowhere/"))

    assert response.status_code == status
    assert told in response.content.decode()
    assert "how the site is built" not in response.content.decode()
