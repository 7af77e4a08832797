"""A passage that says what a quotation says in other words, most often as indirect speech.

It goes by the words that carry the meaning, in whatever form and order. A passage that denies what the quotation does
not deny, or the reverse, is no paraphrase of it.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from factcheck.compare.findings import Carried, Location
from factcheck.compare.locating.retold import keeps_negation, sentences_around
from factcheck.compare.locating.search import NAME_WEIGHT, Search
from factcheck.compare.locating.selection import SHORT

SHARE = 0.72  # of the weight of what the quotation is about
LEAST_WORDS = 3  # that are no names: every text on an event has its names
ROOM = 8  # words more than the quotation has
ENDING = re.compile(r"(?<=\w{3})(?:ing|ed|es|s|ly|e|er|ers|ion|ions)$")
STEM = 6


def paraphrase(search: Search) -> Location | None:
    """The sentences that hold most of what the quotation is about, if they hold enough of it.

    Words inside marks count only where they are a part of a sentence that tells the rest.
    """
    wanted: dict[str, float] = {}
    for word in search.wanted.words:
        if search.weights[word] >= NAME_WEIGHT:
            wanted[stem(word)] = max(search.weights[word], wanted.get(stem(word), 0.0))
    whole = _whole_sentences(search)
    told = zip(search.given.words, search.quotation_of, strict=True)
    given = ["" if number in whole else stem(word) for word, number in told]
    length = search.size * 4 // 3 + ROOM
    last, score = _densest(wanted, given, length)
    if not score or score < SHARE * sum(wanted.values()):
        return None
    hits = [at for at in range(max(0, last - length + 1), last + 1) if given[at] in wanted]
    if len({given[at] for at in hits if wanted[given[at]] > NAME_WEIGHT}) < LEAST_WORDS:
        return None
    place = sentences_around(search, hits[0], hits[-1] + 1)
    if not keeps_negation(search, place):
        return None
    return Location(Carried.PARAPHRASED, (place,), score / sum(wanted.values()))


def _whole_sentences(search: Search) -> frozenset[int]:
    """The quotations between marks that begin as a sentence does and are no mere name."""
    sizes = Counter(search.quotation_of)
    firsts = {number: at for at, number in reversed(list(enumerate(search.quotation_of))) if sizes[number] >= SHORT}
    return frozenset(
        number for number, at in firsts.items() if number and search.text[search.given.spans[at].start].isupper()
    )


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
