"""Names of countries, months, numbers, units and money in thirteen languages, and the marks each writes: from CLDR.

Read from `lexicon/learned/` on first use, a language at a time. Of a language that is not there nothing is known: every
table is empty. Words are keys as a text in lower case has them, but names of countries and peoples are as written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from factcheck.compare.lexicon import lines_of

APOSTROPHES = str.maketrans("ʼ’", "''")
WORDNET_NAMES = {  # countries that CLDR calls otherwise, and parts of one by their codes of ISO 3166-2
    "Bosnia and Herzegovina": "BA",
    "Czech Republic": "CZ",
    "England": "GB-ENG",
    "Great Britain": "GB",
    "Macedonia": "MK",
    "Myanmar": "MM",
    "Scotland": "GB-SCT",
    "Swaziland": "SZ",
    "Turkey": "TR",
}
SPANISH_ENDINGS = {  # the ending of a masculine adjective, and those of its other forms
    "o": ("a", "os", "as"),
    "és": ("esa", "eses", "esas"),
    "án": ("ana", "anes", "anas"),
    "ón": ("ona", "ones", "onas"),
    "ol": ("ola", "oles", "olas"),
    "í": ("íes", "ís"),
    "e": ("es",),
    "a": ("as",),
}


class Unit(NamedTuple):
    """A unit of measurement: times `factor` and plus `offset` a number of it is one of the dimension's base unit.

    The bases are metre, kilogram, kelvin, square metre, cubic metre, metre per second, second, and year for `years`.
    """

    name: str
    dimension: str
    factor: Fraction
    offset: Fraction


class Separators(NamedTuple):
    """What stands before a number's fraction, and what between its groups of three digits."""

    decimal: str
    grouping: str


@cache
def territories(language: str) -> Mapping[str, str]:
    """The ISO 3166 codes of countries and regions, by their names as written."""
    return _first_claims(_named("territories", language), lower=False)


@cache
def country_of(word: str, language: str = "en") -> str | None:
    """The code of the country that a name, a people or an adjective is of: "FR" for "Frenchman", "francesas".

    Peoples and adjectives are known in English (as written) and in Spanish (in lower case).
    """
    return territories(language).get(word) or _peoples(language).get(word)


@cache
def months(language: str) -> Mapping[str, int]:
    """Months from 1, by their names and abbreviations."""
    return {name: int(key[1:]) for name, key in _calendar(language).items() if key[0] == "m"}


@cache
def weekdays(language: str) -> Mapping[str, int]:
    """Days of the week from Monday, 0, by their names and abbreviations."""
    return {name: int(key[1:]) for name, key in _calendar(language).items() if key[0] == "d"}


@cache
def halves_of_day(language: str) -> Mapping[str, str]:
    """ "am" or "pm", by what the language calls them."""
    return {name: key for name, key in _calendar(language).items() if key in {"am", "pm"}}


@cache
def separators(language: str) -> Separators | None:
    """The signs in numbers; a space that is not broken is given as a space. Mexico's Spanish writes as English does."""
    signs = _marks("separators").get(language)
    return Separators(*(sign.replace("_", " ") for sign in signs)) if signs else None


@cache
def quotation_marks(language: str) -> Sequence[tuple[str, str]]:
    """Pairs of an opening and a closing mark, those around the others first."""
    marks = _marks("quotation_marks").get(language, ())
    return tuple(zip(marks[::2], marks[1::2], strict=True))


@cache
def units(language: str) -> Mapping[str, Unit]:
    """Units by their names and abbreviations, singular and plural."""
    known = _known_units()
    return {name: known[key] for name, key in _first_claims(_named("units", language)).items()}


@cache
def currencies(language: str) -> Mapping[str, str]:
    """ISO 4217 codes by names of money and its signs."""
    return _first_claims(_named("currencies", language))


@cache
def number_words(language: str) -> Mapping[str, int]:
    """Numbers from 0 to 99 by their words: one word, or several with a space or a hyphen between."""
    return {word: int(key) for word, key in _numbers(language).items() if key.isdigit()}


@cache
def scale_words(language: str) -> Mapping[str, int]:
    """Powers of ten by their words, singular and plural: "millones"."""
    return {word: int(key[:-1]) for word, key in _numbers(language).items() if key.endswith("x")}


@cache
def ordinal_words(language: str) -> Mapping[str, int]:
    """Ordinals from 1 to 31 by their words."""
    named = (entry for entry in _named("numbers", language) if entry[0].endswith("."))
    return {word: int(key[:-1]) for word, key in _first_claims(named).items()}


def _numbers(language: str) -> Mapping[str, str]:
    return _first_claims(entry for entry in _named("numbers", language) if not entry[0].endswith("."))


def _calendar(language: str) -> Mapping[str, str]:
    return _first_claims(_named("calendar", language))


@cache
def _known_units() -> Mapping[str, Unit]:
    entries = (line.split() for line in lines_of("learned/cldr_units") if line.startswith("* "))
    return {
        name: Unit(name, dimension, Fraction(factor), Fraction(offset))
        for _, name, dimension, factor, offset in entries
    }


@cache
def _peoples(language: str) -> Mapping[str, str]:
    if language == "es":
        entries = (line.split() for line in lines_of("learned/cldr_spanish_peoples"))
        return {form: code for code, word in entries for form in _spanish_forms(word)}
    if language != "en":
        return {}
    codes = {**territories("en"), **WORDNET_NAMES}
    pairs = (line.split(": ") for line in lines_of("learned/wordnet_peoples"))
    singular = WORDNET_NAMES | {word: codes[country] for word, country in pairs if country in codes}
    return {f"{word}s": code for word, code in singular.items() if not word.endswith(("s", "h", "men"))} | singular


def _spanish_forms(adjective: str) -> Iterator[str]:
    yield adjective
    ending = next((ending for ending in SPANISH_ENDINGS if adjective.endswith(ending)), None)
    if ending:
        stem = adjective.removesuffix(ending)
        yield from (stem + other for other in SPANISH_ENDINGS[ending])


@cache
def _marks(name: str) -> Mapping[str, Sequence[str]]:
    entries = (line.split() for line in lines_of(f"learned/cldr_{name}"))
    return {language: tuple(marks) for language, *marks in entries}


def _named(name: str, language: str) -> Iterator[tuple[str, Sequence[str]]]:
    """What a file has for one language: a key and its names, the most usual first."""
    for line in lines_of(f"learned/cldr_{name}"):
        if line.startswith(f"{language} "):
            _, key, names = line.split(" ", 2)
            yield key, names.split("|")


def _first_claims(entries: Iterable[tuple[str, Sequence[str]]], *, lower: bool = True) -> dict[str, str]:
    """Keys by name; a name of two keys goes to the one that has it earlier among its names."""
    claims: dict[str, tuple[int, str]] = {}
    for key, names in entries:
        for place, name in enumerate(names):
            word = (name.lower() if lower else name).translate(APOSTROPHES)
            if word not in claims or place < claims[word][0]:
                claims[word] = place, key
    return {word: key for word, (_, key) in claims.items()}
