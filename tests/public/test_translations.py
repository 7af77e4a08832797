"""What readers, robots and programs are told of verdicts that say the same in other languages."""

import json
import re

import pytest

from factcheck.verdicts.retract_verdict import retract_urgently
from factcheck.verdicts.translate_verdict import leave_translations, name_translation
from tests.factories import VerdictFactory
from tests.public.reading import PAGE

ALTERNATE = re.compile(r'<link\s+rel="alternate"\s+hreflang="([\w-]+)"\s+href="http://localhost:8000([^"]+)"')
SPANISH_PAGE = "/es/verdicts/el-puente/"


@pytest.fixture
def spanish(corrected, editor):
    verdict = VerdictFactory(slug="el-puente")
    name_translation(verdict, of=corrected, language="es", editor=editor)
    return verdict


def links_of(answer):
    return dict(ALTERNATE.findall(answer.content.decode()))


def review_on(answer):
    return json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', answer.content.decode())[1])


def test_a_draft_in_another_language_is_named_nowhere(corrected, spanish, client):
    for address in (PAGE, f"/es{PAGE}", f"{PAGE[:-1]}.json", "/claimreview.json", "/feed.atom", "/feed.json"):
        assert b"el-puente" not in client.get(address).content, address


def test_public_verdicts_lead_to_each_other(corrected, spanish, release, client):
    assert b"also-in" not in client.get(PAGE).content

    release(spanish)

    assert f'href="{SPANISH_PAGE}"' in client.get(PAGE).content.decode()
    assert f'href="{PAGE}"' in client.get(SPANISH_PAGE).content.decode()


def test_the_alternates_of_a_page_are_the_verdicts_of_these_languages(corrected, spanish, release, client):
    release(spanish)

    links = {"en": PAGE, "x-default": PAGE, "es": SPANISH_PAGE}
    assert links_of(client.get(PAGE)) == links_of(client.get(SPANISH_PAGE)) == links


def test_a_language_that_the_site_does_not_speak_has_an_alternate_too(corrected, release, editor, client):
    french = VerdictFactory(slug="le-pont")
    name_translation(french, of=corrected, language="fr", editor=editor)
    release(french)

    assert links_of(client.get(PAGE))["fr"] == "/verdicts/le-pont/"


def test_the_markup_names_the_original_and_its_translation(corrected, spanish, release, client):
    release(spanish)

    [translation] = review_on(client.get(PAGE))["workTranslation"]
    assert translation == {
        "@type": "CreativeWork",
        "url": "http://localhost:8000/verdicts/el-puente/",
        "inLanguage": "es",
    }
    review = review_on(client.get(SPANISH_PAGE))
    assert review["translationOfWork"]["url"] == f"http://localhost:8000{PAGE}"
    assert review["inLanguage"] == "es"
    assert "workTranslation" not in review


def test_programs_and_feeds_are_told(corrected, spanish, release, client):
    release(spanish)

    assert client.get(f"{PAGE[:-1]}.json").json()["translations"] == [
        {
            "language": "es",
            "is_original": False,
            "slug": "el-puente",
            "url": "http://localhost:8000/verdicts/el-puente/",
        }
    ]
    assert b'href="http://localhost:8000/es/verdicts/el-puente/" hreflang="es"' in client.get("/feed.atom").content
    reviews = [element["item"][0] for element in client.get("/claimreview.json").json()["dataFeedElement"]]
    assert [sorted({"workTranslation", "translationOfWork"} & review.keys()) for review in reviews] == [
        ["translationOfWork"],
        ["workTranslation"],
    ]


def test_a_retracted_verdict_is_led_to_no_longer(corrected, spanish, release, reviewer, client):
    release(spanish)

    retract_urgently(spanish, reviewer=reviewer, note="It was wrong.")

    assert b"el-puente" not in client.get(PAGE).content
    assert b"also-in" not in client.get("/verdicts/el-puente/").content


def test_a_page_that_is_kept_learns_that_another_left(corrected, spanish, release, editor, client):
    release(spanish)
    assert b"also-in" in client.get(PAGE).content

    leave_translations(spanish, editor=editor)

    assert b"also-in" not in client.get(PAGE).content
