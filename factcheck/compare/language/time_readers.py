"""What stands for one time in several words: "the third quarter", "aged 34", "an hour and a half", "5 in the evening".

A reader is given plain words and a place among them, and answers how many words from there on it reads and the form
that all ways of putting the same have; None where it reads nothing. Its forms are marked as numbers are: "#age:34#".
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from fractions import Fraction

import regex

from factcheck.compare.language.american_spelling import american
from factcheck.compare.language.numerals import AND_A_HALF, DAYS_OF_MONTH, NUMBER_WORDS, TENS, is_number, value_of
from factcheck.compare.language.quantities import TIMES

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
ORDINALS |= {
    american(word): f"#{number}th#"
    for number, word in zip(
        range(30, 110, 10),
        ("thirtieth", "fortieth", "fiftieth", "sixtieth", "seventieth", "eightieth", "ninetieth", "hundredth"),
        strict=True,
    )
}
ORDINAL = regex.compile(r"#(\d+)(?:st|nd|rd|th)#")
AGED = "aged"
OF_AGE = ("the", "age", "of")
OLDEST = 125
LIMITS = {"over": "over", "above": "over", "under": "under", "below": "under"}
ANYBODY = frozenset(["people", "those", "anyone", "persons", "anybody", "everyone"])
HALF = "half"
LONG_TIMES = {"fortnight": (2, "week"), "decade": (10, "year"), "century": (100, "year"), "centurie": (100, "year")}
SHORT_TIMES = {"hr": "hour", "hrs": "hour", "min": "minute", "mins": "minute", "sec": "second", "secs": "second"}
ARTICLES = frozenset(["a", "an"])
FOLD = "fold"
BY_A_FACTOR_OF = ("by", "a", "factor", "of")
OCLOCK, QUARTER = "oclock", "quarter"
HOURS = frozenset([OCLOCK, "hours", "hrs"])
CLOCK = regex.compile(r"#\d{1,2}:\d\d#")
HALVES_OF_DAY = {
    ("in", "the", "morning"): 0,
    ("in", "the", "afternoon"): 12,
    ("in", "the", "evening"): 12,
    ("at", "night"): 12,
}


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
    """The 18th or the eighteenth, the 22nd or the twenty-second, and of centuries also the 1700s."""
    number, length = ORDINAL.fullmatch(ORDINALS.get(plain[at], plain[at])), 1
    value = number.group(1) if number else ""
    behind = plain[at + 1] if at + 1 < len(plain) else ""
    if (tens := value_of(plain[at])) in TENS and tens is not None and behind in DAYS_OF_MONTH:
        unit = DAYS_OF_MONTH[behind]
        value, length = (str(tens + unit), 2) if unit < len(TEENS) + 2 else ("", 1)
    if not value:
        return None
    if plain[at + length : at + length + 1] == ["century"]:
        return length + 1, f"#century:{value}#"
    return length, f"#ordinal:{value}#"


def age(plain: Sequence[str], at: int) -> Reading | None:
    """34-year-old, 34 years old, aged 34, at the age of 34; over-60s, people over 60."""
    if plain[at] == AGED and (value := _years(plain, at + 1)):
        return 2, f"#age:{value}#"
    if plain[at] == "at" and tuple(plain[at + 1 : at + 4]) == OF_AGE and (value := _years(plain, at + 4)):
        return 5, f"#age:{value}#"
    if (
        (value := _years(plain, at))
        and plain[at + 1 : at + 2] in (["year"], ["years"])
        and plain[at + 2 : at + 3] == ["old"]
    ):
        return 3, f"#age:{value}#"
    return _limit_of_age(plain, at)


def _limit_of_age(plain: Sequence[str], at: int) -> Reading | None:
    start = at + (plain[at] in ANYBODY)
    start += plain[start : start + 1] == [AGED]
    if not plain[start : start + 1] or plain[start] not in LIMITS:
        return None
    is_age = start > at
    number = start + 1
    if tuple(plain[number : number + 3]) == OF_AGE:
        number, is_age = number + 3, True
    value, length = _years(plain, number), number + 1 - at
    if plain[number + 1 : number + 2] == ["s"]:
        length, is_age = length + 1, True
    if not value and (spelt := NUMBER_WORDS.get("".join(plain[number : number + 1]).removesuffix("s"))):
        value, is_age = spelt.strip("#"), True
    return (length, f"#{LIMITS[plain[start]]}:{value}#") if value and is_age else None


def _years(plain: Sequence[str], at: int) -> str:
    value = value_of(plain[at]) if at < len(plain) else None
    return str(value) if value is not None and value <= OLDEST else ""


def duration(plain: Sequence[str], at: int) -> Reading | None:
    """A decade, ten years; a fortnight, two weeks; an hour and a half, one and a half hours; half an hour; 5 min."""
    number, length = (Decimal(1), 1) if plain[at] in ARTICLES else (value_of(plain[at]), 1)
    if plain[at] == HALF and plain[at + 1 : at + 2] and plain[at + 1] in ARTICLES:
        number, length = Decimal("0.5"), 2
    unit = plain[at + length] if at + length < len(plain) else ""
    unit = SHORT_TIMES.get(unit, unit.removesuffix("s"))
    if number is None or (unit not in TIMES and unit not in LONG_TIMES):
        return None
    length += 1
    if list(plain[at + length : at + length + 3]) == AND_A_HALF:
        number, length = number + Decimal("0.5"), length + 3
    if plain[at] in ARTICLES and length == 2 and unit not in LONG_TIMES:  # "a day" is no count of days
        return None
    size, unit = LONG_TIMES.get(unit, (1, unit))
    return length, f"#duration:{Fraction(number * size)} {unit}#"


def clock(plain: Sequence[str], at: int) -> Reading | None:
    """Five o'clock in the afternoon, 5 in the evening; 12 noon; half past five, a quarter to six."""
    if plain[at] in (HALF, QUARTER) and plain[at + 1 : at + 2] in (["past"], ["to"]):
        return _past_hour(plain, at)
    if plain[at] == "#12#" and plain[at + 1 : at + 2] in (["#12:00#"], ["#0:00#"]):
        return 2, plain[at + 1]
    if CLOCK.fullmatch(plain[at]):
        return (2, plain[at]) if plain[at + 1 : at + 2] and plain[at + 1] in HOURS else None
    hour = value_of(plain[at])
    if hour is None or not 1 <= hour <= 12:
        return None
    length = 2 if plain[at + 1 : at + 2] == [OCLOCK] else 1
    for words, noon in HALVES_OF_DAY.items():
        if tuple(plain[at + length : at + length + len(words)]) == words:
            return length + len(words), f"#{int(hour) % 12 + noon}:00#"
    return None


def _past_hour(plain: Sequence[str], at: int) -> Reading | None:
    is_to = plain[at + 1] == "to"
    hour = value_of(plain[at + 2]) if at + 2 < len(plain) else None
    if hour is None or not 1 <= hour <= 12 or (is_to and plain[at] == HALF):
        return None
    minutes = 30 if plain[at] == HALF else 45 if is_to else 15
    behind = tuple(plain[at + 3 : at + 6])
    words = next((words for words in HALVES_OF_DAY if behind[: len(words)] == words), ())
    hours = (int(hour) - is_to) % 12 + HALVES_OF_DAY[words] if words else (int(hour) - is_to) or 12
    return 3 + len(words), f"#{hours}:{minutes}#"


def fold(plain: Sequence[str], at: int) -> Reading | None:
    """Tenfold, 10-fold, by a factor of ten."""
    if plain[at].endswith(FOLD) and (number := NUMBER_WORDS.get(plain[at].removesuffix(FOLD))):
        return 1, f"#fold:{number.strip('#')}#"
    if (value := value_of(plain[at])) is not None and plain[at + 1 : at + 2] == [FOLD]:
        return 2, f"#fold:{value}#"
    if tuple(plain[at : at + 4]) == BY_A_FACTOR_OF and at + 4 < len(plain):
        value = value_of(plain[at + 4])
        return None if value is None else (5, f"#fold:{value}#")
    return None


READERS: tuple[Reader, ...] = (fold, fiscal_year, part_of_year, decade, ordinal, age, duration, clock)
STARTS = (
    DECADES.keys() | ORDINALS.keys() | QUARTERS.keys() | FISCAL | LIMITS.keys() | ANYBODY | LETTERS.keys() | ARTICLES
) | {"Q", "H", AGED, "at", HALF, QUARTER}
GO_ON = FISCAL | HOURS | TIMES.keys() | SHORT_TIMES.keys() | LONG_TIMES.keys() | DAYS_OF_MONTH.keys()
GO_ON |= {"fortnights", "decades", "centuries", "s", "in", "at", FOLD, "#12:00#", "#0:00#"}
