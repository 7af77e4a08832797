"""What reading a received text answers with: frozen values that a person can see, and change."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

from factcheck.languages.sentences import noted

CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")  # no text holds these
ODD_SPACE = re.compile(r"[\x0b\x0c\x1c-\x1f\x85]")  # white space that XML, and so a feed, cannot hold
UNUSUAL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")  # one of these, or a carriage return


class What(StrEnum):
    """What was found in a received text, or given beside it."""

    HEADLINE = noted("headline")
    BYLINE = noted("byline")
    AGENCY = noted("agency")
    DATE = noted("date")
    DATELINE = noted("dateline")
    OUTLET = noted("outlet")
    ADDRESS = noted("address")
    LANGUAGE = noted("language")
    SITE_NAME = noted("site name")
    CREDIT = noted("credit")
    CAPTION = noted("caption")
    LINK = noted("link")
    DUPLICATE = noted("duplicate")
    FURNITURE = noted("furniture")
    ENCODING = noted("encoding")
    CONTROL = noted("control characters")
    CORRECTION = noted("correction")
    STRUCK = noted("struck out")
    OTHER_HEADLINE = noted("other headline")
    UPDATED = noted("updated")
    PAYWALL = noted("paywall")
    QUESTION = noted("question")
    PAGE = noted("page")


PARTS = {"what": str, "value": str, "start": int, "end": int, "because": str, "leaves_out": bool}  # of one, as JSON


@dataclass(frozen=True, slots=True)
class TextFinding:
    """One thing inferred or left out: its value, where it stands in the received text, and why it is believed.

    `leaves_out` says that the span is not in the reading text on account of this finding. A finding about
    the text as a whole has an empty span.
    """

    what: What
    value: str
    start: int
    end: int
    because: str
    leaves_out: bool = False

    def as_json(self) -> dict[str, Any]:
        return {
            "what": self.what,
            "value": self.value,
            "start": self.start,
            "end": self.end,
            "because": self.because,
            "leaves_out": self.leaves_out,
        }


@dataclass(frozen=True, slots=True)
class ArticleReading:
    """A received text, read: empty strings and None stand for what it does not say.

    `language` is the tag of the language it is in for certain.
    """

    headline: str
    byline: str
    agency: str
    outlet: str
    published_on: date | None
    language: str
    text: str
    findings: tuple[TextFinding, ...]

    def found(self, what: What) -> list[TextFinding]:
        return [finding for finding in self.findings if finding.what == what]


class Line(NamedTuple):
    """A line that holds words, without white space around it; `stop` is where the next such line starts."""

    start: int
    stop: int
    text: str


def lines_of(received: str) -> list[Line]:
    """The lines of a text that are not blank, each stripped of white space around it."""
    found, at = [], 0
    for raw in received.split("\n"):
        if text := raw.strip():
            found.append((at + len(raw) - len(raw.lstrip()), text))
        at += len(raw) + 1
    stops = [start for start, _ in found[1:]] + [len(received)]
    return [Line(start, stop, text) for (start, text), stop in zip(found, stops, strict=False)]


def joined(received: str, findings: Iterable[TextFinding]) -> str:
    """The received text without what the findings leave out; line ends become `\\n`, odd white space a space.

    Control characters are left out too, wherever they stand.
    """
    pieces, at = [], 0
    for finding in sorted((f for f in findings if f.leaves_out), key=lambda f: f.start):
        if finding.start > at:
            pieces.append(received[at : finding.start])
        at = max(at, finding.end)
    pieces.append(received[at:])
    text = "".join(pieces)
    if not UNUSUAL.search(text):
        return text.strip()
    return ODD_SPACE.sub(" ", CONTROL.sub("", text).replace("\r\n", "\n").replace("\r", "\n")).strip()


def why_unfit(kept: Any, received: str) -> str:
    """Why findings, as JSON holds them, are none of this received text, in a sentence; empty if they fit."""
    if not isinstance(kept, list):
        return noted("Findings are a list.")
    for number, finding in enumerate(kept, 1):
        if because := _why_unfit(finding, received):
            return noted("Finding %(number)s %(because)s", number=number, because=because)
    return ""


def _why_unfit(kept: Any, received: str) -> str:
    if not isinstance(kept, dict) or {name: type(value) for name, value in kept.items()} != PARTS:
        return noted("has not the parts of one: %(parts)s.", parts=", ".join(PARTS))
    if kept["what"] not in list(What):
        return noted("is of no known kind; the kinds are %(what)s.", what=", ".join(What))
    start, end = kept["start"], kept["end"]
    if not 0 <= start <= end <= len(received):
        return noted(
            "stands from %(start)s to %(end)s, and the received text has %(count)s characters.",
            start=start,
            end=end,
            count=len(received),
        )
    words, there = (" ".join(text.casefold().split()) for text in (kept["value"], received[start:end]))
    if kept["leaves_out"] and words.removesuffix("…") not in there:
        return noted(
            "leaves out words that do not stand from %(start)s to %(end)s of the received text.", start=start, end=end
        )
    return ""
