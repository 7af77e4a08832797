"""What the engine knows of a language, as one value that is handed down to whatever asks.

English has rules of its own, whose lists stand in `lexicon/en/`. Other languages are judged by lists alone, in
`lexicon/<tag>/`: which words negate, hedge, deny and report. Of a language without lists only what every script shows
is told apart: spelling, marks, digits and quotation marks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from factcheck.compare.language.phrases import Phrases
from factcheck.compare.lexicon import has_list, lines_of, pairs_of
from factcheck.compare.words.accented_words import accented_words

ENGLISH = "en"
NOUNS_IN_CAPITALS = frozenset(["de", "lb"])
CASELESS = frozenset(["ar", "fa", "he", "hi", "ja", "ko", "th", "zh"])
SAID = "said"  # the group of verbs and phrases that give words to somebody and say no more
APART = "but not"  # the group of phrases that hold a word of their list and do not mean it
BEFORE_WORDS = "before a word"  # the group of prefixes


@dataclass(frozen=True)
class Language:
    """One language: which of its words tell something, labelled with their group, as `accented_words` reads them.

    `is_judged` is False where no list says what its words mean: a page should then say that kinds were not judged.
    `negating_prefixes` turn a word round ("seguro", "inseguro"); `spellings` gives one form for words with several.
    """

    tag: str
    is_judged: bool
    negations: Phrases[str]
    negating_prefixes: tuple[str, ...]
    hedges: Phrases[str]
    denials: Phrases[str]
    reporting: Phrases[str]
    spellings: Mapping[str, str]
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
        negating_prefixes=tuple(entry for group, entry in _entries(f"{tag}/negations") if group == BEFORE_WORDS),
        hedges=_phrases(tag, "hedges"),
        denials=_phrases(tag, "denials"),
        reporting=_reporting(tag),
        spellings=pairs_of(f"{tag}/spellings") if has_list(f"{tag}/spellings") else {},
        capitals_are_names=tag not in NOUNS_IN_CAPITALS | CASELESS,
    )


def _phrases(tag: str, name: str) -> Phrases[str]:
    entries = _entries(f"{tag}/{name}")
    return Phrases((accented_words(entry), group) for group, entry in entries if group != BEFORE_WORDS)


def _reporting(tag: str) -> Phrases[str]:
    """What gives words to somebody: labelled as verbs that judge are, or SAID."""
    judging = ((entry, SAID if group == "credited" else group) for group, entry in _entries(f"{tag}/credits"))
    neutral = ((entry, SAID) for _, entry in _entries(f"{tag}/reporting_verbs"))
    return Phrases((accented_words(entry), group) for entry, group in (*judging, *neutral))


def _entries(name: str) -> Iterator[tuple[str, str]]:
    """The entries of a list, each with the group that its line begins with."""
    for line in lines_of(name) if has_list(name) else ():
        group, _, entries = line.rpartition(":")
        yield from ((group, entry.strip()) for entry in entries.split(","))
