"""WARC and ARC, what crawlers keep: every web page in it that a server answered with, read as a page is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from email.message import Message
from typing import Any

from django.core.exceptions import ValidationError
from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecordLoader
from warcio.statusandheaders import StatusAndHeadersParserException

from factcheck.articles.formats import page
from factcheck.articles.formats.incoming import LENGTHS, ImportRefused, Incoming, is_web_address
from factcheck.articles.formats.source import IncomingFile
from factcheck.articles.formats.unzipped import UnzippedFile
from factcheck.languages.sentences import noted

PAGES = ("text/html", "application/xhtml+xml")
ADDRESS = noted("the web archive gives it")
LONGEST_HEAD = 1_000_000  # bytes that may be read before a record's body begins


class RecordLoader(ArcWarcRecordLoader):  # type: ignore[misc]  # warcio is not typed
    """Loads an answer's headers too where its record does not say, or not in whole, at which address it was fetched."""

    def load_http_headers(self, rec_type: str, uri: str | None, stream: Any, length: int | None) -> Any:
        is_told = (uri or "").startswith((*self.HTTP_SCHEMES, *self.NON_HTTP_SCHEMES))
        return super().load_http_headers(rec_type, uri if is_told else "http:", stream, length)


def rows(source: IncomingFile) -> Iterator[Incoming | ImportRefused]:
    """The pages in turn, numbered from 1; pictures, errors and what else a crawler keeps are passed over."""
    row = 0
    file = UnzippedFile(source.open())
    try:
        file.allow(LONGEST_HEAD)
        for record in _records(file):
            file.allow()
            found = None
            if _is_page(record):
                row += 1
                found = _row(record, row)
            _must_be_whole(record, row)
            file.allow(LONGEST_HEAD)
            if found:
                yield found
    except (ArchiveLoadFailed, StatusAndHeadersParserException, EOFError, UnicodeError):
        reason = noted("After page %(row)s it is no web archive any more.", row=row)
        raise ImportRefused(reason, noted("Fetch or copy the file again.")) from None


def _records(file: UnzippedFile) -> ArchiveIterator:
    records = ArchiveIterator(file)
    records.loader = RecordLoader(verify_http=False, arc2warc=False)
    return records


def _must_be_whole(record: Any, row: int) -> None:
    """Raises ImportRefused where the file ends before the record does, as after a download that broke off."""
    while record.raw_stream.read(page.LONGEST):
        pass
    if getattr(record.raw_stream, "limit", 0) > 0:
        reason = noted(
            "The file ends in the middle of a record, %(value)s page %(row)s.",
            value="in" if _is_page(record) else "after",
            row=row,
        )
        raise ImportRefused(reason, noted("Fetch or copy the file again."))


def _is_page(record: Any) -> bool:
    if record.rec_type == "resource":
        return _type(record.rec_headers.get_header("Content-Type")) in PAGES
    if record.rec_type != "response" or record.http_headers is None:
        return False
    return record.http_headers.get_statuscode() == "200" and _type(_content_type(record)) in PAGES


def _row(record: Any, row: int) -> Incoming | ImportRefused:
    address = _address(record)
    try:
        body = b"" if _is_too_long(record) else record.content_stream().read(page.LONGEST + 1)
        if _is_too_long(record) or len(body) > page.LONGEST:
            raise ImportRefused(
                noted("The page holds more than %(longest)s MB.", longest=f"{page.LONGEST / 1e6:.0f}"),
                noted("Leave it out."),
            )
        found = page.read_page(body, address=address, charset=_charset(_content_type(record)), because=ADDRESS)
    except ImportRefused as refusal:
        return refusal.within("", row, {"text": "", "url": address})
    return replace(found, row=row)


def _is_too_long(record: Any) -> bool:
    """Whether a record is longer than a page can be even where its server packed it badly, in pieces."""
    return (record.length or 0) > 4 * page.LONGEST


def _address(record: Any) -> str:
    """Where the page was fetched; empty if the record does not say, or not in whole."""
    headers = record.rec_headers
    address = (headers.get_header("WARC-Target-URI") or headers.get_header("uri") or "").strip("<> ")
    address = address.replace(" ", "%20")
    try:
        is_web_address(address)
    except ValidationError:
        return ""
    return address if len(address) <= LENGTHS["url"] else ""


def _content_type(record: Any) -> str:
    headers = record.http_headers or record.rec_headers
    return headers.get_header("Content-Type") or ""


def _type(content_type: str | None) -> str:
    return (content_type or "").partition(";")[0].strip().lower()


def _charset(content_type: str) -> str:
    message = Message()
    message["Content-Type"] = content_type
    return message.get_content_charset() or ""
