"""The rules on what holds only so far, or was never done: exceptions, conditions, "would have" and "nearly"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.compare.findings import EditKind, Severity
from factcheck.compare.judging.events.connectives import says_unless
from factcheck.compare.judging.row.changes import Change, Half, range_overlap
from factcheck.compare.judging.row.tenses import MODALS, is_past
from factcheck.compare.language.base_forms import bases_of
from factcheck.compare.language.numerals import is_number
from factcheck.compare.language.phrases import Phrases
from factcheck.compare.lexicon import words_of
from factcheck.compare.words.plain_words import phrase

Finding = tuple[EditKind, Severity]
SUBSTANTIVE = Severity.SUBSTANTIVE
CONDITIONS = Phrases((phrase(entry), "") for entry in words_of("en/judging/conditions"))
ONLY, BUT = "only", frozenset(["but", "though", "although", "albeit", "and"])
LIMITS = frozenset(
    ["in", "among", "for", "to", "with", "on", "at", "during", "when", "where", "if", "after", "until", "within"]
) | {"between", "from", "under", "against", "once"}
UNFULFILLED = Phrases((phrase(entry), "") for entry in ("subject to", "pending", "conditional on", "contingent on"))
FULFILLED = frozenset(["with", "after", "following", "upon", "having"])
INVERTED = frozenset(["should", "had", "were"])  # "had he come"
UNDER = frozenset(["under", "with", "without", "in", "for", "on", "by", "once", "when"])
ADDITIVE = frozenset(["apart", "aside", "other"])  # also "in addition to" (Quirk et al. 1985, 9.58)
WHOLE = frozenset(["all", "every", "everyone", "everybody", "everything", "none", "nobody", "nothing", "any"])
BEFORE_CONDITION = frozenset(["and", "or", "but", "that"])
UNREAL = frozenset((modal, "have") for modal in ("would", "could", "should", "might", "may", "must"))
APPROACHING = frozenset(["almost", "nearly"])


def nearly_done(change: Change) -> Iterator[Finding]:
    """Did "almost" or "nearly" come or go before a deed: who nearly fell, did not fall (Quirk et al. 1985, 8.112)?"""
    if any(map(_approaches_deed, change.halves)):
        yield EditKind.FACT, SUBSTANTIVE


def _approaches_deed(half: Half) -> bool:
    return any(
        word.plain in APPROACHING and half.is_alone(word) and _is_deed(behind.plain)
        for word, behind in pairwise(half.side.words)
    )


def _is_deed(verb: str) -> bool:
    return is_past(verb) and len(bases_of(verb)) > 1  # "put" may be its present


def only_would_have(change: Change) -> Iterator[Finding]:
    """Was it done, or would it only have been: "would have sunk", "sank" (Quirk et al. 1985, 14.23)?"""
    if any(map(_would_have_done, change.halves, change.halves[::-1])):
        yield EditKind.FACT, SUBSTANTIVE


def _would_have_done(half: Half, other: Half) -> bool:
    if MODALS.isdisjoint(word.plain for word in half.alone):
        return False
    words = [word.plain for word in half.side.words]
    if not UNREAL.isdisjoint(pairwise(word.plain for word in other.side.words)):
        return False
    return any(
        (words[at], words[at + 1]) in UNREAL
        and half.is_alone(half.side.words[at])
        and any(not set(bases_of(verb)).isdisjoint(bases_of(done.main)) for done in other.side.done)
        for at in half.places
        for verb in words[at + 2 : at + 4]
    )


def only_if(change: Change) -> Iterator[Finding]:
    """Did an exception or a condition come or go, the rest as it was?"""
    left, right = change.halves
    if says_unless(change):
        return
    for full, bare in ((left, right), (right, left)):
        if (_is_bare(bare) and _opens_with_condition(full) and not _stands_elsewhere(full, bare)) or _is_fulfilled(
            full, bare
        ):
            yield EditKind.FACT, SUBSTANTIVE


RULES = (nearly_done, only_would_have, only_if)


def _is_bare(half: Half) -> bool:
    """Whether a half has nothing that may stand for a condition: no content, "if" or "under"."""
    if not INVERTED.isdisjoint(word.plain for word in half.words):
        return False
    return not half.content and not half.has_of(CONDITIONS) and {word.plain for word in half.alone}.isdisjoint(UNDER)


def _opens_with_condition(half: Half) -> bool:
    words = [word.plain for word in half.words]
    before = half.side.words[max(0, half.places.start - 1) : half.places.start]
    if (
        words[:1] == ["but"]
        and (
            any(word.plain in WHOLE for word in before)  # "all but two"
            or (
                any(map(is_number, words[1:2]))
                and any(word.plain in WHOLE for word in half.side.words[: half.places.start])
            )
        )
    ):
        return True
    if len(words) > 2 and words[0] in BUT and words[1] == ONLY and words[2] in LIMITS:
        return True
    first = next((at for at, word in enumerate(words) if word not in BEFORE_CONDITION), 0)
    found = CONDITIONS.at(words, first) if words and words[first] in CONDITIONS.by_first else None
    return found is not None and not _adds(words[first : first + found[0] + 1])


def _is_fulfilled(full: Half, bare: Half) -> bool:
    """Whether what one side still waits for is given on the other: "subject to approval", "with approval"."""
    waits = [word.plain for word in full.words]
    given = [word.plain for word in bare.words]
    found = UNFULFILLED.at(waits, 0) if waits else None
    return found is not None and found[0] == len(waits) and len(given) == 1 and given[0] in FULFILLED


def _stands_elsewhere(full: Half, bare: Half) -> bool:
    """Whether the other row has the same condition in another place."""
    conditions = {
        tuple(word.plain for word in full.side.words[where.start : where.stop])
        for where, _ in full.side.found(CONDITIONS)
        if range_overlap(where, full.places)
    }
    return any(
        tuple(word.plain for word in bare.side.words[where.start : where.stop]) in conditions
        for where, _ in bare.side.found(CONDITIONS)
    )


def _adds(words: Sequence[str]) -> bool:
    """Whether "aside from meeting …" gives one thing more, not an exception."""
    return words[0] in ADDITIVE and words[-1].endswith("ing")
