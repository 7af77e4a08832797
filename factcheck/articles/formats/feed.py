"""RSS and Atom: the items that carry their full text. One that carries a summary alone is refused, with its address.

A value beside the text that cannot be read (a day that does not exist, a link without its host) is left empty and told,
so that one odd item never holds up a feed. The items of a WordPress export are those of `wordpress`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin

from django.core.exceptions import ValidationError

from factcheck.articles.formats import wordpress
from factcheck.articles.formats.day_words import day_told
from factcheck.articles.formats.fragments import text_in, text_of
from factcheck.articles.formats.incoming import LENGTHS, ImportRefused, Incoming, NotAnArticle, is_web_address
from factcheck.articles.formats.markup_stream import Element, child, elements, name_of, said
from factcheck.articles.formats.source import IncomingFile
from factcheck.articles.reading.credit_line import agency_named
from factcheck.languages.sentences import noted

ITEMS = {"item", "entry"}
ABOUT_FEED = frozenset({"title", "language", "link", "author"})
SUMMARY = 600  # characters: a description that is shorter is no article
DATES = ("pubDate", "published", "date", "issued", "updated")
BASE = "{http://www.w3.org/XML/1998/namespace}base"
MARKUP = re.compile(r"</?[a-z][^>]*>|&(?:#\d+|#x[0-9a-f]+|\w+);", re.IGNORECASE)
BECAUSE = noted("the feed gives it")


@dataclass
class FeedHead:
    """What a feed has said of itself so far; `people` are the names of authors by their logins."""

    outlet: str = ""
    language: str = ""
    link: str = ""
    people: dict[str, str] = field(default_factory=dict)

    def hear(self, element: Element) -> None:
        words = " ".join("".join(element.itertext()).split())
        match name_of(element):
            case "title":
                self.outlet = self.outlet or words
            case "language":
                self.language = words
            case "link" if element.get("rel", "alternate") == "alternate":
                self.link = self.link or element.get("href") or words
            case "author" if login := said(element, "author_login"):
                self.people[login] = said(element, "author_display_name") or login


def rows(source: IncomingFile) -> Iterator[Incoming | ImportRefused]:
    """The items in turn, numbered from 1."""
    head = FeedHead()
    row = 0
    for element in elements(source, ITEMS, beside=ABOUT_FEED):
        parent = element.getparent()
        if name_of(element) in ITEMS:
            row += 1
            yield _row(element, row, head)
        elif parent is not None and name_of(parent) in ("channel", "feed"):
            head.hear(element)


def _row(item: Element, row: int, head: FeedHead) -> Incoming | ImportRefused:
    byline = _byline(item)
    agency = agency_named(byline)
    link, words = _link(item), _day_words(item)
    text = wordpress.text_of_post(item) if wordpress.is_export(item) else _full_text(item)
    values: dict[str, Any] = {
        "url": _address(link, _base(item, head)),
        "outlet": said(item, "source", "title") or head.outlet,
        "headline": _title(item),
        "byline": "" if agency else head.people.get(byline, byline),
        "agency": agency,
        "language": (_language(item) or head.language)[:12],
        "published_on": day_told(words),
    }
    try:
        if wordpress.is_export(item):
            wordpress.must_be_published(item)
        if not text:
            summary = len(said(item, "description") or said(item, "summary"))
            reason = (
                noted("The item carries a summary of %(summary)s characters alone.", summary=summary)
                if summary
                else noted("It has no text.")
            )
            raise NotAnArticle(reason, noted("Fetch the page at its address instead."), field="text")
    except ImportRefused as refusal:
        found = {"text": text, **values, "published_on": str(values["published_on"] or "")}
        return refusal.within("", row, {name: value for name, value in found.items() if value})
    because = {name: BECAUSE for name, value in values.items() if value}
    if words and not values["published_on"]:
        because["published_on"] = noted("the feed gives “%(words)s”, which is no day", words=words[:100])
    if link and not values["url"]:
        because["url"] = noted("the feed gives “%(link)s”, which is no whole address", link=link[:200])
    return Incoming(received=text, row=row, because=because, **values)


def _full_text(item: Element) -> str:
    encoded, content = child(item, "encoded"), child(item, "content")
    if encoded is not None and (found := text_of(_inner(encoded))):
        return found
    if content is not None and (found := _atom_text(content)):
        return found
    description = child(item, "description")
    text = text_of(_inner(description)) if description is not None else ""
    return text if len(text) >= SUMMARY else ""


def _atom_text(content: Element) -> str:
    kind = content.get("type", "text")
    if kind == "xhtml" or len(content):
        return text_in(content)
    return text_of(_inner(content)) if "html" in kind else "".join(content.itertext()).strip()


def _inner(element: Element) -> str:
    """What an element holds: HTML in escapes, or as a section of characters."""
    return "".join(element.itertext())


def _title(item: Element) -> str:
    """The title as plain words, though some feeds write it as HTML."""
    title = child(item, "title")
    words = "".join(title.itertext()) if title is not None else ""
    is_literal = title is not None and title.get("type") == "text"
    found = text_of(words) if MARKUP.search(words) and not is_literal else words
    return " ".join(found.split())


def _link(item: Element) -> str:
    links = [one for one in item if isinstance(one.tag, str) and name_of(one) == "link"]
    for link in links:
        if link.get("href") and link.get("rel", "alternate") == "alternate":
            return str(link.get("href")).strip()
    plain = next((link.text.strip() for link in links if link.text and link.text.strip()), "")
    guid = said(item, "guid")
    return plain or (guid if guid.startswith(("http://", "https://")) else "")


def _base(item: Element, head: FeedHead) -> str:
    bases = (one.get(BASE) for one in (item, *item.iterancestors()))
    return next(filter(None, bases), "") or head.link


def _address(link: str, base: str) -> str:
    """The whole address that a link stands for; empty if there is none."""
    try:
        whole = urljoin(base, link).strip().replace(" ", "%20") if link else ""
        is_web_address(whole)
    except (ValueError, ValidationError):
        return ""
    return whole if len(whole) <= LENGTHS["url"] else ""


def _byline(item: Element) -> str:
    """Who wrote it; an address of mail before the name, as RSS has it, is left out."""
    name = said(item, "creator") or said(item, "author", "name") or said(item, "author")
    _, bracket, inside = name.partition("(")
    return inside.rstrip(")") if "@" in name and bracket else "" if "@" in name else name


def _language(item: Element) -> str:
    languages = (one.get("{http://www.w3.org/XML/1998/namespace}lang") for one in (item, *item.iterancestors()))
    return next(filter(None, languages), "")


def _day_words(item: Element) -> str:
    """The words for its day: of an export the day in the paper's own zone."""
    names = (*wordpress.DATES, *DATES) if wordpress.is_export(item) else DATES
    return next(filter(None, (said(item, name) for name in names)), "")
