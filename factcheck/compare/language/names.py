"""Whether two names that differ may still be one: a place and its people, or a slip of spelling."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

import regex
from rapidfuzz.distance import OSA, Prefix

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
    """Whether one is a place and the other its people, or a capital and its country: "Venezuela", "Venezuelan"."""
    if any(_is_capital_of(*pair) for pair in ((left, right), (right, left))):
        return True
    if right in PEOPLE_OF.get(left, ()) or right in _PEOPLES.get(left, ()) or left in _PEOPLES.get(right, ()):
        return True
    stem = Prefix.similarity(left, right)
    endings = left[stem:], right[stem:]
    return stem >= SHORTEST_STEM and any(
        place in PLACE_ENDINGS and people in PEOPLE_ENDINGS for place, people in (endings, endings[::-1])
    )


def _is_capital_of(capital: str, other: str) -> bool:
    """Whether a capital stands beside its country or the people of it: "Ankara" for the government of either."""
    return any(other == country or other in _PEOPLES.get(country, ()) for country in _COUNTRIES.get(capital, ()))


def lies_elsewhere(town: str, place: Sequence[str]) -> bool:
    """Whether a town has the name of a capital and lies in another country: "Paris" in "texas"."""
    return town in _COUNTRIES and " ".join(place) not in _COUNTRIES[town]


def names_people(name: str) -> bool:
    """Whether a name looks like that of a people, which stands for a place or describes somebody."""
    return name in PEOPLE or name.endswith(("ian", "ians", "ean", "can", "cans", "ish", "ese", "stani", "aqi", "aeli"))


def are_misspelt(left: str, right: str) -> bool:
    """Whether two names are one letter, or two that changed places, apart."""
    return min(len(left), len(right)) >= SHORTEST_MISSPELT and OSA.distance(left, right, score_cutoff=1) <= 1


def is_direction(name: str) -> bool:
    """Whether a word of a name only says which part of a place is meant: "West" of "West London"."""
    return name in DIRECTIONS


def are_spellings(left: str, right: str) -> bool:
    """Whether two names are one name romanized or spelt in two ways: "Yusuf" and "Yousef", "Markus" and "Marcus".

    Vowels of Arabic, Persian and Slavic names are written many ways, doubled letters and digraphs too (romanization
    tables of BGN/PCGN and ALA-LC), but not any for any: "Hassan" is not "Hussein", nor "Karim" "Karam". A last "a" or
    "o" tells women from men, and is no spelling.
    """
    if left == right:
        return False
    if ROMANIZED.get(left, "") == ROMANIZED.get(right):
        return True
    left, right = (FIRST_Y.sub("", name) for name in (left, right))
    if (left[:1] in "aeiou") != (right[:1] in "aeiou") or {left[-1:], right[-1:]} == {"a", "o"}:
        return False
    a, b = _skeleton(left), _skeleton(right)
    if a != b or len(a) < SHORTEST_SKELETON:
        return False
    vowels = VOWELS.findall(left), VOWELS.findall(right)
    if len(vowels[0]) != len(vowels[1]):
        return len(a) > SHORTEST_WITH_GAPS
    return vowels[0] == vowels[1] or (len(a) > SHORTEST_SKELETON and all(map(_are_like_vowels, *vowels)))


def _are_like_vowels(left: str, right: str) -> bool:
    """Whether two vowels may be romanizations of one: "u" and "ou", "ei" and "ay", not "a" and "u"."""
    return any(a == b or {a, b} in INTERCHANGED for a in left for b in right)


def are_cut_short(left: str, right: str) -> bool:
    """Whether one name is the other without its last letter."""
    shorter, longer = sorted((left, right), key=len)
    return len(shorter) >= SHORTEST_CUT and longer[:-1] == shorter and longer[-1] not in "aeiou"


@lru_cache(maxsize=16_384)
def _skeleton(name: str) -> str:
    """The consonants of a name, those that romanizations interchange in one form, a doubled one once."""
    for many, one in DIGRAPHS:
        name = name.replace(many, one)
    name = LAST_H.sub("", name)
    return DOUBLED.sub(r"\1", name[:1].translate(NO_VOWEL) + VOWELS.sub("", name[1:]))


DIRECTIONS = frozenset(
    f"{first}{ending}"
    for first in ("north", "south", "east", "west", "central", "northeast", "northwest", "southeast", "southwest")
    for ending in ("", "ern")
)
LAST_H = regex.compile("(?<=[aeiou])h$")
VOWELS = regex.compile("[aeiouyw]+")
NO_VOWEL = str.maketrans("", "", "aeiou")
DOUBLED = regex.compile(r"(\p{L})\1+")
DIGRAPHS = (
    ("tch", "C"),
    ("ch", "C"),
    ("kh", "x"),
    ("gh", "g"),
    ("dh", "d"),
    ("th", "t"),
    ("ph", "f"),
    ("sh", "S"),
    ("zh", "j"),
    ("dj", "j"),
    ("ck", "k"),
    ("c", "k"),
    ("q", "k"),
    ("z", "s"),
    ("v", "f"),
)
INTERCHANGED = [set(pair) for pair in ("ae", "ei", "ey", "iy", "ou", "uw", "ow")]
FIRST_Y = regex.compile("^y(?=e)")  # "Yelena", "Elena"
SHORTEST_SKELETON = 2
SHORTEST_WITH_GAPS = 3
SHORTEST_CUT = 4
ROMANIZED = {
    form: line for line in lines_of("en/words/romanizations") for form in (part.strip() for part in line.split(","))
}
_LINES = [[" ".join(phrase(name)) for name in line.split(",")] for line in lines_of("en/judging/demonyms")]
PEOPLE = frozenset(name for _, *people in _LINES for name in people)
PEOPLE_OF = {name: frozenset(line) for line in _LINES for name in line}


def _by_first(name: str, *, turned: bool) -> dict[str, frozenset[str]]:
    """The pairs `one: other` of a learned list as they read, by the one or by the other."""
    found = defaultdict[str, set[str]](set)
    for line in lines_of(name):
        first, second = (" ".join(phrase(part)) for part in line.split(": "))
        found[second if turned else first].add(first if turned else second)
    return {key: frozenset(values) for key, values in found.items()}


_COUNTRIES = _by_first("learned/wordnet_capitals", turned=False)
_PEOPLES = _by_first("learned/wordnet_peoples", turned=True)
