"""Whether the desk says a word that nobody translated: each of its pages is read in English and in Spanish."""

import json
import re
from html import unescape

import pytest
from babel.messages.pofile import read_po
from django.apps import apps
from django.conf import settings
from django.contrib.auth.models import User
from django.core.management import call_command
from django.utils.translation import gettext, override
from lxml import html

from factcheck.articles.models.languages import NAMES
from factcheck.people.change_account import choose_language
from factcheck.site.first_texts import FIRST_TEXTS
from factcheck.site.identity import the_site
from tests.every_address import Rows, routes

OF_THE_DESK = ("desk/", "login/", "password/")
READ_OUT = ("alt", "aria-label", "data-label", "placeholder", "title")
# What is kept in English and told in the reader's language is no data: a page may not show it as it is.
NOTED = {"because", "doubt", "error", "findings", "outcome", "preview", "refusal", "robots", "what"}
NAMES_OF_OTHERS = {"CSV", "English", "Español", "HTML", "JSON", "JSON Feed", "PDF", "RSS", "SHA-256", "robots.txt"}
BY_HAND = "The same source says that he will stay, and later that he would leave"  # a reason in the demonstration
DAY = r"\d{1,2} \w{3} \d{4}"  # “14 Feb 2019” is the same in both languages
BETWEEN_DATA = re.compile(rf"{DAY}| · |, |: |; | — | → | / |…|“|”|\(|\)|^[:,] ?|[,:]$| ·$|@|^\d+$")
WORD = re.compile(r"[^\W\d_]{2,}")


@pytest.fixture
def owner(client, media, settings):
    """Who owns what pages are opened with, and may open all of them."""
    settings.IS_DEMONSTRATION = True
    call_command("load_demo", verbosity=0)
    User.objects.filter(username="editor").update(is_staff=True, is_superuser=True)
    person = User.objects.get(username="editor")
    client.force_login(person)
    return person


def said_by(page):
    """What a page says to eyes and ears, each piece with single spaces."""
    tree = html.document_fromstring(page if page.strip() else "<p></p>")
    texts = tree.xpath(
        "//text()[not(ancestor::script or ancestor::style or ancestor::code or ancestor::kbd or ancestor::pre)]"
    )
    heard = [value for name in READ_OUT for value in tree.xpath(f"//@{name}")]
    pressed = tree.xpath("//input[@type='submit']/@value")
    told = {" ".join(unescape(text).split()) for text in [*texts, *heard, *pressed]}
    return {text for text in told if WORD.search(text)}


def kept_data():
    """Every text that the database and the first texts hold, but for what is noted in English to be told."""
    found = [the_site().name, BY_HAND, json.dumps(FIRST_TEXTS, ensure_ascii=False, default=str)]
    for model in apps.get_models():
        fields = [field.name for field in model._meta.concrete_fields if field.name not in NOTED]
        for row in model._default_manager.values_list(*fields):
            found += [json.dumps(value, ensure_ascii=False, default=str) for value in row if value]
    found += [person.get_full_name() for person in User.objects.all()]
    return " ".join(" ".join(unescape(text.replace("\\n", " ").replace('\\"', '"')).split()) for text in found)


def same_in_spanish():
    found = set(NAMES_OF_OTHERS)
    for folder in settings.LOCALE_PATHS:
        with (folder / "es/LC_MESSAGES/django.po").open("rb") as opened:
            found |= {message.id for message in read_po(opened, locale="es") if message.id == message.string}
    with override("es"):
        return found | {name for name in NAMES.values() if gettext(name) == name}


def is_data(text, data, allowed):
    pieces = [piece for piece in BETWEEN_DATA.split(text) if WORD.search(piece)]
    return text in data or all(piece in data or piece in allowed for piece in pieces)


@pytest.mark.django_db
def test_no_page_of_the_desk_says_in_spanish_what_it_says_in_english(client, owner):
    rows = Rows(owner, client.session.session_key)
    addresses = [rows.address(route) for route in routes() if route.startswith(OF_THE_DESK)]
    pages = {}
    for language in ("en", "es"):
        choose_language(owner, language=language)
        for address in addresses:
            answer = client.get(address, headers={"Accept-Language": language})
            if answer.status_code == 200 and answer["Content-Type"].startswith("text/html"):
                pages[address, language] = said_by(answer.content.decode())

    data, allowed = kept_data(), same_in_spanish()
    both = {address: pages.get((address, "en"), set()) & pages.get((address, "es"), set()) for address in addresses}
    left = {
        address: sorted(text for text in texts - allowed if not is_data(text, data, allowed))
        for address, texts in both.items()
    }
    assert len(pages) > 100
    assert {address: texts for address, texts in left.items() if texts} == {}
