"""Words of any language with lists that tell speech: who means himself, who is given words, what denies.

Of a language without lists the English ones are asked, which then find next to nothing.
"""

from __future__ import annotations

from functools import cache

import regex

from factcheck.compare.findings import Span
from factcheck.compare.language.languages import ENGLISH, language_of
from factcheck.compare.language.signals import signals_in
from factcheck.compare.lexicon import lines_of
from factcheck.compare.words.accented_words import accented_words
from factcheck.compare.words.plain_words import read

COUNTRY = regex.compile(r"\bUS\b")
NO_WORDS: frozenset[str] = frozenset()


def first_person(text: str, language: str) -> frozenset[str]:
    """The words of a text by which its speaker means himself."""
    return first_person_words(language).intersection(accented_words(COUNTRY.sub("", text)))


def first_person_words(language: str) -> frozenset[str]:
    return _words().get(language, NO_WORDS)


def speaks(text: str, place: Span, language: str) -> bool:
    """Whether words are given to somebody in a part of a text."""
    if any(signal.kind == "cue" for signal in signals_in(read(text, place))):
        return True
    if language == ENGLISH:
        return False
    return any(language_of(language).reporting.find(accented_words(place.of(text))))


def denies(text: str, place: Span, language: str) -> bool:
    """Whether a part of a text has a word that negates."""
    if language != ENGLISH:
        return any(language_of(language).negations.find(accented_words(place.of(text))))
    return any(signal.kind == "negation" for signal in signals_in(read(text, place)))


@cache
def _words() -> dict[str, frozenset[str]]:
    lines = (line.partition(":") for line in lines_of("first_person"))
    return {tag: frozenset(accented_words(words)) for tag, _, words in lines}
