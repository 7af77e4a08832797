"""Whether a passage tells what somebody said in the paper's words: "she would not go", for “I will not go”.

Only a quotation is retold, not what a paper wrote itself. A passage in which the speaker still says "I" is no telling.
"""

from __future__ import annotations

import regex

from factcheck.compare.findings import Span
from factcheck.compare.language.languages import ENGLISH
from factcheck.compare.language.word_relations import is_verb_of_saying
from factcheck.compare.locating.passages import Passage
from factcheck.compare.locating.search import Search
from factcheck.compare.locating.speech_signs import denies, first_person, speaks
from factcheck.compare.words.folded_words import fold
from factcheck.compare.words.plain_words import read
from factcheck.compare.words.segments import sentences

OPENS = regex.compile(r"""["“„«»‘'「]\s?$""")
CLOSES = regex.compile(r"""^[.,!?…]?\s?["”“«»’'」](?!\p{L})""")


def is_retold(search: Search, passage: Passage, *, is_spoken: bool) -> bool:
    """Whether the passage stands in a sentence that gives it to somebody, and keeps its figures and its negation.

    `is_spoken` says that the quotation is known to be somebody's words; one in the first person is.
    """
    place = sentences_around(search, passage.runs[0].at, passage.runs[-1].until)
    own = first_person(search.quote, search.language)
    if not (is_spoken or own) or first_person(place.of(search.text), search.language):
        return False
    if not _credits(search, place):
        return False
    figures = {word for word in search.wanted.words if word[0].isdecimal()}
    return figures.issubset(fold(place.of(search.text)).words) and keeps_negation(search, place)


def _credits(search: Search, place: Span) -> bool:
    """Whether a sentence gives words to somebody, by any verb of communication that the quotation has not."""
    if speaks(search.text, place, search.language):
        return True
    others = (word.plain for word in read(search.text, place) if word.plain not in search.weights)
    return search.language == ENGLISH and any(map(is_verb_of_saying, others))


def keeps_negation(search: Search, place: Span) -> bool:
    """Whether a part of the text denies if the quotation does, and not if it does not."""
    whole = Span(0, len(search.quote))
    return denies(search.quote, whole, search.language) == denies(search.text, place, search.language)


def was_spoken(quote: str, prefix: str, suffix: str, language: str) -> bool:
    """Whether a quotation stood between marks; where nothing is known of it, whether it credits nobody."""
    if prefix or suffix:
        return OPENS.search(prefix + quote[:1]) is not None or CLOSES.search(quote[-1:] + suffix) is not None
    return not speaks(quote, Span(0, len(quote)), language)


def sentences_around(search: Search, at: int, until: int) -> Span:
    """The sentences of the text that hold its words from `at` to `until`."""
    start, end = search.given.spans[at].start, search.given.spans[until - 1].end
    touched = [place for place in sentences(search.text) if place.start < end and place.end > start]
    return Span(touched[0].start, touched[-1].end)
