"""The rules that say what a change touched: each is one question a fact-checker would ask of it.

A rule yields the kinds it finds and how much each matters. A signal that stands in a clause of its own, for which
the other side has nothing, speaks of that clause and not of the statement: it is content added or cut.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.compare.findings import EditKind, Severity
from factcheck.compare.judging import events, figures, sources
from factcheck.compare.judging.house_style import may_be_one_body
from factcheck.compare.judging.row_changes import CLAUSE, PHRASE, PRONOUNS, Change, Half, RowSide
from factcheck.compare.judging.slight_changes import NAME_PARTS, is_slight, stands_for_name
from factcheck.compare.language.names import (
    are_cut_short,
    are_kin,
    are_misspelt,
    are_spellings,
    is_direction,
    names_people,
)
from factcheck.compare.language.signals import denials_in

OTHER_WORDS = 1
HEARSAY = "hearsay"
WITHIN_NAMES = frozenset(["of", "in", "and", "the", "for"])
PRONOUN_ALONE = [[pronoun] for pronoun in PRONOUNS]
Finding = tuple[EditKind, Severity]
STYLE, MINOR, SUBSTANTIVE = Severity.STYLE, Severity.MINOR, Severity.SUBSTANTIVE


def findings(change: Change) -> list[Finding]:
    """What one change touched, at least one kind."""
    found = [finding for rule in RULES for finding in rule(change)]
    if not found and stands_for_name(change):
        return [(EditKind.HOUSE_STYLE, STYLE), (EditKind.NAME, STYLE)]
    if not found and is_slight(change):
        return [(EditKind.HOUSE_STYLE, STYLE)]
    if not found or (change.replaces and all(kind in (EditKind.HEDGE, EditKind.ATTRIBUTION) for kind, _ in found)):
        found += _content(change)
    return found


def _denied(change: Change) -> Iterator[Finding]:
    """Was it denied, or turned round?"""
    left, right = change.halves
    if ("denies" in left.groups("cue")) != ("denies" in right.groups("cue")):
        yield EditKind.NEGATION, SUBSTANTIVE
        yield EditKind.ATTRIBUTION, SUBSTANTIVE
        return
    is_turned = left.count("negation") != right.count("negation") and not change.is_aside
    if is_turned or _doubts(left, right.side) != _doubts(right, left.side):
        yield EditKind.NEGATION, SUBSTANTIVE


def _doubts(half: Half, other: RowSide) -> bool:
    """Whether a half denies or doubts something and the whole row of the other side does not."""
    return bool(denials_in(half.alone)) and not denials_in(other.words)


def _how_sure(change: Change) -> Iterator[Finding]:
    """Did a hedge come or go, or give way to another?"""
    left, right = (half.groups("hedge") for half in change.halves)
    if (left and right) or ((left or right) == {"belief"} and _is_voiced(change)):
        yield EditKind.HEDGE, MINOR
    elif _is_named_by_pronoun(change):
        return
    elif (left or right) and not change.is_aside:
        yield EditKind.HEDGE, SUBSTANTIVE
        if HEARSAY in left | right:
            yield EditKind.ATTRIBUTION, SUBSTANTIVE


def _is_voiced(change: Change) -> bool:
    """Whether one side says in so many words what the other gives as somebody's belief."""
    return any(half.groups("cue") for half in change.halves)


def _is_named_by_pronoun(change: Change) -> bool:
    """Whether one side has no more than a noun ("the rumours") and the other a pronoun for it."""
    return any(
        not half.content and len(half.words) <= 2 and [word.plain for word in other.words][:2] in PRONOUN_ALONE
        for half, other in (change.halves, change.halves[::-1])
    )


def _who_or_where(change: Change) -> Iterator[Finding]:
    """Does another name stand in its place?"""
    names = [_proper(half) for half in change.halves]
    if all(names) and max(map(len, names)) <= 2 * PHRASE:
        if len(names[0]) == len(names[1]) and all(map(_are_one, names[0], names[1])):
            yield EditKind.HOUSE_STYLE, STYLE
            yield EditKind.NAME, STYLE
            return
        others = sum(len(half.content) - len(half.names) for half in change.halves)
        if others <= OTHER_WORDS:
            yield from _another_name(change)
    elif any(names) and change.replaces and change.is_phrase:
        yield EditKind.NAME, MINOR
        yield EditKind.REWORD, MINOR


def _another_name(change: Change) -> Iterator[Finding]:
    left, right = map(_proper, change.halves)
    pairs = [(a, b) for a in left for b in right if names_people(a) == names_people(b) or are_kin(a, b)]
    if any(are_kin(a, b) for a, b in pairs):
        yield EditKind.REWORD, MINOR
    elif (
        may_be_one_body(*map(_as_written, change.halves))
        or any(are_misspelt(a, b) for a, b in pairs)
        or (pairs and _is_same_person(left, right, change))
    ):
        yield EditKind.NAME, MINOR
    elif pairs:
        yield EditKind.NAME, SUBSTANTIVE
        if min(len(left), len(right)) > 1:
            yield EditKind.FACT, SUBSTANTIVE


def _proper(half: Half) -> list[str]:
    """The names of a half, without the words that only say what sort of body a name stands for."""
    return [name for name in half.names if name not in NAME_PARTS and not is_direction(name)]


def _as_written(half: Half) -> str:
    """The whole name that a half changes a part of, as it stands in the text: capitals joined by "of" and "the"."""
    side, first, last = half.side, half.places.start, half.places.stop
    while first and _is_of_name(half, first - 1):
        first -= 1
    while last < len(side.words) and _is_of_name(half, last):
        last += 1
    return " ".join(side.text[word.start : word.end] for word in side.words[first:last])


def _is_of_name(half: Half, at: int) -> bool:
    word = half.side.words[at]
    return word.plain in WITHIN_NAMES or half.side.text[word.start].isupper()


def _are_one(left: str, right: str) -> bool:
    return are_spellings(left, right) or are_cut_short(left, right)


def _is_same_person(left: list[str], right: list[str], change: Change) -> bool:
    """Whether the texts call one by both names: "Orla" and "Dask" where "Orla Dask" is written."""
    both = [f"{a} {b}" for a in left for b in right] + [f"{b} {a}" for a in left for b in right]
    texts = [half.side.text[: half.side.span.end].casefold() for half in change.halves]
    return any(name in text for name in both for text in texts)


def _content(change: Change) -> Iterator[Finding]:
    """What is left to say: content came, went or was put in other words."""
    left, right = change.halves
    lost, gained = len(left.content), len(right.content)
    if left.is_bare and gained:
        yield EditKind.ADDED, MINOR
    elif right.is_bare and lost:
        yield EditKind.CUT, MINOR
    else:
        yield EditKind.REWORD, MINOR
        if gained >= lost + CLAUSE:
            yield EditKind.ADDED, MINOR
        if lost >= gained + CLAUSE:
            yield EditKind.CUT, MINOR


RULES = (_denied, _how_sure, *sources.RULES, *figures.RULES, _who_or_where, *events.RULES)
