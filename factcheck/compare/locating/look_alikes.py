"""Whether words that stand in a text are given there to somebody else than the quotation was given to.

Judged only where both name a speaker right beside a word of saying, and the text has the right one elsewhere too: a
paper that spells or describes a speaker in another way is not held to have given the words away.
"""

from __future__ import annotations

import regex

from factcheck.compare.findings import Span
from factcheck.compare.language.signals import find_signals
from factcheck.compare.words.plain_words import read

NAME = regex.compile(r"(?<![\p{L}’'])\p{Lu}[\p{L}\p{M}’'\-]+(?:\s\p{Lu}[\p{L}\p{M}’'\-]+)*")
SENTENCE_END = regex.compile(r"[.!?…][\"”’»)]*\s|\n")
FURTHEST = 40  # characters between a name and the word of saying beside it


def is_anothers(quote: str, prefix: str, suffix: str, text: str, place: Span) -> bool:
    """Whether the place in the text is beside the name of another speaker than the quotation is."""
    around = prefix + quote + suffix
    wanted = _speaker(around, Span(len(prefix), len(prefix) + len(quote)))
    if not wanted:
        return False
    given = _speaker(text, place)
    if not given or wanted[-1] in given or given[-1] in wanted:
        return False
    return regex.search(rf"\b{regex.escape(wanted[-1])}\b", text) is not None


def _speaker(text: str, place: Span) -> list[str]:
    """The words of the name beside the word of saying in the sentence before, behind or at the head of a place."""
    start = max((end.end() for end in SENTENCE_END.finditer(text, 0, place.start)), default=0)
    stop = SENTENCE_END.search(text, max(place.start, place.end - 1))
    behind = Span(place.end, stop.end() if stop else len(text))
    return _named(text, Span(start, place.start)) or _named(text, behind) or _named(text, place)


def _named(text: str, within: Span) -> list[str]:
    words = read(text, within)
    cue = next((places for places, signal in find_signals(words) if signal.kind == "cue"), None)
    if cue is None:
        return []
    start, end = words[cue[0]].start, words[cue[-1]].end
    before = list(NAME.finditer(text, within.start, start))
    if before and start - before[-1].end() <= FURTHEST:
        return before[-1].group().split()
    after = NAME.search(text, end, within.end)
    return after.group().split() if after and after.start() - end <= FURTHEST else []
