"""RSS and Atom: the items that carry their full text. One that carries a summary alone is refused, with its address."""

from __future__ import annotations

from collections.abc import Iterator
from email.utils import parsedate_to_datetime

from factcheck.articles.formats.fragments import text_in, text_of
from factcheck.articles.formats.incoming import ImportRefused, Incoming, day_of
from factcheck.articles.formats.markup_stream import Element, child, elements, name_of, said
from factcheck.articles.formats.source import IncomingFile
from factcheck.articles.reading.credit_line import agency_named

ITEMS = {"item", "entry"}
ABOUT_FEED = frozenset({"title", "language"})
SUMMARY = 600  # characters: a description that is shorter is no article
DATES = ("pubDate", "published", "date", "issued", "updated")
BECAUSE = "the feed gives it"


def rows(source: IncomingFile) -> Iterator[Incoming | ImportRefused]:
    """The items in turn, numbered from 1."""
    outlet = language = ""
    row = 0
    for element in elements(source, ITEMS, beside=ABOUT_FEED):
        name = name_of(element)
        if name in ITEMS:
            row += 1
            yield _row(element, row, outlet, language)
        elif name_of(element.getparent()) in ("channel", "feed"):
            words = " ".join("".join(element.itertext()).split())
            outlet = words if name == "title" and not outlet else outlet
            language = words if name == "language" else language


def _row(item: Element, row: int, outlet: str, language: str) -> Incoming | ImportRefused:
    found = {
        "text": _full_text(item),
        "url": _address(item),
        "outlet": said(item, "source", "title") or outlet,
        "headline": said(item, "title"),
        "byline": _byline(item),
        "language": (_language(item) or language)[:12],
    }
    try:
        if not found["text"]:
            summary = len(said(item, "description") or said(item, "summary"))
            reason = f"The item carries a summary of {summary} characters alone." if summary else "It has no text."
            raise ImportRefused(reason, "Fetch the page at its address instead.", field="text")
        day = _day(item)
        if day:
            found["published_on"] = day
        published = day_of(day) if day else None
    except ImportRefused as refusal:
        return refusal.within("", row, {name: value for name, value in found.items() if value})
    because = dict.fromkeys((name for name, value in found.items() if value), BECAUSE)
    agency = agency_named(found["byline"])
    found["byline"] = "" if agency else found["byline"]
    found.pop("published_on", "")
    received = found.pop("text")
    return Incoming(received=received, agency=agency, published_on=published, row=row, because=because, **found)  # type: ignore[arg-type]


def _full_text(item: Element) -> str:
    encoded, content = child(item, "encoded"), child(item, "content")
    if encoded is not None:
        return text_of(_inner(encoded))
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


def _address(item: Element) -> str:
    links = [one for one in item if isinstance(one.tag, str) and name_of(one) == "link"]
    for link in links:
        if link.get("href") and link.get("rel", "alternate") == "alternate":
            return str(link.get("href")).strip()
    plain = next((link.text.strip() for link in links if link.text and link.text.strip()), "")
    guid = said(item, "guid")
    return plain or (guid if guid.startswith(("http://", "https://")) else "")


def _byline(item: Element) -> str:
    """Who wrote it; an address of mail before the name, as RSS has it, is left out."""
    name = said(item, "creator") or said(item, "author", "name") or said(item, "author")
    _, bracket, inside = name.partition("(")
    return inside.rstrip(")") if "@" in name and bracket else "" if "@" in name else name


def _language(item: Element) -> str:
    languages = (one.get("{http://www.w3.org/XML/1998/namespace}lang") for one in (item, *item.iterancestors()))
    return next(filter(None, languages), "")


def _day(item: Element) -> str:
    words = next(filter(None, (said(item, name) for name in DATES)), "")
    try:
        return parsedate_to_datetime(words).date().isoformat()
    except ValueError:
        return words
