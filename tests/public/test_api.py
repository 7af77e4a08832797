"""The API: what it answers is what readers' pages show, in parts, to every page on the web, and not too fast."""

from __future__ import annotations

import json

import pytest
from django.core.cache import cache
from django.test import Client

from factcheck.claims.models import Source
from factcheck.public.api.document import document
from factcheck.public.kept_pages import forget_pages
from factcheck.verdicts.models import OutsideCheck
from factcheck.verdicts.retract_verdict import retract_urgently
from tests.factories import OutsideCheckFactory, VerdictFactory
from tests.public.reading import PAGE

API = "/api/v1"
SLUG = "the-harbour-will-be-closed"
PAGES = {  # of readers, with what the API answers of each
    "/": "/verdicts",
    PAGE: f"/verdicts/{SLUG}",
    f"{PAGE}revisions/1/": f"/verdicts/{SLUG}/revisions/1",
    f"{PAGE}revisions/2/changes/": f"/verdicts/{SLUG}/revisions/2/changes",
    "/claims/": "/claims",
    f"/claims/{SLUG}/": f"/claims/{SLUG}",
    "/topics/": "/topics",
    "/stories/harbour-to-close/": "/stories/harbour-to-close",
    "/sources/anna-brandt/": "/sources/anna-brandt",
    "/corrections/": "/corrections",
    "/methodology/": "/site/methodology",
    "/about/": "/site/about",
    "/record/": "/record",
}


@pytest.fixture(autouse=True)
def nobody_asked_before():
    cache.clear()


@pytest.fixture
def ask(client, db):
    return lambda path, **headers: client.get(API + path, headers=headers)


def test_a_verdict_says_what_its_page_says(corrected, ask):
    verdict = ask(f"/verdicts/{SLUG}").json()

    assert (verdict["claim_text"], verdict["rating"]["label"]) == ("The harbour will be closed.", "False")
    assert verdict["conclusion"] == "The harbour master denies it by telephone."
    assert verdict["sha256"] == corrected.current.sha256()
    supports, denies = verdict["sides"]
    assert (supports["stance"], supports["unnamed"], denies["named"]) == ("supports", 4, 1)
    assert denies["left_out_by"] == ["The Reprint"]
    assert denies["quotations"][0]["speaker"]["source"] == "anna-brandt"
    assert verdict["claimant"]["speaker"]["name"] == "four people with knowledge of the talks"
    assert verdict["left_out"] == ["The Reprint left out what Anna Brandt said against the claim."]
    assert [one["kind"] for one in verdict["history"]] == ["corrected", "published"]
    assert verdict["evidence"][1]["archive_url"] == "https://archive.example/minutes"


def test_a_retracted_verdict_says_why_and_no_longer_rates(published, reviewer, ask):
    retract_urgently(published, reviewer=reviewer, note="The minutes were forged.")

    verdict = ask(f"/verdicts/{SLUG}").json()

    assert (verdict["is_retracted"], verdict["rating"], verdict["conclusion"]) == (True, None, "")
    assert (verdict["sides"], verdict["evidence"], verdict["reasoning"]) == ([], [], "")
    assert verdict["note"] == "The minutes were forged."


def test_a_story_says_who_carried_what(published, ask):
    story = ask("/stories/harbour-to-close").json()

    outlets = [version["outlet"] for version in story["versions"]]
    denial = next(row for row in story["carriage"] if row["quotation"]["exact"] == "Nobody is closing anything")
    fates = dict(zip(outlets, (cell["fate"] for cell in denial["versions"]), strict=True))
    assert fates == {"The Original": "first", "The Reprint": "cut"}
    assert denial["positions"][0]["stance"] == "denies"


def test_what_a_source_said_is_listed(published, ask):
    source = ask("/sources/anna-brandt").json()

    said = ask(source["statements"].partition(API)[2]).json()["items"]

    assert [statement["exact"] for statement in said] == ["Nobody is closing anything"]
    assert ask(f"/statements/{said[0]['statement']}").json() == said[0]


def test_outside_reviews_are_those_of_claims_that_readers_see(published, ask):
    OutsideCheckFactory(claim=published.claim, desk="Other Desk", label="Pants on fire")
    OutsideCheckFactory(desk="Placed nowhere")

    [review] = ask("/outside-reviews").json()["items"]

    assert (review["desk"], review["rating"], review["claim"]) == ("Other Desk", "Pants on fire", SLUG)
    assert OutsideCheck.objects.count() == 2


def test_lists_are_narrowed(corrected, release, ask):
    release(VerdictFactory())

    assert len(ask("/verdicts").json()["items"]) == 2
    assert ask("/verdicts?rating=true").json()["items"] == []
    assert [one["kind"] for one in ask("/corrections?kind=corrected").json()["items"]] == ["corrected"]
    assert ask("/claims?topic=nowhere").json()["items"] == []
    assert ask("/statements?story=harbour-to-close&source=anna-brandt").json()["items"][0]["story"]


def test_a_list_comes_in_parts_of_which_each_leads_to_the_next(release, ask):
    for _ in range(5):
        release(VerdictFactory())
    address, found = "/verdicts?limit=2", []

    while address:
        answer = ask(address)
        found.append([verdict["slug"] for verdict in answer.json()["items"]])
        following = answer.json()["next"] or ""
        assert (f'<{following}>; rel="next"' == answer.headers.get("Link")) is bool(following)
        address = following.partition(API)[2]

    assert [len(part) for part in found] == [2, 2, 1]
    assert len({slug for part in found for slug in part}) == 5


@pytest.mark.parametrize(
    ("path", "status", "name"),
    [
        ("/verdicts/nothing", 404, ""),
        ("/claims/nothing", 404, ""),
        ("/stories/harbour-to-close/comparison", 404, ""),
        ("/nowhere", 404, ""),
        ("/statements/99999999999999999999", 404, ""),
        ("/verdicts?limit=0", 422, "limit"),
        ("/verdicts?limit=101", 422, "limit"),
        ("/verdicts?after=x", 422, "after"),
    ],
)
def test_what_is_wrong_is_told_in_one_form(path, status, name, story, ask):
    answer = ask(path)

    assert (answer.status_code, answer["Content-Type"]) == (status, "application/problem+json")
    told = answer.json()
    assert set(told) == {"title", "status", "detail", "errors"}
    assert told["status"] == status
    assert told["detail"].endswith(".")
    assert [fault["name"] for fault in told["errors"]] == ([name] if name else [])


def test_nothing_can_be_sent(db):
    for method in ("post", "put", "delete", "patch"):
        answer = getattr(Client(enforce_csrf_checks=True), method)(f"{API}/verdicts")
        assert (answer.status_code, answer["Allow"]) == (405, "GET, HEAD, OPTIONS")
        assert answer["Content-Type"] == "application/problem+json"


def test_every_page_on_the_web_may_ask(published, client, ask):
    assert ask("/verdicts")["Access-Control-Allow-Origin"] == "*"
    assert "Link" in ask("/verdicts")["Access-Control-Expose-Headers"]

    preflight = client.options(f"{API}/verdicts", headers={"Access-Control-Request-Method": "GET"})

    assert preflight.status_code == 204
    assert "If-None-Match" in preflight["Access-Control-Allow-Headers"]


def test_what_did_not_change_is_not_sent_again_and_a_correction_is_at_once(published, release, ask):
    etag = ask(f"/verdicts/{SLUG}")["ETag"]

    assert ask(f"/verdicts/{SLUG}", if_none_match=etag).status_code == 304

    release(published, kind="corrected", note="She spoke by telephone.", conclusion="She denies it by telephone.")

    answer = ask(f"/verdicts/{SLUG}", if_none_match=etag)
    assert answer.json()["conclusion"] == "She denies it by telephone."


def test_an_answer_is_kept_and_is_the_same_for_whoever_asks(
    published, client, as_user, editor, django_assert_num_queries
):
    client.get(f"{API}/verdicts/{SLUG}")

    with django_assert_num_queries(1):
        client.get(f"{API}/verdicts/{SLUG}")
    answer = as_user(editor).get(f"{API}/verdicts/{SLUG}")
    assert "Cookie" not in answer.get("Vary", "")
    assert "public" in answer["Cache-Control"]


def test_a_head_has_no_body(published, client):
    answer = client.head(f"{API}/verdicts")

    assert (answer.status_code, answer.content) == (200, b"")


def test_who_asks_too_often_is_told_when_to_come_again(db, settings, client):
    settings.API_RATE = "2/min"

    answers = [client.get(f"{API}/topics") for _ in range(3)]

    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert 1 <= int(answers[2]["Retry-After"]) <= 60
    assert answers[2].json()["detail"].startswith("Too many requests came from your address. Ask again in ")
    assert answers[2]["Access-Control-Allow-Origin"] == "*"
    assert client.get(f"{API}/topics", REMOTE_ADDR="198.51.100.7").status_code == 200


@pytest.mark.parametrize("page", PAGES)
def test_a_page_as_json_is_what_the_api_answers(page, corrected, client, ask):
    told = ask(PAGES[page]).json()
    beside = f"{page.rstrip('/') or '/index'}.json"

    by_wish = client.get(page, headers={"Accept": "application/json"})
    html = client.get(page, headers={"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"})

    assert by_wish.json() == client.get(beside).json() == told
    assert html["Content-Type"].startswith("text/html")
    assert "Accept" in html["Vary"].split(", ")
    assert "Accept" in by_wish["Vary"].split(", ")
    assert f'<link rel="alternate" type="application/json" href="{beside}">' in html.content.decode()


def test_a_page_and_its_twin_do_not_stand_in_for_each_other(published, client):
    for accept in ("application/json", "text/html", "application/json", "text/html"):
        answer = client.get(PAGE, headers={"Accept": accept})
        assert answer["Content-Type"].startswith(accept)


def test_searching_as_json(published, ask):
    found = ask("/search?q=harbour").json()

    assert [kind["kind"] for kind in found["kinds"]] == ["verdicts", "claims", "stories", "sources"]
    assert found["kinds"][0]["hits"][0]["url"].endswith(PAGE)
    assert ask("/search?q=!").json()["problem"] == "“!” holds no letter and no digit. Type a word."


def test_the_document_says_what_there_is(db, client):
    document = client.get(f"{API}/openapi.json").json()

    assert document["openapi"].startswith("3.1")
    assert document["servers"] == [{"url": "http://localhost:8000"}]
    nouns = ("verdicts", "claims", "statements", "stories", "sources", "corrections", "outside-reviews", "topics")
    assert {f"{API}/{noun}" for noun in nouns} <= set(document["paths"])
    for path, operations in document["paths"].items():
        assert list(operations) == ["get"], path
        assert "application/problem+json" in operations["get"]["responses"]["404"]["content"]


def test_a_source_that_is_merged_with_another_is_found_at_its_former_address(published, ask):
    source = Source.objects.get(slug="anna-brandt")
    source.addresses.create(slug="a-brandt")

    assert ask("/sources/a-brandt").json()["slug"] == "anna-brandt"


def test_lists_take_few_queries_however_long_they_are(release, ask, django_assert_max_num_queries, db):
    for _ in range(4):
        release(VerdictFactory())
    forget_pages()

    for path in ("/verdicts", "/claims", "/statements", "/stories", "/sources", "/corrections"):
        with django_assert_max_num_queries(14):
            assert json.loads(ask(path).content)["items"] is not None


def test_the_page_about_the_api_says_of_every_address_and_every_question_what_it_answers(published, client):
    page = client.get("/api/").text

    described = [said for paths in document()["paths"].values() for said in descriptions_of(paths["get"])]
    assert all(described)
    assert "`" not in page.partition("<main")[2]
    assert "<code>next</code>" in page


def descriptions_of(operation):
    asked = [one for one in operation["parameters"] if one["in"] == "query"]
    return [operation["description"], *(one.get("description") for one in asked)]
