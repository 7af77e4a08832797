"""The rules on small words that turn a statement: what joins two events, and "only".

Semantic classes of adverbial clauses and focusing subjuncts after Quirk et al., A Comprehensive Grammar of English
(1985), 15.24 to 15.48 and 8.116 to 8.118.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from factcheck.compare.findings import EditKind, Severity
from factcheck.compare.judging.row_changes import Change, Half, range_overlap
from factcheck.compare.language.noun_classes import class_of, is_person
from factcheck.compare.language.numerals import ORDINALS, is_number
from factcheck.compare.language.phrases import Phrases, Word
from factcheck.compare.lexicon import lines_of
from factcheck.compare.words.plain_words import phrase

type Finding = tuple[EditKind, Severity]
type Sides = frozenset[tuple[int, int]]  # of a line of the list, its number and the number of one of its sides

ORDINAL_WORDS = frozenset(ORDINALS.values())
AMONG = Phrases(
    (phrase(entry), "") for entry in ("one of the", "among the", "some of the", "one of its", "one of their")
)
DEFINITE = frozenset(["the", "its", "their", "his", "her"])
SHORTEST = 5  # letters of "nicest"; "west" and "rest" compare nothing
ONLY = frozenset(["only", "solely", "exclusively"])
CLOSERS = " \"”’')"
ENDS = ("", ".", ",", ";", ":", "!", "?")  # of a clause: "for adults only"
NOT_EXCLUDING = frozenset(
    ["when", "after", "if", "because", "just", "to", "in", "on", "last", "this", "recently", "a", "an"]
)


def how_joined(change: Change) -> Iterator[Finding]:
    """Are two events joined by a word that says the reverse: "because of" and "despite", "before" and "after"?"""
    if not all(any(word.plain in CONNECTIVES.words for word in half.alone) for half in change.halves):
        return
    left, right = (_joints(half) for half in change.halves)
    if _exclude([sides for _, sides in left], [sides for _, sides in right]) and all(map(_is_joint, change.halves)):
        yield EditKind.FACT, Severity.SUBSTANTIVE


def only_so(change: Change) -> Iterator[Finding]:
    """Did "only" come or go before whom or what it singles out?"""
    if any(_singles_out(*halves) for halves in (change.halves, change.halves[::-1])):
        yield EditKind.FACT, Severity.SUBSTANTIVE


def one_of_the(change: Change) -> Iterator[Finding]:
    """Did "one of" or "among" come or go before a superlative: one of the tallest, the tallest?"""
    if any(_is_among(*halves) for halves in (change.halves, change.halves[::-1])):
        yield EditKind.FACT, Severity.SUBSTANTIVE


RULES = (how_joined, only_so, one_of_the)


def _is_among(half: Half, other: Half) -> bool:
    """Whether "one of the" without counterpart stands before a superlative that the other side gives of one alone."""
    alone = {word for word in half.alone if word.plain in AMONG.by_first}
    for where, _ in half.side.found(AMONG) if alone else ():
        behind = half.side.words[where.stop : where.stop + 1]
        if (
            half.side.words[where[0]] in alone
            and behind
            and is_superlative(behind[0].plain)
            and _is_the(behind[0].plain, other)
        ):
            return True
    return False


def _is_the(superlative: str, half: Half) -> bool:
    words = [word.plain for word in half.side.words]
    return any(before in DEFINITE and word == superlative for before, word in pairwise(words))


def is_superlative(word: str) -> bool:
    return word in ("most", "best", "worst", "least", "only") or (word.endswith("est") and len(word) > SHORTEST)


def _exclude(left: list[Sides], right: list[Sides]) -> bool:
    return len(left) == len(right) == 1 and any(
        line == other_line and side != other_side for line, side in left[0] for other_line, other_side in right[0]
    )


def _is_joint(half: Half) -> bool:
    """Whether a half has no other content than the words that join."""
    joining = {word for where, _ in _joints(half) for word in half.side.words[where.start : where.stop]}
    return joining.issuperset(half.content)


def _joints(half: Half) -> list[tuple[range, Sides]]:
    """The joining words that a half touches and that the other side of the row has not."""
    return [
        (where, sides)
        for where, sides in half.side.found(CONNECTIVES)
        if range_overlap(where, half.places) and any(half.is_alone(half.side.words[at]) for at in where)
    ]


def _singles_out(half: Half, other: Half) -> bool:
    if other.content or other.signals or len(half.content) > 1:
        return False
    return any(word.plain in ONLY and _bears_on_thing(half, word) for word in half.alone)


def _bears_on_thing(half: Half, word: Word) -> bool:
    """Whether a noun, a name or one of several follows: who alone, not how little ("only $4 million") or how late."""
    words = half.side.words
    at = words.index(word)
    behind = [word.plain for word in words[at + 1 : at + 3]]
    if at and words[at - 1].plain == "not":
        return False
    if half.side.text[word.end : half.side.span.end].lstrip(CLOSERS)[:1] in ENDS and at:
        return half.side.is_name(words[at - 1]) or class_of(words[at - 1].plain) is not None
    is_for_whom = behind[:1] == ["to"] and any(map(is_person, behind[1:]))
    if not behind or (behind[0] in NOT_EXCLUDING and not is_for_whom):
        return False
    return behind[1:] == ["of"] or not any(is_number(word) or word in ORDINAL_WORDS for word in behind)


def _connectives() -> Iterator[tuple[tuple[str, ...], Sides]]:
    found = defaultdict[tuple[str, ...], set[tuple[int, int]]](set)
    for number, line in enumerate(lines_of("en/judging/connectives")):
        for at, side in enumerate(line.split("/")):
            for entry in side.split(","):
                found[phrase(entry.strip())].add((number, at))
    return ((entry, frozenset(sides)) for entry, sides in found.items())


CONNECTIVES = Phrases(_connectives())
