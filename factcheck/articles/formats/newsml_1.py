"""IPTC NewsML 1.0 to 1.2, the NewsML before G2: each news item with text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from factcheck.articles.formats import nitf
from factcheck.articles.formats.day_words import day_told
from factcheck.articles.formats.delivery import must_be_usable, without_by
from factcheck.articles.formats.fragments import text_in, text_of
from factcheck.articles.formats.incoming import ImportRefused, Incoming, NotAnArticle
from factcheck.articles.formats.markup_stream import Element, child, elements, name_of, said
from factcheck.articles.formats.source import IncomingFile
from factcheck.articles.reading.credit_line import agency_named
from factcheck.languages.sentences import noted

BECAUSE = noted("the NewsML item gives it")
TEXTS = ("", "text", "complexdata")


def rows(source: IncomingFile) -> Iterator[Incoming | ImportRefused]:
    """The news items in turn, numbered from 1."""
    for row, item in enumerate(elements(source, {"NewsItem"}), 1):
        try:
            yield _row(item, row)
        except ImportRefused as refusal:
            yield refusal.within("", row, {"text": "", "headline": _line(item, "HeadLine")})


def _row(item: Element, row: int) -> Incoming:
    managed = child(item, "NewsManagement")
    must_be_usable(status=_name(managed, "Status"))
    text = _text(item)
    if not text:
        raise NotAnArticle(_without_text(item), noted("Leave it out."), field="ContentItem")
    inside = _document(item)
    provider = _provider(item)
    words = said(managed, "FirstCreated") or said(item, "Identification", "NewsIdentifier", "DateId")
    values: dict[str, Any] = {
        "outlet": provider,
        "headline": _line(item, "HeadLine") or inside.headline,
        "byline": without_by(_line(item, "ByLine")) or inside.byline,
        "agency": agency_named(_line(item, "CreditLine")) or agency_named(provider),
        "language": _language(item)[:12],
        "published_on": day_told(words),
    }
    because = {name: BECAUSE for name, value in values.items() if value}
    if words and not values["published_on"]:
        because["published_on"] = noted("the NewsML item gives “%(words)s”, which is no day", words=words)
    return Incoming(received=text, row=row, because=because, **values)


def _all(item: Element, name: str) -> Iterator[Element]:
    return (one for one in item.iter() if isinstance(one.tag, str) and name_of(one) == name)


def _name(element: Element | None, path: str) -> str:
    found = child(element, path) if element is not None else None
    return found.get("FormalName", "") if found is not None else ""


def _line(item: Element, name: str) -> str:
    """The words of the first news line of this name."""
    return next((words for lines in _all(item, "NewsLines") if (words := said(lines, name))), "")


def _provider(item: Element) -> str:
    parties = (child(one, "Party") for one in _all(item, "Provider"))
    named = next((party.get("FormalName", "") for party in parties if party is not None), "")
    return named or said(item, "Identification", "NewsIdentifier", "ProviderId")


def _language(item: Element) -> str:
    return next((one.get("FormalName", "") for one in _all(item, "Language")), "")


def _text(item: Element) -> str:
    """The text of the first content that holds some."""
    for content in _all(item, "ContentItem"):
        data = child(content, "DataContent")
        if data is not None and _media(content).lower() in TEXTS and (found := _data_text(data)):
            return found
    return ""


def _data_text(data: Element) -> str:
    names = [name_of(one) for one in data.iter() if isinstance(one.tag, str)]
    if "body.content" in names:
        return nitf.document_in(data).text
    if len(data):
        return text_in(next(_all(data, "body"), data))
    words = "".join(data.itertext()).strip()
    return text_of(words) if words.startswith("<") else words


def _document(item: Element) -> nitf.NitfDocument:
    found = next(_all(item, "nitf"), None)
    return nitf.NitfDocument("", "", "") if found is None else nitf.document_in(found)


def _media(content: Element) -> str:
    return _name(content, "MediaType")


def _without_text(item: Element) -> str:
    kinds = sorted({media for one in _all(item, "ContentItem") if (media := _media(one)).lower() not in TEXTS})
    return (
        noted("The news item holds %(kinds)s, not text.", kinds=", ".join(kinds))
        if kinds
        else noted("The news item has no text.")
    )
