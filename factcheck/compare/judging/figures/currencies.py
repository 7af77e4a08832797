"""The rule on whose money it is: 3 million Canadian dollars, 3 million US dollars."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from operator import attrgetter

from factcheck.compare.findings import EditKind, Severity
from factcheck.compare.judging.row.changes import Change, Half
from factcheck.compare.language.numerals import MONEY, is_number

type Finding = tuple[EditKind, Severity]

NAME = 2  # words: "New Zealand dollars"


def whose_money(change: Change) -> Iterator[Finding]:
    """Does the name of another country stand before the currency of a sum?"""
    if all(map(_names_country, change.halves)):
        yield EditKind.NUMBER, Severity.SUBSTANTIVE


def _names_country(half: Half) -> bool:
    if not 1 <= len(half.alone) <= NAME or not all(half.side.text[word.start].isupper() for word in half.alone):
        return False
    words = half.side.words
    first = bisect_right(words, half.alone[0].start, key=attrgetter("start")) - 1
    behind = words[first + len(half.alone) :][:1]
    return first > 0 and is_number(words[first - 1].plain) and any(word.plain in MONEY for word in behind)


RULES = (whose_money,)
