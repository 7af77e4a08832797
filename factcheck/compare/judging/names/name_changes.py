"""The rule on names: does another stand in its place, and may the two be one?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import regex

from factcheck.compare.findings import EditKind, Severity
from factcheck.compare.judging.row.changes import PHRASE, Change, Half
from factcheck.compare.judging.row.sides import RowSide
from factcheck.compare.judging.row.slight_changes import CALENDAR, NAME_PARTS, TITLES, stands_for_name
from factcheck.compare.judging.speech.credited import PEOPLE, TELLS
from factcheck.compare.judging.wording.house_style import may_be_one_body
from factcheck.compare.language.names import (
    are_cut_short,
    are_kin,
    are_misspelt,
    are_spellings,
    is_direction,
    names_people,
)
from factcheck.compare.language.noun_classes import class_of, is_person
from factcheck.compare.language.numerals import is_number
from factcheck.compare.language.phrases import Word
from factcheck.compare.language.quantities import UNITS
from factcheck.compare.language.signals import carries_content
from factcheck.compare.language.word_relations import is_known_word

Finding = tuple[EditKind, Severity]
STYLE, MINOR, SUBSTANTIVE = Severity.STYLE, Severity.MINOR, Severity.SUBSTANTIVE
OTHER_WORDS = 1
PREPOSITIONS = frozenset(["at", "by", "for", "from", "in", "near", "of", "on", "to", "with"])
PARTY = regex.compile(r"\b[RDI]-\p{Lu}")  # a party and a state: R-Tenn.
THE = "the"
NO_PERSON_BEHIND = PREPOSITIONS | TELLS | {THE}
NO_PART = regex.compile(r",|['’]s\b")  # what stands behind a comma, or owns, is no part of a name
NOT_PROPER = NAME_PARTS | UNITS.keys()
WHOLE = 2  # words of a name
SHORT_FORM = 3  # letters
OWNS = regex.compile(r"(?:['’]s|s['’])")
INITIALS = regex.compile(r"(?:\p{Lu}\.?\s?){1,3}")
ROMAN = regex.compile("[ivxl]+")
WITHIN_NAMES = frozenset(["of", "in", "and", "the", "for"])
THIRD_PERSON = frozenset(["he", "she", "they", "him", "her", "them", "his", "their"])


def who_or_where(change: Change) -> Iterator[Finding]:
    """Does another name stand in its place?"""
    if not any(half.names for half in change.halves):  # initials that open a sentence are not read as names
        if any(map(_introduces, change.halves, change.halves[::-1])):
            yield EditKind.HOUSE_STYLE, STYLE
        return
    names = [_of_whom(*halves) for halves in (change.halves, change.halves[::-1])]
    if all(names) and max(map(len, names)) <= 2 * PHRASE:
        yield from _name_for_name(change, *names)
    elif any(map(_is_reworded, change.halves, change.halves[::-1])):
        yield EditKind.REWORD, MINOR
        yield EditKind.NAME, STYLE
    elif any(names) and change.replaces and change.is_phrase:
        yield EditKind.REWORD, MINOR
    elif any(map(_introduces, change.halves, change.halves[::-1])):
        yield EditKind.HOUSE_STYLE, STYLE
    elif any(map(_completes_name, change.halves, change.halves[::-1])):
        yield EditKind.NAME, MINOR
    if any(map(_identifies, change.halves, change.halves[::-1])):
        yield EditKind.NAME, MINOR
        yield EditKind.REWORD, MINOR


def _is_reworded(half: Half, other: Half) -> bool:
    return _refers_to_named(half, other) or _describes(half, other)


def _name_for_name(change: Change, left: list[str], right: list[str]) -> Iterator[Finding]:
    """What is found where both sides name somebody or a place; more words of content say too much to tell whom."""
    others = max(len(half.content) - len(half.names) for half in change.halves)
    if others > OTHER_WORDS:
        if _stand_at_one_end(change) and not _share_a_name(left, right):
            yield EditKind.NAME, SUBSTANTIVE
        return
    if len(left) == len(right) and all(map(_are_one, left, right)):
        yield EditKind.HOUSE_STYLE, STYLE
        if not all(map(names_people, left)):
            yield EditKind.NAME, STYLE
        return
    yield from _another_name(change, left, right)


def _share_a_name(left: Sequence[str], right: Sequence[str]) -> bool:
    return any(a == b or are_spellings(a, b) or are_misspelt(a, b) for a in left for b in right)


def _stand_at_one_end(change: Change) -> bool:
    """Whether a whole name closes both sides, or opens both: "the singer Orla Dask", "a cellist named Ivo Renn"."""
    for first, last in ((0, 2), (-2, None)):
        ends = [half.words[first:last] for half in change.halves]
        if all(_is_whole_name(half, words) for half, words in zip(change.halves, ends, strict=True)):
            return _stand_in_one_place(change, *([word.plain for word in words] for words in ends))
    return False


def _is_whole_name(half: Half, words: Sequence[Word]) -> bool:
    names = set(_of_whom(half, None))
    return len(words) == WHOLE and names.issuperset(word.plain for word in words)


def _describes(half: Half, other: Half) -> bool:
    """Whether a short half says who or where, and the other by name: "the lawyer", "Dask"; "the capital", "Oslo"."""
    if not other.names or len(half.content) > PHRASE or not (any(map(_says_who, half.alone)) or _is_noun_alone(half)):
        return False
    names = [name for name in _of_whom(other, half) if not names_people(name)]
    return bool(names) and len(other.content) - len(names) <= PHRASE and not _of_whom(half, other)


def _identifies(half: Half, other: Half) -> bool:
    """Whether a half gives the whole name of whom the other only describes: "a farmer", "Orla Dask, 40, a farmer".

    A surname or a first name alone is of somebody whom readers know by then; the name of a place says which it is.
    """
    if not half.names or half.side.is_shouted or other.side.is_shouted or _has_whole_name(other):
        return False
    if _describes(other, half):
        return _has_whole_name(half) or (_is_noun_alone(other) and not any(map(_says_who, other.content)))
    return _has_whole_name(half, titled=True) and any(map(_says_who, other.words))


def _has_whole_name(half: Half, *, titled: bool = False) -> bool:
    """Whether two parts of a name stand side by side in a half, no "in" before them; `titled`: behind what one is."""
    text, names = half.side.text, set(_of_whom(half, None))
    for at, (first, last) in enumerate(pairwise(half.words)):
        if not {first.plain, last.plain} <= names or not text[first.end : last.start].isspace():
            continue
        before = half.words[at - 1 : at] if at else []
        if any(map(_says_who, before)):
            return True
        is_part = any(word.plain in NO_PERSON_BEHIND or half.side.is_name(word) for word in before)
        if not titled and not is_part:
            return True
    return False


def _is_noun_alone(half: Half) -> bool:
    """Whether a half is no more than "the" and a word that no other noun follows: "the capital"."""
    behind = half.side.words[half.places.stop : half.places.stop + 1]
    is_whole = not any(carries_content(word.plain) and class_of(word.plain) is not None for word in behind)
    return is_whole and len(half.content) == 1 and [word.plain for word in half.words[:-1]] == ["the"]


def _refers_to_named(half: Half, other: Half) -> bool:
    """Whether a half has a pronoun for somebody whom the other names and this one does not."""
    if not other.names or not any(word.plain in THIRD_PERSON for word in half.alone):
        return False
    if stands_for_name(Change(half, other)):
        return False  # "said Tan" and "she said" are one
    return any(not names_people(name) for name in _of_whom(other, half)) and not _of_whom(half, other)


def _completes_name(half: Half, other: Half) -> bool:
    """Whether a half is the part of a name that the other side leaves out: "Father Ivo" before "Renn"."""
    names = {name for name in _proper(half) if not names_people(name)}
    is_of_person = all(word.plain in names or _says_who(word) for word in half.content)
    is_name = bool(names) and not (half.signals or half.has_cue or half.has_mark) and is_of_person
    return is_name and other.is_bare and NO_PART.search(_of(half)) is None and half.side.is_beside_name(half.places)


def _introduces(half: Half, other: Half) -> bool:
    """Whether a half is no more than first names or initials before a person's surname that both sides have.

    A title or a role before them, initials, or "who" or "said" behind the surname tell it from the name of a body.
    """
    at, words = half.places, half.side.words
    behind = words[at.stop : at.stop + 1]
    before = words[max(0, at.start - 1) : at.start]
    if not behind or not other.is_bare or half.has_cue or any(word.plain == "the" for word in before):
        return False
    if INITIALS.fullmatch(_of(half).strip()):
        return half.side.text[behind[0].start].isupper() and not is_known_word(behind[0].plain)
    if not (half.content and half.side.is_name(behind[0]) and _completes_name(half, other)):
        return False
    if any(map(_says_who, half.content)) or names_people(behind[0].plain):
        return False
    if any(map(_says_who, before)):
        return True
    follows = words[at.stop + 1 : at.stop + 2]
    is_somebody = bool(follows) and (follows[0].plain == "who" or follows[0].start in _starts_of_cues(half.side))
    return is_somebody and not any(is_known_word(word.plain) for word in half.content)


def _starts_of_cues(side: RowSide) -> frozenset[int]:
    return frozenset(side.words[where[0]].start for where, _ in side.cues)


def _says_who(word: Word) -> bool:
    """Whether a word is a title or says what somebody is: "Governor", "lawyer"."""
    return word.plain in TITLES or word.plain in PEOPLE or is_person(word.plain)


def _of(half: Half) -> str:
    return half.span.of(half.side.text)


def _another_name(change: Change, left: list[str], right: list[str]) -> Iterator[Finding]:
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
        or (pairs and (_is_same_person(left, right, change) or not _stand_in_one_place(change, left, right)))
    ):
        yield EditKind.NAME, MINOR
    elif pairs:
        yield EditKind.NAME, SUBSTANTIVE
        if min(len(left), len(right)) > 1:
            yield EditKind.FACT, SUBSTANTIVE


def _stand_in_one_place(change: Change, left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether a name of one side stands as one of the other does: "in Tarn" and "by Dask" do not."""
    places = [set(_places_of_names(half, names)) for half, names in zip(change.halves, (left, right), strict=True)]
    return not places[0].isdisjoint(places[1])


def _places_of_names(half: Half, names: Sequence[str]) -> Iterator[tuple[str, bool, bool, bool]]:
    """How each name of a half stands: behind which preposition, behind "the", as an owner, before more of it."""
    words, text = half.side.words, half.side.text
    for first, last in _runs(half, names):
        before = first - 1
        while before >= 0 and (words[before].plain == THE or _says_who(words[before])):
            before -= 1
        opener = words[before].plain if before >= 0 and words[before].plain in PREPOSITIONS else ""
        has_article = first > 0 and words[first - 1].plain == THE
        owns = OWNS.match(text, words[last].end - 2) is not None
        is_longer = _goes_on(half.side, last) and _may_be_of_name(half.side, words[last + 1])
        yield opener, has_article, owns, is_longer


def _may_be_of_name(side: RowSide, word: Word) -> bool:
    """Whether a word has a capital and is no day or date; `is_name` takes the stop of an initial for an end."""
    return side.text[word.start].isupper() and word.plain not in CALENDAR and not is_number(word.plain)


def _runs(half: Half, names: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The first and the last of the row's words of each name of a half."""
    words, first = half.side.words, None
    for at in half.places:
        if words[at].plain not in names:
            continue
        first = at if first is None else first
        if not (at + 1 in half.places and words[at + 1].plain in names and _goes_on(half.side, at)):
            yield first, at
            first = None


def _goes_on(side: RowSide, at: int) -> bool:
    """Whether no mark parts a word from the next but the full stop of an initial."""
    if at + 1 >= len(side.words):
        return False
    between = side.text[side.words[at].end : side.words[at + 1].start]
    return not between.strip(" ." if len(side.words[at].plain) == 1 else " ")


def _is_short_form(name: str, other: str) -> bool:
    """Whether one name begins with the other: "Ron", "Ronald"."""
    shorter, longer = sorted((name, other), key=len)
    return SHORT_FORM <= len(shorter) < len(longer) and longer.startswith(shorter)


def _proper(half: Half) -> list[str]:
    """The names of a half, without the words that only say what sort of body a name stands for."""
    if not half.names:
        return []
    tells = TELLS - set(half.names)
    told = {behind.plain for before, behind in pairwise(half.words) if before.plain in tells}  # who hears is another
    return [name for name in half.names if name not in NOT_PROPER and name not in told and not is_direction(name)]


def _of_whom(half: Half, other: Half | None) -> list[str]:
    """The names of a half without those that the other has too, and those that only describe somebody: "Ruritanian"
    of "a Ruritanian farmer", where the other side has no such description.
    """
    names = _proper(half)
    if not names:
        return []
    kept = {word.plain for word in other.words} if other else set()
    describing = _describing(half) if other is None or not _describing(other) else frozenset()
    return [name for name in names if name not in kept and name not in describing]


def _describing(half: Half) -> frozenset[str]:
    """The names right before a noun for a person."""
    text = half.side.text
    return frozenset(
        word.plain
        for word, behind in pairwise(half.words)
        if text[behind.start].islower() and is_person(behind.plain) and text[word.end : behind.start].isspace()
    )


def _as_written(half: Half) -> str:
    """The whole name that a half changes a part of, as it stands in the text: capitals joined by "of" and "the"."""
    side, first, last = half.side, half.places.start, half.places.stop
    while first and _is_of_name(half, first - 1):
        first -= 1
    while last < len(side.words) and _is_of_name(half, last):
        last += 1
    while last > half.places.stop and side.words[last - 1].plain in WITHIN_NAMES:
        last -= 1
    return " ".join(side.text[word.start : word.end] for word in side.words[first:last])


def _is_of_name(half: Half, at: int) -> bool:
    word = half.side.words[at]
    return word.plain in WITHIN_NAMES or (half.side.text[word.start].isupper() and word.plain not in CALENDAR)


def _are_one(left: str, right: str) -> bool:
    return are_spellings(left, right) or are_cut_short(left, right) or f"{left}s" == right or left == f"{right}s"


def _is_same_person(left: list[str], right: list[str], change: Change) -> bool:
    """Whether the texts call one by both names: "Orla" and "Dask" where "Orla Dask" is written."""
    both = [f"{a} {b}" for a in left for b in right] + [f"{b} {a}" for a in left for b in right]
    texts = [half.side.text[: half.side.span.end].casefold() for half in change.halves]
    return any(name in text for name in both for text in texts)
