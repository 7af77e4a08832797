"""Whether two names that differ may still be one: a place and its people, or a slip of spelling."""

from __future__ import annotations

from rapidfuzz.distance import Levenshtein, Prefix

from factcheck.compare.lexicon import lines_of
from factcheck.compare.words.plain_words import phrase

PLACE_ENDINGS = frozenset(["", "a", "ia", "y", "o", "e", "s"])
PEOPLE_ENDINGS = frozenset(
    ending + plural
    for ending in ("n", "an", "ian", "ean", "ish", "ese", "ic", "ist", "i", "ite", "er")
    for plural in ("", "s")
)
SHORTEST_STEM = 3
SHORTEST_MISSPELT = 5


def are_kin(left: str, right: str) -> bool:
    """Whether one is a place and the other its people: "Venezuela", "Venezuelan"."""
    if right in PEOPLE_OF.get(left, ()):
        return True
    stem = Prefix.similarity(left, right)
    endings = left[stem:], right[stem:]
    return stem >= SHORTEST_STEM and any(
        place in PLACE_ENDINGS and people in PEOPLE_ENDINGS for place, people in (endings, endings[::-1])
    )


def names_people(name: str) -> bool:
    """Whether a name looks like that of a people, which stands for a place or describes somebody."""
    return name in PEOPLE or name.endswith(("ian", "ians", "ean", "can", "cans", "ish", "ese", "stani", "aqi", "aeli"))


def are_misspelt(left: str, right: str) -> bool:
    """Whether two names are one letter apart."""
    return min(len(left), len(right)) >= SHORTEST_MISSPELT and Levenshtein.distance(left, right, score_cutoff=1) <= 1


_LINES = [[" ".join(phrase(name)) for name in line.split(",")] for line in lines_of("en/judging/demonyms")]
PEOPLE = frozenset(name for _, *people in _LINES for name in people)
PEOPLE_OF = {name: frozenset(line) for line in _LINES for name in line}
