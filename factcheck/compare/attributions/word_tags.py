"""The words of a clause in a language other than English by the closed class that each belongs to.

What belongs to none is a name or noun where capitalised, a number, or an open word, which may be anything.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

import regex

from factcheck.compare.findings import Span
from factcheck.compare.lexicon import has_list, lines_of

CLASS_TAGS = {
    "oblique": "O",
    "accusative": "M",
    "determiner": "D",
    "numeral": "#",
    "pronoun": "P",
    "first person": "P",
    "possessive": "F",
    "preposition": "R",
    "auxiliary": "V",
    "perfect": "H",
    "relative": "Q",
    "conjunction": "C",
    "object": "K",
    "clitic": "K",
    "adverb": "A",
    "particle": "A",
}  # of a word in several classes the first
TOKEN = regex.compile(
    r"""
    (?:aujourd|quelqu|quest)['’]\p{L}+ | \p{L}{1,6}['’](?=\p{L})
    | [\p{L}\p{N}](?:[\p{L}\p{M}\p{N}\xad'’&/.*:_-]*[\p{L}\p{M}\p{N}])? (?:\.(?=\s\p{Lu}))? | \S
    """,
    regex.VERBOSE,
)
MARK = regex.compile(r"[,،]")
QUOTATION_MARK = regex.compile("[\"'“”„«»‘’‚‹›]")
# Adverbs that are made of adjectives: "probablemente", "récemment", "откровенно".
DERIVED_ADVERBS = {
    "de": r"(?:erweise|\p{L}{3}lich|maßen)",
    "es": "mente",
    "fr": r"(?:[ae]mment|(?:iv|eus|iqu|ell|al|air|i[èe]r|abl|ibl)ement)",
    "it": "mente",
    "pt": "mente",
    "ru": r"\p{L}{2}(?:нно|льно|чно|вно|тно|дно)",
    "uk": r"\p{L}{2}(?:нно|льно|чно|вно|тно|дно)",
}
GENITIVE = regex.compile(r"(?!unser|euer)\p{L}+er|deren|dessen")
GERMAN_ADJECTIVE = regex.compile(r"\p{Ll}[\p{L}-]*(?:e|en|er|es|em)")


@dataclass(frozen=True)
class Tagged:
    """Words of a text in order, and of each one sign for its class."""

    words: tuple[regex.Match[str], ...]
    signs: str

    def span(self, start: int, end: int) -> Span:
        return Span(self.words[start].start(), self.words[end - 1].end())

    def low(self, at: int) -> str:
        return self.words[at].group().casefold()


def has_classes(tag: str) -> bool:
    """Whether the closed classes of a language are known."""
    return has_list(f"{tag}/closed_classes")


@cache
def class_of(tag: str, name: str) -> frozenset[str]:
    """The words of one closed class of a language, in lower case."""
    return frozenset(word for group, words in _classes(tag) for word in words if group == name)


@cache
def ending_in(tag: str) -> regex.Pattern[str]:
    """What only a finite verb ends in."""
    return regex.compile(rf"\p{{Ll}}+(?:{'|'.join(class_of(tag, 'ends')) or '(?!)'})")


def tagged(text: str, within: Span, tag: str) -> Tagged:
    """The words and commas of a stretch; quotation marks are left out."""
    words = tuple(word for word in TOKEN.finditer(text, *within) if not QUOTATION_MARK.fullmatch(word.group()))
    return Tagged(words, "".join(_signs(words, tag)))


def _signs(words: Iterable[regex.Match[str]], tag: str) -> Iterator[str]:
    signs = _sign_of(tag)
    adverb = regex.compile(rf"\p{{L}}+{DERIVED_ADVERBS[tag]}")
    for at, word in enumerate(words):
        form = word.group()
        low = form.casefold().rstrip("'’")
        is_name = form[0].isupper() and at > 0
        if MARK.fullmatch(form):
            yield ","
        elif not (form[0].isalnum()):
            yield "." if form not in "()" else form
        elif low in signs and not (is_name and signs[low] not in "DEMO"):
            yield signs[low]
        elif form[0].isdigit():
            yield "#"
        elif not is_name and adverb.fullmatch(low) and not (tag == "de" and GERMAN_ADJECTIVE.fullmatch(low)):
            yield "A"
        elif form[0].isupper():
            yield "N"
        elif tag == "de":
            yield _german_sign(form)
        else:
            yield "V" if ending_in(tag).fullmatch(form) else "x"


def _german_sign(form: str) -> str:
    if not GERMAN_ADJECTIVE.fullmatch(form):
        return "x"
    return "g" if form.endswith("er") else "a"


@cache
def _sign_of(tag: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, sign in CLASS_TAGS.items():
        for word in class_of(tag, name):
            found.setdefault(word, sign)
    determiners = class_of(tag, "determiner")
    if tag == "de":
        return found | dict.fromkeys([word for word in determiners if not GENITIVE.fullmatch(word)], "E")
    return found | dict.fromkeys(determiners & class_of(tag, "possessive"), "E")


@cache
def _classes(tag: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    lines = (line.partition(":") for line in lines_of(f"{tag}/closed_classes"))
    return tuple((name, tuple(word.strip() for word in words.split(","))) for name, _, words in lines)
