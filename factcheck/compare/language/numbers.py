"""Numbers in a text of a language other than English, in digits or in words, each at its value.

"3,5 millones", "3.500.000" and "tres millones y medio" are worth the same where the language writes so. A word for one
is not read as a number: in most languages it is the article too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from typing import NamedTuple
from unicodedata import decimal

import regex

from factcheck.compare.language.locale_words import number_words, scale_words, separators
from factcheck.compare.language.phrases import Phrases
from factcheck.compare.lexicon import has_list, pairs_of
from factcheck.compare.words.accented_words import accented_words

DIGITS = regex.compile(r"\p{Nd}(?:(?:[.,'’٫٬\u00a0\u202f]|\x20(?=\p{Nd}{3}(?!\p{Nd})))?\p{Nd})*+")
MARKS = regex.compile(r"[.,'’٫٬\u00a0\u202f\x20]")
THOUSAND = 3  # digits in a group
ARABIC_DECIMAL_MARK = "٫"
SCALE, HALF, PERCENT = "x", "half", "%"  # what a word is labelled with that is no plain number
ONE, HUNDRED = Decimal(1), Decimal(100)

type Token = str | Decimal


class _Part(NamedTuple):
    """A part of a number: its value, and the scale it was given in, below which the next part has to stay."""

    value: Decimal
    unit: Decimal


def tokens_in(text: str, language: str) -> list[Token]:
    """The words of a text in order, with every number at its value in the place of its digits or words."""
    tokens: list[Token] = []
    at = 0
    for found in DIGITS.finditer(text):
        tokens += [*accented_words(text[at : found.start()]), value_of(found.group(), language)]
        at = found.end()
    return list(_with_values([*tokens, *accented_words(text[at:])], _numerals(language)))


def numbers_in(text: str, language: str) -> list[Decimal]:
    """What the numbers of a text are worth, in order."""
    return [token for token in tokens_in(text, language) if isinstance(token, Decimal)]


def value_of(digits: str, language: str) -> Decimal:
    """What digits are worth: a mark that comes twice groups, one before other than three digits is a decimal mark."""
    plain = "".join(str(decimal(sign)) if sign.isdecimal() else sign for sign in digits)
    marks = MARKS.findall(plain)
    *groups, last = MARKS.split(plain)
    if not marks or marks.count(marks[-1]) > 1:
        return Decimal("".join((*groups, last)))
    known = separators(language)
    decimals = (known.decimal if known else ".", ARABIC_DECIMAL_MARK)
    if len(last) == THOUSAND and marks[-1] not in decimals:
        return Decimal("".join((*groups, last)))
    return _plain(Decimal(f"{''.join(groups)}.{last}"))


@cache
def _numerals(language: str) -> Phrases[str]:
    """Words by what they are worth: "12", "x1000" for a scale, "half", "%", or "-" where they only look like one."""
    known = {word: str(value) for word, value in number_words(language).items() if value != 1}
    known |= {word: f"{SCALE}{value}" for word, value in scale_words(language).items()}
    if has_list(f"{language}/numbers"):
        known |= {word.replace("_", " "): value for word, value in pairs_of(f"{language}/numbers").items()}
    return Phrases((accented_words(word), value) for word, value in known.items())


def _with_values(tokens: Sequence[Token], numerals: Phrases[str]) -> Iterator[Token]:
    """The tokens, with each run of number words, and of digits before a scale, as one value."""
    plain = [token if isinstance(token, str) else "" for token in tokens]
    parts: list[_Part] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        length, label = numerals.at(plain, at) or (1, "")
        if isinstance(token, Decimal) or label.isdecimal():
            part = _part(token if isinstance(token, Decimal) else Decimal(label), is_word=bool(label))
            if parts and part.value >= parts[-1].unit:
                yield _total(parts)
                parts = []
            parts.append(part)
        elif label.startswith(SCALE):
            parts = _scaled(parts, Decimal(label.removeprefix(SCALE)))
        elif label == HALF and parts:
            parts.append(_Part(parts[-1].unit / 2, ONE))
        else:
            if parts:
                yield _total(parts)
                parts = []
            yield from [PERCENT] if label == PERCENT else tokens[at : at + length]
        at += length
    if parts:
        yield _total(parts)


def _part(value: Decimal, *, is_word: bool) -> _Part:
    return _Part(value, HUNDRED if is_word and value >= HUNDRED else ONE)


def _scaled(parts: Sequence[_Part], scale: Decimal) -> list[_Part]:
    """The parts, with those below the scale multiplied by it: 3, 1,000 times → 3,000."""
    below = [part for part in parts if part.unit < scale]
    value = sum((part.value for part in below), Decimal(0)) or ONE
    return [*(part for part in parts if part.unit >= scale), _Part(value * scale, scale)]


def _total(parts: Sequence[_Part]) -> Decimal:
    return _plain(sum((part.value for part in parts), Decimal(0)))


def _plain(value: Decimal) -> Decimal:
    """One form for each value, so that equal ones look alike: 3.50 and 3.5, 1E+6 and 1000000."""
    return value.quantize(ONE) if value == value.to_integral_value() else value.normalize()
