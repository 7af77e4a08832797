"""What the engine knows of a language, as one value that is handed down to whatever asks.

English has rules of its own, whose lists stand in `lexicon/en/`. Other languages are judged by lists alone, in
`lexicon/<tag>/`: which words negate, hedge, deny and report, and which are numbers. Of a language without lists only
what every script shows is told apart: spelling, marks, digits and quotation marks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from factcheck.compare.language.phrases import Phrases
from factcheck.compare.lexicon import has_list, lines_of, pairs_of
from factcheck.compare.words.folded_words import fold

ENGLISH = "en"
DECIMAL_COMMA = frozenset(  # CLDR: numbers, symbols
    ["cs", "da", "de", "el", "es", "fi", "fr", "id", "it", "nb", "nl", "pl", "pt", "ru", "sv", "tr", "uk"]
)
NOUNS_IN_CAPITALS = frozenset(["de", "lb"])
CASELESS = frozenset(["ar", "fa", "he", "hi", "ja", "ko", "th", "zh"])


@dataclass(frozen=True)
class Language:
    """One language: which of its words tell something, read as folded words, and how it writes numbers.

    `is_judged` is False where no list says what its words mean: a page should then say that kinds were not judged.
    """

    tag: str
    is_judged: bool
    negations: Phrases[str]
    hedges: Phrases[str]
    denials: Phrases[str]
    reporting: Phrases[str]
    numbers: Mapping[str, str]  # folded number word → digits
    decimal_mark: str
    capitals_are_names: bool

    @property
    def is_english(self) -> bool:
        return self.tag == ENGLISH


def language_of(tag: str) -> Language:
    """The language of a tag such as "en", "es-MX" or "pt_BR"; region and script make no difference."""
    return _language(tag.lower().replace("_", "-").partition("-")[0])


@cache
def _language(tag: str) -> Language:
    return Language(
        tag=tag,
        is_judged=tag == ENGLISH or has_list(f"{tag}/negations"),
        negations=_phrases(tag, "negations"),
        hedges=_phrases(tag, "hedges"),
        denials=_phrases(tag, "denials"),
        reporting=_phrases(tag, "reporting_verbs"),
        numbers=_numbers(tag),
        decimal_mark="," if tag in DECIMAL_COMMA else ".",
        capitals_are_names=tag not in NOUNS_IN_CAPITALS | CASELESS,
    )


def _phrases(tag: str, name: str) -> Phrases[str]:
    return Phrases(_entries(f"{tag}/{name}"))


def _entries(name: str) -> Iterator[tuple[tuple[str, ...], str]]:
    for line in lines_of(name) if has_list(name) else ():
        for entry in line.rpartition(":")[2].split(","):
            yield fold(entry.strip()).words, ""


def _numbers(tag: str) -> Mapping[str, str]:
    if not has_list(f"{tag}/numbers"):
        return {}
    return {fold(word).words[0]: value for word, value in pairs_of(f"{tag}/numbers").items()}
