"""What sort of thing a noun stands for, and which nouns fill one place without meaning the same: WordNet's tree.

Read from `lexicon/learned/wordnet_nouns.txt` on first use. Only common nouns of one word are known.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache, lru_cache
from typing import NamedTuple

from factcheck.compare.language.base_forms import as_read, read_bases_of
from factcheck.compare.lexicon import lines_of

LARGEST = {"person": 60, "occupation": 120, "organisation": 120, "place": 120, "calendar": 60, "colour": 60}
LARGEST_OF_THINGS = 25
NARROW = 1
BROAD = 10


class Meaning(NamedTuple):
    """An entry of the tree: what it is a kind of, and the class given for it, if not that of its parent."""

    parent: int | None
    label: str


class Nouns(NamedTuple):
    """The tree, its meanings by noun (the first before the second), and how many kinds each meaning has."""

    tree: tuple[Meaning, ...]
    by_noun: dict[str, tuple[int, ...]]
    kinds: dict[int, int]


@cache
def nouns() -> Nouns:
    """The whole file, read once."""
    tree: list[Meaning] = []
    firsts: dict[str, int] = {}
    seconds: dict[str, int] = {}
    for number, line in enumerate(lines_of("learned/wordnet_nouns")):
        parent, label, *words = line.split()
        tree.append(Meaning(None if parent == "-" else int(parent), "" if label == "-" else label))
        for word in words:
            (seconds if word.endswith("2") else firsts)[as_read(word.removesuffix("2").lower())] = number
    by_noun = {
        noun: tuple(dict.fromkeys(part[noun] for part in (firsts, seconds) if noun in part))
        for noun in firsts | seconds
    }
    kinds: dict[int, int] = defaultdict(int)
    for number in reversed(range(len(tree))):
        parent_number = tree[number].parent
        if parent_number is not None:
            kinds[parent_number] += 1 + kinds[number]
    return Nouns(tuple(tree), by_noun, kinds)


@lru_cache(maxsize=4_096)
def meanings_of(noun: str) -> tuple[int, ...]:
    """The meanings of a noun in lower case, singular or plural, the most frequent first."""
    known = nouns().by_noun
    return next((known[base] for base in read_bases_of(noun) if base in known), ())


def class_of(noun: str) -> str | None:
    """What a noun stands for in its most frequent meaning; None if it is unknown or of no class.

    One of: occupation (an office or trade, all of people), person, organisation, place, document, unit, amount,
    event, calendar, colour, animal, artefact, substance.
    """
    meanings = meanings_of(noun.lower())
    return _class_of(meanings[0]) if meanings else None


def is_person(noun: str) -> bool:
    return class_of(noun) in {"person", "occupation"}


def is_kind_of(noun: str, other: str) -> bool:
    """Whether a noun names a kind of what the other names: "senator" and "politician", not the reverse."""
    wide = set(meanings_of(other.lower()))
    return any(wide.intersection(_way_up(meaning)[1:]) for meaning in meanings_of(noun.lower()))


def are_rival_nouns(noun: str, other: str) -> bool:
    """Whether two nouns are kinds of one narrow class, neither a kind of the other nor the same.

    For people of an office or trade the class may be wide, if both nouns are narrow: "mayor" and "senator", but not
    "mayor" and "politician". A noun of many kinds rivals only what is a kind of the same thing: "singer", "guitarist".
    """
    left, right = meanings_of(noun.lower()), meanings_of(other.lower())
    if set(left) & set(right) or is_kind_of(noun, other) or is_kind_of(other, noun):
        return False
    return any(_exclude(a, b) for a in left for b in right)


def _exclude(left: int, right: int) -> bool:
    ways = _way_up(left), _way_up(right)
    shared = next((step for step in ways[0] if step in ways[1]), None)
    if shared is None:
        return False
    kinds = nouns().kinds
    broadest = max(kinds[left], kinds[right])
    if {_class_of(left), _class_of(right)} == {"occupation"} and broadest <= NARROW:
        return True
    if broadest > BROAD and ways[0][1:2] != ways[1][1:2]:
        return False
    return kinds[shared] <= LARGEST.get(_class_of(shared), LARGEST_OF_THINGS)


@lru_cache(maxsize=4_096)
def _way_up(meaning: int) -> tuple[int, ...]:
    parent = nouns().tree[meaning].parent
    return (meaning,) if parent is None else (meaning, *_way_up(parent))


def _class_of(meaning: int) -> str:
    tree = nouns().tree
    return next(label for step in _way_up(meaning) if (label := tree[step].label))
