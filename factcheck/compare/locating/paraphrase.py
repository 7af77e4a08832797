"""A passage that says what a quotation says in other words, most often as indirect speech.

It goes by the words that carry the meaning, in whatever form and order. A passage that denies what the quotation does
not deny, or the reverse, is no paraphrase of it.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from factcheck.compare.findings import Carried, Location, Span
from factcheck.compare.language.signals import signals_in
from factcheck.compare.locating.passages import NAME_WEIGHT, Search
from factcheck.compare.words.plain_words import read
from factcheck.compare.words.segments import sentences

SHARE = 0.72  # of the weight of what the quotation is about
LEAST_WORDS = 3  # that are no names: every text on an event has its names
ROOM = 8  # words more than the quotation has
ENDING = re.compile(r"(?<=\w{3})(?:ing|ed|es|s|ly|e|er|ers|ion|ions)$")
STEM = 6


def paraphrase(search: Search) -> Location | None:
    """The sentences that hold most of what the quotation is about, if they hold enough of it."""
    wanted: dict[str, float] = {}
    for word in search.wanted.words:
        if search.weights[word] >= NAME_WEIGHT:
            wanted[stem(word)] = max(search.weights[word], wanted.get(stem(word), 0.0))
    given = list(map(stem, search.given.words))
    length = len(search.wanted.words) * 4 // 3 + ROOM
    last, score = _densest(wanted, given, length)
    if not score or score < SHARE * sum(wanted.values()):
        return None
    hits = [at for at in range(max(0, last - length + 1), last + 1) if given[at] in wanted]
    if len({given[at] for at in hits if wanted[given[at]] > NAME_WEIGHT}) < LEAST_WORDS:
        return None
    place = _sentences_around(search, hits[0], hits[-1])
    if _denies(search.quote, Span(0, len(search.quote))) != _denies(search.text, place):
        return None
    return Location(Carried.PARAPHRASED, (place,), score / sum(wanted.values()))


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    return ENDING.sub("", word)[:STEM]


def _densest(wanted: dict[str, float], given: list[str], length: int) -> tuple[int, float]:
    """Where the `length` words end that hold most of the wanted weight, and how much they hold."""
    have = Counter[str]()
    best, best_score, score = 0, 0.0, 0.0
    for at, word in enumerate(given):
        if word in wanted:
            have[word] += 1
            score += wanted[word] if have[word] == 1 else 0.0
        leaving = given[at - length] if at >= length else ""
        if leaving in wanted:
            have[leaving] -= 1
            score -= wanted[leaving] if not have[leaving] else 0.0
        if score > best_score:
            best, best_score = at, score
    return best, best_score


def _sentences_around(search: Search, first: int, last: int) -> Span:
    start, end = search.given.spans[first].start, search.given.spans[last].end
    touched = [place for place in sentences(search.text) if place.start < end and place.end > start]
    return Span(touched[0].start, touched[-1].end)


def _denies(text: str, place: Span) -> bool:
    return any(signal.kind == "negation" for signal in signals_in(read(text, place)))
