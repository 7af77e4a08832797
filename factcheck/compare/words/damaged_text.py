"""Text that was damaged on its way: UTF-8 read as Windows-1252, entities and tags left as written, lost marks.

Repairs what can only be damage and leaves all else as it is; `Mended` knows where each character came from.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import unescape
from itertools import chain
from typing import NamedTuple

import regex

from factcheck.compare.findings import Span

LOST = "\ufffd"
# What Windows-1252 has for the bytes 80 to 9f; five are free, and stand for themselves.
BYTES = {bytes([byte]).decode("cp1252", errors="ignore") or chr(byte): byte for byte in range(0x80, 0xA0)}
ENTITY = r"&(?:#\d{2,7}|#x[\da-fA-F]{2,6}|[A-Za-z]{2,8}\d{0,2});"
MISREAD = r"[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u0178\u0192\u02c6-\u2122]+|\u00c3(?=\x20)"  # "Ã " had a hard space
TAG = (
    r"</?(?:[pabiqsu]|br|hr|em|strong|span|div|font|small|mark|ins|del|cite|time|abbr|sub|sup|li|ul|ol|dl|dt|dd|h[1-6]"
    r"|blockquote|figure|figcaption|img|iframe|section|article|aside|header|footer|main|nav|table|thead|tbody|tr|td|th"
    r"|script|style|center)\b[^<>\n]{0,600}>"
)
# Notes and links of Markdown, wikis and bulletin boards, and marks around words in bold.
NOTE = r"(?<=[^\s\[(])\[(?:\d{1,3}|edit|citation\sneeded|note\s\d{1,3})\]"
LINK = r"\[(?=[^\[\]\n]{1,200}\]\(https?://)|\]\(https?://[^\s()]{1,400}\)"
BOARD = r"\[/?(?:[bius]|url|img|quote|size|colou?r)(?:=[^\[\]\n]{1,300})?\]"
BOLD = r"\*\*(?=\S[^*\n]{0,300}\*\*)|(?<=\*\*[^*\n]{0,300}\S)\*\*"
MARKUP = regex.compile("|".join((TAG, NOTE, LINK, BOARD, BOLD)), regex.IGNORECASE)
# Bytes written out: in mail (RFC 2045, 6.7) those beyond ASCII, in scripts by four digits; and Windows' own marks.
ESCAPED = r"(?:=[89A-F][0-9A-F]){2,4}|\\u[\da-fA-F]{4}|[\x80-\x9f]"
MARKED = r"(?<=\p{L})[`´](?=(?:s|t|d|m|re|ve|ll)\b)"  # an apostrophe
DAMAGE = regex.compile("|".join((ENTITY, MISREAD, ESCAPED, MARKED)))
SIGN = re.compile(r"[&<\[\]*?=\\`´\u00c2-\u00f4\x80-\x9f]")  # `re`, not `regex`: every text passes through here
# A "?" between letters is no question: the curly marks of the text were lost.
LOST_APOSTROPHE = regex.compile(r"(?<=(?:^|\s|\?)\p{L}{1,20})\?(?=(?:s|t|d|m|re|ve|ll)\b)")
LOST_MARK = regex.compile(
    rf"{LOST_APOSTROPHE.pattern}|(?<=^|[\s(])\?(?=\p{{L}})|(?<=[,.!?…])\?(?=\s|$)|(?<=s)\?(?=\s\p{{Ll}})"
)
READ_AS = {"Ã": "à", "`": "’", "´": "’"} | {chr(byte): sign for sign, byte in BYTES.items() if ord(sign) > 0xFF}
ANY_DAMAGE = regex.compile("|".join((DAMAGE.pattern, MARKUP.pattern, LOST_APOSTROPHE.pattern)), regex.IGNORECASE)
LAYERS = 3  # how often a text may have been damaged in the same way


class Mended(NamedTuple):
    """A repaired text, and for each of its characters where in the damaged one it stands."""

    text: str
    places: tuple[Span, ...]

    def span_of(self, span: Span) -> Span:
        """Where what stands at a span of the repaired text stands in the damaged one."""
        if span.start < span.end:
            return Span(self.places[span.start].start, self.places[span.end - 1].end)
        at = self.places[span.start - 1].end if span.start else 0
        return Span(at, at)


def is_damaged(text: str) -> bool:
    """Whether there may be anything in a text to repair."""
    return any(ANY_DAMAGE.match(text, sign.start()) for sign in SIGN.finditer(text))


def mended(text: str) -> Mended:
    """The text as it was printed: what was misread read again, entities resolved, tags and notes left out.

    A text that is no more than such signs stays as it is.
    """
    whole = found = Mended(text, tuple(Span(at, at + 1) for at in range(len(text))))
    for _ in range(LAYERS):
        found = _replaced(found, DAMAGE, lambda damage: read_again(damage.group()))
    found = _replaced(found, MARKUP, lambda _: "")
    if LOST_APOSTROPHE.search(found.text):
        found = _replaced(found, LOST_MARK, _mark)
    return found if found.text.strip() else whole


def _replaced(found: Mended, pattern: regex.Pattern[str], by: Callable[[regex.Match[str]], str]) -> Mended:
    pieces: list[str] = []
    places: list[tuple[Span, ...]] = []
    start = 0
    for match in pattern.finditer(found.text):
        new = by(match)
        if new == match.group():
            continue
        whole = Span(found.places[match.start()].start, found.places[match.end() - 1].end)
        pieces += [found.text[start : match.start()], new]
        places += [found.places[start : match.start()], tuple(_shared(whole, len(new)))]
        start = match.end()
    if not start:
        return found
    pieces.append(found.text[start:])
    places.append(found.places[start:])
    return Mended("".join(pieces), tuple(chain.from_iterable(places)))


def _shared(whole: Span, count: int) -> Iterator[Span]:
    """The places of so many characters that one stretch was read as: the last has all that is left of it."""
    for number in range(count):
        yield Span(
            whole.start + min(number, len(range(*whole)) - 1),
            whole.end if number == count - 1 else whole.start + number + 1,
        )


def read_again(found: str) -> str:
    """What an entity, misread UTF-8 or bytes written out stand for; what stands for nothing, as it is."""
    if found.startswith("&"):
        return unescape(found)
    if found in READ_AS:
        return READ_AS[found]
    try:
        if found.startswith("\\u"):
            return bytes.fromhex(found[2:]).decode("utf-16-be")
        if found.startswith("="):
            return bytes.fromhex(found.replace("=", "")).decode()
        return bytes(BYTES.get(sign, ord(sign)) for sign in found).decode()
    except ValueError:
        return found


def _mark(lost: regex.Match[str]) -> str:
    before, behind = lost.string[: lost.start()][-1:], lost.string[lost.end() :][:1]
    if not before.strip(" \t\n(") and behind.isalpha():
        return "“"
    return "’" if before.isalpha() else "”"
