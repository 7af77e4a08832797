from __future__ import annotations

import html
import io
import json
import re
from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree as ET

import pytest
from django.test import Client
from django.utils import timezone
from PIL import Image

from factcheck.claims.models import Statement
from factcheck.public.kept_pages import forget_pages
from factcheck.verdicts.retract_verdict import retract_urgently
from tests.factories import PositionFactory, StatementFactory, TopicFactory, VerdictFactory

ATOM = "{http://www.w3.org/2005/Atom}"
PAGE = "http://localhost:8000/verdicts/the-harbour-will-be-closed/"


def locations(client, address="/sitemap.xml"):
    root = ET.fromstring(client.get(address).content)
    return [element.text for element in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]


def test_the_data_feed_holds_the_claim_review_of_every_standing_verdict(corrected, release, client):
    release(VerdictFactory())

    feed = json.loads(client.get("/claimreview.json").content)

    assert (feed["@context"], feed["@type"]) == ("https://schema.org", "DataFeed")
    assert [type(element["item"]) for element in feed["dataFeedElement"]] == [list, list]
    assert feed["dataFeedElement"][1]["item"][0]["url"] == PAGE
    assert feed["dataFeedElement"][1]["item"][0]["correction"][0]["text"].startswith("The harbour master spoke")


def test_what_was_retracted_stays_in_the_data_feed_marked_so_and_without_its_rating(published, reviewer, client):
    retract_urgently(published, reviewer=reviewer, note="The minutes were forged.")

    [element] = json.loads(client.get("/claimreview.json").content)["dataFeedElement"]

    [review] = element["item"]
    assert element["dateDeleted"] == element["dateModified"] == review["dateModified"]
    assert (review["url"], review["creativeWorkStatus"]) == (PAGE, "Retracted")
    rating = {"@type": "Rating", "alternateName": "Retracted", "ratingExplanation": "The minutes were forged."}
    assert review["reviewRating"] == rating


def test_the_data_feed_takes_few_queries_for_many_verdicts(release, client, django_assert_max_num_queries, db):
    for _ in range(4):
        release(VerdictFactory())

    with django_assert_max_num_queries(6):
        client.get("/claimreview.json")


def test_a_long_data_feed_comes_in_parts_of_which_each_leads_to_the_one_before(release, client, db, monkeypatch):
    monkeypatch.setattr("factcheck.public.views.machines.PART_OF_FEED", 2)
    for _ in range(5):
        release(VerdictFactory())
    found, address = [], "/claimreview.json"

    while address:
        response = client.get(address)
        feed = json.loads(response.content)
        found.append([element["item"][0]["url"] for element in feed["dataFeedElement"]])
        address = feed.get("hasPart", {}).get("url", "").removeprefix("http://localhost:8000")
        assert (f"<http://localhost:8000{address}>; rel=" in response.get("Link", "")) is bool(address)

    told = [url for part in found for url in part]
    assert len(set(told)) == len(told) == 5
    assert max(map(len, found)) <= 4
    for unknown in ("0", "999999", "x", ""):
        assert client.get(f"/claimreview.json?page={unknown}").status_code == 404


def test_the_atom_feed_tells_of_verdicts_and_of_their_changes(corrected, reviewer, client):
    retract_urgently(corrected, reviewer=reviewer, note="The minutes were forged.")

    root = ET.fromstring(client.get("/feed.atom").content)

    entries = root.findall(f"{ATOM}entry")
    assert [entry.find(f"{ATOM}title").text for entry in entries] == [
        "Retracted: The harbour will be closed.",
        "Corrected: The harbour will be closed. (False)",
        "False: The harbour will be closed.",
    ]
    assert {entry.find(f"{ATOM}link").get("href") for entry in entries} == {PAGE}
    assert [entry.find(f"{ATOM}id").text for entry in entries] == [f"{PAGE}revisions/{n}/" for n in (3, 2, 1)]
    assert {entry.find(f"{ATOM}summary").get("type") for entry in entries} == {"text"}
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"
    summaries = [entry.find(f"{ATOM}summary").text for entry in entries]
    assert summaries[0] == "The minutes were forged."
    assert all(
        told.endswith(". The Reprint left out what Anna Brandt said against the claim.") for told in summaries[1:]
    )


def told_in(client, address):
    """Titles, texts, links and keys of a feed, whatever its format."""
    answer = client.get(address)
    if address.endswith(".json"):
        keys = ("title", "content_text", "url", "id")
        return [tuple(item[key] for key in keys) for item in answer.json()["items"]]
    root = ET.fromstring(answer.content)
    if address.endswith(".rss"):
        keys = ("title", "description", "link", "guid")
        found = [[item.find(key).text for key in keys] for item in root.iter("item")]
        return [(title, html.unescape(text), link, guid) for title, text, link, guid in found]
    entries = root.findall(f"{ATOM}entry")
    found = [[entry.find(f"{ATOM}{key}") for key in ("title", "summary", "link", "id")] for entry in entries]
    return [(title.text, text.text, link.get("href"), key.text) for title, text, link, key in found]


@pytest.mark.parametrize("place", ["/", "/corrections/", "/topics/harbours/"])
def test_a_feed_tells_the_same_in_every_format_and_its_page_names_them(place, corrected, client):
    topic = TopicFactory(name="Harbours", slug="harbours")
    topic.claims.add(corrected.claim)

    atom, rss, as_json = (told_in(client, f"{place}feed.{form}") for form in ("atom", "rss", "json"))

    page = client.get(place).content.decode()
    assert atom == rss == as_json
    assert len(atom) == (1 if place == "/corrections/" else 2)
    for form, media_type in (("atom", "atom+xml"), ("rss", "rss+xml"), ("json", "feed+json")):
        assert re.search(rf'type="application/{re.escape(media_type)}" title="[^"]+" href="{place}feed.{form}"', page)
        assert client.get(f"{place}feed.{form}")["Content-Type"].startswith(f"application/{media_type}")


def test_what_looks_like_markup_in_a_feed_is_text(published, release, client):
    note = "She said <b>no</b> & left."
    release(published, kind="clarified", note=note, conclusion="She denies it.")

    for form in ("atom", "rss", "json"):
        assert told_in(client, f"/feed.{form}")[0][1].startswith(note)
    assert "&amp;lt;b&amp;gt;no" in client.get("/feed.rss").content.decode()


def test_a_json_feed_says_where_it_stands(published, client):
    feed = client.get("/feed.json").json()

    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert (feed["feed_url"], feed["home_page_url"]) == ("http://localhost:8000/feed.json", "http://localhost:8000/")
    assert feed["language"] == "en"


def test_the_atom_feed_of_a_new_site_is_empty(db, client):
    assert client.get("/feed.atom").status_code == 200


def test_the_sitemap_names_public_pages_at_the_site_s_own_address(published, client, settings):
    settings.SITE_URL = "https://desk.example"

    found = locations(client)

    assert "https://desk.example/" in found
    for path in ("verdicts/the-harbour-will-be-closed", "stories/harbour-to-close", "sources/anna-brandt"):
        assert f"https://desk.example/{path}/" in found


def test_a_large_sitemap_is_an_index_of_parts_that_name_the_same_pages(corrected, release, client, monkeypatch):
    newer = release(VerdictFactory())
    whole = locations(client)
    monkeypatch.setattr("factcheck.public.sitemaps.PART", 1)
    forget_pages()

    parts = [part.removeprefix("http://localhost:8000") for part in locations(client)]

    assert f"/sitemap-verdicts-{newer.pk + 1}.xml" in parts
    assert {page for part in parts for page in locations(client, part)} == set(whole)
    for unknown in ("verdicts-0", "verdicts-999999999", "people-1"):
        assert client.get(f"/sitemap-{unknown}.xml").status_code == 404


def test_everything_in_the_sitemap_and_in_its_index_says_when_it_changed(corrected, client, monkeypatch):
    def entries():
        root = ET.fromstring(client.get("/sitemap.xml").content)
        return [[element.tag.rpartition("}")[2] for element in entry] for entry in root]

    whole = entries()
    monkeypatch.setattr("factcheck.public.sitemaps.PART", 1)
    forget_pages()

    assert all("lastmod" in entry for entry in [*whole, *entries()])


def test_a_page_changed_when_something_was_said_that_it_shows(published, client):
    statement = StatementFactory(article=published.claim.positions.first().statement.article, exact="Ships came")
    PositionFactory(claim=published.claim, statement=statement)
    Statement.objects.filter(pk=statement.pk).update(created_at=datetime(2040, 5, 6, tzinfo=UTC))

    root = ET.fromstring(client.get("/sitemap.xml").content)

    changed = {entry[0].text: entry[1].text for entry in root}
    for path in ("claims/the-harbour-will-be-closed", "stories/harbour-to-close"):
        assert changed[f"http://localhost:8000/{path}/"] == "2040-05-06"
    assert changed[PAGE] < "2040"


def test_a_page_for_reading_answers_405_to_what_is_sent(published):
    strict = Client(enforce_csrf_checks=True)

    for address in ("/", PAGE.removeprefix("http://localhost:8000"), "/feed.atom", "/claimreview.json"):
        assert strict.post(address).status_code == 405


@pytest.mark.parametrize(
    "address",
    [
        *("/", "/about/", "/methodology/", "/record/", "/search/", "/corrections/", "/claims/", "/topics/"),
        *("/claims/the-harbour-will-be-closed/", "/stories/harbour-to-close/", "/sources/anna-brandt/"),
        *(f"/verdicts/the-harbour-will-be-closed/{part}" for part in ("", "revisions/1/", "revisions/2/changes/")),
        "/login/",
    ],
)
def test_every_page_says_in_a_sentence_what_it_is(address, corrected, client):
    page = client.get(address).content.decode()

    [description] = re.findall(r'<meta name="description" content="([^"]*)">', page)
    assert len(" ".join(description.split())) > 20
    for time in re.findall(r'<time datetime="([^"]*)"', page):
        assert datetime.fromisoformat(time).microsecond == 0


def test_robots_keep_out_of_signing_in(db, client):
    assert '<meta name="robots" content="noindex">' in client.get("/login/").content.decode()


def test_the_sitemap_names_nothing_that_is_not_public(story, client):
    VerdictFactory()

    assert [location.removeprefix("http://localhost:8000/") for location in locations(client)] == [
        "",
        "claims/",
        "topics/",
        "stories/",
        "sources/",
        "corrections/",
        "about/",
        "methodology/",
        "about/complaints/",
        "about/privacy/",
        "about/accessibility/",
    ]


def test_robots_may_read_everything_but_the_desk(client, db):
    rules = client.get("/robots.txt").content.decode().splitlines()

    assert rules == [
        "User-agent: *",
        "Disallow: /desk/",
        "Disallow: /admin/",
        "Sitemap: http://localhost:8000/sitemap.xml",
    ]


def test_robots_stay_away_from_a_demonstration(client, db, settings):
    settings.IS_DEMONSTRATION = True

    assert client.get("/robots.txt").content.decode() == "User-agent: *\nDisallow: /\n"


@pytest.mark.parametrize("address", ["/feed.atom", "/claimreview.json"])
def test_a_demonstration_s_feeds_say_what_they_are(address, published, client, settings):
    settings.IS_DEMONSTRATION = True

    assert "demonstration" in client.get(address).content.decode().casefold()


def test_who_finds_a_hole_is_told_whom_to_write_to_and_until_when(db, client, settings):
    settings.SITE_EMAIL = "desk@desk.example"

    lines = client.get("/.well-known/security.txt").content.decode().splitlines()

    told = dict(line.split(": ", 1) for line in lines)
    assert told["Contact"] == "mailto:desk@desk.example"
    assert timedelta(days=30) < datetime.fromisoformat(told["Expires"]) - timezone.now() < timedelta(days=365)


def test_browsers_find_the_site_s_sign_in_every_form(db, client):
    icon = Image.open(io.BytesIO(client.get("/favicon.ico").content))
    manifest = client.get("/manifest.webmanifest").json()

    assert icon.info["sizes"] == {(16, 16), (32, 32), (48, 48)}
    assert (manifest["name"], manifest["lang"], manifest["start_url"]) == ("Fact-check desk", "en", "/")
    for drawn in manifest["icons"][1:]:
        assert "x".join(map(str, Image.open(io.BytesIO(client.get(drawn["src"]).content)).size)) == drawn["sizes"]
    assert client.get("/icon-7.png").status_code == 404


def test_a_browser_s_search_box_can_ask_the_site(db, client):
    page = client.get("/").content.decode()
    address = re.search(r'rel="search"[^>]*href="([^"]*)"', page)[1]

    root = ET.fromstring(client.get(address).content)

    spaces = {"o": "http://a9.com/-/spec/opensearch/1.1/"}
    assert len(root.find("o:ShortName", spaces).text) <= 16
    assert root.find("o:Url", spaces).get("template") == "http://localhost:8000/search/?q={searchTerms}"


def test_language_models_are_told_what_the_site_is_and_where_its_data_stands(published, client):
    told = client.get("/llms.txt").content.decode()

    assert told.startswith("# Fact-check desk\n\n> A fact-check desk: ")
    links = re.findall(r"\]\(http://localhost:8000([^)]+)\)", told)
    assert len(links) > 15
    assert {address: client.get(address).status_code for address in links} == dict.fromkeys(links, 200)


def test_the_index_of_the_sitemap_says_of_a_part_when_something_came_to_it(corrected, release, client, monkeypatch):
    monkeypatch.setattr("factcheck.public.sitemaps.PART", 1)
    client.get("/sitemap.xml")

    newer = release(VerdictFactory())

    fresh = client.get("/sitemap.xml").content
    forget_pages()
    assert f"/sitemap-verdicts-{newer.pk + 1}.xml".encode() in fresh
    assert client.get("/sitemap.xml").content == fresh
