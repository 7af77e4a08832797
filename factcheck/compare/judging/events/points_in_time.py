"""The rules on when it was, told without another figure: until or from a day, on a day or on its eve, its rank in time.

Prepositions of time and what they measure: Quirk et al., A Comprehensive Grammar of English (1985), 8.51 to 8.62,
9.33 to 9.45.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import attrgetter

import regex

from factcheck.compare.findings import EditKind, Severity
from factcheck.compare.judging.events.connectives import is_superlative
from factcheck.compare.judging.row.changes import Change, Half
from factcheck.compare.judging.row.sides import DAYS
from factcheck.compare.language.noun_classes import class_of
from factcheck.compare.language.numerals import ORDINALS, is_number
from factcheck.compare.language.quantities import TIMES

type Finding = tuple[EditKind, Severity]

UP_TO = frozenset(["by", "until", "before", "within", "pending"])
FROM_ON = frozenset(["after", "from", "since", "following"])
ON = frozenset(["of", "on"])
BESIDE = frozenset(["before", "after", "following", "preceding"])
PARTS_OF_DAY = frozenset(["morning", "afternoon", "evening", "night", "eve"])
UNITS = TIMES.keys() | PARTS_OF_DAY
EVE = "eve"
CLOCK_OR_DATE = regex.compile(r".*#\d{1,2}:\d\d#|[a-zA-Z]+ #\d+#|#(?:1[5-9]|20)\d\d#")
DETERMINERS = frozenset(["the", "a", "an", "this", "next", "last", "his", "her", "its", "their"])
NEXT, WEEK = "next", "week"
DEICTIC = frozenset(["this", NEXT, "last"])
FURTHER = (("before", "last"), ("after", NEXT))
FURTHER_WORDS = frozenset(["before", "after", WEEK])
POINTING = DEICTIC | FURTHER_WORDS
RANKS = frozenset(ORDINALS.values()) - {"first"}
ORDINAL = regex.compile(r"#\d+(?:st|nd|rd|th)#")


def before_or_after(change: Change) -> Iterator[Finding]:
    """Does "until", "by" or "within" stand for "from" or "after" before a time, or "the day after" for "the day of"?"""
    left, right = change.halves
    if len(left.alone) != 1 or len(right.alone) != 1:
        return
    one, other = left.alone[0].plain, right.alone[0].plain
    is_limit = (one in UP_TO and other in FROM_ON) or (one in FROM_ON and other in UP_TO)
    if is_limit and all(map(_is_before_time, change.halves)):
        yield EditKind.NUMBER, Severity.SUBSTANTIVE
    is_day = (one in ON and other in BESIDE) or (one in BESIDE and other in ON)
    if is_day and all(map(_is_behind_unit, change.halves)):
        yield EditKind.NUMBER, Severity.SUBSTANTIVE


def on_the_eve(change: Change) -> Iterator[Finding]:
    """Did "the eve of" or "the day before" come or go before what the day is named for?"""
    for half, other in (change.halves, change.halves[::-1]):
        if other.alone or not half.alone:
            continue
        words = [word.plain for word in half.words]
        at = 1 if words[0] in DETERMINERS or words[0] == "on" else 0
        at += len(words) > at and words[at] in DETERMINERS
        rest = words[at:]
        is_eve = rest[:2] == [EVE, "of"] or (
            rest[:1] != [] and rest[0] in TIMES and rest[1:2] != [] and rest[1] in BESIDE
        )
        if is_eve and all(word in DETERMINERS for word in rest[2:]):
            yield EditKind.NUMBER, Severity.SUBSTANTIVE


def next_or_last(change: Change) -> Iterator[Finding]:
    """Is it this week or next, next or last, the week before last, Tuesday or Tuesday week?

    "This" and "last" alone may count from the day of each paper.
    """
    if all(POINTING.isdisjoint(word.plain for word in half.alone) for half in change.halves):
        return
    deictics = [{word.plain for word in half.alone} & DEICTIC for half in change.halves]
    is_other = NEXT in deictics[0] ^ deictics[1] and all(deictics) and all(map(_points_at_time, change.halves))
    pairs = change.halves, change.halves[::-1]
    if is_other or any(_points_further(*pair) for pair in pairs):
        yield EditKind.NUMBER, Severity.SUBSTANTIVE


def _points_at_time(half: Half) -> bool:
    words = [word.plain for word in half.side.words]
    return any(
        words[at] in DEICTIC
        and (words[at + 1] in UNITS or words[at + 1] in DAYS or class_of(words[at + 1]) == "calendar")
        for at in half.places
        if at + 1 < len(words)
    )


def _points_further(half: Half, other: Half) -> bool:
    """Whether one side has the week before last for the other's last week, or Tuesday week for Tuesday."""
    alone = [word.plain for word in half.alone]
    if FURTHER_WORDS.isdisjoint(alone):
        return False
    words, others = ([word.plain for word in side.side.words] for side in (half, other))
    if alone == [WEEK] and not other.alone:
        return _behind(half) > 1 and words[_behind(half) - 2] in DAYS
    for further, pointing in FURTHER:
        has = any(pair == (further, pointing) for pair in pairwise(words))
        if has and further in alone and not any(pair == (further, pointing) for pair in pairwise(others)):
            return any(before == pointing and unit in UNITS for before, unit in pairwise(others))
    return False


def ranked(change: Change) -> Iterator[Finding]:
    """Did "second" come or go before a superlative: the largest, the second largest?"""
    left, right = change.halves
    for half, other in ((left, right), (right, left)):
        if not other.alone and len(half.alone) == 1 and _is_rank(half):
            yield EditKind.NUMBER, Severity.SUBSTANTIVE


def _is_rank(half: Half) -> bool:
    word, at = half.alone[0], _behind(half)
    is_ordinal = word.plain in RANKS or ORDINAL.fullmatch(word.plain) is not None
    return is_ordinal and at < len(half.side.words) and is_superlative(half.side.words[at].plain)


def _is_before_time(half: Half) -> bool:
    """Whether a time follows: a date, a clock's hour, a weekday, "48 hours", "the end of", "Easter", "dawn"."""
    at = _behind(half)
    behind = [word.plain for word in half.side.words[at : at + 3]]
    while behind and behind[0] in DETERMINERS:
        behind = behind[1:]
    if not behind:
        return False
    is_span = is_number(behind[0]) and behind[1:] != [] and behind[1] in TIMES
    return is_span or _is_time(behind)


def _is_time(behind: Sequence[str]) -> bool:
    word = behind[0]
    if is_number(word):
        return CLOCK_OR_DATE.fullmatch(word) is not None
    return word in DAYS or word in UNITS or word == "end" or class_of(word) == "calendar"


def _is_behind_unit(half: Half) -> bool:
    at = _behind(half) - 2
    return at >= 0 and half.side.words[at].plain in UNITS


def _behind(half: Half) -> int:
    """Which word of the row follows the one that has no counterpart."""
    return bisect_right(half.side.words, half.alone[0].start, key=attrgetter("start"))


RULES = (before_or_after, on_the_eve, next_or_last, ranked)
