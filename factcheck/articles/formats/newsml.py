"""IPTC NewsML-G2, in which agencies deliver: each news item with text, alone or in a news message."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.articles.formats import ninjs
from factcheck.articles.formats.fragments import text_in, text_of
from factcheck.articles.formats.incoming import ImportRefused, Incoming, day_of
from factcheck.articles.formats.markup_stream import Element, child, elements, name_of, said
from factcheck.articles.formats.source import IncomingFile
from factcheck.articles.reading.credit_line import agency_named

BECAUSE = "the news item gives it"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
WHOLE_LINKS = ("http://", "https://")


def rows(source: IncomingFile) -> Iterator[Incoming | ImportRefused]:
    """The news items in turn, numbered from 1."""
    for row, item in enumerate(elements(source, {"newsItem"}), 1):
        yield _row(item, row)


def _row(item: Element, row: int) -> Incoming | ImportRefused:
    found = _columns(item)
    try:
        _must_be_usable(item)
        if not found["text"]:
            raise ImportRefused("The news item has no text.", "Leave it out.", field="contentSet")
        published = day_of(found["published_on"]) if found["published_on"] else None
    except ImportRefused as refusal:
        return refusal.within("", row, {name: value for name, value in found.items() if value})
    because = dict.fromkeys((name for name, value in found.items() if value), BECAUSE)
    received = found.pop("text")
    del found["published_on"]
    return Incoming(received=received, published_on=published, row=row, because=because, **found)  # type: ignore[arg-type]


def _columns(item: Element) -> dict[str, str]:
    about, content = child(item, "itemMeta"), child(item, "contentMeta")
    provider = _provider(about)
    guid = item.get("guid", "")
    return {
        "text": _text(item),
        "url": guid if guid.startswith(WHOLE_LINKS) else "",
        "outlet": provider,
        "headline": said(content, "headline") or said(about, "title"),
        "byline": said(content, "by").removeprefix("By ").removeprefix("by "),
        "agency": agency_named(said(content, "creditline")) or agency_named(provider),
        "language": _language(item, content)[:12],
        "published_on": said(content, "contentCreated") or said(about, "firstCreated") or said(about, "versionCreated"),
    }


def _must_be_usable(item: Element) -> None:
    """Asks of a news item what ninjs asks of its own, in the words of ninjs."""
    about = child(item, "itemMeta")
    status, kind = _code(about, "pubStatus"), _code(about, "itemClass")
    embargoed = said(about, "embargoed")
    ninjs.must_be_usable({"type": kind, "pubstatus": status, "embargoed": embargoed})


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


def _text(item: Element) -> str:
    """The text of the first rendering that holds some: XHTML, NITF, or plain."""
    content = child(item, "contentSet")
    for rendering in content if content is not None else ():
        if not isinstance(rendering.tag, str):
            continue
        if name_of(rendering) == "inlineXML" and len(rendering):
            if found := text_in(_body(rendering)):
                return found
        elif name_of(rendering) == "inlineData":
            words = "".join(rendering.itertext()).strip()
            if words:
                return text_of(words) if "html" in rendering.get("contenttype", "") else words
    return ""


def _body(rendering: Element) -> Element:
    """The part of XHTML or NITF that is the article itself."""
    bodies = [one for one in rendering.iter() if isinstance(one.tag, str) and name_of(one) == "body.content"]
    bodies += [one for one in rendering.iter() if isinstance(one.tag, str) and name_of(one) == "body"]
    return bodies[0] if bodies else rendering
