"""What a paper tells of somebody's words in its own."""

from __future__ import annotations

from factcheck.compare.findings import Span
from factcheck.compare.locating.search import Search
from factcheck.compare.locating.speech_signs import denies
from factcheck.compare.words.segments import sentences


def keeps_negation(search: Search, place: Span) -> bool:
    """Whether a part of the text denies if the quotation does, and not if it does not."""
    whole = Span(0, len(search.quote))
    return denies(search.quote, whole, search.language) == denies(search.text, place, search.language)


def sentences_around(search: Search, at: int, until: int) -> Span:
    """The sentences of the text that hold its words from `at` to `until`."""
    start, end = search.given.spans[at].start, search.given.spans[until - 1].end
    touched = [place for place in sentences(search.text) if place.start < end and place.end > start]
    return Span(touched[0].start, touched[-1].end)
