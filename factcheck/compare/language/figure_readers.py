"""What stands for one figure in several words: "one in four", "a quarter of a percentage point", "between 3 and 5".

Readers as in `time_readers`.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from factcheck.compare.language.numerals import CURRENCIES, is_number, value_of
from factcheck.compare.language.proportions import PARTS, PERCENT, share_at
from factcheck.compare.language.quantities import UNITS
from factcheck.compare.language.time_readers import ARTICLES, HALF, YEAR, Reader, Reading
from factcheck.compare.lexicon import words_of

DAYS = words_of("en/words/days")
SOUNDLESS = frozenset(["goalless", "scoreless"])
NIL = "nil"
COUNTED_IN_SCORES = frozenset(
    f"{noun}{plural}"
    for noun in ("vote", "goal", "point", "run", "game", "set", "seat", "frame")
    for plural in ("", "s")
)
JOINTS = {"between": ["and"], "from": ["to", "through"], "by": ["to", "against"], "": ["to", "through", "against"]}
BY_A_VOTE_OF = (("by", "a", "vote", "of"), ("by", "a", "score", "of"), ("by", "a", "margin", "of"))
COUPLE = ("couple", "of")
POINTS = frozenset(["point", "points"])
BASIS = Decimal(100)
SMALLEST = 10**6
PER = frozenset(["per", "a", "an"])
NUMBER = "number"
LIMIT = 1000  # of the denominator of a fraction that came out of a division


def kind_of(plain: str) -> str:
    """What sort of figure a word of `as_told` is: "rate", "decade", …; empty of a plain number and of a word."""
    return plain[1:].partition(":")[0] if plain[:1] == "#" and ":" in plain and plain[1].isalpha() else ""


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
    """One in four, one in every four, a quarter of, 25 per cent of; 0.3 of a per cent."""
    words = list(plain[at : at + 5])
    if words[1:3] in (["in", "every"], ["in", "each"]):
        length, value = share_at([*words[:2], *words[3:4]])
        length += length > 0
    else:
        length, value = share_at(words[:4])
    if value is None and words[1:4] == ["of", "a", PERCENT] and (percent := value_of(words[0])) is not None:
        length, value = 4, percent / 100
    if value is None:
        return None
    if list(plain[at + length : at + length + 3]) == ["of", "a", PERCENT] and plain[at + length - 1] in PARTS:
        length, value = length + 3, value / 100
    elif plain[at + length : at + length + 1] == ["of"]:
        length += 1
    limit = LIMIT if words[1:2] != [PERCENT] else SMALLEST
    return length, f"#share:{Fraction(value).limit_denominator(limit)}#"


def span(plain: Sequence[str], at: int) -> Reading | None:
    """10 to 15, between 10 and 15, Monday to Friday; 54 votes to 46, by a vote of 54 to 46; goalless."""
    if plain[at] in SOUNDLESS:
        return 1, span_of("#0#", "#0#")
    opening = plain[at] if plain[at] in JOINTS else ""
    start = at + bool(opening)
    if tuple(plain[at : at + 4]) in BY_A_VOTE_OF:
        start = at + 4
    if not plain[start : start + 1] or not _is_end(plain[start]):
        return None
    stop = start + 1
    has_noun = plain[stop : stop + 1] and plain[stop] in COUNTED_IN_SCORES
    stop += bool(has_noun)
    if opening == "by" and start == at + 1 and not has_noun:
        return None
    if not plain[stop : stop + 1] or plain[stop] not in JOINTS[opening] or stop + 1 >= len(plain):
        return None
    if (plain[stop] == "against" and not has_noun) or not (_is_end(plain[stop + 1]) or plain[stop + 1] == NIL):
        return None
    form = span_of(plain[start], plain[stop + 1])
    stop += 2
    stop += bool(has_noun and plain[stop : stop + 1] and plain[stop] in COUNTED_IN_SCORES)
    return stop - at, form


def _is_end(plain: str) -> bool:
    return is_number(plain) or plain in DAYS


def span_of(first: str, last: str) -> str:
    """The form of a range or a score; the second of two years may leave out its century."""
    high = value_of(last) if last != NIL else Decimal(0)
    if high is not None and YEAR.fullmatch(first):
        high %= 100
    return f"#span:{first.strip('#')}~{last.strip('#') if high is None else high}#"


def per_head(plain: Sequence[str], at: int) -> Reading | None:
    """$3 a barrel, $3 per barrel; 300 crowns per pupil."""
    if plain[at] not in PER or at + 1 >= len(plain) or not at or not plain[at + 1].isalpha():
        return None
    is_sum = plain[at - 1] in UNITS or plain[at - 1] in CURRENCIES.values()
    is_counted = any(is_number(word) for word in plain[max(0, at - 2) : at])
    return (2, f"#head:{plain[at + 1]}#") if is_counted and (is_sum or plain[at] == "per") else None


def couple(plain: Sequence[str], at: int) -> Reading | None:
    is_couple = plain[at] in ARTICLES and tuple(plain[at + 1 : at + 3]) == COUPLE
    return (3, "#2#") if is_couple else None


def numbered(plain: Sequence[str], at: int) -> Reading | None:
    """Number 10, No. 10."""
    behind = plain[at + 1] if at + 1 < len(plain) else ""
    return (2, behind) if plain[at] == NUMBER and value_of(behind) is not None else None


READERS: tuple[Reader, ...] = (money, points, per_head, share, span, couple, numbered)
STARTS = SOUNDLESS | JOINTS.keys() | ARTICLES | DAYS | PER | {HALF, NUMBER, "sterling", "pound", "united states"}
GO_ON = (
    PARTS.keys()
    | POINTS
    | COUNTED_IN_SCORES
    | {PERCENT, "percentage", "basis", "in", "out", "of", "to", "through", "and"}
)
