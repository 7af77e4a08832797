"""The wire formats of before XML, IPTC 7901 and ANPA 1312: messages between control characters, each one article.

    SOH head STX text ETX time EOT

IPTC 7901 names in its head the agency, the number, the priority and the category; ANPA 1312 begins a headline and a
byline with a circumflex and ends a line with a less-than sign.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from factcheck.articles.formats.day_words import day_told
from factcheck.articles.formats.delivery import without_by
from factcheck.articles.formats.encoding import decode
from factcheck.articles.formats.incoming import ImportRefused, Incoming, NotAnArticle
from factcheck.articles.formats.source import IncomingFile
from factcheck.articles.formats.wrapped_lines import paragraphs_of
from factcheck.articles.reading.credit_line import agency_named
from factcheck.languages.sentences import noted

LONGEST = 50_000_000  # bytes of one file, which holds many messages
WIRE = re.compile(rb"[\x00\x16\s]*\x01[^\x02\x03\x04]{1,400}\x02")
MESSAGE = re.compile(r"\x01(?P<head>[^\x01\x02]*)\x02(?P<text>[^\x01\x03]*)(?:\x03(?P<foot>[^\x01\x04]*))?")
OF_AGENCY = re.compile(r"\s*([A-Z]{2,4})\s*\d{1,4}\b")
CLOSED = re.compile(r"(?P<day>\d\d)(?P<time>\d{4})Z?\s+(?P<month>[A-Z]{3})\s+(?P<year>\d\d)\b")
SENT = re.compile(r"\b([A-Z]{2,4})-[A-Z]{2}-(?P<month>\d\d)-(?P<day>\d\d)-(?P<year>\d\d)\b")
WITHDRAWN = re.compile(r"\b(?:KILL|WITHHOLD|CANCEL+ED|MANDATORY KILL|ANNULATION|SPERRFRIST)\b")
TYPESETTING = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]+")
BECAUSE = noted("the message gives it")


def rows(source: IncomingFile) -> Iterator[Incoming | ImportRefused]:
    """The messages in turn, numbered from 1."""
    if source.size > LONGEST:
        raise ImportRefused(
            noted("It holds more than %(longest)s MB.", longest=f"{LONGEST / 1e6:.0f}"),
            noted("Split it between two messages."),
        )
    text, encoding = decode(source.path.read_bytes().replace(b"\0", b""), source.encoding)
    for row, message in enumerate(MESSAGE.finditer(text.replace("\r\n", "\n").replace("\r", "\n")), 1):
        try:
            yield _row(message, row, encoding)
        except ImportRefused as refusal:
            yield refusal.within("", row, {"text": "", "line": TYPESETTING.sub(" ", message["head"]).strip()})


def is_wire(start: bytes) -> bool:
    """Whether a file that starts so holds such messages."""
    return bool(WIRE.match(start))


def _row(message: re.Match[str], row: int, encoding: str) -> Incoming:
    head = " ".join(TYPESETTING.sub(" ", message["head"]).split())
    lines = [TYPESETTING.sub("", line) for line in message["text"].split("\n")]
    if WITHDRAWN.search(head):
        raise NotAnArticle(noted("Its publisher says that it is withdrawn."), noted("Leave it out."))
    marked = [line[1:].rstrip("< ").strip() for line in lines if line.startswith("^")]
    titles = [line for line in marked if line]
    received = "\n\n".join(paragraphs_of([line.rstrip("< ") for line in lines if not line.startswith("^")]))
    if not received:
        raise NotAnArticle(noted("The message has no text."), noted("Leave it out."))
    byline = next((without_by(line) for line in titles if line[:3].casefold() == "by "), "")
    values: dict[str, Any] = {
        "headline": next((line for line in titles if line[:3].casefold() != "by "), ""),
        "byline": byline,
        "agency": _agency(head, message["foot"] or ""),
        "published_on": _day(message["foot"] or ""),
    }
    because = {name: BECAUSE for name, value in values.items() if value}
    return Incoming(
        received=received, row=row, encoding=encoding, is_page=not values["headline"], because=because, **values
    )


def _agency(head: str, foot: str) -> str:
    codes = [found[1] for found in (OF_AGENCY.match(head), SENT.search(foot)) if found]
    return next(filter(None, map(agency_named, codes)), "")


def _day(foot: str) -> date | None:
    """The day in a message's foot; the month and year that a head leaves out are never guessed."""
    if found := CLOSED.search(foot):
        return day_told(f"{found['day']} {found['month']} 20{found['year']}")
    if found := SENT.search(foot):
        return day_told(f"20{found['year']}-{found['month']}-{found['day']}")
    return None
