"""Numbers in a text of a language other than English, in digits or in words, each at its value.

"3,5 millones", "3.500.000" and "tres millones y medio" are worth the same where the language writes so. A word for one
is not read as a number: in most languages it is the article too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple
from unicodedata import decimal

import regex

from factcheck.compare.findings import Span
from factcheck.compare.language.locale_words import number_words, scale_words, separators
from factcheck.compare.language.phrases import Phrases
from factcheck.compare.lexicon import has_list, pairs_of
from factcheck.compare.words.accented_words import accented_words, accented_words_at

DIGITS = regex.compile(r"\p{Nd}(?:(?:[.,'’٫٬\u00a0\u202f]|[\x20](?=\p{Nd}{3}(?!\p{Nd})))?\p{Nd})*+")
MARKS = regex.compile(r"[.,'’٫٬\u00a0\u202f\x20]")
HOURS = r"(?:h|hs|hrs|horas|heures|Uhr|ч)"
CLOCK = rf"""(?<![\p{{Nd}}:.,])(?:
    (?P<hour>\p{{Nd}}{{1,2}})(?:\s?[hч]\s?|:|\sUhr\s)(?P<minute>\p{{Nd}}{{2}})(?![\p{{Nd}}:]|\s?%)(?:\s?{HOURS}\b)?
  | (?P<hour>\p{{Nd}}{{1,2}})(?:[.](?P<minute>\p{{Nd}}{{2}}))?\s?{HOURS}\b
  | (?P<after_noon>[午下][午後后]\s?|晚上)?(?:上午|午前|早上)?
    (?P<hour>\p{{Nd}}{{1,2}})[時时点點](?![間间])(?:(?P<minute>\p{{Nd}}{{1,2}})分)?
)"""
FIGURES = regex.compile(rf"{CLOCK}|{DIGITS.pattern}", regex.VERBOSE)
WRITTEN_AND = {"ar": "و", "he": "ו"}  # "and", written in one with the number behind it
COMPOUNDS = {
    "de": regex.compile(
        r"(?:(?P<thousands>\p{L}*?)tausend(?:und)?)?(?:(?P<hundreds>\p{L}*?)hundert(?:und)?)?(?P<rest>\p{L}*)"
    ),
    "it": regex.compile(r"(?:(?P<thousands>\p{L}*?)(?:mila|mille))?(?:(?P<hundreds>\p{L}*?)cento?)?(?P<rest>\p{L}*)"),
}
SHORTEST_COMPOUND = 7  # letters
WRITTEN_BOTH_WAYS = frozenset(["es", "ar"])  # with the one mark or the other before groups, as CLDR has of their lands
THOUSAND = 3  # digits in a group
ARABIC_DECIMAL_MARK = "٫"
PART = regex.compile(r"\d\.5")  # half of the scale behind it, or one and a half: "medio", "anderthalb"
SCALE, HALF, PERCENT, AND = "x", "half", "%", "&"  # what a word is labelled with that is no plain number
ARTICLE = "1"  # what the word for one is labelled with, which most languages use as an article too
ONE, HUNDRED = Decimal(1), Decimal(100)

type Token = str | Decimal


class _NumberPart(NamedTuple):
    """A part of a number: its value, and the scale it was given in, below which the next part has to stay."""

    value: Decimal
    unit: Decimal


def tokens_at(text: str, within: Span, language: str) -> list[tuple[Token, Span]]:
    """The words of a part of a text in order, each with where it stands, and every number as its value."""
    tokens: list[tuple[Token, Span]] = []
    at = within.start
    for found in FIGURES.finditer(text, within.start, within.end):
        tokens += accented_words_at(text, Span(at, found.start()))
        at = found.end()
        tokens.append((_worth(found, language), Span(found.start(), at)))
    tokens += accented_words_at(text, Span(at, within.end))
    return list(_with_values(tokens, language))


def _worth(figure: regex.Match[str], language: str) -> Decimal:
    """What digits are worth; a time of day is worth what it is with a point: 19:30, 19 h 30 and 19.30."""
    if figure["hour"]:
        hour = int(figure["hour"])
        hour += 12 * (bool(figure["after_noon"]) and hour < 12)
        return _plain(Decimal(f"{hour}.{int(figure['minute'] or 0):02}"))
    return value_of(figure.group(), language)


def value_of(digits: str, language: str) -> Decimal:
    """What digits are worth: a mark that comes twice groups, one before other than three digits is a decimal mark."""
    plain = "".join(str(decimal(sign)) if sign.isdecimal() else sign for sign in digits)
    marks = MARKS.findall(plain)
    *groups, last = MARKS.split(plain)
    if not marks or marks.count(marks[-1]) > 1:
        return Decimal("".join((*groups, last)))
    known = separators(language)
    both_ways = language in WRITTEN_BOTH_WAYS and groups != ["0"]
    decimals = (known.decimal if known and not both_ways else "." if not known else "", ARABIC_DECIMAL_MARK)
    if len(last) == THOUSAND and marks[-1] not in decimals:
        return Decimal("".join((*groups, last)))
    return _plain(Decimal(f"{''.join(groups)}.{last}"))


@cache
def _numerals(language: str) -> Phrases[str]:
    """Words by what they are worth: "12", "x1000" for a scale, "half", "&", "%", or "-" where they look like one."""
    known = {word: str(value) for word, value in number_words(language).items()}
    known |= {word: f"{SCALE}{value}" for word, value in scale_words(language).items()}
    if has_list(f"{language}/numbers"):
        known |= {word.replace("_", " "): value for word, value in pairs_of(f"{language}/numbers").items()}
    for before in WRITTEN_AND.get(language, ""):
        known |= {before + word: value for word, value in known.items() if value.isdecimal() and value != ARTICLE}
    return Phrases((accented_words(word), value) for word, value in known.items())


@lru_cache(maxsize=16_384)
def _compound(word: str, language: str) -> str:
    """What a number is worth that a language writes in one word: "zweihundertvierzig", "tremilacinquecento"."""
    parts = COMPOUNDS.get(language)
    found = parts.fullmatch(word) if parts and len(word) >= SHORTEST_COMPOUND else None
    if not found:
        return ""
    small = number_words(language)
    total = 0
    for name, scale in (("thousands", 1000), ("hundreds", 100), ("rest", 1)):
        value = found[name]
        if value is None:
            continue
        if name == "thousands" and value and value not in small:
            inner = _compound(value, language)
            if not inner:
                return ""
            total += int(inner) * scale
        elif value and value not in small:
            return ""
        else:
            total += (small[value] if value else 1 if scale > 1 else 0) * scale
    return str(total)


def _with_values(tokens: Sequence[tuple[Token, Span]], language: str) -> Iterator[tuple[Token, Span]]:
    """The tokens, with each run of number words, and of digits before a scale, as one value."""
    numerals = _numerals(language)
    plain = [token if isinstance(token, str) else "" for token, _ in tokens]
    run = _Run()
    at = 0
    while at < len(tokens):
        length, label = numerals.at(plain, at) or (1, _compound(plain[at], language))
        span = Span(tokens[at][1].start, tokens[at + length - 1][1].end)
        following = numerals.at(plain, at + length) if at + length < len(plain) else None
        is_scaled = bool(following and following[1].startswith(SCALE))
        if (label == ARTICLE and not (run.may_go_on or is_scaled)) or (PART.fullmatch(label) and not is_scaled):
            label = ""
        value = Decimal(label) if label.isdecimal() or PART.fullmatch(label) else tokens[at][0]
        if run.parts and not run.takes(value, label):
            yield run.total
            run = _Run()
        if run.takes(value, label):
            run.add(value, label, span)
        else:
            yield from [(PERCENT, span)] if label == PERCENT else tokens[at : at + length]
        at += length
    if run.parts:
        yield run.total


class _Run:
    """Neighbouring words and digits that make one number."""

    def __init__(self) -> None:
        self.parts: list[_NumberPart] = []
        self.spans: list[Span] = []

    @property
    def may_go_on(self) -> bool:
        return bool(self.parts) and self.parts[-1].unit > ONE

    @property
    def total(self) -> tuple[Decimal, Span]:
        value = sum((part.value for part in self.parts), Decimal(0))
        return _plain(value), Span(self.spans[0].start, self.spans[-1].end)

    def takes(self, value: Token, label: str) -> bool:
        if isinstance(value, Decimal):
            return not self.parts or value < self.parts[-1].unit
        return label.startswith(SCALE) or (label == HALF and bool(self.parts)) or (label == AND and self.may_go_on)

    def add(self, value: Token, label: str, span: Span) -> None:
        self.spans.append(span)
        if isinstance(value, Decimal):
            self.parts.append(_NumberPart(value, HUNDRED if label and value >= HUNDRED else ONE))
        elif label.startswith(SCALE):
            self.parts = _scaled(self.parts, Decimal(label.removeprefix(SCALE)))
        elif label == HALF:
            self.parts.append(_NumberPart(self.parts[-1].unit / 2, ONE))


def _scaled(parts: Sequence[_NumberPart], scale: Decimal) -> list[_NumberPart]:
    """The parts, with those below the scale multiplied by it: 3, 1,000 times → 3,000."""
    below = [part for part in parts if part.unit < scale]
    value = sum((part.value for part in below), Decimal(0)) or ONE
    return [*(part for part in parts if part.unit >= scale), _NumberPart(value * scale, scale)]


def _plain(value: Decimal) -> Decimal:
    """One form for each value, so that equal ones look alike: 3.50 and 3.5, 1E+6 and 1000000."""
    return value.quantize(ONE) if value == value.to_integral_value() else value.normalize()
