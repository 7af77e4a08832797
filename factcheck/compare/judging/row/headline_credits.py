"""Where a headline names its source by place: "Army chief: base was rebuilt", "Base was rebuilt - report".

A headline is a line without a stop. Before a colon stands who says it, behind a last colon or dash too; a dash before a
name opens an outlet's tag, and a place before a colon is a dateline.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import regex

from factcheck.compare.judging.row.voices import MEDIA
from factcheck.compare.language.noun_classes import class_of
from factcheck.compare.language.phrases import Word
from factcheck.compare.lexicon import words_of

SHORTEST, LONGEST_SOURCE = 5, 3  # words of a headline and of its source
SOURCES = MEDIA | words_of("en/judging/speakers") | words_of("en/attributions/organisations")
REPORTS = frozenset(["report", "reports", "study", "poll", "survey", "research", "inquiry", "documents"])
SPEAKING = frozenset(["person", "occupation", "organisation"])
NO_STOP = regex.compile(r"[\"”’']?[ \t]*(?:\n|$)")
COLON, LAST_MARK = regex.compile(r"\W*:\s\W*"), regex.compile(r"\W*(?::|\s[–—-])\s\W*")

type IsName = Callable[[Word], bool]


def headline_credits_in(text: str, words: Sequence[Word], is_name: IsName) -> Iterator[int]:
    """Which word of a headline opens the name of its source."""
    if len(words) < SHORTEST or not NO_STOP.match(text, words[-1].end):
        return
    for at in range(1, LONGEST_SOURCE + 1):
        if COLON.fullmatch(text, words[at - 1].end, words[at].start) and _names_source(words[:at], is_name):
            yield 0
            return
    for at in range(len(words) - LONGEST_SOURCE, len(words)):
        if LAST_MARK.fullmatch(text, words[at - 1].end, words[at].start) and _names_source(words[at:], is_name):
            yield at


def _names_source(words: Sequence[Word], is_name: IsName) -> bool:
    """Whether words name a sort of speaker or a report, no more than names and what describes it beside."""
    return any(
        word.plain in REPORTS or word.plain in SOURCES or class_of(word.plain) in SPEAKING
        for word in words
        if not is_name(word)
    )
