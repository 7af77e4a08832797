"""The rules that say what a change touched: each is one question a fact-checker would ask of it.

A rule yields the kinds it finds and how much each matters. A signal that stands in a clause of its own, for which
the other side has nothing, speaks of that clause and not of the statement: it is content added or cut.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from factcheck.compare.findings import EditKind, Severity
from factcheck.compare.judging.row_changes import Change, Half, RowSide
from factcheck.compare.language.names import are_kin, are_misspelt, names_people
from factcheck.compare.language.numerals import is_number
from factcheck.compare.language.quantities import measures_differ, same_quantities
from factcheck.compare.language.signals import are_rivals, signals_in

Finding = tuple[EditKind, Severity]
MINOR, SUBSTANTIVE = Severity.MINOR, Severity.SUBSTANTIVE
CLAUSE = PHRASE = 4  # words of content: a clause has at least so many, a phrase at most
PARAPHRASE = 2
# "Confirmed" and "revealed" keep a statement attributed, but are said of deeds too often to attribute one alone.
SAYING = frozenset({"says", "claims", "grants"})
VOICED = SAYING | {"confirms"}
BRACKETED = regex.compile(r"[(\[][^()\[\]]*[)\]]|\.(?:\s?\.)++|…")


def findings(change: Change) -> list[Finding]:
    """What one change touched, at least one kind."""
    found = [finding for rule in RULES for finding in rule(change)]
    if not found or (_replaces(change) and all(kind in (EditKind.HEDGE, EditKind.ATTRIBUTION) for kind, _ in found)):
        found += _content(change)
    return found


def _denied(change: Change) -> Iterator[Finding]:
    """Was it denied, or turned round?"""
    left, right = change.halves
    if ("denies" in left.groups("cue")) != ("denies" in right.groups("cue")):
        yield EditKind.NEGATION, SUBSTANTIVE
        yield EditKind.ATTRIBUTION, SUBSTANTIVE
    elif left.count("negation") != right.count("negation") and not _is_aside(change):
        yield EditKind.NEGATION, SUBSTANTIVE


def _how_sure(change: Change) -> Iterator[Finding]:
    """Did a hedge come or go, or give way to another?"""
    left, right = (half.groups("hedge") for half in change.halves)
    if left and right:
        yield EditKind.HEDGE, MINOR
    elif (left or right) and not _is_aside(change):
        yield EditKind.HEDGE, SUBSTANTIVE


def _who_said(change: Change) -> Iterator[Finding]:
    """Did the words of saying come or go, or is another said to speak?"""
    left, right = change.halves
    came = right.groups("cue") & SAYING and not left.groups("cue") & VOICED
    went = left.groups("cue") & SAYING and not right.groups("cue") & VOICED
    if came or went:
        yield EditKind.ATTRIBUTION, MINOR if _stays_attributed(change, left if came else right) else SUBSTANTIVE
    elif any(half.groups("speaker") for half in change.halves) and not _is_aside(change):
        if all(half.groups("speaker") or half.names for half in change.halves) and _is_near_cue(change):
            yield EditKind.ATTRIBUTION, SUBSTANTIVE
        elif _is_phrase(change) and all(_attributes(half.side) for half in change.halves):
            yield EditKind.ATTRIBUTION, MINOR


def _what_was_quoted(change: Change) -> Iterator[Finding]:
    """Were the words inside quotation marks changed, or a paraphrase made a quotation?"""
    left, right = change.halves
    if left.quotes != right.quotes and min(len(left.content), len(right.content)) >= PARAPHRASE:
        yield EditKind.QUOTE, SUBSTANTIVE
    elif left.is_quoted and right.is_quoted and not (left.groups("cue") or right.groups("cue")):
        yield EditKind.QUOTE, SUBSTANTIVE if _replaces(change) and not _explains(change) else MINOR


def _how_many(change: Change) -> Iterator[Finding]:
    """Did a value change?"""
    left, right = change.halves
    if all(any(is_number(word.plain) for word in half.alone) for half in change.halves):
        yield EditKind.NUMBER, MINOR if same_quantities(left.words, right.words) else SUBSTANTIVE
    elif _replaces(change) and measures_differ(left.alone, right.alone):
        yield EditKind.NUMBER, SUBSTANTIVE


def _who_or_where(change: Change) -> Iterator[Finding]:
    """Does another name stand in its place?"""
    left, right = change.halves
    others = sum(len(half.content) - len(half.names) for half in change.halves)
    if others > 1 or max(len(left.names), len(right.names)) > 2 * PHRASE:
        return
    pairs = [(a, b) for a in left.names for b in right.names if names_people(a) == names_people(b) or are_kin(a, b)]
    if any(are_kin(a, b) for a, b in pairs):
        yield EditKind.REWORD, MINOR
    elif pairs:
        yield EditKind.NAME, MINOR if any(are_misspelt(a, b) for a, b in pairs) else SUBSTANTIVE


def _what_happened(change: Change) -> Iterator[Finding]:
    """Does a word stand in its place that cannot be true as well?"""
    left, right = ([word.plain for word in half.alone] for half in change.halves)
    if max(len(left), len(right)) <= 2 * PHRASE and any(are_rivals(a, b) for a in left for b in right):
        yield EditKind.FACT, SUBSTANTIVE


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


RULES = (_denied, _how_sure, _who_said, _what_was_quoted, _how_many, _who_or_where, _what_happened)


def _replaces(change: Change) -> bool:
    return bool(change.left.content and change.right.content)


def _is_phrase(change: Change) -> bool:
    return max(len(half.content) for half in change.halves) <= PHRASE


def _is_aside(change: Change) -> bool:
    """Whether one side is a clause that the other has nothing for."""
    left, right = change.halves
    return any(
        half.weight >= CLAUSE and len(other.content) * CLAUSE <= half.weight
        for half, other in ((left, right), (right, left))
    )


def _explains(change: Change) -> bool:
    """Whether an editor's brackets or an ellipsis show that the words are not the speaker's."""
    return any(BRACKETED.fullmatch(half.span.of(half.side.text)) for half in change.halves)


def _stays_attributed(change: Change, silent: Half) -> bool:
    """Whether a row without these words of saying still shows that somebody speaks."""
    return silent.side.has_speech or any(half.has_mark for half in change.halves) or _attributes(silent.side)


def _attributes(side: RowSide) -> bool:
    return any(signal.kind == "cue" and signal.group in VOICED for signal in side.signals)


def _is_near_cue(change: Change) -> bool:
    return any(signal.kind == "cue" for half in change.halves for signal in signals_in(half.side.around(half.span)))
