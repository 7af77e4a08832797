"""Numbers in one form, whether they came in digits or in words: "#35000000#" for "$35 million".

The marks around the digits keep a number apart from its neighbours when words are set side by side.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from unicodedata import normalize

import regex

from factcheck.compare.language.phrases import Word
from factcheck.compare.lexicon import lines_of, pairs_of

THOUSANDS = regex.compile(
    r"""
      \d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d++)?+        # 10,000.5; 1,50,000
    | \d{1,3}(?:\.\d{3}){2,}(?:,\d++)?+             # 1.500.000, as no decimal is written
    | [1-9]\d{0,2}\.\d\d0                            # 1.500
    | \d{1,3}(?:['’\x20\u00a0\u202f\u2009]\d{3})+      # 1’500, and with a space
    """,
    regex.VERBOSE,
)
FRACTION = regex.compile(r"#(\d)/([234568]|16|32|64)#")
SIGNS_OF_FRACTIONS = {sign: normalize("NFKC", sign).replace("⁄", "/") for sign in "½¼¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"}
AND_A_HALF = ["and", "a", "half"]
GROUPING = str.maketrans("", "", ",'’ \u00a0\u202f\u2009")
WITH_ZERO = regex.compile(r"0\d:\d\d$")  # 05:00, which is 5:00
DOTTED = regex.compile(r"\d{1,3}(?:\.\d{3})++(?![\d.])")
SIGNS = {"-": ("minus",), "−": ("minus",), "–": ("minus",), "+": ()}
DECIMAL = regex.compile(r"#(\d{1,28}(?:\.\d{1,28})?)#")
NUMERAL = regex.compile(r"(\P{Nd}?)(\p{Nd}[\p{Nd}.,:/'’\x20\u00a0\u202f\u2009]*)(st|nd|rd|th)?")
TIME = regex.compile(r"(\d{1,2})(?:[.:](\d\d))?\s?([ap])\.?m\.?", regex.IGNORECASE)
FOUR_DIGITS = regex.compile(r"#([01]\d|2[0-4])([0-5]\d)#")
ZONES = frozenset(["gmt", "utc", "bst", "est", "edt", "cet", "cest", "hours", "hrs"])
ENTRIES = pairs_of("en/words/numbers")
NUMBER_WORDS = {word: f"#{value}#" for word, value in ENTRIES.items() if value.replace(":", "").isdecimal()}
SCALES = {word: Decimal(value[1:]) for word, value in ENTRIES.items() if value[0] == "x"}
ORDINALS = {value: word for word, value in ENTRIES.items() if word not in NUMBER_WORDS and word not in SCALES}
DAYS_OF_MONTH = {word: Decimal(value[:-2]) for value, word in ORDINALS.items()}
SHORT_SCALES = {"k": Decimal(1_000), "m": Decimal(1_000_000), "b": Decimal(1_000_000_000)}
CURRENCIES = {"$": "dollar", "£": "pound", "€": "euro", "¥": "yen", "₹": "rupee"}
CURRENCIES |= {"usd": "dollar", "gbp": "pound", "eur": "euro", "jpy": "yen", "inr": "rupee", "rs": "rupee"}
MONEY = frozenset(word for line in lines_of("en/words/units") if line.startswith("money:") for word in line.split())
ONE_OF = frozenset(["a", "an"])
PARTS = {"half": Decimal("0.5"), "quarter": Decimal("0.25"), "quarters": Decimal("0.25")}
HUNDRED = Decimal(100)
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
        return (_on_the_clock(*time.groups()),)
    if token in SIGNS:
        return SIGNS[token]
    if token[0] == ".":
        token = f"0{token}"
    if token in SIGNS_OF_FRACTIONS:
        return (f"#{SIGNS_OF_FRACTIONS[token]}#",)
    parts = NUMERAL.fullmatch(token)
    if not parts:
        return None
    symbol, digits, ordinal = parts.groups()
    if THOUSANDS.fullmatch(digits):
        digits = _ungrouped(digits)
    if WITH_ZERO.match(digits):
        digits = digits[1:]
    if digits.count(".") == 1 and ":" not in digits:
        digits = digits.rstrip("0").rstrip(".")
    form = ORDINALS.get(digits + ordinal, f"#{digits}{ordinal}#") if ordinal else f"#{digits}#"
    return (symbol, form) if symbol else (form,)


def _on_the_clock(hour: str, minutes: str | None, half: str) -> str:
    """A time of day as the 24-hour clock gives it: "#19:00#" for "7 p.m."."""
    return f"#{int(hour) % 12 + 12 * (half.lower() == 'p')}:{minutes or '00'}#"


def _ungrouped(digits: str) -> str:
    if DOTTED.match(digits):
        return digits.replace(".", "").replace(",", ".")
    return digits.translate(GROUPING)


def amount_at(words: Sequence[Word], position: int) -> tuple[int, list[Word]] | None:
    """How many words from `position` on make one amount, and that amount, its currency behind it."""
    first, at = words[position], position
    if at + 1 < len(words) and words[at + 1].plain in ZONES and (clock := FOUR_DIGITS.fullmatch(first.plain)):
        return 1, [Word(f"#{int(clock.group(1))}:{clock.group(2)}#", first.start, first.end)]
    currency = CURRENCIES.get(first.plain)
    if currency:
        at += 1
    value = value_of(words[at].plain) if at < len(words) else None
    if value is None:
        return None
    at += 1
    if at < len(words) and value in TENS and (unit := value_of(words[at].plain)) and unit < 10:
        value, at = value + unit, at + 1
    length, part = _part_at(words, at)
    value, at = value + part, at + length
    while at < len(words) and words[at].plain in SCALES:
        value, at = value * SCALES[words[at].plain], at + 1
        length, part = _below(words, at, SCALES[words[at - 1].plain])
        value, at = value + part, at + length
    if _is_short_scale(words, at, bool(currency)):
        value, at = value * SHORT_SCALES[words[at].plain], at + 1
    amount = [Word(f"#{_digits(value)}#", first.start, words[at - 1].end)]
    if currency:
        amount.append(Word(currency, first.start, first.end))
    return at - position, amount


def _below(words: Sequence[Word], at: int, scale: Decimal) -> tuple[int, Decimal]:
    """How many words go on with a number in words, and by how much: "hundred and fifty", "thousand two hundred"."""
    has_and = at < len(words) and words[at].plain == "and"
    start = at + has_and
    if scale < HUNDRED or start >= len(words) or not _is_spelt(words[start]):
        return 0, Decimal(0)
    value, stop = value_of(words[start].plain) or Decimal(0), start + 1
    if value in TENS and stop < len(words) and (unit := value_of(words[stop].plain)) and unit < 10:
        value, stop = value + unit, stop + 1
    if not has_and:  # "two thousand three hundred"
        has_scale = stop < len(words) and SCALES.get(words[stop].plain, scale) < scale
        value, stop = (value * SCALES[words[stop].plain], stop + 1) if has_scale else (Decimal(0), at)
        if stop < len(words) and words[stop].plain in SCALES:  # "three million four hundred thousand" stay two
            return 0, Decimal(0)
    return (stop - at, value) if value < (HUNDRED if has_and else scale) else (0, Decimal(0))


def _is_spelt(word: Word) -> bool:
    """Whether a number is written in words, not in digits."""
    return value_of(word.plain) is not None and word.end - word.start > len(word.plain.strip("#"))


def _part_at(words: Sequence[Word], at: int) -> tuple[int, Decimal]:
    """How many words behind a whole number give the part that goes with it, and that part: "2 1/2", "2½"."""
    if at >= len(words):
        return 0, Decimal(0)
    if fraction := FRACTION.fullmatch(words[at].plain):
        part, whole = map(Decimal, fraction.groups())
        return (1, part / whole) if part < whole else (0, Decimal(0))
    is_half = [word.plain for word in words[at : at + 3]] == AND_A_HALF
    return (3, Decimal("0.5")) if is_half else (0, Decimal(0))


def _is_short_scale(words: Sequence[Word], at: int, has_sign: bool) -> bool:
    """Whether a letter set right behind a sum multiplies it: "$5m", "1m peso", but not "15m wide"."""
    if at >= len(words) or words[at].plain not in SHORT_SCALES or words[at].start != words[at - 1].end:
        return False
    return has_sign or (at + 1 < len(words) and words[at + 1].plain.removesuffix("s") in MONEY)


def join_collective(found: list[Word]) -> None:
    """Read a collective that closes the words, and what counts it, as one amount: "a dozen", "half a million".

    Collective numerals and their parts: Quirk et al., A Comprehensive Grammar of English (1985), 6.65, 6.67.
    """
    scale = SCALES.get(found[-1].plain)
    if scale is None or len(found) == 1:
        return
    length, number = _count_before([word.plain for word in found[-6:-1]])
    if length:
        first = found[-1 - length]
        found[-1 - length :] = [Word(f"#{_digits(number * scale)}#", first.start, found[-1].end)]


def _count_before(plain: Sequence[str]) -> tuple[int, Decimal]:
    """How many of the last words count a collective behind them, and how many of it: "half a" is two words, 0.5."""
    last = plain[-1]
    if value := value_of(last):  # "a hundred" before "thousand"
        return 1, value
    if last == "half":
        return (2 if plain[-2:-1] and plain[-2] in ONE_OF else 1), PARTS[last]
    if last not in ONE_OF:
        return 0, Decimal(0)
    if plain[-2:-1] == ["half"]:
        return 2, PARTS["half"]
    if plain[-2:-1] == ["of"] and plain[-4:-3] and plain[-3] in PARTS:
        count = Decimal(1) if plain[-4] in ONE_OF else value_of(plain[-4])
        if count:
            return 4, count * PARTS[plain[-3]]
    return 1, Decimal(1)


def written_out(words: Sequence[Word]) -> list[str]:
    """The words with short scales written out even where nothing tells a scale from a unit: "4m" as four million.

    For asking whether another paper's amount is the same, never for reading one alone: the pool may be 50m long.
    """
    found: list[str] = []
    for before, word in zip([Word("", 0, 0), *words], words, strict=False):
        value = value_of(before.plain)
        if value is not None and word.plain in SHORT_SCALES and word.start == before.end:
            found[-1] = f"#{_digits(value * SHORT_SCALES[word.plain])}#"
        else:
            found.append(word.plain)
    return found


def _digits(value: Decimal) -> str:
    digits = format(value, "f")
    return digits.rstrip("0").rstrip(".") if "." in digits else digits
