"""JSON as it streams: the rows of one long array, or of an object's `articles`, without holding more than one.

The rows of a DataFeed, in which desks publish their checks, stand in its `dataFeedElement`.
"""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from typing import IO, Any

from factcheck.articles.formats.incoming import LONGEST, ImportRefused
from factcheck.languages.sentences import noted

LONGEST_ROW = 4 * LONGEST  # characters of one row as JSON: its text may stand in escapes, and its findings beside it
ROWS_KEYS = ("articles", "dataFeedElement")
CHUNK = 1 << 16
BLANK = " \t\n\r"
decoder = json.JSONDecoder()


def elements(file: IO[bytes]) -> Iterator[Any]:
    """The array's values in turn; of an object the values of its rows, or the object itself if it has none.

    Raises ImportRefused where it is not JSON, and for a row that is too long.
    """
    text = _Text(file)
    if text.next() == "[":
        yield from _array(text)
    else:
        yield from _object(text)
    if text.next():
        raise text.refusal(noted("More stands after the end of its JSON."))


def _array(text: _Text) -> Iterator[Any]:
    text.take("[")
    if text.next() == "]":
        text.take("]")
        return
    while True:
        yield text.value()
        if text.next() == "]":
            text.take("]")
            return
        text.take(",")


def _object(text: _Text) -> Iterator[Any]:
    text.take("{")
    alone: dict[str, Any] = {}
    has_rows = False
    while text.next() != "}":
        name = text.value()
        text.take(":")
        if name in ROWS_KEYS and text.next() == "[":
            has_rows = True
            yield from _array(text)
        else:
            alone[name if isinstance(name, str) else ""] = text.value()
        if text.next() != "}":
            text.take(",")
    text.take("}")
    if not has_rows:
        yield alone


class _Text:
    """Characters of a file, read as they are needed and dropped when they were."""

    def __init__(self, file: IO[bytes]) -> None:
        self.file = file
        self.decoder = codecs.getincrementaldecoder("utf-8")()
        self.buffer, self.at, self.dropped = "", 0, 0
        self.is_whole = False

    def next(self) -> str:
        """The next character that is not blank, not taken yet; empty at the end."""
        while True:
            while self.at < len(self.buffer):
                if self.buffer[self.at] not in BLANK:
                    return self.buffer[self.at]
                self.at += 1
            if not self.more():
                return ""

    def take(self, character: str) -> None:
        if self.next() != character:
            raise self.refusal(noted("A “%(character)s” is missing.", character=character))
        self.at += 1

    def value(self) -> Any:
        """The next value, whole. Its end is looked for again whenever as much again was read."""
        self.next()
        looked = 0
        while True:
            left = len(self.buffer) - self.at
            if left >= 2 * looked or self.is_whole:
                looked = left
                try:
                    found, end = decoder.raw_decode(self.buffer, self.at)
                except (ValueError, RecursionError):
                    if self.is_whole:
                        raise self.refusal(noted("It is not JSON.")) from None
                else:
                    if end < len(self.buffer) or self.is_whole:  # a number may go on
                        self.at = end
                        return found
            if left > LONGEST_ROW:
                raise self.refusal(
                    noted("No row with at most %(longest)s MB of text begins here.", longest=f"{LONGEST / 1e6:.0f}")
                )
            self.more()

    def more(self) -> bool:
        """Read on; False at the end of the file."""
        chunk = self.file.read(CHUNK)
        try:
            words = self.decoder.decode(chunk, not chunk)
        except UnicodeDecodeError:
            raise self.refusal(noted("What follows is not UTF-8.")) from None
        self.dropped += self.at
        self.buffer, self.at = self.buffer[self.at :] + words, 0
        self.is_whole = not chunk
        return bool(chunk)

    def refusal(self, reason: str) -> ImportRefused:
        around = " ".join(self.buffer[self.at : self.at + 40].split())
        where = noted("at character %(dropped)s", dropped=f"{self.dropped + self.at + 1:,}") + (
            f", “{around}”" if around else noted(", its end")
        )
        return ImportRefused(f"{reason[:-1]} {where}.", noted("Mend the file there."))
