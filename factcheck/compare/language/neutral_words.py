"""Words of one meaning and one weight, in the same form: "lorries" and "trucks", "although" and "though"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache

from factcheck.compare.language.inflection import with_s
from factcheck.compare.lexicon import lines_of
from factcheck.compare.words.plain_words import phrase


@lru_cache(maxsize=8_192)
def are_neutral(word: str, other: str) -> bool:
    """Whether one word, as it reads, may stand for another with nothing changed."""
    return not _places().get(word, frozenset()).isdisjoint(_places().get(other, frozenset()))


@cache
def _places() -> dict[str, set[tuple[int, str]]]:
    """The lines that a word stands in, and its form there."""
    found: dict[str, set[tuple[int, str]]] = defaultdict(set)
    for number, line in enumerate(lines_of("en/judging/neutral_words")):
        kind, _, words = line.partition(":")
        for word in map(str.strip, words.split(",")):
            for form, name in _forms(kind, word):
                found[phrase(form)[0]].add((number, name))
    return found


def _forms(kind: str, word: str) -> Iterator[tuple[str, str]]:
    yield word, "base"
    if kind == "noun":
        yield with_s(word), "plural"
