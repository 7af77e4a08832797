"""A language in which every word of ours can be told from what people wrote: its letters are wide ones.

A page in it shows what is not translated: words in plain letters that stand in no row of the database.
"""

from __future__ import annotations

import re

from babel.messages import Catalog
from babel.messages.mofile import write_mo
from django.apps import apps
from django.core.cache import cache
from django.db import models
from django.utils.translation import trans_real
from lxml import html

from factcheck.languages import retold
from factcheck.site.first_texts import FIRST_TEXTS
from scripts.catalogues import messages

KEPT = re.compile(r"<[^>]*>|%\(\w+\)s|%%|%[sd]|\{\w*\}|&\w+;")  # of a message: tags, and where values stand
WIDE = {letter: letter + 0xFEE0 for letter in [*range(ord("A"), ord("Z") + 1), *range(ord("a"), ord("z") + 1)]}
DATE = re.compile(r"\d+ (?:de )?\w+ (?:de )?\d{4}|\w+ de \d{4}")
WORD = re.compile(r"\w+")
PARTS = re.compile(r"[“”\"(),:;·.?!/→←—\uff21-\uff5a]+|\s-\s")  # what stands between a page's words and a person's
SHOWN_ATTRIBUTES = ("aria-label", "title", "placeholder", "alt")
NOT_OURS = (
    "blockquote",
    "q",
    "cite",
    "code",
    "pre",
    "kbd",
    "time",
    "del",
    "ins",
    "mark",
    "script",
    "style",
    "body//*[@lang]",
    "*[contains(@class, 'prose')]",
    "*[@dir='auto']",
    "bdi",
    "a[@download]",
)


def wide(message):
    """The message in wide letters, with its tags and placeholders as they are."""
    parts, at = [], 0
    for kept in KEPT.finditer(message):
        parts += [message[at : kept.start()].translate(WIDE), kept[0]]
        at = kept.end()
    return "".join([*parts, message[at:].translate(WIDE)])


def speak_wide_letters(settings, folder, language="es"):
    """Have the language be spoken in wide letters, by catalogues that hold nothing else."""
    catalogue = Catalog(locale=language)
    for half in messages().values():
        for message in half:
            if message.id:
                one = isinstance(message.id, str)
                told = wide(message.id) if one else tuple(map(wide, message.id))
                catalogue.add(message.id, told, context=message.context)
    file = folder / language / "LC_MESSAGES" / "django.mo"
    file.parent.mkdir(parents=True)
    with file.open("wb") as opened:
        write_mo(opened, catalogue)
    settings.LOCALE_PATHS = [folder]
    forget_catalogues()


def forget_catalogues():
    trans_real._translations = {}
    trans_real._default = None
    for kept in (retold._retold, retold._patterns):
        kept.cache_clear()
    cache.clear()


class PeoplesWords:
    """What stands in rows: long texts, of which a page shows parts, and names, which it shows whole."""

    def __init__(self, *also):
        self.names = set(map(plain, also))
        texts = [text for pages in FIRST_TEXTS.values() for text in pages.values()]
        for model in apps.get_models():
            names = [field.attname for field in model._meta.concrete_fields if _is_of_people(field)]
            for row in model._base_manager.values_list(*names) if names else ():
                texts += filter(None, row)
        self.names |= {plain(part) for text in texts if len(text) < 200 for part in (text, *PARTS.split(text))}
        self.texts = f" {plain(' '.join(texts))} "

    def said(self, words):
        """Whether people wrote this: one or two words are a name, or some part of one; more stand somewhere."""
        return words in self.names or (words.count(" ") > 1 and f" {words} " in self.texts)


def plain(text):
    return " ".join(WORD.findall(DATE.sub("", text.lower())))


def untranslated(page, people):
    """What of the texts of a page is in plain letters, and nobody wrote."""
    tree = html.fromstring(page)
    for gone in tree.xpath(" | ".join(f"//{name}" for name in NOT_OURS)):
        gone.drop_tree()
    texts = tree.xpath("//title/text() | //body//text()")
    texts += [value for name in SHOWN_ATTRIBUTES for value in tree.xpath(f"//@{name}")]
    chunks = {plain(chunk) for text in texts for chunk in PARTS.split(text)}
    return sorted(chunk for chunk in chunks if re.search(r"[a-z]{2}", chunk) and not people.said(chunk))


def _is_of_people(field):
    return isinstance(field, (models.CharField, models.TextField)) and not field.choices
