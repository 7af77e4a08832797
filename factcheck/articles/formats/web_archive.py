"""WARC, what crawlers keep: every web page in it that a server answered with, read as a page is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from email.message import Message
from typing import Any

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from factcheck.articles.formats import page
from factcheck.articles.formats.incoming import ImportRefused, Incoming
from factcheck.articles.formats.source import IncomingFile

PAGES = ("text/html", "application/xhtml+xml")
ADDRESS = "the web archive gives it"


def rows(source: IncomingFile) -> Iterator[Incoming | ImportRefused]:
    """The pages in turn, numbered from 1; pictures, errors and what else a crawler keeps are passed over."""
    row = 0
    try:
        for record in ArchiveIterator(source.open()):
            found = None
            if _is_page(record):
                row += 1
                found = _row(record, row)
            _must_be_whole(record, row)
            if found:
                yield found
    except (ArchiveLoadFailed, EOFError):
        reason = f"After page {row} it is no web archive any more."
        raise ImportRefused(reason, "Fetch or copy the file again.") from None


def _must_be_whole(record: Any, row: int) -> None:
    """Raises ImportRefused where the file ends before the record does, as after a download that broke off."""
    while record.raw_stream.read(page.LONGEST):
        pass
    if getattr(record.raw_stream, "limit", 0) > 0:
        reason = f"The file ends in the middle of a record, {'in' if _is_page(record) else 'after'} page {row}."
        raise ImportRefused(reason, "Fetch or copy the file again.")


def _is_page(record: Any) -> bool:
    if record.rec_type == "resource":
        return _type(record.rec_headers.get_header("Content-Type")) in PAGES
    if record.rec_type != "response" or record.http_headers is None:
        return False
    return record.http_headers.get_statuscode() == "200" and _type(_content_type(record)) in PAGES


def _row(record: Any, row: int) -> Incoming | ImportRefused:
    address = (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<> ")
    try:
        body = record.content_stream().read(page.LONGEST + 1)
        if len(body) > page.LONGEST:
            raise ImportRefused(f"The page holds more than {page.LONGEST / 1e6:.0f} MB.", "Leave it out.")
        found = page.read_page(body, address=address, charset=_charset(_content_type(record)), because=ADDRESS)
    except ImportRefused as refusal:
        return refusal.within("", row, {"text": "", "url": address})
    return replace(found, row=row)


def _content_type(record: Any) -> str:
    headers = record.http_headers or record.rec_headers
    return headers.get_header("Content-Type") or ""


def _type(content_type: str | None) -> str:
    return (content_type or "").partition(";")[0].strip().lower()


def _charset(content_type: str) -> str:
    message = Message()
    message["Content-Type"] = content_type
    return message.get_content_charset() or ""
