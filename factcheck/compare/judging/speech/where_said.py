"""The rule on where and to whom something was said: "told The Post", "in a statement", beside a speaker who stays.

Who heard it and where are part of the credit: a reader can look there. The speaker is a matter of `sources`.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.compare.findings import EditKind, Severity
from factcheck.compare.judging.row.changes import NEAR, Change, Half
from factcheck.compare.judging.row.sides import RowSide
from factcheck.compare.judging.row.voices import MEDIA
from factcheck.compare.judging.speech.credited import TELLS
from factcheck.compare.language.phrases import Word
from factcheck.compare.lexicon import words_of

type Finding = tuple[EditKind, Severity]

PLACES = (
    words_of("en/attributions/documents") | MEDIA | {"interview", "conference", "briefing", "conversation", "speech"}
)
BEFORE_PLACE = frozenset(["in", "at", "on", "during", "by", "via", "through"])
REACH = 4  # words: "in a short written statement", "on the Tarn Evening News"


def where_said(change: Change) -> Iterator[Finding]:
    """Did it come or go, or change, where it was said or who was told?"""
    if not all(half.side.cues for half in change.halves):
        return
    if any(map(_hears, change.halves, change.halves[::-1])) or any(map(_places, change.halves)):
        yield EditKind.ATTRIBUTION, Severity.MINOR


def _hears(half: Half, other: Half) -> bool:
    """Whether a half says that somebody was told, and names who, where the other row tells nobody."""
    if not TELLS.isdisjoint(word.plain for word in other.side.words):
        return False
    return any(
        word.plain in TELLS and any(map(half.side.is_name, half.side.words[at + 1 : at + 3]))
        for at, word in _outside_quotations(half)
    )


def _places(half: Half) -> bool:
    """Whether a half, right beside words of saying, opens with "in" and holds a writing, a talk or a paper."""
    for at, word in _outside_quotations(half):
        behind = half.side.words[at + 1 : at + 1 + REACH]
        if word.plain not in BEFORE_PLACE or not _is_behind_cue(half.side, at):
            continue
        if any(some.plain in PLACES and half.is_alone(some) for some in behind) or _names_paper(half, behind):
            return True
    return False


def _names_paper(half: Half, behind: list[Word]) -> bool:
    """Whether "news" or the like ends a name: "on Tarn News"."""
    return any(word.plain in PAPERS and half.side.text[word.start].isupper() and half.is_alone(word) for word in behind)


PAPERS = frozenset(["news", "times", "post", "radio", "television", "tv", "mail", "telegraph", "daily", "today"])


def _is_behind_cue(side: RowSide, at: int) -> bool:
    return any(where.stop <= at <= where.stop + NEAR for where, signal in side.cues if signal.kind == "cue")


def _outside_quotations(half: Half) -> Iterator[tuple[int, Word]]:
    for at in half.places:
        word = half.side.words[at]
        if not any(quotation.start < word.start < quotation.end for quotation in half.side.quotations):
            yield at, word
