"""The rules on what hardly differs to the eye: a word that looks like another, one owner for several."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from factcheck.compare.findings import EditKind, Severity
from factcheck.compare.judging.row.changes import Change, Half
from factcheck.compare.language.confused_words import are_confused
from factcheck.compare.language.inflection import with_s

Finding = tuple[EditKind, Severity]
SUBSTANTIVE = Severity.SUBSTANTIVE
OF_ONE = regex.compile(r"(?<!\p{L})(?P<owner>\p{L}{3,}+)['’]s\b")
OF_MANY = regex.compile(r"(?<!\p{L})(?P<owner>\p{L}{4,}+(?<=s))['’](?!\p{L})")


def look_alikes(change: Change) -> Iterator[Finding]:
    """Does a word stand in the place of another that only looks like it?"""
    if are_confused(*([word.plain for word in half.words] for half in change.halves)):
        yield EditKind.FACT, SUBSTANTIVE


def owners(change: Change) -> Iterator[Finding]:
    """Does something belong to one on one side, to several on the other: "the minister's", "the ministers'"?"""
    for half, other in (change.halves, change.halves[::-1]):
        if not {with_s(owner) for owner in _owners(half, OF_ONE)}.isdisjoint(_owners(other, OF_MANY)):
            yield EditKind.NUMBER, SUBSTANTIVE


def _owners(half: Half, pattern: regex.Pattern[str]) -> set[str]:
    found = pattern.finditer(half.side.text, half.span.start, half.span.end)
    return {match["owner"].lower() for match in found}


RULES = (look_alikes, owners)
