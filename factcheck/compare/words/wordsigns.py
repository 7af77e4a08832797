"""Words as single characters, so that algorithms on strings count words and not letters."""

from __future__ import annotations

from collections.abc import Iterable

HEAVY = 3


def signs_of(words: Iterable[str]) -> dict[str, str]:
    """A character for each word."""
    return {word: chr(number % 0x110000) for number, word in enumerate(dict.fromkeys(words), 1)}


def written(words: Iterable[str], signs: dict[str, str]) -> str:
    return "".join(map(signs.__getitem__, words))


def weight(word: str) -> int:
    """How much a word counts: "of the" does not outvote a name or a number."""
    return HEAVY if len(word) > 3 or word.isdecimal() else 1
