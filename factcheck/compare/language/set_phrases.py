"""English verbs of several words and set phrases, read as one word: "turned the offer down" as "rejected".

Read from `lexicon/en/judging/set_phrases.txt` and WordNet's `lexicon/learned/wordnet_phrases.txt`, on first use. The
particle of a verb of two words may stand behind a short object (Quirk et al. 1985, 16.4).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain
from typing import NamedTuple

from factcheck.compare.language.inflection import forms_of
from factcheck.compare.lexicon import lines_of, words_of
from factcheck.compare.words.plain_words import phrase

PARTICLES = frozenset(["up", "down", "out", "off", "away", "back", "over", "in", "on", "through", "aside", "ahead"])
OPENS_OBJECT = frozenset(["a", "an", "the", "its", "their", "his", "her", "this", "that", "these", "those"])
OBJECT = 4  # words: a longer object stands behind the particle


class SetPhrase(NamedTuple):
    """Which words of a sentence make up a phrase, by position, the words it is read as, and those just like it."""

    at: tuple[int, ...]
    words: tuple[str, ...]
    like: tuple[str, ...]


def set_phrases_in(plain: Sequence[str]) -> list[SetPhrase]:
    """The phrases of a sentence, from left to right, none over another."""
    return list(_set_phrases_in(plain))


def _set_phrases_in(plain: Sequence[str]) -> Iterator[SetPhrase]:
    past = 0
    for position, word in enumerate(plain):
        for rest, words, like in _by_head().get(word, ()) if position >= past else ():
            at = _places(plain, position, rest)
            if at:
                past = position + 1 if at[-1] - position > len(rest) else at[-1] + 1
                yield SetPhrase(at, words, like)
                break


def _places(plain: Sequence[str], head: int, rest: tuple[str, ...]) -> tuple[int, ...]:
    behind = head + 1
    if tuple(plain[behind : behind + len(rest)]) == rest:
        return tuple(range(head, behind + len(rest)))
    if len(rest) == 1 and rest[0] in PARTICLES and _opens_object(plain[behind : behind + 1]):
        between = plain[behind : behind + OBJECT + 1]
        if rest[0] in between:
            return head, behind + list(between).index(rest[0])
    return ()


def _opens_object(words: Sequence[str]) -> bool:
    return any(word in OPENS_OBJECT or word in words_of("en/words/pronouns") for word in words)


type _Rest = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]


@cache
def _by_head() -> dict[str, list[_Rest]]:
    """What follows the first word of each phrase, by each form of that word, the longest first."""
    meant = defaultdict[tuple[str, ...], dict[str, None]](dict)
    like = {phrase(entry): read_as for read_as, entry in _of_wordnet()}
    for read_as, entry in chain(_by_hand(), _of_wordnet()):
        meant[phrase(entry)] |= dict.fromkeys(read_as)
    found = defaultdict[str, list[_Rest]](list)
    for words, read in meant.items():
        for form in forms_of(words[0]):
            found[form].append((words[1:], tuple(read), like.get(words, ())))
    return {head: sorted(rests, key=lambda rest: -len(rest[0])) for head, rests in found.items()}


def _by_hand() -> Iterator[tuple[tuple[str, ...], str]]:
    for line in lines_of("en/judging/set_phrases"):
        word, _, entries = line.partition(":")
        yield from ((phrase(word), entry.strip()) for entry in entries.split(","))


def _of_wordnet() -> Iterator[tuple[tuple[str, ...], str]]:
    for line in lines_of("learned/wordnet_phrases"):
        entry, _, words = line.partition(":")
        yield phrase(words.strip()), entry
