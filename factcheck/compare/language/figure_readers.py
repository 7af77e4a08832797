"""What stands for one figure in several words: "one in four", "18 or over", "the third quarter", "between 3 and 5".

A reader is given plain words and a place among them, and answers how many words from there on it reads and the form
that all ways of putting the same have; None where it reads nothing. Its forms are marked as numbers are: "#share:1/4#".
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from fractions import Fraction

import regex

from factcheck.compare.language.american_spelling import american
from factcheck.compare.language.numerals import is_number, value_of
from factcheck.compare.language.proportions import share_at

type Reading = tuple[int, str]
type Reader = Callable[[Sequence[str], int], Reading | None]

YEAR = regex.compile(r"#((?:1[5-9]|20)\d\d)(?:[/-](?:\d\d)?(\d\d))?#")
FISCAL_YEAR = regex.compile(r"fy(?:20)?(\d\d)")
FISCAL = frozenset(["fiscal", "financial", "business"])
QUARTERS = {"first": "1", "#1#": "1", "second": "2", "#2#": "2", "third": "3", "#3#": "3", "fourth": "4", "#4#": "4"}
PARTS_OF_YEAR = {"quarter": "q", "half": "h"}
LETTERS = {"q": "quarter", "h": "half"}
SHORT_PART = regex.compile(r"([qh])([1-4])")
DECADES = {
    word: number
    for number, word in zip(
        range(20, 100, 10),
        ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"),
        strict=True,
    )
}
LAST_CENTURY = 20
TEENS = ("eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth")
ORDINALS = {american(word): f"#{number}th#" for number, word in enumerate((*TEENS, "nineteenth", "twentieth"), 11)}
ORDINAL = regex.compile(r"#(\d+)(?:st|nd|rd|th)#")
SOUNDLESS = frozenset(["goalless", "scoreless"])
NIL = "nil"
COUNTED_IN_SCORES = frozenset(
    f"{noun}{plural}"
    for noun in ("vote", "goal", "point", "run", "game", "set", "seat", "frame")
    for plural in ("", "s")
)
RANGES = {"between": "and", "from": "to"}
AGED = "aged"
OLDEST = 125
LIMITS = frozenset(["over", "under"])
ANYBODY = frozenset(["people", "those", "anyone", "persons", "anybody", "everyone"])
COUPLE = ("couple", "of")
ARTICLES = frozenset(["a", "an"])
POINTS = frozenset(["point", "points"])
BASIS = Decimal(100)


def fiscal_year(plain: Sequence[str], at: int) -> Reading | None:
    """FY2023, FY23, fiscal 2023, the 2023 financial year."""
    if short := FISCAL_YEAR.fullmatch(plain[at]):
        return 1, f"#fiscal:{short.group(1)}#"
    if plain[at] in FISCAL:
        length = 2 if plain[at + 1 : at + 2] == ["year"] else 1
        year = YEAR.fullmatch(plain[at + length]) if at + length < len(plain) else None
        return (length + 1, _fiscal(year)) if year else None
    year = YEAR.fullmatch(plain[at])
    if year and plain[at + 1 : at + 2] and plain[at + 1] in FISCAL and plain[at + 2 : at + 3] == ["year"]:
        return 3, _fiscal(year)
    return None


def _fiscal(year: regex.Match[str]) -> str:
    return f"#fiscal:{year.group(2) or year.group(1)[2:]}#"


def part_of_year(plain: Sequence[str], at: int) -> Reading | None:
    """Q3, the third quarter; H1, the first half."""
    letter = LETTERS.get(plain[at].lower())
    behind = plain[at + 1] if at + 1 < len(plain) else ""
    if letter and behind in QUARTERS and is_number(behind):
        return 2, f"#{letter}:{QUARTERS[behind]}#"
    if short := SHORT_PART.fullmatch(plain[at]):
        return 1, f"#{LETTERS[short.group(1)]}:{short.group(2)}#"
    if plain[at] in QUARTERS and not is_number(plain[at]) and behind in PARTS_OF_YEAR:
        return 2, f"#{behind}:{QUARTERS[plain[at]]}#"
    return None


def decade(plain: Sequence[str], at: int) -> Reading | None:
    """The 1990s, the '90s, the nineties; the 1700s, the 18th century."""
    if plain[at] in DECADES:
        return 1, f"#decade:{DECADES[plain[at]]}#"
    value = value_of(plain[at])
    if value is None or plain[at + 1 : at + 2] != ["s"] or value % 10:
        return None
    century, years = divmod(int(value), 100)
    if century and not years and century < LAST_CENTURY:
        return 2, f"#century:{century + 1}#"
    if century in (0, LAST_CENTURY - 1) and years:
        return 2, f"#decade:{years}#"
    return 2, f"#decade:{value}#"


def ordinal(plain: Sequence[str], at: int) -> Reading | None:
    """The 18th or the eighteenth, and of centuries also the 1700s."""
    form = ORDINALS.get(plain[at], plain[at])
    number = ORDINAL.fullmatch(form)
    if not number:
        return None
    if plain[at + 1 : at + 2] == ["century"]:
        return 2, f"#century:{number.group(1)}#"
    return 1, form


def age(plain: Sequence[str], at: int) -> Reading | None:
    """34-year-old, 34 years old, aged 34; over-60s, people over 60."""
    if plain[at] == AGED and plain[at + 1 : at + 2] and _is_age(plain[at + 1]):
        return 2, f"#age:{value_of(plain[at + 1])}#"
    if _is_age(plain[at]) and plain[at + 1 : at + 2] in (["year"], ["years"]) and plain[at + 2 : at + 3] == ["old"]:
        return 3, f"#age:{value_of(plain[at])}#"
    start = at + (plain[at] in ANYBODY) + (plain[at + 1 : at + 2] == [AGED])
    if plain[start : start + 1] and plain[start] in LIMITS and plain[start + 1 : start + 2]:
        is_age = _is_age(plain[start + 1]) and (start > at or plain[start + 2 : start + 3] == ["s"])
        length = start - at + 2 + (plain[start + 2 : start + 3] == ["s"])
        return (length, f"#{plain[start]}:{value_of(plain[start + 1])}#") if is_age else None
    return None


def _is_age(plain: str) -> bool:
    value = value_of(plain)
    return value is not None and value <= OLDEST


def money(plain: Sequence[str], at: int) -> Reading | None:
    """US dollars behind a figure are dollars, sterling is pounds."""
    if not at or value_of(plain[at - 1]) is None:
        return None
    if plain[at] == "united states" and plain[at + 1 : at + 2] == ["dollar"]:
        return 2, "dollar"
    if plain[at] == "sterling":
        return 1, "pound"
    return (2, "pound") if list(plain[at : at + 2]) == ["pound", "sterling"] else None


def points(plain: Sequence[str], at: int) -> Reading | None:
    """2 percentage points, two points; 25 basis points, a quarter of a percentage point."""
    value, length = value_of(plain[at]), 1
    if value is None:
        value, length = _part(plain, at)
    if value is None:
        return None
    behind = list(plain[at + length : at + length + 2])
    if behind[:1] == ["basis"] and behind[1:] and behind[1] in POINTS:
        return length + 2, f"#points:{Fraction(value / BASIS)}#"
    if behind[:1] == ["percentage"] and behind[1:] and behind[1] in POINTS:
        return length + 2, f"#points:{Fraction(value)}#"
    return (length + 1, f"#points:{Fraction(value)}#") if behind and behind[0] in POINTS else None


def _part(plain: Sequence[str], at: int) -> tuple[Decimal | None, int]:
    """A quarter or half of one, "of a" or not, and how many words say so."""
    start = at + (plain[at] in ARTICLES)
    parts = {"half": Decimal("0.5"), "quarter": Decimal("0.25")}
    if plain[start : start + 1] and plain[start] in parts:
        length = start - at + 1
        of_one = list(plain[at + length : at + length + 2]) == ["of", "a"]
        only_a = plain[at + length : at + length + 1] == ["a"]
        return parts[plain[start]], length + (2 if of_one else only_a)
    return None, 0


def share(plain: Sequence[str], at: int) -> Reading | None:
    """One in four, a quarter of, 25 per cent of."""
    length, value = share_at(plain[at : at + 4])
    if value is None:
        return None
    if plain[at + length : at + length + 1] == ["of"]:
        length += 1
    return length, f"#share:{Fraction(value).limit_denominator(1000)}#"


def span(plain: Sequence[str], at: int) -> Reading | None:
    """10 to 15, between 10 and 15, from 10 to 15; 54 votes to 46; goalless."""
    if plain[at] in SOUNDLESS:
        return 1, "#span:0~0#"
    start = at + (plain[at] in RANGES or plain[at] == "by")
    if not plain[start : start + 1] or value_of(plain[start]) is None:
        return None
    stop = start + 1
    has_noun = plain[stop : stop + 1] and plain[stop] in COUNTED_IN_SCORES
    stop += bool(has_noun)
    if plain[at] == "by" and not has_noun:
        return None
    if plain[stop : stop + 1] != [RANGES.get(plain[at], "to")] or stop + 1 >= len(plain):
        return None
    last = "#0#" if plain[stop + 1] == NIL else plain[stop + 1]
    if value_of(last) is None:
        return None
    stop += 2 + bool(has_noun and plain[stop + 2 : stop + 3] and plain[stop + 2] in COUNTED_IN_SCORES)
    return stop - at, f"#span:{value_of(plain[start])}~{value_of(last)}#"


def couple(plain: Sequence[str], at: int) -> Reading | None:
    is_couple = plain[at] in ARTICLES and tuple(plain[at + 1 : at + 3]) == COUPLE
    return (3, "#2#") if is_couple else None


def noon(plain: Sequence[str], at: int) -> Reading | None:
    """12 noon, 12 midnight."""
    behind = plain[at + 1 : at + 2]
    return (2, behind[0]) if plain[at] == "#12#" and behind in (["#12:00#"], ["#0:00#"]) else None


READERS: tuple[Reader, ...] = (
    fiscal_year,
    part_of_year,
    decade,
    ordinal,
    age,
    money,
    points,
    share,
    span,
    couple,
    noon,
)
