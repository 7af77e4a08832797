"""The rules on offices and deeds: did "former", "acting" or "attempted" come or go beside one that stays?"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from factcheck.compare.findings import EditKind, Severity
from factcheck.compare.judging.row.changes import Change, Half
from factcheck.compare.judging.row.sides import RowSide
from factcheck.compare.judging.row.slight_changes import TITLES
from factcheck.compare.language.base_forms import bases_of
from factcheck.compare.language.noun_classes import class_of, is_person
from factcheck.compare.language.phrases import Word
from factcheck.compare.language.word_relations import root_of
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
UNFINISHED = words_of("en/judging/unfinished")
BEHIND = frozenset(["elect", "designate", "emeritus"])  # "the president-elect"
NO_TITLE = frozenset(["ex", "vice", "co"])
WOULD_BE = regex.compile(r"\b(?:would-be|self-(?:styled|proclaimed|appointed|declared))\Z", regex.IGNORECASE)
ENDS_COMPOUND = frozenset(["be", "styled", "proclaimed", "appointed", "declared"])
LONGEST_BEFORE = 6  # characters of such a compound before its last word
PAUSE = regex.compile("[,.;:–—]")
OFFICE = 3  # words: "acting deputy defence minister"


def office_held(change: Change) -> Iterator[Finding]:
    """Did "former" or "acting" come or go before an office that stays?"""
    left, right = map(_offices, change.halves)
    if left != right and not (left and right) and all(len(half.content) <= 2 for half in change.halves):
        yield EditKind.FACT, SUBSTANTIVE


def whose_office(change: Change) -> Iterator[Finding]:
    """Did "former" move to somebody else: "the mayor's former aide", "the former mayor's aide"?"""
    left, right = (_holder(half.side) for half in change.halves)
    if left and right and left != right and any(word.plain in OFFICES for half in change.halves for word in half.words):
        yield EditKind.FACT, SUBSTANTIVE


def _holder(side: RowSide) -> str | None:
    """Whose office the only word is of that says how an office is held."""
    at = [at for at, word in enumerate(side.words) if word.plain in OFFICES]
    near = side.words[at[0] + 1 : at[0] + 1 + OFFICE] if len(at) == 1 else []
    return next((word.plain for word in near if is_person(word.plain)), None)


def deed_done(change: Change) -> Iterator[Finding]:
    """Did "attempted" or "failed" come or go before a deed that stays?"""
    if any(_is_unfinished(half, word) for half in change.halves for word in half.alone if word.plain in UNFINISHED):
        yield EditKind.FACT, SUBSTANTIVE


def _is_unfinished(half: Half, word: Word) -> bool:
    """Whether a deed that did not come or go stands right behind a word."""
    words = half.side.words
    deed = next(iter(words[words.index(word) + 1 :] if word in words else ()), None)
    if deed is None or half.is_alone(deed) or PAUSE.search(half.side.text, word.end, deed.start):
        return False
    return class_of(deed.plain) == "event" or root_of(deed.plain) not in bases_of(deed.plain)


def _offices(half: Half) -> set[str]:
    """The words that say how an office is held, before one that did not come or go with them."""
    words = half.words
    return {
        word.plain
        for word, behind in zip(words, [*words, None][1:], strict=True)
        if (word.plain in OFFICES or _ends_compound(half, word))
        and half.is_alone(word)
        and not (behind and (half.is_alone(behind) or PAUSE.search(half.side.text, word.end, behind.start)))
        and _is_office(half, word)
    }


def _ends_compound(half: Half, word: Word) -> bool:
    """Whether a word ends "would-be" or "self-styled"."""
    if word.plain not in ENDS_COMPOUND:
        return False
    return WOULD_BE.search(half.side.text, max(0, word.start - LONGEST_BEFORE), word.end) is not None


def _is_office(half: Half, word: Word) -> bool:
    """Whether somebody's office, role or name stands behind a word."""
    words = half.side.words
    at = words.index(word) + 1 if word in words else len(words)
    near = words[at : at + OFFICE]
    if word.plain in BEHIND:
        near = words[max(0, at - OFFICE) : at - 1]
        return any(some.plain in TITLES or is_person(some.plain) for some in near)
    if word.plain in NO_TITLE:
        return word.plain != "co" or half.side.text.startswith("-", word.end)  # "Lund & Co."
    held = (some for some in near if some.plain in TITLES or is_person(some.plain))
    office = next(held, next((some for some in near[:1] if half.side.is_name(some)), None))
    return office is not None and not PAUSE.search(half.side.text, word.end, office.start)


RULES = (office_held, whose_office, deed_done)
