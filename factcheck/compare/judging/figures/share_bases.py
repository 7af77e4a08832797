"""The rule on what a share is a share of: half of those who died were ill, half of those who were ill died.

A percentage read with its base and its property in one another's place is the inverse of a conditional probability
(Gigerenzer and others, Helping Doctors and Patients Make Sense of Health Statistics, 2007).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.compare.findings import EditKind, Severity
from factcheck.compare.judging.row.changes import Change
from factcheck.compare.language.figure_wordings import SHARE
from factcheck.compare.language.numerals import is_number
from factcheck.compare.language.phrases import Word
from factcheck.compare.language.proportions import PARTS
from factcheck.compare.language.signals import carries_content

type Finding = tuple[EditKind, Severity]

LONGEST = 30  # words that differ
RELATIVE = frozenset(["who", "that", "which"])
ARTICLES = frozenset(["the", "a", "an"])
ADVERBIAL = frozenset(["on", "in", "at", "by", "during", "after", "before", "last", "this", "since", "for"])


def base_exchanged(change: Change) -> Iterator[Finding]:
    """Did what a share is of and what is said of it change places?"""
    left, right = change.halves
    if left.content or right.content or not (left.words or right.words):
        return
    plain = [sorted({word.plain for word in half.side.words} - ARTICLES) for half in change.halves]
    if plain[0] != plain[1] or not any(is_number(word) or word in PARTS for word in plain[0]):
        return
    words = [[word for word in half.side.told if word.plain not in ARTICLES] for half in change.halves]
    if _is_exchanged(*words):
        yield EditKind.NUMBER, Severity.SUBSTANTIVE


def _is_exchanged(left: Sequence[Word], right: Sequence[Word]) -> bool:
    a, b = ([word.plain for word in words] for words in (left, right))
    if sorted(a) != sorted(b) or a == b:
        return False
    first = next(at for at in range(len(a)) if a[at] != b[at])
    last = next(at for at in range(len(a)) if a[-1 - at] != b[-1 - at])
    share = next((at for at in reversed(range(first)) if SHARE.fullmatch(a[at])), None)
    if share is None or len(a) - first - last > LONGEST:
        return False
    is_relative = not RELATIVE.isdisjoint(a[share:first])
    return _is_turned(a[first : len(a) - last], b[first : len(b) - last], is_relative)


def _is_turned(left: Sequence[str], right: Sequence[str], is_relative: bool) -> bool:
    """Whether `left` is A M B and `right` B M A; with nothing between them only behind "who"."""
    for a in range(1, len(left)):
        for b in range(1, len(left) - a + 1):
            base, middle, told = left[:a], left[a : len(left) - b], left[len(left) - b :]
            if [*told, *middle, *base] == list(right):
                is_joined = is_relative if not middle else not any(map(carries_content, middle))
                return is_joined and _says_something(base) and _says_something(told)
    return False


def _says_something(words: Sequence[str]) -> bool:
    return words[0] not in ADVERBIAL and any(map(carries_content, words))


RULES = (base_exchanged,)
