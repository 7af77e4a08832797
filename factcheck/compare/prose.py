"""The running prose of an article: what is left of a page without headlines, captions, credits and buttons.

Rules over paragraphs, made for measuring how much two articles share; nothing here decides what a reader sees.
"""

from __future__ import annotations

from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Prose:
    """The prose of one article: its paragraphs, their folded words, and whether it is a roll of entries.

    A roll is a page of short entries under times or rules: a live report, a digest of the day.
    """

    text: str
    paragraphs: list[Span]
    words: list[str]
    is_roll: bool

    def own_words(self) -> list[str]:
        """The words outside quotations."""
        return list(chain.from_iterable(_unquoted(self.text, paragraph) for paragraph in self.paragraphs))


def prose(text: str) -> Prose:
    """Read an article; a paragraph that stands twice counts once, and without prose all but captions is read."""
    places = paragraphs(text)
    lines = [place.of(text) for place in places]
    words = [folded_words(line) for line in lines]
    spoken = [
        at for at, line in enumerate(lines) if not _is_caption(line, words[at + 1] if at + 1 < len(lines) else [])
    ]
    running = {lines[at]: at for at in spoken if _is_running(lines[at], len(words[at]))}
    kept = list(running.values()) or spoken
    return Prose(
        text=text,
        paragraphs=[places[at] for at in kept],
        words=list(chain.from_iterable(words[at] for at in kept)),
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


def _unquoted(text: str, paragraph: Span) -> list[str]:
    """The words of a paragraph outside quotations; names and titles in quotation marks are too short to matter."""
    long = [span for span in quotations_in(text, paragraph) if span.end - span.start >= LONG_QUOTATION]
    starts, ends = [paragraph.start, *(span.end for span in long)], [*(span.start for span in long), paragraph.end]
    return folded_words("\n".join(text[start:end] for start, end in zip(starts, ends, strict=True)))
