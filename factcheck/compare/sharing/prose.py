"""The running prose of an article: what is left of a page without headlines, captions, credits and buttons.

Rules over paragraphs, made for measuring how much two articles share; nothing here decides what a reader sees.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain

import regex

from factcheck.compare.findings import Span
from factcheck.compare.lexicon import words_of
from factcheck.compare.sharing.fingerprints import LANE, hashes_of_runs, lanes_of
from factcheck.compare.words.folded_words import folded_words
from factcheck.compare.words.quotations import quotations_in
from factcheck.compare.words.segments import paragraphs

CREDITS = words_of("en/judging/photo_credits")
SHORT_LINE = 8  # words: a headline, a button
LONG_LINE = 20  # words: prose even if its end is cut off
LONG_QUOTATION = 15  # characters
LONG_WORD = 6  # letters
ENTRIES_OF_A_ROLL = 3

SENTENCE_END = regex.compile(r"[.!?…:;,。！？؟۔।]['\"”’»」』)\]]{0,3}\Z")
LAST_BRACKET = regex.compile(r"\(([^()]{1,80})\)\W{0,3}\Z")
QUOTATION_MARK = re.compile("[“„\"«「『‘']")
ENTRY_MARK = regex.compile(r"\d{1,2}[:.]\d\d\s*[ap]\.?m\.?|[_—*-]{2,}", regex.IGNORECASE)


class HashedWords:
    """The hashes of some words in order, and of their runs, which are worked out once for each length."""

    def __init__(self, lanes: bytes) -> None:
        self.lanes = lanes
        self._runs: dict[int, list[int]] = {}

    def __len__(self) -> int:
        return len(self.lanes) // LANE

    def runs(self, length: int) -> list[int]:
        if length not in self._runs:
            self._runs[length] = hashes_of_runs(self.lanes, length)
        return self._runs[length]


@dataclass(frozen=True)
class Prose:
    """The prose of one article: its paragraphs, the hashes of their words, and whether it is a roll of entries.

    A roll is a page of short entries under times or rules: a live report, a digest of the day.
    """

    paragraphs: tuple[str, ...]
    lanes_of_paragraphs: tuple[bytes, ...]
    is_roll: bool

    @cached_property
    def words(self) -> HashedWords:
        return HashedWords(b"".join(self.lanes_of_paragraphs))

    @cached_property
    def own_words(self) -> HashedWords:
        """The words outside quotations."""
        return HashedWords(b"".join(map(_unquoted, self.paragraphs, self.lanes_of_paragraphs)))

    @cached_property
    def long_words(self) -> set[str]:
        words = chain.from_iterable(map(folded_words, self.paragraphs))
        return {word for word in words if len(word) >= LONG_WORD}


@lru_cache(maxsize=32)
def prose(text: str) -> Prose:
    """Read an article; a paragraph that stands twice counts once, and without prose all but captions is read.

    The latest are remembered: an article is held beside several others in a row.
    """
    lines = [place.of(text) for place in paragraphs(text)]
    lanes = [lanes_of(line) for line in lines]
    lengths = [len(own) // LANE for own in lanes]
    short = [line if length < SHORT_LINE else "" for line, length in zip(lines, lengths, strict=True)]
    spoken = [
        at
        for at, (line, following) in enumerate(zip(lines, [*short, ""][1:], strict=True))
        if not _is_caption(line, following)
    ]
    running = {lines[at]: at for at in spoken if _is_running(lines[at], lengths[at])}
    kept = list(running.values()) or spoken
    return Prose(
        paragraphs=tuple(lines[at] for at in kept),
        lanes_of_paragraphs=tuple(lanes[at] for at in kept),
        is_roll=sum(bool(ENTRY_MARK.fullmatch(line)) for line in lines) >= ENTRIES_OF_A_ROLL,
    )


def _is_running(line: str, length: int) -> bool:
    if length < SHORT_LINE or "{" in line:
        return False
    return length >= LONG_LINE or bool(SENTENCE_END.search(line, max(0, len(line) - 4)))


def _is_caption(line: str, short_line_below: str) -> bool:
    """Whether a line closes with a photograph's credit or stands right above one."""
    credit = LAST_BRACKET.search(line, max(0, len(line) - 90)) if ")" in line[-5:] else None
    return _names_credit(short_line_below) or bool(credit and _names_credit(credit.group(1)))


def _names_credit(words: str) -> bool:
    return not CREDITS.isdisjoint(folded_words(words))


def _unquoted(line: str, lanes: bytes) -> bytes:
    """The words of a paragraph outside quotations; names and titles in quotation marks are too short to matter."""
    if not QUOTATION_MARK.search(line):
        return lanes
    long = [span for span in quotations_in(line, Span(0, len(line))) if span.end - span.start >= LONG_QUOTATION]
    if not long:
        return lanes
    starts, ends = [0, *(span.end for span in long)], [*(span.start for span in long), len(line)]
    return b"".join(lanes_of(line[start:end]) for start, end in zip(starts, ends, strict=True))
