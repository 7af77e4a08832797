"""Topics at the desk: on a claim's page, in the list, and the page of all topics."""

from __future__ import annotations

import pytest
from django.urls import reverse

from factcheck.claims.models import Topic
from tests.factories import ClaimFactory, TopicFactory, VerdictFactory

LIST = "/desk/claims/"
TOPICS = [("bridges", "Bridges"), ("public-health", "Public health")]


@pytest.fixture
def claim(db):
    return ClaimFactory(slug="bridge")


def read(response):
    return response.content.decode()


def test_topics_are_typed_on_a_claim_s_page_and_stand_there(desk, claim):
    page = read(desk.post("/desk/claims/bridge/topics/", {"topics": "Bridges, Public health"}, follow=True))

    assert [topic.name for topic in claim.topics.all()] == ["Bridges", "Public health"]
    assert f'<a href="{LIST}?topic=public-health">Public health</a>' in page
    assert "The topics are changed." in page


def test_htmx_gets_the_topics_alone(desk, claim):
    response = desk.post("/desk/claims/bridge/topics/", {"topics": "Bridges"}, headers={"HX-Request": "true"})

    part = read(response)
    assert part.lstrip().startswith('<section id="topics"')
    assert "Bridges" in part
    assert "Undo" in part


def test_what_was_refused_stays_typed_and_says_why(desk, claim):
    typed = {"topics": "x" * 61}

    response = desk.post("/desk/claims/bridge/topics/", typed, headers={"HX-Request": "true"})

    assert response.status_code == 422
    assert "at most 60 characters" in read(response)
    assert f'value="{"x" * 61}"' in read(response)
    assert "at most 60 characters" in read(desk.post("/desk/claims/bridge/topics/", typed, follow=True))


def test_one_topic_is_taken_off(desk, claim):
    kept, off = TopicFactory(claims=[claim]), TopicFactory(claims=[claim])

    desk.post("/desk/claims/bridge/topics/", {"without": off.pk})

    assert list(claim.topics.all()) == [kept]


def test_names_are_suggested_for_what_stands_behind_the_last_comma(desk, claim):
    TopicFactory(name="Public health", claims=[claim])
    TopicFactory(name="Bridges")

    offered = read(desk.get("/desk/topics/names/", {"topics": "Trains, heal"}))

    assert '<option value="Trains, Public health">' in offered
    assert "Bridges" not in offered


def test_ticked_claims_get_topics_together(desk):
    claims = ClaimFactory.create_batch(2)
    ticked = {"claims": [claim.pk for claim in claims], "topics": "Bridges", "back": f"{LIST}?q=bridge"}

    response = desk.post("/desk/topics/ticked/", ticked, follow=True)

    assert response.redirect_chain == [(f"{LIST}?q=bridge", 302)]
    assert Topic.objects.get().claims.count() == 2
    assert "2 claims are about Bridges now." in read(response)


@pytest.mark.parametrize("ticked", [{"topics": "Bridges"}, {"claims": ["1"]}, {"claims": ["x"], "topics": ","}])
def test_nothing_ticked_or_typed_is_said(ticked, desk):
    assert "Tick at least one claim" in read(desk.post("/desk/topics/ticked/", ticked, follow=True))


def test_administrators_rename_and_join_topics_and_editors_do_not(desk, as_user, administrator):
    TopicFactory(name="Bridges", slug="bridges")
    TopicFactory(name="Spans", slug="spans")
    admin = as_user(administrator)

    assert "Rename or join" not in read(desk.get("/desk/topics/"))
    assert desk.post("/desk/topics/spans/change/", {"name": "Arches"}).status_code == 403
    assert "Press Join" in read(admin.post("/desk/topics/spans/change/", {"name": "bridges"}, follow=True))
    renamed = read(admin.post("/desk/topics/spans/change/", {"name": "Arches"}, follow=True))
    assert "is called “Arches” now" in renamed
    assert "Rename or join" in renamed
    joined = read(admin.post("/desk/topics/arches/change/", {"name": "Bridges", "join": "1"}, follow=True))
    assert "“Arches” is part of “Bridges” now" in joined
    nowhere = admin.post("/desk/topics/bridges/change/", {"name": "Elsewhere", "join": "1"}, follow=True)
    assert "No other topic is called “Elsewhere”." in read(nowhere)


def test_a_verdict_s_review_does_not_mind_a_new_topic(desk):
    from factcheck.verdicts.models import Verdict
    from tests.factories import VerdictFactory

    verdict = VerdictFactory(in_review=True)

    desk.post(reverse("desk:claim_topics", args=[verdict.claim.slug]), {"topics": "Bridges"})

    assert Verdict.objects.get().is_in_review


def test_the_topics_of_its_claim_stand_on_a_verdict_s_page(desk, claim):
    desk.post("/desk/claims/bridge/topics/", {"topics": "Public health, Bridges"})
    verdict = VerdictFactory(claim=claim)

    page = read(desk.get(reverse("desk:verdict", args=[verdict.slug])))

    links = [f'<a href="{LIST}?topic={slug}">{name}</a>' for slug, name in TOPICS]
    assert [page.count(link) for link in links] == [1, 1]
    assert page.index(links[0]) < page.index(links[1])
