"""What the engine knows of a language, as one value that is handed down to whatever asks.

English has rules of its own, whose lists stand in `lexicon/en/`. Other languages are judged by lists alone, in
`lexicon/<tag>/`: which words negate, hedge, deny and report. Of a language without lists only what every script shows
is told apart: spelling, marks, digits and quotation marks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache

from factcheck.compare.language.locale_words import months, ordinal_words, weekdays
from factcheck.compare.language.phrases import Phrases
from factcheck.compare.lexicon import has_list, lines_of, pairs_of
from factcheck.compare.words.accented_words import accented_words

ENGLISH = "en"
NOUNS_IN_CAPITALS = frozenset(["de", "lb"])
CASELESS = frozenset(["ar", "fa", "he", "hi", "ja", "ko", "th", "zh"])
SAID = "said"  # the group of verbs and phrases that give words to somebody and say no more
APART = "but not"  # the group of phrases that hold a word of their list and do not mean it
LONGEST_ABBREVIATION = 4  # letters of a month's or a day's name
PREFIXES_OF_DATES = {"he": ("", "ב", "ה", "ל", "מ", "ו")}
CASES = {  # of months, from the genitive on
    "ru": (("я", "е", "ем", "ю"), ("а", "е", "ом", "у")),
    "uk": (("ого", "ому", "им"), ("я", "і", "ем", "ю"), ("а", "і", "ом", "у")),
}
WEIGH_ALIKE = {
    "reporting_verbs": frozenset(["say"]),
    "credits": frozenset(["credited"]),
    "hedges": frozenset(["perhaps", "alleged", "about"]),
    "contrasts": frozenset(["bound/over", "bound/under", "bound/at least", "bound/at most"]),
}
NO_OPENERS = frozenset(
    ["que", "y", "e", "et", "und", "aber", "mais", "mas", "ma", "и", "а", "но", "і", "й", "та", "але", "что", "що"]
)
ANY_ENDING = "*"  # behind a stem
SHORTEST_STEM = 3  # letters
WRITTEN_BEFORE = {
    "ar": ("", "و", "ف", "ب", "ل"),
    "he": ("", "ו", "ש", "ה", "ב", "ל", "מ"),
}  # the article, and small words
BEFORE_WORDS = "before a word"  # the group of prefixes


@dataclass(frozen=True)
class Language:
    """One language: which of its words tell something, labelled with their group, as `accented_words` reads them.

    `is_judged` is False where no list says what its words mean: a page should then say that kinds were not judged.
    `negating_prefixes` turn a word round ("seguro", "inseguro"). `spellings` gives one form for words with several, and
    `synonyms` for words of one weight. `contrasts` are words of which another in their place tells another fact: their
    label is what they tell of and which side of it, as in "bound/over". `complementizers` open
    what is reported: "que", "dass"; `openers` are prepositions and words of time, which say when, where and how.
    """

    tag: str
    is_judged: bool
    negations: Phrases[str]
    negating_prefixes: tuple[str, ...]
    hedges: Phrases[str]
    denials: Phrases[str]
    reporting: Phrases[str]
    contrasts: Phrases[str]
    dates: Phrases[str]
    spellings: Phrases[str]
    synonyms: Phrases[str]
    credited: Phrases[str]
    complementizers: frozenset[str]
    openers: frozenset[str]
    capitals_are_names: bool

    @property
    def is_english(self) -> bool:
        return self.tag == ENGLISH


def with_stems(words: Sequence[str], phrases: Phrases[str]) -> list[str]:
    """Words as phrases have them: one that is no word of theirs as the longest of their stems that it begins with."""
    if not phrases.has_stems:
        return list(words)
    known = phrases.words
    return [word if word in known else _stem(word, known) for word in words]


def _stem(word: str, known: AbstractSet[str]) -> str:
    stems = (word[:length] + ANY_ENDING for length in range(len(word), SHORTEST_STEM - 1, -1))
    return next((stem for stem in stems if stem in known), word)


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
        contrasts=_phrases(tag, "contrasts"),
        dates=Phrases(_dates(tag)),
        spellings=Phrases(_spellings(tag)),
        synonyms=Phrases(_synonyms(tag)),
        credited=Phrases(
            (accented_words(entry), group)
            for group, entry in _entries(f"{tag}/credits")
            if group in ("credited", APART)
        ),
        complementizers=frozenset(entry for group, entry in _entries(f"{tag}/indirect_speech") if group == "that"),
        openers=frozenset(entry for group, entry in _entries(f"{tag}/speaker_ends") if not group) - NO_OPENERS,
        capitals_are_names=tag not in NOUNS_IN_CAPITALS | CASELESS,
    )


def _phrases(tag: str, name: str) -> Phrases[str]:
    entries = _entries(f"{tag}/{name}")
    written = ((words, group) for group, entry in entries if group != BEFORE_WORDS for words in _written(entry, tag))
    return Phrases(written)


def _written(entry: str, tag: str) -> Iterator[tuple[str, ...]]:
    """The words of an entry, with what its script writes in one with the first; a stem keeps its star."""
    words = accented_words(entry.rstrip(ANY_ENDING))
    if entry.endswith(ANY_ENDING):
        words = (*words[:-1], words[-1] + ANY_ENDING)
    yield from ((before + words[0], *words[1:]) for before in WRITTEN_BEFORE.get(tag, ("",)))


def _reporting(tag: str) -> Phrases[str]:
    """What gives words to somebody: labelled as verbs that judge are, or SAID."""
    judging = ((entry, SAID if group == "credited" else group) for group, entry in _entries(f"{tag}/credits"))
    neutral = ((entry, SAID) for _, entry in _entries(f"{tag}/reporting_verbs"))
    return Phrases((accented_words(entry), group) for entry, group in (*judging, *neutral))


def _dates(tag: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """Ordinals, and months and days of the week that are no other word: abbreviations are, as "mar" and "may" are."""
    for dates in (months(tag), weekdays(tag)):
        numbers: set[int] = set()
        for name, number in dates.items():
            is_usual = number not in numbers  # the first name of each
            if (is_usual or len(name) > LONGEST_ABBREVIATION) and name[-1] != ".":
                label = f"{'day' if dates is weekdays(tag) else 'month'} {number}"
                yield from ((words, label) for words in _cases(name, tag))
            numbers.add(number)
    yield from ((accented_words(word), f"ordinal {number}") for word, number in ordinal_words(tag).items())


def _cases(name: str, tag: str) -> Iterator[tuple[str, ...]]:
    """The forms of a month's or a day's name that are read: with small words written before, in the cases that follow
    prepositions."""
    first, *others = accented_words(name)
    endings = next((found for found in CASES.get(tag, ()) if first.endswith(found[0])), ("",))
    stem = first.removesuffix(endings[0])
    for before in PREFIXES_OF_DATES.get(tag, ("",)):
        yield from ((before + stem + ending, *others) for ending in endings)


def _spellings(tag: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """Each form with the one that stands for it; `_` is a space."""
    name = f"{tag}/spellings"
    for form, usual in pairs_of(name).items() if has_list(name) else ():
        yield accented_words(form.replace("_", " ")), " ".join(accented_words(usual.replace("_", " ")))
        yield accented_words(usual.replace("_", " ")), " ".join(accented_words(usual.replace("_", " ")))


def _synonyms(tag: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """Words of a line, or of one group that weighs alike, with what stands for them."""
    for line in lines_of(f"{tag}/synonyms") if has_list(f"{tag}/synonyms") else ():
        yield from ((accented_words(entry), line) for entry in line.split(","))
    judging = {entry for group, entry in _entries(f"{tag}/credits") if group != "credited"}
    for name, groups in WEIGH_ALIKE.items():
        for group, entry in _entries(f"{tag}/{name}"):
            if group in groups and entry not in judging:
                yield accented_words(entry), SAID if name in ("reporting_verbs", "credits") else f"{name} {group}"


def _entries(name: str) -> Iterator[tuple[str, str]]:
    """The entries of a list, each with the group that its line begins with."""
    for line in lines_of(name) if has_list(name) else ():
        group, _, entries = line.rpartition(":")
        yield from ((group, entry.strip()) for entry in entries.split(","))
