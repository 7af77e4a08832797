"""What readers find under a topic."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from factcheck.claims.rename_topic import rename_topic
from factcheck.claims.set_topics import set_topics
from tests.factories import ClaimFactory, TopicFactory
from tests.public.reading import text_of


@pytest.fixture
def tagged(published, editor):
    """A published verdict whose claim is about the port; a topic that no public claim has stays with the desk."""
    set_topics(published.claim, names=["Port & sea"], editor=editor)
    TopicFactory(name="Working note", claims=[ClaimFactory()])
    return published


def test_topics_with_public_claims_are_listed_and_no_others(tagged, client):
    page = client.get("/topics/").content.decode()

    assert 'href="/topics/port-sea/"' in page
    assert "Port &amp; sea" in page
    assert "Working note" not in page
    assert client.get("/topics/topic-0/").status_code == 404


def test_a_topic_s_page_shows_its_public_claims_with_their_outcome(tagged, client):
    text = text_of(client.get("/topics/port-sea/"))

    assert "1 claim" in text
    assert "The harbour will be closed." in text
    assert "False" in text


@pytest.mark.parametrize("address", ["/claims/the-harbour-will-be-closed/", "/verdicts/the-harbour-will-be-closed/"])
def test_claim_and_verdict_lead_to_their_topics(address, tagged, client):
    assert '<a href="/topics/port-sea/">Port &amp; sea</a>' in client.get(address).content.decode()


def test_a_topic_has_a_feed_of_its_verdicts(tagged, client):
    assert 'href="/topics/port-sea/feed.atom"' in client.get("/topics/port-sea/").content.decode()

    root = ET.fromstring(client.get("/topics/port-sea/feed.atom").content)

    atom = "{http://www.w3.org/2005/Atom}"
    assert root.find(f"{atom}title").text == "Port & sea · Fact-check desk"
    assert [entry.find(f"{atom}title").text for entry in root.findall(f"{atom}entry")] == [
        "False: The harbour will be closed."
    ]


def test_the_address_that_a_topic_had_leads_to_it(tagged, administrator, client):
    rename_topic(tagged.claim.topics.get(), name="Harbours", editor=administrator)

    assert client.get("/topics/port-sea/").url == "/topics/harbours/"


def test_topics_take_few_queries(tagged, client, django_assert_max_num_queries):
    with django_assert_max_num_queries(7):  # one of them asks what changed since the page was kept
        client.get("/topics/port-sea/")
    with django_assert_max_num_queries(2):
        client.get("/topics/")


@pytest.mark.parametrize(("rating", "is_shown"), [("false", True), ("retracted", False), ("none", False), ("x", True)])
def test_readers_narrow_the_list_of_claims_by_rating(rating, is_shown, tagged, client):
    assert ("The harbour will be closed." in text_of(client.get("/claims/", {"rating": rating}))) == is_shown
