"""Readers of file formats, one small module each: `rows(source)` yields what a file holds, one text after the other.

A row that cannot be read is yielded as its refusal, so that the others can go on; a refusal of the whole file is
raised. Memory does not grow with the file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import PurePath

from factcheck.articles.formats import (
    archive,
    docx,
    feed,
    json_rows,
    mail,
    newsml,
    newsml_1,
    nitf,
    page,
    pdf,
    plain,
    table,
    web_archive,
    wire,
)
from factcheck.articles.formats.encoding import decode, must_be_text
from factcheck.articles.formats.incoming import ImportRefused, Incoming, NotAnArticle
from factcheck.articles.formats.json_stream import LONGEST_ROW
from factcheck.articles.formats.source import IncomingFile
from factcheck.languages.sentences import noted

type Reader = Callable[[IncomingFile], Iterator[Incoming | ImportRefused]]

FIXTURE = "fixture"
READERS: dict[str, Reader] = {
    "text": plain.rows,
    "page": page.rows,
    "csv": table.rows,
    "json": json_rows.rows,
    "jsonl": json_rows.line_rows,
    "ninjs": lambda source: READERS[_json_shape(source)](source),
    "newsml": newsml.rows,
    "newsml1": newsml_1.rows,
    "nitf": nitf.rows,
    "wire": wire.rows,
    "feed": feed.rows,
    "warc": web_archive.rows,
    "mail": mail.rows,
    "pdf": pdf.rows,
    "docx": docx.rows,
    "zip": lambda source: archive.rows(source, _member_rows),
}
TOLD = {
    "text": noted("plain text, one article"),
    "page": noted("a web page (HTML or MHTML)"),
    "csv": "CSV",
    "json": "JSON",
    "jsonl": noted("JSON Lines"),
    "ninjs": noted("IPTC ninjs"),
    "newsml": noted("IPTC NewsML-G2"),
    "newsml1": noted("IPTC NewsML 1"),
    "nitf": noted("IPTC NITF"),
    "wire": noted("IPTC 7901 or ANPA 1312"),
    "feed": noted("RSS, Atom, or a WordPress export"),
    "warc": noted("a web archive (WARC or ARC)"),
    "mail": noted("a mail message (EML)"),
    "pdf": noted("a PDF document with its text"),
    "docx": noted("a Word document (DOCX)"),
    "zip": noted("a ZIP archive of any of these"),
    FIXTURE: noted("a Django fixture"),
}
PAGES = (".html", ".htm", ".xhtml", ".mhtml", ".mht")
LINES = (".jsonl", ".ndjson")
MARKUP = re.compile(rb"(?:\xef\xbb\xbf)?\s*<")
FEED = re.compile(rb"<(?:[\w-]+:)?(?:rss|feed|RDF)[\s>]")
XML_SHAPES = {
    "newsml": re.compile(rb"<(?:[\w-]+:)?(?:newsMessage|(?:news|package|concept|knowledge|planning|catalog)Item)[\s>]"),
    "newsml1": re.compile(rb"<NewsML[\s>]"),
    "feed": FEED,
    "nitf": re.compile(rb"<(?:[\w-]+:)?nitf[\s>]"),
}
NO_ARTICLES = (
    (re.compile(rb"<(?:[\w-]+:)?sports-(?:content|metadata)[\s>]"), noted("sports data (SportsML)")),
    (re.compile(rb"<(?:[\w-]+:)?(?:eventsML|events?)[\s>]"), noted("events (EventsML)")),
    (re.compile(rb"<(?:[\w-]+:)?(?:urlset|sitemapindex)[\s>]"), noted("a sitemap: a list of addresses")),
    (re.compile(rb"<(?:[\w-]+:)?opml[\s>]"), noted("OPML: a list of feeds")),
    (re.compile(rb"<(?:[\w-]+:)?svg[\s>]"), noted("a picture (SVG)")),
)
FIXTURE_ROW = re.compile(rb"(?:\xef\xbb\xbf)?\s*+(?:\[\s*+)?\{\s*\"(?:model|pk)\"\s*:")
OBJECT = re.compile(r"\ufeff?\s*(?:\{\s*[\"}]|\[\s*[\[{\]\d\"])")
OTHER_OFFICE = (".odt", ".xlsx", ".pptx", ".epub")
GZIP, ZIP, WARC = b"\x1f\x8b", b"PK\x03\x04", (b"WARC/", b"filedesc://")


def rows(source: IncomingFile, shape: str = "") -> Iterator[Incoming | ImportRefused]:
    """The texts of a file in a format, or in the one that it seems to have. Raises ImportRefused."""
    shape = shape or shape_of(source)
    if shape == FIXTURE:
        raise ImportRefused(noted("It is a fixture."), noted("Import it by itself."))
    for row in READERS[shape](source):
        yield row if isinstance(row, ImportRefused) else row.storable()


def shape_of(source: IncomingFile) -> str:
    """The format of a file by its first bytes and, where these do not tell, its name. Raises ImportRefused."""
    start = source.start()
    suffix = PurePath(source.name).suffix.lower()
    if not start.strip() and len(start) < 4096:
        raise ImportRefused(noted("The file is empty."), noted("Give a file that holds an article."))
    if shape := _packed_shape(start, source.name.lower(), suffix):
        return shape
    must_be_text(start)
    if suffix == ".eml" or mail.is_mail(start):
        return "mail"
    if MARKUP.match(start):
        return _markup_shape(start)
    if FIXTURE_ROW.match(start):
        return FIXTURE
    return _text_shape(source, start, suffix)


def _packed_shape(start: bytes, name: str, suffix: str) -> str:
    """The format of what is more than plain text; empty for any other."""
    if start.startswith(pdf.MAGIC):
        return "pdf"
    if start.startswith(ZIP) and suffix not in OTHER_OFFICE:
        return "docx" if suffix == ".docx" else "zip"
    if start.startswith(WARC) or (start.startswith(GZIP) and name.endswith((".warc.gz", ".arc.gz"))):
        return "warc"
    if suffix in PAGES or page.is_page(start):
        return "page"
    return "wire" if wire.is_wire(start) else ""


def _markup_shape(start: bytes) -> str:
    found = {name: match.start() for name, pattern in XML_SHAPES.items() if (match := pattern.search(start))}
    if found:
        return min(found, key=lambda name: found[name])
    if told := next((told for pattern, told in NO_ARTICLES if pattern.search(start)), ""):
        raise NotAnArticle(noted("It is %(told)s, and holds no article.", told=told), noted("Leave it out."))
    remedy = noted("Give a feed, NewsML, NITF, or the article as plain text.")
    raise ImportRefused(noted("It is XML of an unknown kind."), remedy)


def _text_shape(source: IncomingFile, start: bytes, suffix: str) -> str:
    words = _beginning(start)
    if suffix in LINES:
        return "jsonl"
    if suffix == ".json" or OBJECT.match(words):
        return _json_shape(source)
    if suffix in (".csv", ".tsv") or table.looks_like_table(words):
        return "csv"
    return "text"


def _json_shape(source: IncomingFile) -> str:
    """JSON Lines if the first line is an object, and more follows it."""
    with source.path.open("rb") as file:
        first = file.readline(LONGEST_ROW).strip()
        is_object = first.startswith(b"{") and first.endswith(b"}")
        return "jsonl" if is_object and file.read(4096).strip() else "json"


def _beginning(start: bytes) -> str:
    """The first characters of a text, as far as its format shows in them, whatever its encoding."""
    try:
        return decode(start[: len(start) // 4 * 4])[0]
    except ImportRefused:
        return start.decode("latin-1")


def _member_rows(source: IncomingFile) -> Iterator[Incoming | ImportRefused]:
    """The rows of an archive's member. Raises ImportRefused for an archive in an archive."""
    if shape_of(source) == "zip":
        raise ImportRefused(noted("It is an archive inside an archive."), noted("Import it by itself."))
    return rows(source)
