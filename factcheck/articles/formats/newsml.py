"""IPTC NewsML-G2, in which agencies deliver: each news item with text, alone or in a news message.

What else such a message holds (packages, concepts such as events and people, plans) is refused by its name.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator

from factcheck.articles.formats import nitf
from factcheck.articles.formats.day_words import day_told
from factcheck.articles.formats.delivery import must_be_usable, without_by
from factcheck.articles.formats.fragments import text_in, text_of
from factcheck.articles.formats.incoming import ImportRefused, Incoming, NotAnArticle
from factcheck.articles.formats.markup_stream import Element, child, elements, name_of, said
from factcheck.articles.formats.source import IncomingFile
from factcheck.articles.reading.credit_line import agency_named
from factcheck.languages.sentences import noted

BECAUSE = noted("the news item gives it")
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
WHOLE_LINKS = ("http://", "https://")
MARKUP = re.compile(r"</?(?:p|br|div|span|b|i|em|strong|h[1-6]|table|ul|ol|li)\b[^>]*>", re.IGNORECASE)
NO_TEXT = {
    "packageItem": noted("a package: a list of other items"),
    "conceptItem": noted("a concept, such as an event or a person"),
    "knowledgeItem": noted("a list of concepts"),
    "planningItem": noted("a plan of what will be delivered"),
    "catalogItem": noted("a catalogue of codes"),
}
DATA = {
    "sports-content": noted("sports data (SportsML)"),
    "events": noted("events (EventsML)"),
    "event": noted("an event (EventsML)"),
}


def rows(source: IncomingFile) -> Iterator[Incoming | ImportRefused]:
    """The items in turn, numbered from 1."""
    for row, item in enumerate(elements(source, {"newsItem", *NO_TEXT}), 1):
        if kind := NO_TEXT.get(name_of(item), ""):
            yield NotAnArticle(noted("The item is %(kind)s.", kind=kind), noted("Leave it out."), row=row)
        else:
            yield _row(item, row)


def _row(item: Element, row: int) -> Incoming | ImportRefused:
    found = _columns(item)
    try:
        _must_be_usable(item)
        if not found["text"]:
            raise NotAnArticle(_without_text(item), noted("Leave it out."), field="contentSet")
    except ImportRefused as refusal:
        return refusal.within("", row, {name: value for name, value in found.items() if value})
    because = dict.fromkeys((name for name, value in found.items() if value), BECAUSE)
    received, words = found.pop("text"), found.pop("published_on")
    published = day_told(words)
    if words and not published:
        because["published_on"] = noted("the news item gives “%(words)s”, which is no day", words=words)
    return Incoming(received=received, published_on=published, row=row, because=because, **found)  # type: ignore[arg-type]


def _without_text(item: Element) -> str:
    """Why an item has no text, by what it holds instead."""
    names = [name_of(one) for one in item.iter() if isinstance(one.tag, str)]
    data = next((DATA[name] for name in names if name in DATA), "")
    return noted("The news item holds %(data)s, not text.", data=data) if data else noted("The news item has no text.")


def _columns(item: Element) -> dict[str, str]:
    about, content = child(item, "itemMeta"), child(item, "contentMeta")
    provider, inside = _provider(about), _document(item)
    guid = item.get("guid", "")
    return {
        "text": _text(item),
        "url": guid if guid.startswith(WHOLE_LINKS) else "",
        "outlet": provider,
        "headline": said(content, "headline") or said(about, "title") or inside.headline,
        "byline": without_by(said(content, "by")) or inside.byline,
        "agency": agency_named(said(content, "creditline")) or agency_named(provider),
        "language": _language(item, content)[:12],
        "published_on": said(content, "contentCreated") or said(about, "firstCreated") or said(about, "versionCreated"),
    }


def _must_be_usable(item: Element) -> None:
    about = child(item, "itemMeta")
    status, kind = _code(about, "pubStatus"), _code(about, "itemClass")
    must_be_usable(kind=kind, status=status, embargoed=said(about, "embargoed"))


def _code(about: Element | None, name: str) -> str:
    """The last part of a code: `usable` of `stat:usable`."""
    found = child(about, name) if about is not None else None
    code = "" if found is None else found.get("qcode") or found.get("uri") or ""
    return code.rpartition("/")[2].rpartition(":")[2]


def _provider(about: Element | None) -> str:
    found = child(about, "provider") if about is not None else None
    if found is None:
        return ""
    code = found.get("literal") or (found.get("qcode") or "").partition(":")[2]
    return said(found, "name") or code


def _language(item: Element, content: Element | None) -> str:
    found = child(content, "language") if content is not None else None
    tag = found.get("tag") if found is not None else ""
    return tag or item.get(LANGUAGE) or ""


def _document(item: Element) -> nitf.NitfDocument:
    """The NITF document that a news item holds; an empty one if it holds none."""
    found = next((one for one in item.iter() if isinstance(one.tag, str) and name_of(one) == "nitf"), None)
    return nitf.NitfDocument("", "", "") if found is None else nitf.document_in(found)


def _text(item: Element) -> str:
    """The text of the first rendering that holds some: XHTML, NITF, or plain."""
    content = child(item, "contentSet")
    for rendering in content if content is not None else ():
        name = name_of(rendering) if isinstance(rendering.tag, str) else ""
        found = (
            _inline_xml(rendering) if name == "inlineXML" else _inline_data(rendering) if name == "inlineData" else ""
        )
        if found:
            return found
    return ""


def _inline_xml(rendering: Element) -> str:
    """The part of XHTML or NITF that is the article itself."""
    names = [(name_of(one), one) for one in rendering.iter() if isinstance(one.tag, str)]
    if any(name in DATA for name, _ in names):
        return ""
    if any(name == "body.content" for name, _ in names):
        return nitf.document_in(rendering).text
    body = next((one for name, one in names if name == "body"), rendering)
    return text_in(body) if len(rendering) else ""


def _inline_data(rendering: Element) -> str:
    """Data in the item; what is called plain text and holds tags all the same is markup."""
    words = "".join(rendering.itertext()).strip()
    if rendering.get("encoding", "").rpartition(":")[2].lower() == "base64":
        words = _from_base64(words)
    is_markup = "html" in rendering.get("contenttype", "") or MARKUP.search(words)
    return text_of(words) if is_markup else words


def _from_base64(words: str) -> str:
    """The text in a base64 encoding; empty if it is none."""
    try:
        return base64.b64decode(words, validate=False).decode()
    except (binascii.Error, UnicodeDecodeError):
        return ""
