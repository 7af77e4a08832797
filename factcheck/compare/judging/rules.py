"""The rules that say what a change touched: each is one question a fact-checker would ask of it.

A rule yields the kinds it finds and how much each matters. A signal that stands in a clause of its own, for which
the other side has nothing, speaks of that clause and not of the statement: it is content added or cut.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

import regex

from factcheck.compare.findings import EditKind, Severity
from factcheck.compare.judging import connectives, events, figures, sources
from factcheck.compare.judging.credited import PEOPLE, TELLS
from factcheck.compare.judging.house_style import may_be_one_body
from factcheck.compare.judging.row_changes import BELIEF, HEARSAY, PHRASE, PRONOUNS, Change, Half, RowSide
from factcheck.compare.judging.same_negated import is_same_negated
from factcheck.compare.judging.scope import bearing
from factcheck.compare.judging.slight_changes import NAME_PARTS, TITLES, is_slight, stands_for_name
from factcheck.compare.judging.sources import THINKING, may_think
from factcheck.compare.judging.voices import evidence
from factcheck.compare.language.names import (
    are_cut_short,
    are_kin,
    are_misspelt,
    are_spellings,
    is_direction,
    names_people,
)
from factcheck.compare.language.noun_classes import is_person
from factcheck.compare.language.numerals import is_number
from factcheck.compare.language.phrases import Word
from factcheck.compare.language.quantities import TIMES, UNITS
from factcheck.compare.language.signals import denials_in

NOR, NEITHER = "nor", "neither"
OTHER_WORDS = 1
MORE = 2  # words of content: the least that one side says and the other does not
SO_CALLED, DOUBTED = "so called", "doubted"
QUARRELS = frozenset(["dispute", "disputes"])  # nouns more often than verbs
PREPOSITIONS = frozenset(["at", "by", "for", "from", "in", "near", "of", "on", "to", "with"])
OPENERS_OF_DETAIL = PREPOSITIONS | {"who", "which", "where", "whose"}
PARTY = regex.compile(r"\b[RDI]-\p{Lu}")  # a party and a state: R-Tenn.
NO_PART = regex.compile(r",|['’]s\b")  # what stands behind a comma, or owns, is no part of a name
NOT_PROPER = NAME_PARTS | UNITS.keys()
MEASURING = UNITS.keys() | TIMES.keys() | figures.AMOUNTS | figures.BOUNDS.words | figures.SHARES.words
OF_THE_TELLING = frozenset([EditKind.HEDGE, EditKind.ATTRIBUTION])  # how sure it is and who says it, not what is told
SHORT_FORM = 3  # letters
MODAL = frozenset(["may", "might", "could", "ability"])  # groups of hedges
POSSIBLE = frozenset(["may", "might", "could", "chance"])
JOINING = frozenset(["and", "or", "but"])
ROMAN = regex.compile("[ivxl]+")
ABLE = frozenset(["able", "ability", "capable", "capacity", "authority", "power"])
WITHIN_NAMES = frozenset(["of", "in", "and", "the", "for"])
THIRD_PERSON = frozenset(["he", "she", "they", "him", "her", "them", "his", "their"])
PRONOUN_ALONE = [[pronoun] for pronoun in PRONOUNS]
Finding = tuple[EditKind, Severity]
STYLE, MINOR, SUBSTANTIVE = Severity.STYLE, Severity.MINOR, Severity.SUBSTANTIVE


def findings(change: Change) -> list[Finding]:
    """What one change touched, at least one kind."""
    found = [finding for rule in RULES for finding in rule(change)]
    if not found and stands_for_name(change):
        return [(EditKind.HOUSE_STYLE, STYLE), (EditKind.NAME, STYLE)]
    if not found and is_slight(change):
        return [(EditKind.HOUSE_STYLE, STYLE), *([(EditKind.NAME, STYLE)] if _is_titled_otherwise(change) else [])]
    if not found or (change.replaces and OF_THE_TELLING.issuperset(kind for kind, _ in found)):
        found += _content(change)
    elif any(severity != STYLE for _, severity in found) and not _is_told_already(change, found):
        found += _amount(change)
    if _tells_otherwise(change) and any(
        severity == SUBSTANTIVE and kind not in OF_THE_TELLING for kind, severity in found
    ):
        found.append((EditKind.FACT, SUBSTANTIVE))
    return found


def _is_titled_otherwise(change: Change) -> bool:
    return any(word.plain in TITLES for half in change.halves for word in half.alone)


def _is_told_already(change: Change, found: Sequence[Finding]) -> bool:
    """Whether what came or went is no more than the part of a name, or the bound of a figure, that is told of."""
    kinds = {kind for kind, _ in found}
    content = {word.plain for half in change.halves for word in half.content}
    if EditKind.NUMBER in kinds and content <= figures.BOUNDS.words:
        return True
    return kinds == {EditKind.NAME} and content <= TITLES.union(*(half.names for half in change.halves))


def _tells_otherwise(change: Change) -> bool:
    """Whether other words stand in the place of words that are neither names nor figures and their units."""
    return all(
        any(not (word.plain in half.names or word.plain in MEASURING or is_number(word.plain)) for word in half.content)
        for half in change.halves
    )


def _denied(change: Change) -> Iterator[Finding]:
    """Was it denied, or turned round?"""
    left, right = change.halves
    is_denied = ["denies" in half.groups("cue") for half in change.halves]
    if is_denied[0] != is_denied[1] and not denials_in((right if is_denied[0] else left).side.words):
        yield EditKind.NEGATION, SUBSTANTIVE
        yield EditKind.ATTRIBUTION, SUBSTANTIVE
        return
    if is_same_negated(change):
        return
    negations = [bool(_bears_negation(change, half)) for half in change.halves]
    doubts = _doubts(left, right.side) ^ _doubts(right, left.side)
    if negations[0] != negations[1] or doubts - {DOUBTED}:
        yield EditKind.NEGATION, SUBSTANTIVE
    elif doubts:
        yield EditKind.HEDGE, SUBSTANTIVE


def _bears_negation(change: Change, half: Half) -> bool:
    """Whether a negation without counterpart bears on kept words; "nor" only goes on with one that stands before."""
    if not bearing(change, half, "negation"):
        return False
    denying = {
        half.side.words[where[0]].plain for where, signal in half.side.places_of_signals if signal.kind == "negation"
    }
    alone = {word.plain for word in half.alone}
    return not (NOR in alone and denying != {NOR} and alone.isdisjoint(denying - {NOR, NEITHER}))


def _doubts(half: Half, other: RowSide) -> set[str]:
    """How a half denies or doubts something, if the whole row of the other side does not."""
    return set() if denials_in(other.words) else denials_in([word for word in half.alone if word.plain not in QUARRELS])


def _how_sure(change: Change) -> Iterator[Finding]:
    """Did a hedge come or go, or give way to another?"""
    left, right = (half.groups("hedge") for half in change.halves)
    if BELIEF in left | right and any(map(_gains_believer, change.halves, change.halves[::-1])):
        yield EditKind.ATTRIBUTION, MINOR
    is_believed = (left or right) == {BELIEF} and (_is_voiced(change) or _is_planned(change))
    if (left and right) or is_believed or _is_other_modal(change) or _is_hedged_elsewhere(change):
        yield EditKind.HEDGE, MINOR
    elif _is_named_by_pronoun(change) or not (left or right):
        return
    elif bears := {signal.group for half in change.halves for signal in bearing(change, half, "hedge")}:
        is_kept = bears == {SO_CALLED} or _is_able(bears, change) or _is_said_twice(bears, change)
        yield EditKind.HEDGE, MINOR if is_kept else SUBSTANTIVE
        if HEARSAY in bears:
            yield EditKind.ATTRIBUTION, SUBSTANTIVE


def _gains_believer(half: Half, other: Half) -> bool:
    """Whether a half says who believes something, and the other neither that nor who says it: "police believe"."""
    if BELIEF in other.groups("hedge") or other.groups("cue"):
        return False
    places = [half.places.start + where.start for where, signal in half.phrase.signals if signal.group == BELIEF]
    return any(may_think(half.side, word) for at in places for word in half.side.words[max(0, at - 1) : at + 1])


def _is_other_modal(change: Change) -> bool:
    """Whether the rows differ in their modal verbs, each with one of its own: "can use", "could be used"."""
    left, right = ({s.group for s in half.side.signals if s.group in MODAL} for half in change.halves)
    touched = {s.group for half in change.halves for s in half.signals if s.kind == "hedge"}
    return bool(touched) and touched <= MODAL and bool(left - right and right - left)


def _is_planned(change: Change) -> bool:
    """Whether the side without the hedge says that a thing is to be: "scheduled to appear", "expected to appear"."""
    planned = [half.has_of(events.PLANS) - {events.FUTURE} for half in change.halves]
    return bool(planned[0]) != bool(planned[1])


def _is_hedged_elsewhere(change: Change) -> bool:
    """Whether the other row has a hedge of its own in place of the one that came or went: "possible", "apparently"."""
    touched = {group for half in change.halves for group in half.groups("hedge")}
    if not touched or HEARSAY in touched:
        return False
    left, right = (
        Counter(signal for _, signal in half.side.places_of_signals if signal.kind == "hedge") for half in change.halves
    )
    return bool(left - right) and left.total() == right.total()


def _is_said_twice(groups: set[str], change: Change) -> bool:
    """Whether one row says twice that something is only possible, and the other once: "possible that it may"."""
    places = [
        [where.start for where, signal in half.side.places_of_signals if signal.group in POSSIBLE]
        for half in change.halves
    ]
    (fewer, _), (more, half) = sorted(zip(places, change.halves, strict=True), key=lambda pair: len(pair[0]))
    between = {word.plain for word in half.side.words[more[0] : more[-1]]} if more else set()
    return groups <= POSSIBLE and 0 < len(fewer) < len(more) and between.isdisjoint(JOINING)


def _is_able(groups: set[str], change: Change) -> bool:
    """Whether one side says "can" and the other that somebody is able to, or has the power."""
    return groups == {"ability"} and any(word.plain in ABLE for half in change.halves for word in half.words)


def _is_voiced(change: Change) -> bool:
    """Whether one side says in so many words what the other gives as somebody's belief."""
    return any(
        (half.groups("cue") and evidence().isdisjoint(word.plain for word in half.words))
        or (not half.groups("hedge") and any(word.plain in THINKING for word in half.content))
        for half in change.halves
    )


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
        others = max(len(half.content) - len(half.names) for half in change.halves)
        if others <= OTHER_WORDS:
            yield from _another_name(change)
    elif any(map(_refers_to_named, change.halves, change.halves[::-1])):
        if change.is_phrase and not change.replaces:
            yield EditKind.NAME, MINOR
        yield EditKind.REWORD, MINOR
    elif any(map(_describes, change.halves, change.halves[::-1])):
        yield EditKind.NAME, MINOR
        yield EditKind.REWORD, MINOR
    elif any(names) and change.replaces and change.is_phrase:
        yield EditKind.REWORD, MINOR
    elif any(_completes_name(*halves) for halves in (change.halves, change.halves[::-1])):
        yield EditKind.NAME, MINOR


def _describes(half: Half, other: Half) -> bool:
    """Whether a short half says who or where, and the other by name: "the lawyer", "Dask"; "the capital", "Oslo"."""
    names = [name for name in _proper(other) if not names_people(name)]
    if not names or _proper(half) or not (any(_says_who(word) for word in half.alone) or _is_noun_alone(half)):
        return False
    return len(half.content) <= PHRASE and len(other.content) - len(names) <= PHRASE


def _is_noun_alone(half: Half) -> bool:
    """Whether a half is no more than "the" and a word: "the capital"."""
    return len(half.content) == 1 and [word.plain for word in half.words[:-1]] == ["the"]


def _refers_to_named(half: Half, other: Half) -> bool:
    """Whether a half has a pronoun for somebody whom the other names and this one does not."""
    names = [name for name in _proper(other) if not names_people(name)]
    if stands_for_name(Change(half, other)):
        return False  # "said Tan" and "she said" are one
    return bool(names) and not _proper(half) and any(word.plain in THIRD_PERSON for word in half.alone)


def _completes_name(half: Half, other: Half) -> bool:
    """Whether a half is the part of a name that the other side leaves out: "Father John Micheal" before "O'neal"."""
    names = {name for name in _proper(half) if not names_people(name)}
    is_of_person = all(word.plain in names or _says_who(word) for word in half.content)
    is_name = bool(names) and not half.signals and is_of_person
    return is_name and other.is_bare and NO_PART.search(_of(half)) is None and half.side.is_beside_name(half.places)


def _says_who(word: Word) -> bool:
    """Whether a word is a title or says what somebody is: "Governor", "lawyer"."""
    return word.plain in TITLES or word.plain in PEOPLE or is_person(word.plain)


def _of(half: Half) -> str:
    return half.span.of(half.side.text)


def _another_name(change: Change) -> Iterator[Finding]:
    left, right = map(_proper, change.halves)
    if len(left) == len(right) == 1 and ROMAN.fullmatch(left[0]) and ROMAN.fullmatch(right[0]):
        yield EditKind.NUMBER, SUBSTANTIVE
        return
    pairs = [(a, b) for a in left for b in right if names_people(a) == names_people(b) or are_kin(a, b)]
    if any(are_kin(a, b) for a, b in pairs):
        yield EditKind.REWORD, MINOR
    elif (
        any(PARTY.search(_of(half)) for half in change.halves)
        or any(_is_short_form(a, b) for a, b in pairs)
        or may_be_one_body(*map(_as_written, change.halves))
        or any(are_misspelt(a, b) for a, b in pairs)
        or (pairs and _is_same_person(left, right, change))
    ) or (pairs and (_has_article(change.left) != _has_article(change.right) or _is_elsewhere(change))):
        yield EditKind.NAME, MINOR
    elif pairs:
        yield EditKind.NAME, SUBSTANTIVE
        if min(len(left), len(right)) > 1:
            yield EditKind.FACT, SUBSTANTIVE


def _is_short_form(name: str, other: str) -> bool:
    """Whether one name begins with the other: "Ron", "Ronald"."""
    shorter, longer = sorted((name, other), key=len)
    return SHORT_FORM <= len(shorter) < len(longer) and longer.startswith(shorter)


def _has_article(half: Half) -> bool:
    """Whether "the" stands before a name: a description or a team, and may be whoever is named on the other side."""
    words = half.side.words[max(0, half.places.start - 1) : half.places.stop]
    return any(word.plain == "the" and behind.plain in half.names for word, behind in pairwise(words))


def _is_elsewhere(change: Change) -> bool:
    """Whether other prepositions open both sides: a place for a person, say, and not one name for another."""
    first, second = (half.words[0].plain if half.words else "" for half in change.halves)
    return first != second and first in OPENERS_OF_DETAIL and second in OPENERS_OF_DETAIL


def _proper(half: Half) -> list[str]:
    """The names of a half, without the words that only say what sort of body a name stands for."""
    if not half.names:
        return []
    tells = TELLS - set(half.names)
    told = {behind.plain for before, behind in pairwise(half.words) if before.plain in tells}  # who hears is another
    return [name for name in half.names if name not in NOT_PROPER and name not in told and not is_direction(name)]


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
    return are_spellings(left, right) or are_cut_short(left, right) or f"{left}s" == right or left == f"{right}s"


def _is_same_person(left: list[str], right: list[str], change: Change) -> bool:
    """Whether the texts call one by both names: "Orla" and "Dask" where "Orla Dask" is written."""
    both = [f"{a} {b}" for a in left for b in right] + [f"{b} {a}" for a in left for b in right]
    texts = [half.side.text[: half.side.span.end].casefold() for half in change.halves]
    return any(name in text for name in both for text in texts)


def _content(change: Change) -> Iterator[Finding]:
    """What is left to say: content came, went or was put in other words."""
    left, right = change.halves
    if not (left.is_bare and right.content) and not (right.is_bare and left.content):
        yield EditKind.REWORD, MINOR
    yield from _amount(change)


def _amount(change: Change) -> Iterator[Finding]:
    """Does one side say more than the other, whatever else changed?"""
    for kind, half, other in (
        (EditKind.ADDED, change.right, change.left),
        (EditKind.CUT, change.left, change.right),
    ):
        is_new = other.is_bare and (half.content or half.groups("speaker") or HEARSAY in half.groups("hedge"))
        if is_new or len(half.content) >= len(other.content) + MORE:
            yield kind, MINOR


RULES = (_denied, _how_sure, *sources.RULES, *figures.RULES, _who_or_where, *events.RULES, *connectives.RULES)
