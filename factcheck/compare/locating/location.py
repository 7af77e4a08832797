"""Where a quotation stands in another text, and what became of it there.

First to the letter, then word for word with house style folded, then the passage that keeps most of its words, then a
sentence that says it in other words. Where the evidence is thin the answer is "cut": better than a wrong place.
"""

from __future__ import annotations

import regex

from factcheck.compare.findings import Carried, Location, Span
from factcheck.compare.language.signals import signals_in
from factcheck.compare.locating.look_alikes import is_anothers
from factcheck.compare.locating.paraphrase import paraphrase
from factcheck.compare.locating.passages import (
    LONGEST_QUOTE,
    Kept,
    Passage,
    Search,
    best_passage,
    is_certain,
    passage_among,
)
from factcheck.compare.locating.selection import SHORT, selected, standing
from factcheck.compare.words.plain_words import read

CUT = Location(Carried.CUT, (), 0.0)

LARGE_PART = 0.3  # of the words: dropped, it is a truncation whatever else was changed

LONGEST_ATTRIBUTION = 30  # words
MARK = regex.compile(r"""["“”«»„「」]|(?<!\w)['‘’]|['’](?!\w)""")
OPENS = regex.compile(r"""(?:\A|[\n"“”„‘'«(\[.,;:!?…—–-])\s*\Z""")
CLOSES = regex.compile(r"""\s*(?:\Z|[\n"”’'»)\].,;:!?…—–-])""")


def locate(quote: str, text: str, *, prefix: str = "", suffix: str = "") -> Location:
    """Find a quotation in a text, with the characters that stood before and after it where they are known.

    A selector (exact, prefix, suffix) made from this very text is found exactly where it was made. Of several places
    where the words stand, what stood around them chooses; fewer than four words need some of it to be found at all.
    The similarity is the share of words in common, 1 where all stand.
    """
    place = selected(quote, text, prefix, suffix)
    if place:
        return Location(Carried.INTACT, (place,), 1.0)
    found = _found(quote, text, prefix, suffix)
    if found.spans and is_anothers(quote, prefix, suffix, text, Span(found.spans[0].start, found.spans[-1].end)):
        return CUT
    return found


def _found(quote: str, text: str, prefix: str, suffix: str) -> Location:
    place = standing(quote, text, prefix, suffix)
    if place:
        return Location(Carried.INTACT, (place,), 1.0)
    search = Search(quote, text)
    if not 0 < len(search.wanted.words) <= LONGEST_QUOTE:
        return CUT
    passage = _passage(search, prefix, suffix)
    if passage:
        return Location(_status(search, passage), _spans(search, passage), _similarity(search, passage))
    return paraphrase(search) or CUT


def _passage(search: Search, prefix: str, suffix: str) -> Passage | None:
    if len(search.wanted.words) >= SHORT or not (prefix or suffix):
        passage = best_passage(search)
        if passage and is_certain(search, passage):
            return passage
    return passage_among(search, prefix, suffix) if prefix or suffix else None


def _status(search: Search, passage: Passage) -> Carried:
    size = len(search.wanted.words)
    dropped = size - sum(run.width for run in passage.runs)
    inserted = _inserted(search, passage)
    is_large = dropped >= max(LARGE_PART * size, 2 * inserted)
    if dropped and (is_large or any(map(search.elides, passage.gaps)) or _stops_short(search, passage)):
        return Carried.TRUNCATED
    if dropped or inserted or any(run.is_rewritten for run in passage.runs):
        return Carried.ALTERED
    return Carried.SPLIT if len(passage.runs) > 1 else Carried.INTACT


def _stops_short(search: Search, passage: Passage) -> bool:
    """Whether the quotation lacks nothing but its beginning or its end, and the text has nothing else there."""
    if _inserted(search, passage) or any(gap.width for gap in passage.gaps):
        return False
    whole = _spans(search, passage)
    head, tail = passage.runs[0].start, len(search.wanted.words) - passage.runs[-1].end
    return (not head or bool(OPENS.search(search.text, max(0, whole[0].start - 3), whole[0].start))) and (
        not tail or bool(CLOSES.match(search.text, whole[-1].end))
    )


def _divides(search: Search, gap: Kept) -> bool:
    """Whether the words of the text in a gap stand outside the quotation: an attribution, the paper's own words."""
    between = Span(search.given.spans[gap.at - 1].end, search.given.spans[gap.until].start)
    if len(MARK.findall(between.of(search.text))) >= 2:
        return True
    return not gap.width and gap.inserted <= LONGEST_ATTRIBUTION and _speaks(search.text, between)


def _speaks(text: str, place: Span) -> bool:
    return any(signal.kind == "cue" for signal in signals_in(read(text, place)))


def _spans(search: Search, passage: Passage) -> tuple[Span, ...]:
    """The places of the quotation's parts: one, unless the paper's own words stand in between."""
    spans = search.given.spans
    starts, ends = [passage.runs[0].at], []
    for gap in passage.gaps:
        if gap.inserted and _divides(search, gap):
            ends.append(gap.at)
            starts.append(gap.until)
    ends.append(passage.runs[-1].until)
    return tuple(Span(spans[at].start, spans[until - 1].end) for at, until in zip(starts, ends, strict=True))


def _similarity(search: Search, passage: Passage) -> float:
    kept = sum(run.width for run in passage.runs)
    return kept / (len(search.wanted.words) + _inserted(search, passage))


def _inserted(search: Search, passage: Passage) -> int:
    """How many words were put between the quotation's own."""
    own = (gap for gap in passage.gaps if gap.inserted and not search.is_elided(gap))
    return sum(gap.inserted for gap in own if not _divides(search, gap))
