"""Administrators write the pages that say what the desk is; readers see those that are written."""

from __future__ import annotations

import hashlib
import re

import pytest
from django.contrib.auth.models import User

from factcheck.ledger.chain import verify
from factcheck.ledger.models import Entry
from factcheck.site.first_texts import FIRST_TEXTS
from factcheck.site.models import LONGEST_TEXT, SiteText
from factcheck.site.pages import SitePage, gaps_in
from tests.factories import UserFactory
from tests.public.reading import text_of

URL = "/desk/site/funding/"
OUTLINES = ["people", "funding", "non-partisanship", "diversity", "licence"]


@pytest.fixture
def desk(as_user, administrator):
    return as_user(administrator)


def read(response):
    return response.content.decode()


def publish(desk, text, *, url=URL, **more):
    return desk.post(url, {"text": text, "act": "publish", **more})


def seen(desk, url=URL):
    """What the page sends along of the texts that its writer knew."""
    found = re.search(r'name="last_seen" value="(\d+)"', read(desk.get(url)))
    return found[1] if found else ""


@pytest.mark.parametrize("page", [page for page in SitePage if page not in OUTLINES])
def test_what_holds_for_every_desk_is_told_to_readers_at_once(page, db, client):
    answer = client.get(page.get_absolute_url())

    assert answer.status_code == 200
    assert f'href="{page.get_absolute_url()}"' in read(client.get("/"))


@pytest.mark.parametrize("page", OUTLINES)
def test_what_nobody_has_said_yet_is_no_page_and_no_link(page, db, client):
    assert client.get(f"/about/{page}/").status_code == 404
    assert f"/about/{page}/" not in read(client.get("/"))
    assert f"/about/{page}/" not in read(client.get("/sitemap.xml"))


def test_every_language_has_each_first_text_and_the_same_pages_have_gaps():
    for texts in FIRST_TEXTS.values():
        assert set(texts) == set(SitePage.values)
        assert [page for page in SitePage if gaps_in(texts[page])] == OUTLINES
        assert all(len(text) < LONGEST_TEXT for text in texts.values())


def test_a_page_that_is_written_is_read_dated_and_stands_in_every_foot_and_in_the_markup(desk, client):
    publish(desk, "We belong to *nobody*. <script>alert(1)</script>")

    page = read(client.get("/about/funding/"))
    assert "We belong to <em>nobody</em>." in page
    assert "<script>alert" not in page
    assert re.search(r"Last changed\s+<time", page)
    for address in ("/", "/claims/", "/about/"):
        assert 'href="/about/funding/"' in read(client.get(address))
    assert "/about/funding/" in read(client.get("/sitemap.xml"))


def test_the_checklist_says_which_pages_are_not_written_yet(desk):
    publish(desk, "We belong to nobody.")
    desk.post("/desk/site/people/", {"text": "Ana.", "act": "keep"})

    told = text_of(desk.get("/desk/site/"))

    assert "Funding and ownership en written" in told
    assert "People en not yet written Readers do not see it. a newer text is kept" in told
    assert "Privacy en as it was at first" in told


def test_a_text_with_gaps_is_kept_and_not_published(desk, client):
    answer = publish(desk, "We belong to [[who owns it]].")

    assert answer.status_code == 422
    assert "One place is still to be filled in: “who owns it”" in read(answer)
    assert "We belong to [[who owns it]]." in read(answer)
    desk.post(URL, {"text": "We belong to [[who owns it]].", "act": "keep"})
    assert client.get("/about/funding/").status_code == 404
    assert "We belong to [[who owns it]]." in read(desk.get(URL))


def test_looking_at_a_text_saves_nothing(desk):
    answer = desk.post(URL, {"text": "We belong to *nobody*.", "act": "look"})

    assert "We belong to <em>nobody</em>." in read(answer)
    assert not SiteText.objects.exists()


def test_what_is_kept_leaves_readers_what_they_saw(desk, client):
    publish(desk, "We belong to nobody.")

    desk.post(URL, {"text": "We belong to somebody.", "act": "keep", "last_seen": seen(desk)})

    assert "nobody" in read(client.get("/about/funding/"))


def test_all_that_a_page_said_is_kept_and_can_be_taken_up_again(desk):
    publish(desk, "We belong to nobody.")
    first = SiteText.objects.get()
    publish(desk, "We belong to somebody.", last_seen=first.pk)

    assert "We belong to nobody." in read(desk.get(URL))
    assert "We belong to nobody." in desk.get(f"{URL}?version={first.pk}").context["editor"].form["text"].value()
    assert SiteText.objects.count() == 2


def test_an_emptied_page_says_what_it_said_at_first_or_goes(desk, client):
    publish(desk, "We belong to nobody.")
    publish(desk, "We check.", url="/desk/site/about/")

    publish(desk, "", last_seen=seen(desk))
    publish(desk, "", url="/desk/site/about/", last_seen=seen(desk, "/desk/site/about/"))

    assert client.get("/about/funding/").status_code == 404
    assert "This desk checks claims" in read(client.get("/about/"))


def test_who_saves_second_is_told_and_loses_nothing(desk, administrator, as_user):
    other = as_user(UserFactory(administrator=True, first_name="Ana"))
    publish(desk, "We belong to nobody.")
    known = seen(desk)
    publish(other, "We belong to the readers.", last_seen=known)

    answer = publish(desk, "We belong to a trust.", last_seen=known)

    assert answer.status_code == 422
    assert "Ana saved this page meanwhile." in read(answer)
    assert "We belong to a trust." in read(answer)
    assert "We belong to the readers." in read(answer)
    again = re.search(r'name="last_seen" value="(\d+)"', read(answer))[1]
    publish(desk, "We belong to a trust.", last_seen=again)
    assert SiteText.objects.standing().get().text == "We belong to a trust.\n"


def test_a_page_is_read_in_the_language_that_it_was_written_in_and_says_so(desk, client):
    publish(desk, "We belong to nobody.")

    spanish = read(client.get("/es/about/funding/"))

    assert '<div class="prose" lang="en">' in spanish
    publish(desk, "No somos de nadie.", url=f"{URL}?language=es")
    assert '<div class="prose">' in read(client.get("/es/about/funding/"))
    assert "No somos de nadie." in read(client.get("/es/about/funding/"))
    assert "We belong to nobody." in read(client.get("/about/funding/"))


def test_the_ledger_vouches_for_each_text_and_holds_none(desk, administrator):
    publish(desk, "We belong to nobody.")
    publish(desk, "We belong to nobody.", last_seen=seen(desk))

    entry = Entry.objects.get()
    assert (entry.act, entry.actor) == ("site_page.published", administrator)
    assert entry.subject_name == "funding (en)"
    assert entry.details == {
        "page": "funding",
        "language": "en",
        "sha256": hashlib.sha256(b"We belong to nobody.\n").hexdigest(),
    }
    assert verify() == 1


def test_the_markup_leads_to_the_pages_that_are_written_and_to_no_other(desk, db):
    from factcheck.site.identity import the_site
    from factcheck.verdicts.claimreview import organisation

    told = organisation(the_site())
    assert "ownershipFundingInfo" not in told
    assert told["correctionsPolicy"].endswith("/about/complaints/")

    publish(desk, "We belong to nobody.")

    assert organisation(the_site())["ownershipFundingInfo"].endswith("/about/funding/")


def test_an_address_of_no_page_is_not_found_and_one_of_two_addresses_leads_on(desk, client):
    assert client.get("/about/nothing/").status_code == 404
    assert client.get("/about/methodology/").url == "/methodology/"
    assert desk.get("/desk/site/nothing/").status_code == 404
    assert User.objects.exists()
