"""The rules on small words that turn a statement: what joins two events, and "only".

Semantic classes of adverbial clauses and focusing subjuncts after Quirk et al., A Comprehensive Grammar of English
(1985), 15.24 to 15.48 and 8.116 to 8.118.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from factcheck.compare.findings import EditKind, Severity
from factcheck.compare.judging.row.changes import Change, Half, range_overlap
from factcheck.compare.language.noun_classes import class_of, is_person
from factcheck.compare.language.numerals import ORDINALS, is_number
from factcheck.compare.language.phrases import Phrases, Word
from factcheck.compare.language.signals import carries_content, groups_of
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
LONGEST = 5  # words of a phrase that joins
UNLESS, IF = "unless", "if"
NO_MORE_THAN = ONLY | {"just", "merely"}
BECAUSE = Phrases(
    (phrase(entry), "") for entry in ("because", "therefore", "consequently", "as a result", "as a consequence")
)
ALONE = ONLY | {"alone"}
CLOSERS = " \"”’')"
ENDS = ("", ".", ",", ";", ":", "!", "?")  # of a clause: "for adults only"
NOT_EXCLUDING = frozenset(
    ["when", "after", "if", "because", "just", "to", "in", "on", "last", "this", "recently", "a", "an"]
)


def how_joined(change: Change) -> Iterator[Finding]:
    """Are two events joined by a word that says the reverse: "because of" and "despite", "before" and "after"?"""
    if not all(any(word.plain in CONNECTIVES.words for word in half.alone) for half in change.halves):
        return
    if says_unless(change):
        return
    left, right = (_joints(half) for half in change.halves)
    if _exclude([sides for _, sides in left], [sides for _, sides in right]) and all(map(_is_joint, change.halves)):
        yield EditKind.FACT, Severity.SUBSTANTIVE


def says_unless(change: Change) -> bool:
    """Whether one row has "unless" for the other's "if … not" (Quirk et al. 1985, 15.34)."""
    if all(UNLESS not in half.side.span.of(half.side.text).lower() for half in change.halves):
        return False
    return any(map(_says_unless, change.halves, change.halves[::-1]))


def _says_unless(half: Half, other: Half) -> bool:
    plain = [{word.plain for word in some.side.words} for some in (half, other)]
    negations = [sum(s.kind == "negation" for _, s in some.side.places_of_signals) for some in (half, other)]
    return UNLESS in plain[0] - plain[1] and IF in plain[1] - plain[0] and negations[1] == negations[0] + 1


def how_bound(change: Change) -> Iterator[Finding]:
    """Is what one side says somebody has to do only asked, allowed or forbidden on the other?"""
    if not any(word.plain in OBLIGATIONS.words for half in change.halves for word in half.alone):
        return
    left, right = (half.has_of(OBLIGATIONS) for half in change.halves)
    if len(left) == len(right) == 1 and left != right and all(_has_little_else(half) for half in change.halves):
        yield EditKind.FACT, Severity.SUBSTANTIVE


def join_alike(change: Change) -> bool:
    """Whether all that differs are words that join alike: "because of" and "owing to", "in order to" and "to"."""
    if any(len(half.alone) > LONGEST or half.is_quoted for half in change.halves):
        return False
    if all(map(_says_how_few, change.halves)):
        return True
    left, right = map(_joint_alone, change.halves)
    if left and right:
        return not left[1].isdisjoint(right[1])
    longer, other = (left, change.right) if left else (right, change.left)
    return longer is not None and not other.alone and not longer[1].isdisjoint(_lines_of(longer[0]))


def _says_how_few(half: Half) -> bool:
    """Whether a half has no more than "only" or "just" alone, before a figure."""
    at = half.places.stop
    behind = half.side.words[at : at + 1]
    return [word.plain in NO_MORE_THAN for word in half.words] == [True] and any(
        is_number(word.plain) for word in behind
    )


def for_that_reason(change: Change) -> Iterator[Finding]:
    """Did no more than a word come or go that makes one of two events the cause of the other?"""
    if any(_gives_cause(*halves) for halves in (change.halves, change.halves[::-1])):
        yield EditKind.FACT, Severity.SUBSTANTIVE


def _gives_cause(half: Half, other: Half) -> bool:
    joint = _joint_of_cause(half)
    return bool(joint) and joint == set(half.alone) and not other.alone and not _gives_any_cause(other)


def _joint_of_cause(half: Half) -> set[Word]:
    places = (where for where, _ in half.side.found(BECAUSE) if range_overlap(where, half.places))
    return {word for where in places for word in half.side.words[where.start : where.stop] if half.is_alone(word)}


def _gives_any_cause(half: Half) -> bool:
    """Whether a row joins two events by a cause in any words, "and" and "so" among them."""
    plain = {word.plain for word in half.side.words}
    causes = {(number, at) for number, at in ((0, 0), (1, 0))}
    return "so" in plain or any(not causes.isdisjoint(sides) for _, sides in half.side.found(CONNECTIVES))


def only_so(change: Change) -> Iterator[Finding]:
    """Did "only" come or go before whom or what it singles out?"""
    both = (change.halves, change.halves[::-1])
    if any(_singles_out(*halves) or _singles_out_subject(*halves) for halves in both):
        yield EditKind.FACT, Severity.SUBSTANTIVE


def one_of_the(change: Change) -> Iterator[Finding]:
    """Did "one of" or "among" come or go before a superlative: one of the tallest, the tallest?"""
    if any(_is_among(*halves) for halves in (change.halves, change.halves[::-1])):
        yield EditKind.FACT, Severity.SUBSTANTIVE


RULES = (how_joined, for_that_reason, how_bound, only_so, one_of_the)


def _has_little_else(half: Half) -> bool:
    """Whether a half has no other content than one word beside those that say how somebody is bound."""
    bound = {half.side.words[at] for where, _ in half.side.found(OBLIGATIONS) for at in where}
    return len([word for word in half.content if word not in bound]) <= 1


def _joint_alone(half: Half) -> tuple[tuple[str, ...], frozenset[int]] | None:
    """Which words of a joining phrase are kept, and its lines, if a half has nothing else alone."""
    for where, lines in half.side.found(SAME):
        words = [half.side.words[at] for at in where]
        if half.alone and range_overlap(where, half.places) and set(words).issuperset(half.alone):
            return tuple(word.plain for word in words if not half.is_alone(word)), lines
    return None


def _lines_of(words: tuple[str, ...]) -> frozenset[int]:
    found = SAME.at(words, 0) if words else None
    return found[1] if found and found[0] == len(words) else frozenset()


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


def _singles_out_subject(half: Half, other: Half) -> bool:
    """Whether "only" went from the head of a row elsewhere: "only the guild sold", "the guild sold only"."""
    if half.places.start or not half.words or half.words[0].plain not in ONLY:
        return False
    words = [[word.plain for word in some.side.words] for some in (half, other)]
    places = [[at for at, word in enumerate(plain) if word in ONLY] for plain in words]
    is_moved = places[0] == [0] and len(places[1]) == 1 and places[1][0] > 1
    return is_moved and set(filter(carries_content, words[0])) == set(filter(carries_content, words[1]))


def _singles_out(half: Half, other: Half) -> bool:
    if other.content or other.signals or len(half.content) > 1:
        return False
    if any(word.plain in ALONE for word in other.side.words):
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


def _same_connectives() -> Iterator[tuple[tuple[str, ...], frozenset[int]]]:
    found = defaultdict[tuple[str, ...], set[int]](set)
    for number, line in enumerate(lines_of("en/judging/same_connectives")):
        for entry in line.split(","):
            found[phrase(entry.strip())].add(number)
    return ((entry, frozenset(lines)) for entry, lines in found.items())


def _connectives() -> Iterator[tuple[tuple[str, ...], Sides]]:
    found = defaultdict[tuple[str, ...], set[tuple[int, int]]](set)
    for number, line in enumerate(lines_of("en/judging/connectives")):
        for at, side in enumerate(line.split("/")):
            for entry in side.split(","):
                found[phrase(entry.strip())].add((number, at))
    return ((entry, frozenset(sides)) for entry, sides in found.items())


CONNECTIVES = Phrases(_connectives())
SAME = Phrases(_same_connectives())
OBLIGATIONS = Phrases((phrase(entry), group) for group, entry in groups_of("en/judging/obligations"))
