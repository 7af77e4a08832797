"""Words that only look alike: "re-signed" and "resigned", "prescribed" and "proscribed"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from factcheck.compare.language.inflection import forms_of
from factcheck.compare.lexicon import lines_of
from factcheck.compare.words.plain_words import phrase

AGAIN = "re-"


def are_confused(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether one phrase, its plain words, has a word, or two that are set as one, where the other's only looks so."""
    if _openers().isdisjoint(left) or _openers().isdisjoint(right):
        return False
    here, there = _found_in(left), _found_in(right)
    return any(here[line].isdisjoint(there[line]) for line in here.keys() & there.keys())


def _found_in(plain: Sequence[str]) -> dict[int, set[str]]:
    """The words of the list among words, by their lines."""
    found: dict[int, set[str]] = defaultdict(set)
    for at in range(len(plain)):
        for words in (tuple(plain[at : at + 1]), tuple(plain[at : at + 2])):
            for line, entry in _entries().get(words, ()):
                found[line].add(entry)
    return found


@cache
def _openers() -> frozenset[str]:
    return frozenset(words[0] for words in _entries())


@cache
def _entries() -> dict[tuple[str, ...], list[tuple[int, str]]]:
    """The numbers of the lines that have a phrase, and the entry it is a form of."""
    found: dict[tuple[str, ...], list[tuple[int, str]]] = defaultdict(list)
    for number, line in enumerate(lines_of("en/words/confused_words")):
        for entry in map(str.strip, line.split(",")):
            for form in _forms(entry):
                found[phrase(form)].append((number, entry))
    return found


def _forms(entry: str) -> Iterator[str]:
    if entry.startswith(AGAIN):
        yield from (AGAIN + form for form in forms_of(entry.removeprefix(AGAIN)))
    else:
        yield from forms_of(entry) if entry.isalpha() else (entry,)
