"""A verdict on other sites: the picture beside a link, the card in a frame, how it is told, and how it is cited."""

from __future__ import annotations

import html
import io
import re

import pytest
from django.core.cache import cache
from PIL import Image

from factcheck.claims.models import Claim
from factcheck.public.verdict_card import VerdictCard, is_written
from factcheck.verdicts.models import Revision
from factcheck.verdicts.retract_verdict import retract_urgently
from tests.public.reading import PAGE, text_of

SITE = "http://localhost:8000"
EMBEDDED = f"/embed{PAGE}"
FRAMES = re.compile(r"frame-ancestors ([^;]+)")


@pytest.fixture(autouse=True)
def nobody_asked_before(media):
    cache.clear()


def meta_of(page):
    found = re.findall(r'<meta (?:property|name)="([^"]+)" content="([^"]*)"', page.content.decode())
    return {name: html.unescape(content) for name, content in found}


def card_of(client):
    return meta_of(client.get(PAGE))["og:image"].removeprefix(SITE)


def oembed_of(client, **asked):
    return client.get("/oembed", {"url": f"{SITE}{PAGE}", **asked})


def test_a_verdict_s_page_tells_other_sites_what_it_is(published, client):
    told = meta_of(client.get(PAGE))

    assert told["og:title"] == "False: The harbour will be closed. · Fact-check desk"
    assert told["og:description"] == "The harbour master denies it under her name."
    assert (told["og:type"], told["og:url"]) == ("article", f"{SITE}{PAGE}")
    assert told["twitter:card"] == "summary_large_image"
    assert told["og:image:alt"] == "The claim “The harbour will be closed.” is rated False."


@pytest.mark.parametrize(
    "address", ["/", "/claims/", "/claims/the-harbour-will-be-closed/", "/stories/harbour-to-close/"]
)
def test_every_page_tells_other_sites_what_it_is(address, published, client):
    told = meta_of(client.get(address))

    assert all(told[f"og:{name}"] for name in ("title", "description", "url", "type", "site_name"))
    assert told["og:description"] == " ".join(told["description"].split())


def test_the_picture_shows_claim_rating_and_strips(published, client):
    answer = client.get(card_of(client))

    image = Image.open(io.BytesIO(answer.content))
    colours = {colour for _, colour in image.convert("RGB").getcolors(1_000_000)}
    assert (answer["Content-Type"], image.size) == ("image/png", (1200, 630))
    assert {(0xB3, 0x26, 0x1E), (0xB7, 0xC6, 0xC4), (0xA1, 0x26, 0x1C)} <= colours  # the rating, kept, left out


def test_the_picture_is_drawn_once(published, client, monkeypatch):
    address = card_of(client)
    drawn = client.get(address).content
    monkeypatch.setattr(VerdictCard, "_drawn", lambda _self: b"")

    assert client.get(address, headers={"Accept-Encoding": "br"}).content == drawn


def test_a_correction_has_another_picture_and_the_former_leads_to_it(published, release, client):
    former = card_of(client)
    release(published, kind="corrected", note="She spoke by telephone.", conclusion="She denies it by telephone.")

    assert client.get(former).headers["Location"] == card_of(client) != former


def test_letters_that_the_font_lacks_are_left_out_instead_of_boxes(draft, release):
    Claim.objects.filter(pk=draft.claim_id).update(text="يغلق الميناء")
    release(draft)

    assert [is_written(letter) for letter in "añЖΩ ي中"] == [True, True, True, True, True, False, False]
    assert VerdictCard.of(Revision.objects.current().get()).png().startswith(b"\x89PNG")


def test_only_the_card_may_stand_in_a_frame_and_has_no_script(published, client):
    card = client.get(EMBEDDED)

    assert FRAMES.search(card["Content-Security-Policy"])[1] == "*"
    assert "X-Frame-Options" not in card
    assert FRAMES.search(client.get(EMBEDDED)["Content-Security-Policy"])[1] == "*"  # when it was kept, too
    assert "<script" not in card.content.decode()
    for address in (PAGE, "/", "/oembed"):
        assert FRAMES.search(client.get(address)["Content-Security-Policy"])[1] == "'none'"
        assert client.get(address)["X-Frame-Options"] == "DENY"


def test_the_card_says_claim_rating_and_finding_and_leads_to_the_verdict(published, client):
    card = client.get(EMBEDDED)

    text = text_of(card)
    for told in ("Fact-check desk", "The harbour will be closed.", "False", "The harbour master denies it"):
        assert told in text
    assert f'href="{SITE}{PAGE}"' in card.content.decode()


def test_the_card_says_that_the_verdict_was_corrected_and_when(corrected, client):
    assert f"Corrected {corrected.current.published_at:%-d %B %Y}" in text_of(client.get(EMBEDDED))


def test_a_retracted_verdict_s_card_picture_and_citation_say_so(published, reviewer, client):
    retract_urgently(published, reviewer=reviewer, note="The minutes were forged.")

    assert "Retracted: this verdict no longer stands." in text_of(client.get(EMBEDDED))
    assert "The harbour master denies it" not in text_of(client.get(EMBEDDED))
    assert "What was retracted, and why" in text_of(client.get(EMBEDDED))
    assert oembed_of(client).json()["title"] == "Retracted: The harbour will be closed."
    assert client.get(card_of(client)).status_code == 200
    assert client.get(f"{PAGE}cite.csl.json").json()[0]["title"].startswith("Retracted: ")


def test_a_link_to_a_verdict_can_be_shown_elsewhere(published, client):
    told = oembed_of(client).json()

    page = client.get(PAGE).content.decode()
    address = html.unescape(re.search(r'type="application/json\+oembed" title="[^"]*" href="([^"]*)"', page)[1])
    assert client.get(address.removeprefix(SITE)).json() == told
    assert (told["version"], told["type"], told["width"], told["height"]) == ("1.0", "rich", 560, 320)
    assert told["html"].startswith(f'<iframe src="{SITE}{EMBEDDED}" ')
    assert told["thumbnail_url"].endswith(card_of(client))
    assert html.escape(told["html"]) in page or told["html"] in html.unescape(page)


def test_a_frame_is_no_larger_than_asked(published, client):
    told = oembed_of(client, maxwidth="300", maxheight="200").json()

    assert (told["width"], told["height"]) == (300, 200)
    assert 'width="300" height="200"' in told["html"]


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ({"format": "xml"}, 501),
        ({"url": "https://elsewhere.example/verdicts/x/"}, 404),
        ({"url": f"{SITE}/verdicts/nothing/"}, 404),
        ({"url": f"{SITE}/claims/"}, 404),
        ({"url": "http://[/"}, 404),
        ({"url": ""}, 404),
        ({"maxwidth": "wide"}, 422),
    ],
)
def test_what_cannot_be_shown_elsewhere_is_told_as_the_api_tells_it(asked, status, published, client):
    answer = oembed_of(client, **asked)

    assert (answer.status_code, answer["Content-Type"]) == (status, "application/problem+json")


def test_a_verdict_is_cited_with_the_digest_that_the_ledger_vouches_for(corrected, client):
    digest, state = corrected.current.sha256(), f"{SITE}{PAGE}revisions/2/"

    page = text_of(client.get(PAGE))
    bibtex = client.get(f"{PAGE}cite.bib").content.decode()
    [csl] = client.get(f"{PAGE}cite.csl.json").json()

    assert f"False: The harbour will be closed. (revision 2). {state} [SHA-256 {digest}]" in page
    assert all(told in bibtex for told in ("@online{", f"url = {{{state}}}", f"SHA-256 {digest}"))
    assert (csl["URL"], csl["version"], csl["note"]) == (state, "2", f"SHA-256 {digest}")


def test_nothing_in_a_title_breaks_a_reference(draft, release, client):
    Claim.objects.filter(pk=draft.claim_id).update(text=r"50% of {R&D} \ costs $1_000 #1~^")
    release(draft)

    title = re.search(r"title = \{\{(.*)\}\},", client.get(f"{PAGE}cite.bib").content.decode())[1]

    assert title == (r"False: 50\% of \{R\&D\} \textbackslash{} costs \$1\_000 \#1\textasciitilde{}\textasciicircum{}")
