"""No page says a word of its own that is not translated, and Spanish has a translation of each."""

import re

import pytest
from babel.messages.pofile import read_po
from django.contrib.auth.models import User
from django.core.management import call_command
from django.urls import get_resolver

from scripts.catalogues import LOCALES, files
from tests.every_address import Rows, routes
from tests.languages.every_word import PeoplesWords, forget_catalogues, speak_wide_letters, untranslated, wide

THE_WEB_S = (
    "sha",
    "atom",
    "json",
    "csv",
    "utc",
    "jsonl",
    "api",
    "english",
    "español",
    "rss",
    "json feed",
    "bibtex",
    "csl json",
)
ASKED = (  # beside the plain address of each page
    "/nowhere/",
    "/claims/?rating=none",
    "/search/?q=maduro",
    "/search/?q=nothing+at+all",
    "/search/?q=%2B",
    "/search/?q=maduro&kind=verdicts",
    "/stories/?page=1",
)
CATALOGUES = sorted(LOCALES.glob("*/*/LC_MESSAGES/django.po"))
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\w+\}|</?\w+")


def entries(file):
    with file.open("rb") as opened:
        return [message for message in read_po(opened) if message.id]


def told(message):
    return [message.string] if isinstance(message.string, str) else list(message.string)


@pytest.mark.parametrize("file", CATALOGUES, ids=lambda file: "-".join(file.parts[-4:-2]))
class TestCatalogue:
    def test_it_is_what_the_code_says(self, file):
        expected = dict(files())

        assert file.read_bytes() == expected[file], "run `make messages`"
        assert file.with_suffix(".mo").read_bytes() == expected[file.with_suffix(".mo")]

    def test_nothing_in_it_is_empty_or_guessed(self, file):
        assert [message.id for message in entries(file) if message.fuzzy or not all(told(message))] == []

    def test_every_translation_has_the_values_and_tags_of_its_message(self, file):
        otherwise = []
        for message in entries(file):
            ids = [message.id] if isinstance(message.id, str) else message.id
            wanted = [set(PLACEHOLDER.findall(one)) for one in ids]
            otherwise += [text for text in told(message) if text and set(PLACEHOLDER.findall(text)) not in wanted]

        assert otherwise == []


def test_wide_letters_leave_tags_and_values_alone():
    assert wide("<b>An</b> %(name)s, {number}") == "<b>Ａｎ</b> %(name)s, {number}"


def test_a_sentence_in_plain_letters_that_nobody_wrote_is_found(db):
    page = f"<html><body><h1>{wide('Claims')}</h1><p>No claim is <b>contested</b>.</p><bdi>Ana Ruiz</bdi></body></html>"

    assert untranslated(page, PeoplesWords()) == ["contested", "no claim is"]


@pytest.fixture
def demonstration(db, media, settings, tmp_path):
    settings.IS_DEMONSTRATION, settings.METRICS_TOKEN = True, ""
    call_command("load_demo", verbosity=0)
    yield
    forget_catalogues()


@pytest.mark.slow
def test_no_page_of_the_readers_says_a_word_that_is_not_translated(demonstration, settings, tmp_path, client):
    editor = User.objects.get(username="editor")
    client.force_login(editor)
    rows = Rows(editor, client.session.session_key)
    client.logout()
    addresses = [*map(rows.address, readers_routes()), *ASKED]
    speak_wide_letters(settings, tmp_path)
    people = PeoplesWords(settings.SITE_NAME, *THE_WEB_S)

    found = {}
    for address in addresses:
        answer = client.get(f"/es{address}")
        is_page = answer.status_code in (200, 404) and answer["Content-Type"].startswith("text/html")
        if is_page and (left := untranslated(answer.text, people)):
            found[address] = left

    assert found == {}


def readers_routes():

    for pattern in get_resolver().url_patterns:
        for inner in getattr(pattern, "url_patterns", []):
            if getattr(inner, "namespace", None) == "public":
                yield from routes(inner)
