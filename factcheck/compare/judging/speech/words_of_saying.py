"""Which words of saying in a change give somebody's words: no nouns, no silence, no ground that is cited."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise, takewhile
from operator import attrgetter

import regex

from factcheck.compare.judging.row.changes import NEAR, Half
from factcheck.compare.judging.row.scope import signals_of
from factcheck.compare.judging.row.sides import DAYS, PRONOUNS, SPEAKING, RowSide
from factcheck.compare.judging.row.turned_round import BE
from factcheck.compare.judging.row.voices import COURTS, MEDIA, SET_APART, evidence
from factcheck.compare.language.base_forms import bases_of
from factcheck.compare.language.inflection import forms_of
from factcheck.compare.language.noun_classes import class_of, is_person
from factcheck.compare.language.phrases import Word
from factcheck.compare.language.signals import signals_in
from factcheck.compare.lexicon import words_of

ANNOUNCES = "announces"  # verbs that take a thing as often as a statement: "announced a deal"
DETERMINERS = frozenset(["the", "his", "her", "its", "their", "our", "my", "no", "any"])
WRITINGS = words_of("en/attributions/documents")
VOICES = words_of("en/attributions/reporting_verbs")
BETWEEN = frozenset(["also", "still", "now", "already", "then", "all", "both"])  # a speaker and the verb
NEGATED = 3  # words: a negation so near before a verb of saying is of it
SILENT = (["nothing"], ["little"], ["no"])
HOW_OFTEN = frozenset(["first", "also", "then", "later", "earlier", "never", "not"])
ADVERBIAL = frozenset(["after", "because", "when", "while", "until", "before", "although"])
ANNOUNCED = frozenset(["announced", "unveiled", "reported", "disclosed"])
CLAIM = "claim"
MAY_CLAIM = frozenset(["to", "people", "police", "and", "or", "not", "who", "that"])
CITES = frozenset(["citing", "cited", "cites", "cite", "quoting"])
WITHIN = frozenset(["in", "of", "for", "on", "at", "by", "from"])
NO_WORD = Word("", 0, 0)
THINKING = frozenset(form for verb in words_of("en/judging/thinking") for form in forms_of(verb))
LEAD_IN = regex.compile(r":\s*(?:[\"“„«‘']|'')\s*$")
REPORTS = regex.compile(
    r"(?:^|[,\"”’'])\s*reports?\s+(?:[Tt]he\s+)?\p{Lu}|\p{Lu}[\p{L}.’']{0,60}\sreports?\b(?!\s(?:of|on|from|into|about)\b)"
)


def cues_of(half: Half, other: Half) -> set[str]:
    """The sorts of verbs of saying in a half, "reports The Post" and "suspected that" with them."""
    is_credit = REPORTS.search(half.span.of(half.side.text)) is not None or _has_voice(half)
    found = {signal.group for where, signal in signals_of(half, "cue") if _gives_words(half, where)}
    is_statement = (
        half.has_mark
        or bool(half.names or half.groups("speaker"))
        or any(class_of(word.plain) in SPEAKING for word in half.content)
        or "says" in other.groups("cue")
    )
    return (found if is_statement else found - {ANNOUNCES}) | ({"says"} if is_credit else set())


def leads_in(half: Half) -> bool:
    """Whether a half names somebody and ends with a colon before a quotation: "Dask issued a statement: “"."""
    if not LEAD_IN.search(half.span.of(half.side.text)):
        return False
    return bool(half.names or half.groups("speaker")) or any(
        is_person(word.plain) or word.plain in WRITINGS or word.plain in MEDIA for word in half.content
    )


def _has_voice(half: Half) -> bool:
    """Whether a verb without counterpart stands where verbs of saying stand, whatever else it says."""
    return any(
        half.signals[signal] and half.words[where[0]].start in half.side.voices for where, signal in half.phrase.signals
    )


def _gives_words(half: Half, where: range) -> bool:
    """Whether words of saying give somebody's words: no noun, no silence ("did not comment"), no ground cited."""
    return not (
        _describes_what(half, where)
        or _is_noun(half, where)
        or _is_silence(half, where)
        or _cites_ground(half, where)
        or _is_passive(half, where)
    )


def _is_passive(half: Half, where: range) -> bool:
    """Whether nobody is said to speak: "were reported in June", "was recalled to Paris"."""
    at = half.places.start + where.start
    words = half.side.words
    before, behind = ([w.plain for w in some] for some in (words[max(0, at - 2) : at], words[at + 1 : at + 1 + NEAR]))
    if not words[at].plain.endswith(("ed", "told")) or not BE.intersection(before):
        return False
    if not COURTS.isdisjoint(word.plain for word in words[max(0, at - NEAR) : at]):
        return False  # "the court was told"
    return "by" not in behind and (before[-1] in BE or before[-1] in HOW_OFTEN or before[-1].endswith("ly"))


def _describes_what(half: Half, where: range) -> bool:
    """Whether "announced" stands behind the thing: "the finalists announced on Monday"."""
    side, at = half.side, half.places.start + where.start
    if half.words[where[0]].plain not in ANNOUNCED or not at or not _is_thing_word(side, side.words[at - 1]):
        return False
    behind = side.words[at + 1 : at + 2]
    return not behind or behind[0].plain in DAYS or behind[0].plain in WITHIN


def _is_thing_word(side: RowSide, word: Word) -> bool:
    is_speaker = class_of(word.plain) in SPEAKING - {"person"} or word.plain in PRONOUNS or word.plain in MEDIA
    return not (side.is_name(word) or is_speaker)


def _is_silence(half: Half, where: range) -> bool:
    side, at = half.side, half.places.start + where.start
    before, behind = side.words[max(0, at - NEGATED) : at], side.words[at + len(where) : at + len(where) + 1]
    before = [word for word in before if not SET_APART.search(side.text, word.end, side.words[at].start)]
    is_refused = any(signal.kind == "negation" for signal in signals_in(before))
    return is_refused or [word.plain for word in behind] in SILENT


def _cites_ground(half: Half, where: range) -> bool:
    """Whether "citing" stands before a reason and nobody who spoke: "citing weak demand in Asia"."""
    if half.words[where[0]].plain not in CITES:
        return False
    behind = list(takewhile(lambda word: word.plain not in WITHIN, half.words[where.stop : where.stop + NEAR]))
    return not any(half.side.is_name(word) or class_of(word.plain) in SPEAKING or signals_in([word]) for word in behind)


def _is_noun(half: Half, where: range) -> bool:
    """Whether "claims" or "comments" stands behind a possessive or a determiner."""
    at = half.places.start + where.start
    before, cue = half.side.words[max(0, at - 1) : at], half.words[where[0]].plain
    if cue == CLAIM and before:
        return not (before[0].plain.endswith("s") or before[0].plain in MAY_CLAIM or before[0].plain in PRONOUNS)
    if len(where) > 1 or not before or not cue.endswith("s"):
        return False
    return before[0].plain in DETERMINERS or half.side.text[before[0].start : before[0].end].endswith(
        ("'s", "’s", "s'")
    )


def voices_in_half(half: Half) -> bool:
    """Whether another verb of saying or thinking stands in a half, in a form that no noun has: "estimated"."""
    before = half.side.words[max(0, half.places.start - 1) : half.places.start] or [NO_WORD]
    pairs = list(pairwise([before[0], *(word for word in half.words if word.plain not in BETWEEN)]))
    return any(
        behind in half.content
        and before.plain not in BE
        and not in_adverbial_clause(half.side, behind)
        and (behind.plain.endswith(("ed", "ing")) or class_of(behind.plain) is None)
        and (behind.plain in evidence() or not VOICES.isdisjoint(bases_of(behind.plain)))
        for before, behind in pairs
    ) or any(behind.plain in THINKING and may_think(half.side, before) for before, behind in pairs)


def in_adverbial_clause(side: RowSide, word: Word) -> bool:
    """Whether a word stands in a clause of time or reason: what is said there is another statement."""
    at = bisect_left(side.words, word.start, key=attrgetter("start"))
    return not ADVERBIAL.isdisjoint(_clause_before(side, at))


def _clause_before(side: RowSide, at: int) -> list[str]:
    """The nearest words before a place, from the last comma on."""
    words: list[str] = []
    for word, behind in pairwise(reversed(side.words[max(0, at - NEAR) : at + 1])):
        if "," in side.text[behind.end : word.start]:
            break
        words.append(behind.plain)
    return words


def may_think(side: RowSide, word: Word) -> bool:
    return word.plain in PRONOUNS or side.is_name(word) or class_of(word.plain) in SPEAKING or bool(signals_in([word]))
