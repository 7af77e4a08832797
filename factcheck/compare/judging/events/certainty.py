"""The rule on how sure a statement is: did a hedge come or go, or give way to another?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from factcheck.compare.findings import EditKind, Severity
from factcheck.compare.judging.events import plans
from factcheck.compare.judging.row.changes import Change, Half
from factcheck.compare.judging.row.scope import bearing, signals_of
from factcheck.compare.judging.row.sides import BELIEF, HEARSAY, PRONOUNS
from factcheck.compare.judging.row.turned_round import BE
from factcheck.compare.judging.row.voices import evidence
from factcheck.compare.judging.speech.words_of_saying import THINKING, WITHIN, may_think

Finding = tuple[EditKind, Severity]
MINOR, SUBSTANTIVE = Severity.MINOR, Severity.SUBSTANTIVE
SO_CALLED, WHETHER = "so called", "whether"
FAR = 10  # words: the subject of a clause that "whether" opens is no longer
MODAL = frozenset(["may", "might", "could", "ability"])  # groups of hedges
POSSIBLE = frozenset(["may", "might", "could", "chance"])
REPORTED = frozenset([HEARSAY, "report"])
MAY_BE = frozenset(["can", "could", "may", "might", "possible", "possibly", "perhaps", "maybe"])
ABLE_OR_NOT = frozenset(["possible", "possibly", "perhaps", "maybe"])
EVERYBODY = frozenset(["you", "one", "people"])
JOINING = frozenset(["and", "but"])  # not "or": what may be one thing or another is only possible either way
ABLE = frozenset(["able", "ability", "capable", "capacity", "authority", "power"])
# Factive and other predicates of certainty (Kiparsky and Kiparsky, Fact, 1970; FactBank's "certain").
KNOWING = frozenset(["know", "knows", "knew", "confirm", "confirms", "confirmed", "established"])
KNOWN = KNOWING | {"known", "certain", "sure", "clear", "proven", "proved", "found"}
NEAR_BE = 2  # words: "is now known"
PRONOUN_ALONE = [[pronoun] for pronoun in PRONOUNS]


def how_sure(change: Change) -> Iterator[Finding]:
    """Did a hedge come or go, or give way to another?"""
    left, right = (half.groups("hedge") for half in change.halves)
    if BELIEF in left | right and any(map(_gains_believer, change.halves, change.halves[::-1])):
        yield EditKind.ATTRIBUTION, MINOR
    is_believed = (left or right) == {BELIEF} and (_is_voiced(change) or _is_planned(change)) and not change.is_aside
    if BELIEF in left | right and any(map(_knows, change.halves, change.halves[::-1])):
        yield EditKind.HEDGE, SUBSTANTIVE
    elif left and right and _are_as_sure(change):
        yield EditKind.REWORD, MINOR
    elif (left and right) or is_believed or _is_other_modal(change) or _is_hedged_elsewhere(change):
        yield EditKind.HEDGE, MINOR
    elif _is_named_by_pronoun(change) or not (left or right):
        return
    elif bears := {signal.group for half in change.halves for signal in bearing(change, half, "hedge")}:
        is_kept = bears == {SO_CALLED} or _is_able(bears, change) or _is_said_twice(bears, change)
        is_kept = is_kept or (bears == {BELIEF} and _is_speakers_own(change)) or (bears <= MODAL and _is_asked(change))
        if bears != {HEARSAY} or not any(map(_says_whose, change.halves)):
            yield EditKind.HEDGE, MINOR if is_kept else SUBSTANTIVE
        if HEARSAY in bears:
            yield EditKind.ATTRIBUTION, SUBSTANTIVE


def _knows(half: Half, other: Half) -> bool:
    """Whether a half says that a thing is known to be so, in the place of the other's belief: "are known to have"."""
    if BELIEF not in other.groups("hedge") or half.groups("hedge"):
        return False
    words = half.side.words
    return any(
        words[at].plain in KNOWN
        and half.is_alone(words[at])
        and (words[at].plain in KNOWING or not BE.isdisjoint(word.plain for word in words[max(0, at - NEAR_BE) : at]))
        for at in half.places
    )


def _are_as_sure(change: Change) -> bool:
    """Whether both sides say that a thing may be or is only reported: "she could", "it was possible that she"."""
    hedges = [
        {half.words[where[0]].plain for where, _ in signals_of(half, "hedge")} | (half.groups("hedge") & REPORTED)
        for half in change.halves
    ]
    is_reported = all(half.groups("hedge") <= REPORTED for half in change.halves)
    return is_reported or (all(words <= MAY_BE for words in hedges) and any(words & ABLE_OR_NOT for words in hedges))


def _says_whose(half: Half) -> bool:
    """Whether hearsay names its place, and so a source: "according to reports in Ruritania"."""
    return any(
        half.words[where[0]].plain == "according" and half.side.words[half.places.start + where.stop].plain in WITHIN
        for where, signal in signals_of(half, "hedge")
        if signal.group == HEARSAY and half.places.start + where.stop < len(half.side.words)
    )


def _gains_believer(half: Half, other: Half) -> bool:
    """Whether a half says who believes something, and the other neither that nor who says it: "police believe"."""
    if BELIEF in other.groups("hedge") or other.groups("cue"):
        return False
    if any(word.plain in EVERYBODY for word in half.alone):
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
    planned = [half.has_of(plans.PLANS) for half in change.halves]
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


def _is_speakers_own(change: Change) -> bool:
    """Whether both sides say who speaks, and one that he says what he believes: "said he believes it is", "said it is".

    Verbs of thinking in the reporting clause are parenthetical (Hooper 1975): whose belief it is, stays.
    """
    return all(half.side.cues for half in change.halves) and all(
        _is_said_of_self(half, where) for half in change.halves for where, _ in signals_of(half, "hedge")
    )


def _is_said_of_self(half: Half, where: range) -> bool:
    """Whether a belief has a pronoun for its subject, right behind a verb of saying: "said it expected"."""
    words = half.side.words
    at = half.places.start + where.start
    first = at if words[at].plain in PRONOUNS else at - 1
    behind_cue = {cue.stop for cue, _ in half.side.cues}
    return (
        first > 0
        and words[first].plain in PRONOUNS
        and (first in behind_cue or (words[first - 1].plain == "that" and first - 1 in behind_cue))
    )


def _is_asked(change: Change) -> bool:
    """Whether both sides leave open by "whether" what one of them says with "might" (Quirk et al. 1985, 15.5)."""
    return all(any(word.plain == WHETHER for word in half.side.words) for half in change.halves) and all(
        WHETHER in {word.plain for word in half.side.words[max(0, half.places.start - FAR) : half.places.start]}
        for half in change.halves
        if half.groups("hedge")
    )


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
