"""Whether two numbers, each with the words around it, give one quantity in other units."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from factcheck.compare.language.numerals import AND_A_HALF, PARTS, is_number, value_of
from factcheck.compare.language.phrases import Word
from factcheck.compare.lexicon import lines_of
from factcheck.compare.words.plain_words import phrase

ROUNDING = Decimal("0.06")
ROUNDED = frozenset(["temperature"])  # converted to whole degrees
HALVED = frozenset(["length", "weight", "area", "volume"])
FARTHEST = 3  # words from the figure in one unit to that in the next: "two hours and 15"
ARTICLES = frozenset(["a", "an"])
HALF_OF_ONE = Decimal("0.5")
FEWEST, MOST = 2, 10  # of a unit: what is told in whole numbers of it


class Quantity(NamedTuple):
    """A number of a dimension's first unit; money keeps its currency as its unit."""

    value: Decimal
    dimension: str
    unit: str


def quantities_in(words: Sequence[Word]) -> list[Quantity]:
    """The measures among words, of which one may stand in two units: two hours 15 minutes, 6lb 10oz."""
    found: list[Quantity] = []
    last = -FARTHEST
    for at, quantity in _counted(words):
        if found and at - last <= FARTHEST and _goes_on(found[-1], quantity):
            found[-1] = found[-1]._replace(value=found[-1].value + quantity.value)
        else:
            found.append(quantity)
        last = at
    return found


def _counted(words: Sequence[Word]) -> list[tuple[int, Quantity]]:
    """The numbers among words with a unit, a span of time or a currency behind them, and which word each is."""
    plain = {word.plain for word in words}
    if MEASURES.isdisjoint(plain):
        return []
    if not plain.isdisjoint(PARTS):
        words = list(_with_parts(words))
    found = []
    for at, (word, following) in enumerate(zip(words, _units_behind(words), strict=True)):
        value = ONE if word.plain in ("a", "an") and following.plain in TIMES else value_of(word.plain)
        unit = UNITS.get(following.plain) or TIMES.get(following.plain)
        if value is not None and unit:
            dimension, factor, zero = unit
            found.append((at, Quantity(value * factor + zero, dimension, following.plain)))
    return found


def _goes_on(first: Quantity, second: Quantity) -> bool:
    """Whether the second is in a smaller unit and no more than one of the first's: 15 minutes behind two hours."""
    if first.dimension != second.dimension or first.dimension == "money" or first.dimension in ROUNDED:
        return False
    table = UNITS | TIMES
    return table[second.unit][1] < table[first.unit][1] and second.value < table[first.unit][1]


def _with_parts(words: Sequence[Word]) -> Iterator[Word]:
    """The words, "half an hour" and "three quarters of a mile" as 0.5 and 0.75 of them, "and a half" as 0.5 more."""
    at = 0
    while at < len(words):
        plain = [word.plain for word in words[at : at + 5]]
        length, part = _part_of_one(plain)
        if length and len(plain) > length and (plain[length] in UNITS or plain[length] in TIMES):
            yield words[at]._replace(plain=f"#{part}#", end=words[at + length - 1].end)
            at += length
        elif plain[2:5] == AND_A_HALF and (plain[1] in UNITS or plain[1] in TIMES):
            value = ONE if plain[0] in ARTICLES else value_of(plain[0])
            yield words[at] if value is None else words[at]._replace(plain=f"#{value + HALF_OF_ONE}#")
            yield words[at + 1]
            at += 5
        else:
            yield words[at]
            at += 1


def _part_of_one(plain: Sequence[str]) -> tuple[int, Decimal]:
    """How many words give a part of one of what follows, and which: "half a", "a quarter of an"."""
    if plain[:1] == ["half"] and plain[1:2] and plain[1] in ARTICLES:
        return 2, HALF_OF_ONE
    if len(plain) > 3 and plain[1] in PARTS and plain[2] == "of" and plain[3] in ARTICLES:
        count = ONE if plain[0] in ARTICLES else value_of(plain[0])
        return (4, count * PARTS[plain[1]]) if count else (0, ONE)
    return 0, ONE


def _units_behind(words: Sequence[Word]) -> list[Word]:
    """What stands behind each word; the first of two numbers has the second's unit: "between 30 and 80 pounds"."""
    last = Word("", 0, 0)
    behind = [*words, last][1:]
    behind = [after if word.plain in DEGREES else word for word, after in zip(behind, [*behind, last][1:], strict=True)]
    for at, word in enumerate(words[:-3]):
        joint, second = words[at + 1], words[at + 2]
        if value_of(word.plain) is not None and joint.plain in JOINTS and value_of(second.plain) is not None:
            behind[at] = words[at + 3]
    return behind


def measures_differ(left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Whether a measure stands on one side only, or a kept number got another unit."""
    units = [{word.plain for word in words if word.plain in UNITS} for words in (left, right)]
    measures = [*quantities_in(left), *quantities_in(right)]
    return any(measure.dimension != TIME for measure in measures) or bool(
        units[0] and units[1] and units[0] != units[1]
    )


def same_quantities(left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Whether two phrases give equal measures in other units; unlike sums in two currencies may be a conversion."""
    a, b = quantities_in(left), quantities_in(right)
    counts = [sum(is_number(word.plain) for word in words) for words in (left, right)]
    has_all = all(count <= len(_counted(words)) for count, words in zip(counts, (left, right), strict=True))
    return has_all and 0 < len(a) == len(b) and all(map(_agree, a, b))


def _agree(left: Quantity, right: Quantity) -> bool:
    left, right = _weighed(left, right), _weighed(right, left)
    if left.dimension != right.dimension or left.unit == right.unit:
        return left == right
    if left.dimension == "money":
        return left.value != right.value
    rounding = max(abs(left.value), abs(right.value)) * ROUNDING + (left.dimension in ROUNDED)
    return abs(left.value - right.value) <= max(rounding, min(_half_a_unit(left), _half_a_unit(right)))


def _half_a_unit(quantity: Quantity) -> Decimal:
    """How far a small whole number of units may be from the value that was converted: two miles, three kilometres."""
    if quantity.dimension not in HALVED:
        return Decimal(0)
    factor = UNITS[quantity.unit][1]
    number = quantity.value / factor
    return factor / 2 if FEWEST <= number <= MOST and number == number.to_integral_value() else Decimal(0)


def _weighed(quantity: Quantity, other: Quantity) -> Quantity:
    """Pounds are money until a weight stands on the other side."""
    if quantity.unit == "pound" and other.dimension == "weight":
        return Quantity(quantity.value * UNITS["lb"][1], "weight", "lb")
    return quantity


def _units() -> dict[str, tuple[str, Decimal, Decimal]]:
    found = {}
    for line in lines_of("en/words/units"):
        dimension, _, entries = line.partition(":")
        for entry in entries.split(","):
            name, factor, *zero = entry.split()
            found[phrase(name)[0]] = dimension, Decimal(factor), Decimal(zero[0] if zero else 0)
    return found


DEGREES = frozenset(["degree", "degrees"])
JOINTS = frozenset(["and", "to", "or"])
TIME = "time"
ONE = Decimal(1)
_ALL = _units()
UNITS = {unit: found for unit, found in _ALL.items() if found[0] != TIME}
TIMES = {unit: found for unit, found in _ALL.items() if found[0] == TIME}
MEASURES = frozenset(_ALL)
