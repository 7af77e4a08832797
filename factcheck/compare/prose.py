"""The running prose of an article: what is left of a page without headlines, captions, credits and buttons.

Rules over paragraphs, made for measuring how much two articles share; nothing here decides what a reader sees.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain

import regex

from factcheck.compare.findings import Span
from factcheck.compare.folding import folded_words
from factcheck.compare.lexicon import words_of
from factcheck.compare.quotations import quotations_in
from factcheck.compare.segments import paragraphs

CREDITS = words_of("photo_credits")
SHORT_LINE = 8  # words: a headline, a button
LONG_LINE = 20  # words: prose even if its end is cut off
LONG_QUOTATION = 15  # characters
ENTRIES_OF_A_ROLL = 3

SENTENCE_END = regex.compile(r"[.!?…:;,。！？؟۔।]['\"”’»」』)\]]{0,3}\Z")
LAST_BRACKET = regex.compile(r"\(([^()]{1,80})\)\W{0,3}\Z")
ENTRY_MARK = regex.compile(r"\d{1,2}[:.]\d\d\s*[ap]\.?m\.?|[_—*-]{2,}", regex.IGNORECASE)


@dataclass(frozen=True)
class Prose:
    """The prose of one article: its paragraphs, their folded words, and whether it is a roll of entries.

    A roll is a page of short entries under times or rules: a live report, a digest of the day.
    """

    paragraphs: tuple[str, ...]
    words_of_paragraphs: tuple[list[str], ...]
    is_roll: bool

    @cached_property
    def words(self) -> list[str]:
        return list(chain.from_iterable(self.words_of_paragraphs))

    @cached_property
    def own_words(self) -> list[str]:
        """The words outside quotations."""
        return list(chain.from_iterable(map(_unquoted, self.paragraphs, self.words_of_paragraphs)))


@lru_cache(maxsize=32)
def prose(text: str) -> Prose:
    """Read an article; a paragraph that stands twice counts once, and without prose all but captions is read.

    The latest are remembered: an article is held beside several others in a row.
    """
    lines = [place.of(text) for place in paragraphs(text)]
    words = [folded_words(line) for line in lines]
    spoken = [
        at for at, line in enumerate(lines) if not _is_caption(line, words[at + 1] if at + 1 < len(lines) else [])
    ]
    running = {lines[at]: at for at in spoken if _is_running(lines[at], len(words[at]))}
    kept = list(running.values()) or spoken
    return Prose(
        paragraphs=tuple(lines[at] for at in kept),
        words_of_paragraphs=tuple(words[at] for at in kept),
        is_roll=sum(bool(ENTRY_MARK.fullmatch(line)) for line in lines) >= ENTRIES_OF_A_ROLL,
    )


def _is_running(line: str, length: int) -> bool:
    if length < SHORT_LINE or "{" in line:
        return False
    return length >= LONG_LINE or bool(SENTENCE_END.search(line, max(0, len(line) - 4)))


def _is_caption(line: str, following: list[str]) -> bool:
    """Whether a line closes with a photograph's credit or stands right above one."""
    credit = LAST_BRACKET.search(line, max(0, len(line) - 90))
    last = folded_words(credit.group(1)) if credit else []
    return not CREDITS.isdisjoint(last) or (len(following) < SHORT_LINE and not CREDITS.isdisjoint(following))


def _unquoted(line: str, words: list[str]) -> list[str]:
    """The words of a paragraph outside quotations; names and titles in quotation marks are too short to matter."""
    long = [span for span in quotations_in(line, Span(0, len(line))) if span.end - span.start >= LONG_QUOTATION]
    if not long:
        return words
    starts, ends = [0, *(span.end for span in long)], [*(span.start for span in long), len(line)]
    return folded_words("\n".join(line[start:end] for start, end in zip(starts, ends, strict=True)))
