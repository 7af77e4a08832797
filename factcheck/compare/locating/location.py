"""Where a quotation stands in another text, and what became of it there.

First to the letter, then word for word with house style folded, then the passage that keeps most of its words, inside
quotation marks before anywhere, then a sentence that says it in other words. Where the evidence is thin the answer is
"cut": better than a wrong place.
"""

from __future__ import annotations

from dataclasses import replace

import regex

from factcheck.compare.findings import Carried, Location, Span
from factcheck.compare.locating.look_alikes import is_anothers
from factcheck.compare.locating.paraphrase import paraphrase
from factcheck.compare.locating.passages import (
    LONGEST_ATTRIBUTION,
    LONGEST_QUOTE,
    Passage,
    best_passage,
    edges,
    is_certain,
    passage_among,
)
from factcheck.compare.locating.rereadings import reads_alike
from factcheck.compare.locating.retold import is_retold, was_spoken
from factcheck.compare.locating.search import Kept, Search
from factcheck.compare.locating.selection import SHORT, selected, standing
from factcheck.compare.locating.speech_signs import denies, speaks

CUT = Location(Carried.CUT, (), 0.0)
RETOLD = frozenset([Carried.ALTERED, Carried.TRUNCATED])  # what is a paraphrase outside marks, in the paper's words

LARGE_PART = 0.3  # of the words: dropped, it is a truncation whatever else was changed
FEWEST_LEFT_OUT = 2  # words: one alone may have gone into the credit that stands in its place

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
    if not 0 < search.size <= LONGEST_QUOTE:
        return CUT
    passage = best_passage(search) if search.size >= SHORT or not (prefix or suffix) else None
    if passage and not is_certain(search, passage):
        passage = None
    spoken = Search(quote, text, in_marks=True)
    inside = _inside_marks(spoken, passage)
    if inside:
        return _location(spoken, inside)
    if not passage and (prefix or suffix):
        passage = passage_among(search, prefix, suffix)
    if not passage:
        return paraphrase(search) or CUT
    found = _location(search, passage)
    if found.status in RETOLD and not any(any(search.quotation_of[run.at : run.until]) for run in passage.runs):
        is_spoken = found.status is Carried.ALTERED and was_spoken(quote, prefix, suffix, search.language)
        if is_retold(search, passage, is_spoken=is_spoken):
            return replace(found, status=Carried.PARAPHRASED)
    return found


def _inside_marks(spoken: Search, anywhere: Passage | None) -> Passage | None:
    """What stands of a quotation inside marks, unless the paper marks a part only of what it tells of it."""
    if not any(spoken.quotation_of) or spoken.is_told_with_marks():
        return None
    if anywhere and any(map(spoken.crosses_marks, anywhere.runs)):
        return None
    passage = best_passage(spoken)
    if not passage or not is_certain(spoken, passage):
        return None
    return passage if spoken.size >= SHORT or len(passage.runs) > 1 else None


def _location(search: Search, passage: Passage) -> Location:
    kept = sum(run.width for run in passage.runs)
    similarity = kept / (search.size + _inserted(search, passage))
    return Location(_status(search, passage), _spans(search, passage), similarity)


def _status(search: Search, passage: Passage) -> Carried:
    dropped = search.size - sum(run.width for run in passage.runs) - sum(map(search.noted_in, passage.gaps))
    inserted = _inserted(search, passage)
    if (dropped or inserted) and reads_alike(search, _spans(search, passage)):
        dropped = inserted = 0
    if dropped and _loses_negation(search, passage):
        return Carried.ALTERED
    is_large = dropped >= max(LARGE_PART * search.size, 2 * inserted)
    if dropped and (is_large or _leaves_out(search, passage) or _stops_short(search, passage)):
        return Carried.TRUNCATED
    if dropped or inserted:
        return Carried.ALTERED
    is_divided = len(_spans(search, passage)) > 1 or any(map(search.is_elided, passage.gaps))
    return Carried.SPLIT if is_divided else Carried.INTACT


def _loses_negation(search: Search, passage: Passage) -> bool:
    """Whether the text breaks off inside a clause, and what it lacks of it is what turned the clause round."""
    broken = search.broken_clauses(passage.runs[0], passage.runs[-1])
    return any(denies(search.quote, place, search.language) for place in broken)


def _leaves_out(search: Search, passage: Passage) -> bool:
    """Whether the text has an ellipsis, or a credit, and nothing else where words of the quotation were."""
    return any(
        search.elides(gap) or (gap.width >= FEWEST_LEFT_OUT and search.leaves_marks(gap)) for gap in passage.gaps
    )


def _stops_short(search: Search, passage: Passage) -> bool:
    """Whether the quotation lacks nothing but its beginning or its end, and the text has nothing else there."""
    if _inserted(search, passage) or any(gap.width for gap in passage.gaps):
        return False
    whole = _spans(search, passage)
    head, tail = passage.runs[0].start, search.size - passage.runs[-1].end
    return (not head or bool(OPENS.search(search.text, max(0, whole[0].start - 3), whole[0].start))) and (
        not tail or bool(CLOSES.match(search.text, whole[-1].end))
    )


def _divides(search: Search, gap: Kept) -> bool:
    """Whether the words of the text in a gap stand outside the quotation: an attribution, the paper's own words."""
    if search.has_credit(gap):
        return True
    if not search.in_marks and len(MARK.findall(search.between(gap).of(search.text))) >= 2:
        return True
    if gap.width or gap.inserted > LONGEST_ATTRIBUTION:
        return False
    return speaks(search.text, search.between(gap), search.language) or search.names_between_dashes(gap)


def _spans(search: Search, passage: Passage) -> tuple[Span, ...]:
    """The places of the quotation's parts: one, unless the paper's own words stand in between."""
    spans = search.given.spans
    head, tail = edges(search, passage)
    starts, ends = [head.at], []
    for gap in passage.gaps:
        if gap.inserted and _divides(search, gap):
            ends.append(gap.at)
            starts.append(gap.until)
    ends.append(tail.until)
    return tuple(Span(spans[at].start, spans[until - 1].end) for at, until in zip(starts, ends, strict=True))


def _inserted(search: Search, passage: Passage) -> int:
    """How many words were put between the quotation's own, or in place of its first or last ones."""
    own = [gap for gap in passage.gaps if gap.inserted and not search.is_elided(gap) and not search.is_bracketed(gap)]
    between = sum(search.said_in(gap) for gap in own if search.has_credit(gap) or not _divides(search, gap))
    return between + sum(edge.inserted for edge in edges(search, passage))
