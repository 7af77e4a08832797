"""IPTC NITF, alone in a file or inside another delivery: one article, with what its head says of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from factcheck.articles.formats.day_words import day_told
from factcheck.articles.formats.delivery import must_be_usable, without_by
from factcheck.articles.formats.fragments import text_in
from factcheck.articles.formats.incoming import ImportRefused, Incoming, NotAnArticle
from factcheck.articles.formats.markup_stream import Element, child, elements, name_of, parsed, said
from factcheck.articles.formats.source import IncomingFile
from factcheck.articles.reading.credit_line import agency_named
from factcheck.languages.sentences import noted

BECAUSE = noted("the NITF document gives it")
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
NEVER_TEXT = ("media-reference", "media-metadata", "media-object")


class NitfDocument(NamedTuple):
    """What stands in a NITF document; empty strings stand for what does not."""

    text: str
    headline: str
    byline: str


def rows(source: IncomingFile) -> Iterator[Incoming | ImportRefused]:
    """The documents in turn, numbered from 1."""
    for row, root in enumerate(elements(source, {"nitf"}), 1):
        try:
            yield _row(root, row)
        except ImportRefused as refusal:
            yield refusal.within("", row, {"text": "", "headline": document_in(root).headline})


def document_of(markup: str) -> NitfDocument:
    """What stands in a NITF document that is a string; nothing if it is not XML."""
    root = parsed(markup)
    return NitfDocument("", "", "") if root is None else document_in(root)


def document_in(root: Element) -> NitfDocument:
    """What stands in a NITF document, or in an element that holds one."""
    head = _first(root, "body.head")
    content = _first(root, "body.content")
    hedline = said(head, "hedline", "hl1") or said(head, "hedline") or said(_first(root, "head"), "title")
    return NitfDocument(_text(content), hedline, without_by(said(head, "byline")))


def _row(root: Element, row: int) -> Incoming:
    about = child(root, "head", "docdata")
    document = document_in(root)
    must_be_usable(status=_attribute(about, "management-status"), embargoed=_embargo(about))
    if not document.text:
        raise NotAnArticle(noted("The NITF document has no text."), noted("Leave it out."), field="body.content")
    agency = agency_named(_distributor(root)) or agency_named(document.byline)
    words = _issued(root, about)
    day = day_told(words)
    values: dict[str, Any] = {
        "outlet": _outlet(root, about),
        "headline": document.headline,
        "byline": "" if agency_named(document.byline) else document.byline,
        "agency": agency,
        "language": (root.get(LANGUAGE) or _attribute(child(root, "body"), LANGUAGE))[:12],
        "published_on": day,
    }
    because = {name: BECAUSE for name, value in values.items() if value}
    if words and not day:
        because["published_on"] = noted("the NITF document gives “%(words)s”, which is no day", words=words)
    return Incoming(received=document.text, row=row, because=because, **values)


def _issued(root: Element, about: Element | None) -> str:
    issued = child(about, "date.issue") if about is not None else None
    story = child(root, "body", "body.head", "dateline", "story.date")
    released = child(about, "date.release") if about is not None else None
    return next((words for one in (issued, story, released) if (words := _attribute(one, "norm"))), "")


def _embargo(about: Element | None) -> str:
    released = child(about, "date.release") if about is not None else None
    words = _attribute(released, "norm")
    return words if "T" in words else ""


def _outlet(root: Element, about: Element | None) -> str:
    """Who publishes: the publication that is named, else the holder of the copyright."""
    held = child(about, "doc.copyright") if about is not None else None
    return _attribute(child(root, "head", "pubdata"), "name") or _attribute(held, "holder")


def _distributor(root: Element) -> str:
    return said(root, "body", "body.head", "distributor") or said(root, "body", "body.head", "distributor", "org")


def _text(content: Element | None) -> str:
    """The paragraphs of the body; what a picture's caption says is one of them, its data is none."""
    if content is None:
        return ""
    for one in list(content.iter()):
        if isinstance(one.tag, str) and name_of(one) in NEVER_TEXT:
            one.clear(keep_tail=True)
        elif isinstance(one.tag, str) and name_of(one) == "media-caption":
            one.tag = "p"
    return text_in(content)


def _first(root: Element, name: str) -> Element | None:
    return next((one for one in root.iter() if isinstance(one.tag, str) and name_of(one) == name), None)


def _attribute(element: Element | None, name: str) -> str:
    return (element.get(name) or "").strip() if element is not None else ""
