"""The rules on figures: did a value, its sign, its scale, its bound, its share or its place change?

Every rule asks the whole row what a figure means ("4 million" where only "million" changed) and looks at the figures
that the change touches.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal

import regex

from factcheck.compare.findings import EditKind, Severity
from factcheck.compare.judging.figures.durations import another_duration
from factcheck.compare.judging.row.changes import Change, Half, range_overlap
from factcheck.compare.judging.row.sides import RowSide
from factcheck.compare.language.noun_classes import class_of
from factcheck.compare.language.numerals import is_number, value_of
from factcheck.compare.language.phrases import Phrases, Word
from factcheck.compare.language.proportions import NAMED, Figure, figure_in, significant
from factcheck.compare.language.quantities import MEASURES, UNITS, measures_differ, same_quantities
from factcheck.compare.language.signals import groups_of, signals_in
from factcheck.compare.words.plain_words import phrase

Finding = tuple[EditKind, Severity]
MINOR, SUBSTANTIVE = Severity.MINOR, Severity.SUBSTANTIVE
BOUNDS = Phrases((phrase(entry), group) for group, entry in groups_of("en/judging/bounds"))
SHARES = Phrases((phrase(entry), group) for group, entry in groups_of("en/judging/shares"))
LOOSE = frozenset(["about", ""])  # a bound that leaves the value as good as it was
FACTORS = frozenset(["twice", "three times", "four times", "halved"])  # said roughly by "rose sharply"
VAGUE = frozenset(["many", "some", "few", "all", "once"])  # a share that may come or go with its noun
PARTS_OF_TIME = frozenset(["year", "month", "week", "day", "hour", "minute", "second"])
PARTS_OF_TIME |= {f"{unit}s" for unit in PARTS_OF_TIME} | {
    "foot",
    "feet",
    "inch",
    "inches",
    "pound",
    "pounds",
    "ounces",
}
BEHIND = frozenset(["or", "and"])
RELATIVE = frozenset(["who", "which", "that", "whose", "where"])
WAY = frozenset(["to", "by", "from"])
AMOUNTS = frozenset(["all", "every", "half", "third", "quarter"]) | frozenset(
    f"{amount}{plural}" for amount in ("dozen", "score", "hundred", "thousand", "million") for plural in ("", "s")
)
ORDINAL = regex.compile("(?:st|nd|rd|th)#$")
MINUS = "minus"
LONGEST_SHARE = 4  # words
MOST = "most"  # "the most recent" compares, and counts nobody
DEFINITE = frozenset(["the", "its", "his", "her", "their", "our", "my", "your", "a"])
# Quantifiers that "of" follows, nouns of quantity, and what determines a whole (Quirk et al. 1985, 5.10 to 5.25)
PARTS = frozenset(["some", "several", "many", "few", "half", "both", "either", "any", "most"])
ALSO_PARTS = frozenset(["among", "part", "parts", "lot", "lots", "number", "portion", "share", "majority", "minority"])
COUNTED = frozenset(["both", "either", "half"])
WHOLES = frozenset(["the", "its", "his", "her", "their", "our", "these", "those", "them", "us"])
HARDLY = frozenset(["little", "few"])  # quasi-negatives (Quirk et al. 1985, 10.59)
SOLID = frozenset(["person", "occupation", "place", "animal", "artefact", "organisation"])
PARTS_NAMED = frozenset(["third", "quarter"])
AGO = "ago"
LONGEST_ROW = 80  # words: in a longer one only what a change holds is compared
YEAR = regex.compile(r"#(?:1[5-9]|20)\d\d#")


def another_value(change: Change) -> Iterator[Finding]:
    """Did a value change, its sign or its scale with it?"""
    left, right = change.halves
    lost, gained = _gone(left, right), _gone(right, left)
    is_other = bool(lost or gained)
    if is_other and (_say_the_same(change) or _dates_back(change)):
        yield EditKind.NUMBER, MINOR
    elif _are_rough_and_apart(change) or (
        is_other
        and (_are_too_far_apart(change) or _adds_to_amount(left, right, lost) or _adds_to_amount(right, left, gained))
    ):
        yield EditKind.NUMBER, SUBSTANTIVE
    elif lost and gained:
        is_same = _are_one_measure(change) or _are_rounded(lost, gained, _bounds(left) | _bounds(right))
        yield EditKind.NUMBER, MINOR if is_same else SUBSTANTIVE
    elif (
        (change.replaces and _are_measured_otherwise(change))
        or _sign(left) != _sign(right)
        or (_counts_points(left) != _counts_points(right) and _is_percent(left) and _is_percent(right))
    ):
        yield EditKind.NUMBER, SUBSTANTIVE


def _are_one_measure(change: Change) -> bool:
    """Whether the figures are one value in other units, be it that the units stand in another change of the row."""
    return same_quantities(*map(_measure, change.halves)) or _are_one_in_row(change)


def _measure(half: Half) -> list[Word]:
    """The words that a half touches, with the unit behind its figure and the figure before its unit."""
    words, first, last = half.side.words, half.places.start, half.places.stop
    if first < last and words[first].plain in MEASURES and first and value_of(words[first - 1].plain) is not None:
        first -= 1
    if first < last < len(words) and words[last].plain in MEASURES and value_of(words[last - 1].plain) is not None:
        last += 1
    return words[first:last]


def _are_one_in_row(change: Change) -> bool:
    rows = [half.side.words for half in change.halves]
    return max(map(len, rows)) <= LONGEST_ROW and same_quantities(*rows)


def _are_measured_otherwise(change: Change) -> bool:
    """Whether measures differ of which each side has one; what only one side measures came or went with its words."""
    has_measure = all(_has_number(half) or any(word.plain in UNITS for word in half.touched) for half in change.halves)
    return has_measure and measures_differ(*map(_in_main_clause, change.halves)) and not _are_one_measure(change)


def another_bound(change: Change) -> Iterator[Finding]:
    """Did "at least" or "nearly" come or go beside a figure that stays?"""
    left, right = (_bounds(half) for half in change.halves)
    if left == right or not _keeps_figure(change) or _say_the_same(change):
        return
    is_loose = left | {""} <= LOOSE and right | {""} <= LOOSE
    yield EditKind.NUMBER, MINOR if is_loose or {*left, *right} == {"about", "nearly"} else SUBSTANTIVE


def another_share(change: Change) -> Iterator[Finding]:
    """Does another share of the whole stand in its place, or did "most" come or go?"""
    left, right = map(_shares, change.halves)
    if left == right:
        return
    lost, gained = left - _all_shares(change.right.side), right - _all_shares(change.left.side)
    if not (lost or gained) or _say_the_same(change) or same_quantities(*map(_measure, change.halves)):
        return
    if (lost | gained) <= FACTORS and not (lost and gained) and change.replaces:
        yield EditKind.NUMBER, MINOR
        return
    pairs = change.halves, change.halves[::-1]
    if ((lost and gained) or ((lost or gained) and any(_gone(*pair) for pair in pairs if not _shares(pair[0])))) or (
        (lost or gained) - VAGUE and max(len(half.words) for half in change.halves) <= LONGEST_SHARE
    ):
        yield EditKind.NUMBER, SUBSTANTIVE


def part_or_whole(change: Change) -> Iterator[Finding]:
    """Is it said of some and of all: "two of the three", "all three"; "some of the pupils", "the pupils"?"""
    if max(len(half.words) for half in change.halves) > LONGEST_SHARE:
        return
    left, right = map(_parts, change.halves)
    for parts, others, other in ((left, right, change.right), (right, left, change.left)):
        if parts and not others and not any(word.plain in parts | ALSO_PARTS for word in other.side.words):
            yield EditKind.NUMBER, SUBSTANTIVE
            return
    if left != right and all(any(part in COUNTED or is_number(part) for part in parts) for parts in (left, right)):
        yield EditKind.NUMBER, SUBSTANTIVE


def _parts(half: Half) -> set[str]:
    """The counts before "of the" that a half holds, the noun behind them kept."""
    words = [word.plain for word in half.side.words]
    return {
        words[at]
        for at in half.places
        if words[at + 1 : at + 2] == ["of"]
        and WHOLES.intersection(words[at + 2 : at + 3])
        and (words[at] in PARTS or is_number(words[at]))
        and at + 3 not in half.places
    }


def hardly_any(change: Change) -> Iterator[Finding]:
    """Did "little" or "few" come or go before a noun: "there is little evidence"?"""
    for half, other in (change.halves, change.halves[::-1]):
        alone = [word for word in half.words if half.is_alone(word) or word.plain in HARDLY]
        if not other.alone and len(alone) == 1 and alone[0].plain in HARDLY and _counts(half, alone[0]):
            yield EditKind.NEGATION, SUBSTANTIVE


def _counts(half: Half, word: Word) -> bool:
    """Whether the word before a noun says how much there is, and does not describe it: "a few", "a little girl"."""
    at = half.side.words.index(word)
    before, behind = half.side.words[max(0, at - 1) : at], half.side.words[at + 1 : at + 2]
    is_measure = not any(one.plain in DEFINITE for one in before)
    return is_measure and bool(behind) and (word.plain != "little" or class_of(behind[0].plain) not in SOLID)


def _say_the_same(change: Change) -> bool:
    """Whether one value is given in two ways: 212 and "more than 200", 60 percent and "three in five"."""
    one, other = map(_figure, change.halves)
    return one is not None and other is not None and one.says_the_same(other)


def _dates_back(change: Change) -> bool:
    """Whether one side counts back from the day and the other names the year: "13 years ago", "in 1990"."""
    return any(
        any(word.plain == AGO for word in half.touched) and any(YEAR.fullmatch(word.plain) for word in other.touched)
        for half, other in (change.halves, change.halves[::-1])
    )


def _are_rough_and_apart(change: Change) -> bool:
    """Whether "dozens" stands for "a handful", no number on either side."""
    if not all(any(word.plain in NAMED for word in half.touched) for half in change.halves):
        return False
    return not any(map(_has_number, change.halves)) and _are_too_far_apart(change)


def _are_too_far_apart(change: Change) -> bool:
    one, other = map(_figure, change.halves)
    return one is not None and other is not None and one.excludes(other)


def _figure(half: Half) -> Figure | None:
    figure = figure_in(half.touched)
    bounds = _bounds(half) if figure else set()
    return figure._replace(bound=next(iter(bounds), "")) if figure and len(bounds) <= 1 else None


def _shares(half: Half) -> set[str]:
    """The shares that a half touches; a word of a title, as in Majority Leader, is none."""
    side = half.side
    if not any(range_overlap(where, half.places) for where, _ in side.found(SHARES)):
        return set()
    return {label for where, label in _places_of_shares(side) if range_overlap(where, half.places)}


def _all_shares(side: RowSide) -> set[str]:
    return {label for _, label in _places_of_shares(side)}


def _places_of_shares(side: RowSide) -> Iterator[tuple[range, str]]:
    for where, label in side.found(SHARES):
        is_title = all(side.is_name(side.words[at]) for at in where)
        before = side.words[max(0, where.start - 1) : where.start]
        is_superlative = side.words[where[-1]].plain == MOST and any(word.plain in DEFINITE for word in before)
        counts = any(is_number(word.plain) for word in side.words[where.stop : where.stop + 1])  # "some 19", "all five"
        if not (is_title or is_superlative or (counts and label in VAGUE) or _is_ordinal(side, where)):
            yield where, label


def _is_ordinal(side: RowSide, where: range) -> bool:
    """Whether "a third" counts on: "a third baseman", not "a third of them"."""
    behind = side.words[where.stop : where.stop + 1]
    if side.words[where[-1]].plain not in PARTS_NAMED or not any(class_of(word.plain) for word in behind):
        return False
    return not any(signal.kind == "hedge" for signal in signals_in(behind))  # "may" and "might" are no nouns here


def figures_swapped(change: Change) -> Iterator[Finding]:
    """Did two figures change places, or "to" and "by" before one?"""
    left, right = change.halves
    if {word.plain for word in (*left.words, *right.words)} <= WAY:
        is_swapped = bool(left.words and right.words) and all(map(_is_followed_by_number, change.halves))
    else:
        is_swapped = any(map(_has_number, change.halves)) and _in_another_order(left.side, right.side)
    if is_swapped:
        yield EditKind.NUMBER, SUBSTANTIVE


RULES = (another_value, another_bound, another_share, part_or_whole, hardly_any, figures_swapped, another_duration)


def _gone(half: Half, other: Half) -> Counter[str]:
    """The figures that a half touches and of which the other side's row has fewer."""
    values = _values(half.touched)
    if not values:
        return Counter()
    return Counter(values) & (Counter(_values(half.side.words)) - Counter(_values(other.side.words)))


def _are_rounded(lost: Counter[str], gained: Counter[str], bounds: set[str]) -> bool:
    """Whether one figure is the other with fewer digits: 0.66 and 0.7, $14.67m and $14.7m, with "about" also $15m.

    So is an ordinal and its number: "until their 21st birthday", "until they turn 21".
    """
    if {ORDINAL.sub("#", plain) for plain in lost} == {ORDINAL.sub("#", plain) for plain in gained}:
        return True
    values = [value_of(plain) for plain in (*lost, *gained)]
    if lost.total() != 1 or gained.total() != 1 or None in values:
        return False
    rough, fine = sorted((value for value in values if value is not None), key=lambda value: len(significant(value)))
    digits = len(significant(rough))
    least = 1 if "about" in bounds or rough != rough.to_integral_value() else 2
    return least <= digits < len(significant(fine)) and _rounded(fine, digits) == rough


def _rounded(value: Decimal, digits: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(value.adjusted() - digits + 1), ROUND_HALF_UP)


def _values(words: Sequence[Word]) -> list[str]:
    return [word.plain for word in words if is_number(word.plain)]


def _in_main_clause(half: Half) -> list[Word]:
    """The words with no counterpart that stand in no relative clause of the phrase."""
    first = next((word.start for word in half.words if word.plain in RELATIVE), half.span.end)
    return [word for word in half.alone if word.start < first]


def _adds_to_amount(half: Half, other: Half, gone: Counter[str]) -> bool:
    """Whether a half is one end of an amount of which the other side has the rest: "1/2" of "5 1/2", half a dozen."""
    start, end = half.span
    is_first = not other.words
    cut = (
        word.plain
        for word in half.touched
        if word.start < start < word.end or (is_first and start <= word.start < end < word.end)
    )
    return any(plain in gone and value_of(plain) is not None for plain in cut) or _is_part_of_amount(half)


def _is_part_of_amount(half: Half) -> bool:
    """Whether a half is no more than "and 15 minutes" behind "two hours": the smaller part of one measure."""
    words, units = [word.plain for word in half.words], PARTS_OF_TIME
    before = [word.plain for word in half.side.words[max(0, half.places.start - 2) : half.places.start]]
    if words[:1] == ["and"]:
        words = words[1:]
    return (
        len(words) == len(before) == 2
        and is_number(words[0])
        and is_number(before[0])
        and words[1] in units
        and before[1] in units
    )


def _has_number(half: Half) -> bool:
    return bool(_values(half.touched))


def _sign(half: Half) -> bool:
    """Whether "minus" stands before a figure."""
    return any(word.plain == MINUS and is_number(following) for word, following in _with_next(half.side, half))


def _with_next(side: RowSide, half: Half) -> Iterator[tuple[Word, str]]:
    for at in half.places:
        yield side.words[at], side.words[at + 1].plain if at + 1 < len(side.words) else ""


def _counts_points(half: Half) -> bool:
    return any(word.plain in ("point", "points") for word in half.touched)


def _is_percent(half: Half) -> bool:
    return any(word.plain in ("%", "percentage") for word in half.touched)


def _bounds(half: Half) -> set[str]:
    return {
        group
        for where, group in half.side.found(BOUNDS)
        if range_overlap(where, half.places) and _bears_on_figure(half.side, where)
    }


def _bears_on_figure(side: RowSide, where: range) -> bool:
    if side.words[where[0]].plain in BEHIND:
        return any(is_number(word.plain) for word in side.words[max(0, where[0] - 3) : where[0]])
    behind = [word.plain for word in side.words[where[-1] + 1 : where[-1] + 3]]
    if behind[:1] in (["a"], ["an"]):
        behind = behind[1:]
    return any(is_number(word) or word in AMOUNTS for word in behind[:1])


def _keeps_figure(change: Change) -> bool:
    """Whether no figure of the change came or went: the bound alone did."""
    left, right = change.halves
    return not _gone(left, right) and not _gone(right, left)


def _is_followed_by_number(half: Half) -> bool:
    at = half.places[-1] + 1
    return at < len(half.side.words) and is_number(half.side.words[at].plain)


def _in_another_order(left: RowSide, right: RowSide) -> bool:
    """Whether the rows have the same figures in another order and the same words around them."""
    a, b = _values(left.words), _values(right.words)
    return a != b and Counter(a) == Counter(b) and _skeleton(left) == _skeleton(right)


def _skeleton(side: RowSide) -> list[str]:
    return ["#" if is_number(word.plain) else word.plain for word in side.words]
