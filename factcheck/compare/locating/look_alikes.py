"""Whether words that stand in a text are given there to somebody else than the quotation was given to.

Judged only where both name a speaker right beside a word of saying, and the text has the right one elsewhere too: a
paper that spells or describes a speaker in another way is not held to have given the words away.
"""

from __future__ import annotations

import regex

from factcheck.compare.findings import Span
from factcheck.compare.language.signals import find_signals
from factcheck.compare.words.plain_words import read
from factcheck.compare.words.segments import sentences

NAME = regex.compile(r"(?<![\p{L}’'])\p{Lu}[\p{L}\p{M}’'\-]+(?:\s\p{Lu}[\p{L}\p{M}’'\-]+)*")
FARTHEST = 600  # characters of a sentence looked at on either side of a place
FURTHEST = 40  # characters between a name and the word of saying beside it


def is_anothers(quote: str, prefix: str, suffix: str, text: str, place: Span) -> bool:
    """Whether the place in the text is beside the name of another speaker than the quotation is."""
    around = prefix + quote + suffix
    own = Span(len(prefix), len(prefix) + len(quote))
    wanted, given = _beside(around, own), _beside(text, place)
    if not wanted:
        wanted, given = _at_head(around, own), _at_head(text, Span(_sentence_at(text, place).start, place.end))
    if not wanted or not given or wanted[-1] in given or given[-1] in wanted:
        return False
    return regex.search(rf"\b{regex.escape(wanted[-1])}\b", text) is not None


def _beside(text: str, place: Span) -> list[str]:
    """The words of the name beside a word of saying, before or behind a place in its sentence."""
    around = _sentence_at(text, place)
    before = _cue(text, Span(around.start, place.start))
    if before:
        return _name_before(text, around.start, before.start) or _name_behind(text, before.end, place.start)
    behind = _cue(text, Span(place.end, around.end))
    if behind:
        return _name_before(text, place.end, behind.start) or _name_behind(text, behind.end, around.end)
    return []


def _at_head(text: str, place: Span) -> list[str]:
    """The words of the name that a quotation in the paper's words begins with: "Ana Ruiz said that …"."""
    cue = _cue(text, place)
    found = NAME.match(text, place.start) if cue else None
    return found.group().split() if cue and found and found.end() <= cue.start <= found.end() + FURTHEST else []


def _sentence_at(text: str, place: Span) -> Span:
    """From the beginning of the sentence that a place begins in to the end of the one that it ends in."""
    start = max(text.rfind("\n", 0, place.start) + 1, place.start - FARTHEST)
    line_end = text.find("\n", place.end)
    end = min(line_end if line_end >= 0 else len(text), place.end + FARTHEST)
    own = place.start - start, place.end - start
    touched = [one for one in sentences(text[start:end]) if one.start < own[1] and own[0] < one.end]
    return Span(start + touched[0].start, start + touched[-1].end) if touched else place


def _cue(text: str, within: Span) -> Span | None:
    words = read(text, within)
    found = next((places for places, signal in find_signals(words) if signal.kind == "cue"), None)
    return Span(words[found[0]].start, words[found[-1]].end) if found else None


def _name_before(text: str, start: int, end: int) -> list[str]:
    names = list(NAME.finditer(text, start, end))
    return names[-1].group().split() if names and end - names[-1].end() <= FURTHEST else []


def _name_behind(text: str, start: int, end: int) -> list[str]:
    name = NAME.search(text, start, end)
    return name.group().split() if name and name.start() - start <= FURTHEST else []
