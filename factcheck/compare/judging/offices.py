"""The rule on offices: did "former" or "acting" come or go before an office that stays?"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from factcheck.compare.findings import EditKind, Severity
from factcheck.compare.judging.row_changes import Change, Half
from factcheck.compare.judging.slight_changes import TITLES
from factcheck.compare.language.noun_classes import class_of
from factcheck.compare.language.phrases import Word
from factcheck.compare.lexicon import words_of
from factcheck.compare.words.plain_words import phrase

Finding = tuple[EditKind, Severity]
SUBSTANTIVE = Severity.SUBSTANTIVE
OFFICES = frozenset(
    word
    for name in ("en/judging/offices", "learned/wordnet_tenures")
    for entry in words_of(name)
    for word in phrase(entry)
)
PAUSE = regex.compile("[,.;:–—]")
OFFICE = 3  # words: "acting deputy defence minister"


def office_held(change: Change) -> Iterator[Finding]:
    """Did "former" or "acting" come or go before an office that stays?"""
    left, right = map(_offices, change.halves)
    if left != right and not (left and right) and all(len(half.content) <= 2 for half in change.halves):
        yield EditKind.FACT, SUBSTANTIVE


def _offices(half: Half) -> set[str]:
    """The words that say how an office is held, before one that did not come or go with them."""
    words = half.words
    return {
        word.plain
        for word, behind in zip(words, [*words, None][1:], strict=True)
        if word.plain in OFFICES
        and half.is_alone(word)
        and not (behind and (half.is_alone(behind) or PAUSE.search(half.side.text, word.end, behind.start)))
        and _is_office(half, word)
    }


def _is_office(half: Half, word: Word) -> bool:
    """Whether somebody's office, role or name stands behind a word."""
    words = half.side.words
    at = words.index(word) + 1 if word in words else len(words)
    near = words[at : at + OFFICE]
    if word.plain in ("ex", "vice"):
        return True
    held = (some for some in near if some.plain in TITLES or class_of(some.plain) in ("person", "occupation"))
    office = next(held, next((some for some in near[:1] if half.side.is_name(some)), None))
    return office is not None and not PAUSE.search(half.side.text, word.end, office.start)


RULES = (office_held,)
