"""How large a figure or a share may be as it stands: "more than 200", "three in five", "nearly half", "dozens".

A span of values takes a rounded figure at its word: who wrote "more than 200" had 212 and not 900. The approximators
are those of Quirk et al., A Comprehensive Grammar of English (1985), 8.111, the spans are this module's own.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from factcheck.compare.language.numerals import is_number, value_of
from factcheck.compare.language.phrases import Word

PARTS = {"half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5}
PARTS |= {"tenth": 10, "tenths": 10}
COLLECTIVES = {"dozen": 12, "score": 20, "hundred": 100, "thousand": 1_000, "million": 1_000_000}
NAMED = PARTS.keys() | {f"{word}s" for word in COLLECTIVES} | {"couple", "handful"}
PERCENT = "%"
OUT = ["out", "of"]
FORMS = {PERCENT: "percent"} | dict.fromkeys(PARTS, "fraction")  # by the last word of a share
SHARES = frozenset(["percent", "fraction", "ratio"])
SAME_SHARE = Decimal("0.012")  # a percentage and the fraction for it are no further apart: a third, 33 percent
SPANS = {  # how far a value may lie from the figure, as shares of it
    "": (Decimal(0), Decimal(0)),
    "above": (Decimal(0), Decimal("0.25")),
    "at least": (Decimal(0), Decimal("0.25")),
    "below": (Decimal("-0.15"), Decimal(0)),
    "at most": (Decimal("-0.15"), Decimal(0)),
    "nearly": (Decimal("-0.15"), Decimal(0)),
    "about": (Decimal("-0.1"), Decimal("0.1")),
}
FEWEST = Decimal(2)
SMALL_NUMBERS = {"couple": Decimal(3), "handful": Decimal(10)}  # paucal nouns, and how many they may be
MOST_OF_A_COLLECTIVE = 10  # dozens are fewer than ten dozen


class Figure(NamedTuple):
    """What a figure says at its word, how it is written ("percent", "ratio", "number", "several"…), and its bound."""

    least: Decimal
    most: Decimal
    form: str
    bound: str = ""

    @property
    def is_share(self) -> bool:
        return self.form in SHARES

    def says_the_same(self, other: Figure) -> bool:
        """Whether one value is given in two ways, one of them rounded: "three in five" and 60 percent, 31 and "dozens".

        Of two rounded figures nobody knows whether one value is meant, nor where a bound alone came or went.
        """
        if self.is_share != other.is_share:
            return False
        if (self.least, self.most) == (other.least, other.most):
            return self.form != other.form and self.bound == other.bound
        if self.is_exact and other.is_exact:
            return self.form != other.form and abs(self.least - other.least) <= SAME_SHARE
        rough, exact = (other, self) if self.is_exact else (self, other)
        return exact.is_exact and rough.is_rounder_than(exact) and self._may_be(other)

    def excludes(self, other: Figure) -> bool:
        """Whether the two are exact shares that differ, or a number of things and "dozens" that it cannot be."""
        if self.is_share and other.is_share:
            return self.is_exact and other.is_exact and abs(self.least - other.least) > SAME_SHARE
        is_rough = "several" in (self.form, other.form) and not (self.is_share or other.is_share)
        return is_rough and not self._may_be(other)

    def is_rounder_than(self, other: Figure) -> bool:
        return self.form != other.form or len(significant(self.least)) < len(significant(other.least))

    @property
    def is_exact(self) -> bool:
        return not self.bound and self.form != "several"

    def _may_be(self, other: Figure) -> bool:
        (low, high), (other_low, other_high) = (SPANS[figure.bound] for figure in (self, other))
        return self.least * (1 + low) <= other.most * (1 + other_high) and other.least * (
            1 + other_low
        ) <= self.most * (1 + high)


def significant(value: Decimal) -> str:
    """The digits of a figure, without the zeros that only give its size."""
    return "".join(map(str, value.as_tuple().digits)).strip("0")


def figure_in(words: Sequence[Word]) -> Figure | None:
    """The one figure among words, whatever bound stands before it; None of none or several."""
    if not any(is_number(word.plain) or word.plain in NAMED for word in words):
        return None
    found = _shares([word.plain for word in words]) or _values([word.plain for word in words])
    return found[0] if len(found) == 1 else None


def _shares(plain: Sequence[str]) -> list[Figure]:
    found, at = [], 0
    while at < len(plain):
        length, share = share_at(plain[at : at + 4])
        if share is not None:
            found.append(Figure(share, share, FORMS.get(plain[at + length - 1], "ratio")))
        at += max(1, length)
    return found


def share_at(plain: Sequence[str]) -> tuple[int, Decimal | None]:
    """How many words, from the first on, give a share, and which."""
    first = Decimal(1) if plain[0] in ("a", "an") else value_of(plain[0])
    if plain[0] in PARTS and PARTS[plain[0]] == PARTS["half"]:
        return 1, Decimal(1) / 2
    if first is None or len(plain) == 1:
        return 0, None
    if plain[1] in PARTS:
        return 2, first / PARTS[plain[1]]
    if plain[1] == PERCENT:
        return 2, first / 100
    whole = plain[2:3] if plain[1] == "in" else plain[3:4] if plain[1:3] == OUT else []
    value = value_of(whole[0]) if whole else None
    if value and first < value:
        return (3 if plain[1] == "in" else 4), first / value
    return 0, None


def _values(plain: Sequence[str]) -> list[Figure]:
    values = [Figure(value, value, "number") for word in plain if (value := value_of(word)) is not None]
    several = (COLLECTIVES.get(word.removesuffix("s")) for word in plain if word.endswith("s"))
    values += [Figure(Decimal(2 * size), Decimal(MOST_OF_A_COLLECTIVE * size), "several") for size in several if size]
    return values + [Figure(FEWEST, SMALL_NUMBERS[word], "several") for word in plain if word in SMALL_NUMBERS]
