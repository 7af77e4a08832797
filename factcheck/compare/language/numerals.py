"""Numbers in one form, whether they came in digits or in words: "#35000000#" for "$35 million".

The marks around the digits keep a number apart from its neighbours when words are set side by side.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import regex

from factcheck.compare.language.phrases import Word
from factcheck.compare.lexicon import lines_of, pairs_of

THOUSANDS = regex.compile(r"\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d++)?+")
DECIMAL = regex.compile(r"#(\d{1,28}(?:\.\d{1,28})?)#")
NUMERAL = regex.compile(r"(\P{Nd}?)(\p{Nd}[\p{Nd}.,:/]*)(st|nd|rd|th)?")
TIME = regex.compile(r"(\d{1,2})(?:[.:](\d\d))?\s?([ap])\.?m\.?", regex.IGNORECASE)
ENTRIES = pairs_of("en/words/numbers")
NUMBER_WORDS = {word: f"#{value}#" for word, value in ENTRIES.items() if value.isdecimal()}
SCALES = {word: Decimal(value[1:]) for word, value in ENTRIES.items() if value[0] == "x"}
ORDINALS = {value: word for word, value in ENTRIES.items() if word not in NUMBER_WORDS and word not in SCALES}
DAYS_OF_MONTH = {word: Decimal(value[:-2]) for value, word in ORDINALS.items()}
SHORT_SCALES = {"k": Decimal(1_000), "m": Decimal(1_000_000), "b": Decimal(1_000_000_000)}
CURRENCIES = {"$": "dollar", "£": "pound", "€": "euro", "¥": "yen", "₹": "rupee"}
MONEY = frozenset(word for line in lines_of("en/words/units") if line.startswith("money:") for word in line.split())
TENS = frozenset(map(Decimal, range(20, 100, 10)))


def is_number(plain: str) -> bool:
    """Whether a word as read has a number in it: an amount, a time or a date."""
    return "#" in plain


def value_of(plain: str) -> Decimal | None:
    """What a number is worth; None for a time, a date, a very long number, a word, and digits unknown to Python."""
    digits = DECIMAL.fullmatch(plain)
    if not digits or not digits.group(1).replace(".", "").isdecimal():
        return None
    return Decimal(digits.group(1))


def numeral_forms(token: str) -> tuple[str, ...] | None:
    """What a token that begins with digits or a currency's sign reads as; None if it is no such token."""
    time = TIME.fullmatch(token)
    if time:
        hour, minutes, half = time.groups()
        return f"#{hour}:{minutes}#" if minutes and minutes != "00" else f"#{hour}#", f"{half}m"
    parts = NUMERAL.fullmatch(token)
    if not parts:
        return None
    symbol, digits, ordinal = parts.groups()
    if THOUSANDS.fullmatch(digits):
        digits = digits.replace(",", "")
    if digits.count(".") == 1 and ":" not in digits:
        digits = digits.rstrip("0").rstrip(".")
    form = ORDINALS.get(digits + ordinal, f"#{digits}{ordinal}#") if ordinal else f"#{digits}#"
    return (symbol, form) if symbol else (form,)


def amount_at(words: Sequence[Word], position: int) -> tuple[int, list[Word]] | None:
    """How many words from `position` on make one amount, and that amount, its currency behind it."""
    first, at = words[position], position
    currency = CURRENCIES.get(first.plain)
    if currency:
        at += 1
    value = value_of(words[at].plain) if at < len(words) else None
    if value is None:
        return None
    at += 1
    if at < len(words) and value in TENS and (unit := value_of(words[at].plain)) and unit < 10:
        value, at = value + unit, at + 1
    while at < len(words) and words[at].plain in SCALES:
        value, at = value * SCALES[words[at].plain], at + 1
    if _is_short_scale(words, at, bool(currency)):
        value, at = value * SHORT_SCALES[words[at].plain], at + 1
    amount = [Word(f"#{_digits(value)}#", first.start, words[at - 1].end)]
    if currency:
        amount.append(Word(currency, first.start, first.end))
    return at - position, amount


def _is_short_scale(words: Sequence[Word], at: int, has_sign: bool) -> bool:
    """Whether a letter set right behind a sum multiplies it: "$5m", "1m peso", but not "15m wide"."""
    if at >= len(words) or words[at].plain not in SHORT_SCALES or words[at].start != words[at - 1].end:
        return False
    return has_sign or (at + 1 < len(words) and words[at + 1].plain.removesuffix("s") in MONEY)


def _digits(value: Decimal) -> str:
    digits = format(value, "f")
    return digits.rstrip("0").rstrip(".") if "." in digits else digits
