"""Who is given as the speaker in a row with one credit: the words before "said", or behind it where it stands first.

A speaker is read as its names and its common nouns. Two are told apart only where one is named and the other is not, or
where both are nouns that cannot mean the same people; a pronoun, or "the" and a noun, may be anybody named before.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise, takewhile
from typing import NamedTuple

import regex

from factcheck.compare.judging.row.sides import PRONOUNS, RowSide
from factcheck.compare.judging.row.slight_changes import TITLES
from factcheck.compare.judging.row.turned_round import BE
from factcheck.compare.judging.row.voices import AUXILIARIES, FINDINGS, MEDIA, POSSESSIVE
from factcheck.compare.language.names import names_people
from factcheck.compare.language.noun_classes import class_of, is_person
from factcheck.compare.language.phrases import Word
from factcheck.compare.language.signals import carries_content, find_signals
from factcheck.compare.lexicon import words_of

SPEAKING_CLASSES = frozenset(["person", "occupation", "organisation", "document"])
SAID_BY = frozenset(["says", "claims", "jeers", "grants", "confirms", "reveals", "notes"])
BREAK = regex.compile(r"[\"“”„«»;:.!?—–]|''|\n")
PARTY = regex.compile(r"[RDI]-\p{Lu}")  # and a state: R-Tenn.
INNER_STOP = regex.compile(r"^\.(?=$|,)")  # of "W.Va.,"
MOST_CUES = 20  # of a row that is read; one with more has no only credit
LONGEST = 8  # words of a speaker
DEFINITE = frozenset(["the", "this", "that", "these", "those", "his", "her", "their", "its"])
INDEFINITE = frozenset(["a", "an", "one", "another", "some", "two", "three", "several", "many"])
WRITINGS = words_of("en/attributions/documents")
BODIES = words_of("en/attributions/organisations")
SHOWN_OR_BODIES = words_of("en/judging/evidence") | BODIES
PEOPLE = frozenset(["people", "person", "someone", "somebody"])
RELATIVES = frozenset(["who", "whose", "which"])
WHERE = frozenset(["in", "at", "near", "from"])
RANKS = frozenset(["senior", "junior", "chief", "deputy", "principal", "veteran"])  # before the noun for a speaker
POSTMODIFYING = WHERE | {"of", "for", "with", "on", "to", "who", "whose", "by"}
JOINING = frozenset(["and", "or", "of", "for", "with"])
NO_NOUNS = frozenset([None, "calendar", "unit", "amount"])
FINITE = BE | AUXILIARIES
BY, FOR, FROM = "by", "for", "from"
SPOKES = frozenset(["spokesman", "spokesmen", "spokespeople"])  # "spokeswoman" reads as the first
STANDS_BEHIND = frozenset(
    ["according", "per", "by", "on", "in", "from", "to", "going", "judging"]
)  # their speaker does
TELLS = frozenset(["tell", "tells", "told", "telling", "informed"])  # who is named behind these hears


class Credited(NamedTuple):
    """The names and the nouns for the speaker of a credit; `is_open` if nothing says that readers know who it is."""

    names: frozenset[str]
    nouns: frozenset[str]
    is_open: bool
    is_description: bool = False  # "the Connecticut Democrat": who is meant has another name
    names_person: bool = False  # and neither "the Tribune" nor "WXYZ"
    body: frozenset[str] = frozenset()  # whom a role is held for: "Tarn Water" of "a Tarn Water spokesman"
    is_of_named: bool = False  # "Dask's wife"
    is_of_body: bool = False  # which is no person, as "Dask" may be of "a Dask spokesman"

    head: str = ""  # the noun for whoever speaks, and not for whom they belong to: "wife" of "the mayor's wife"

    @property
    def owners(self) -> frozenset[str]:
        return self.nouns - RANKS - {self.head}

    @property
    def is_body(self) -> bool:
        """Whether many speak, or an organisation: no description of the one person who may be meant elsewhere."""
        return all(
            noun.endswith("s") or noun in MEDIA or class_of(noun) == "organisation" or noun in BODIES
            for noun in self.nouns
        )


@lru_cache(maxsize=16)
def credited_in(side: RowSide) -> Credited | None:
    """The speaker of the row's only credit; None if there is none or more than one, or a pronoun speaks."""
    cues = [where for where, signal in side.cues[:MOST_CUES] if signal.group in SAID_BY]
    if len(cues) > 1:
        cues = [where for where in cues if not _is_quoted(side, where)] or cues
    if len(cues) != 1 or len(side.cues) > MOST_CUES:
        return None
    where = cues[0]
    cue = side.words[where[0]].plain
    if cue in STANDS_BEHIND:
        return _credited(side, speaker_behind(side, where.stop))
    if cue.endswith("ing") and not _is_after(side, where.start, BE):
        return None  # "explaining that": who did is named with another verb
    if side.words[where.stop : where.stop + 1] and side.words[where.stop].plain == BY:
        return _credited(side, speaker_behind(side, where.stop + 1))
    if cue in TELLS or not stands_first(side, where.start):
        return _credited(side, speaker_before(side, where.start))
    return _credited(side, speaker_behind(side, where.stop))


def _is_after(side: RowSide, at: int, words: frozenset[str]) -> bool:
    return any(word.plain in words for word in side.words[max(0, at - 2) : at])


def _is_quoted(side: RowSide, where: range) -> bool:
    """Whether words of saying are themselves words that are quoted: "as my clerk told me," Dask said."""
    first = side.words[where[0]].start
    return any(quotation.start < first < quotation.end for quotation in side.quotations)


def _between(side: RowSide, word: Word, behind: Word) -> str:
    """What stands between two words; the full stop of an initial or of a short title is no end: "T.", "Lt."."""
    between = side.text[word.end : behind.start]
    is_short = len(word.plain) == 1 or word.plain in TITLES
    return INNER_STOP.sub("", between.removeprefix(".") if is_short else between)


def stands_first(side: RowSide, at: int) -> bool:
    """Whether the speaker is behind the credit: a mark or a comma stands before it, and no apposition."""
    between = _between(side, *side.words[at - 1 : at + 1]) if at else ""
    if BREAK.search(between) or "," not in between:
        return BREAK.search(between) is not None
    segment = _segment(side, at)
    if segment[0].plain in RELATIVES or not _may_open_speaker(side, at + 1):
        return False
    return _is_set_apart(side, at + 1) or not _is_apposition(side, segment, at)


def _is_apposition(side: RowSide, segment: Sequence[Word], at: int) -> bool:
    """Whether the words up to a comma say who somebody is: "Dask, the mayor, said", and no "The road is shut, said"."""
    if len(segment) == at or any(word.plain in FINITE for word in segment):
        return False
    is_called = all(map(side.is_name, segment)) or any(map(_may_speak, segment))
    return is_called or PARTY.match(side.text, segment[0].start) is not None


def _may_open_speaker(side: RowSide, at: int) -> bool:
    """Whether the name of a speaker may begin at a place: "said police", "said the mayor", and not "said on"."""
    return any(
        carries_content(word.plain) or word.plain in DEFINITE or word.plain in INDEFINITE or word.plain in PRONOUNS
        for word in side.words[at : at + 1]
    )


def _is_set_apart(side: RowSide, at: int) -> bool:
    """Whether a name stands right behind the credit, and a comma or the end of the sentence behind it."""
    first = at
    while at < len(side.words) and side.is_name(side.words[at]):
        at += 1
    return at > first and side.text[side.words[at - 1].end : side.span.end].lstrip()[:1] in ("", ",", ".")


def _credited(side: RowSide, words: Sequence[Word]) -> Credited | None:
    if not words or any(word.plain in PRONOUNS and word.plain not in DEFINITE for word in words):
        return None
    words = _without_place(words)
    body = _body_before_role(side, words)
    names = frozenset(
        word.plain
        for word, behind in zip(words, [*words[1:], None], strict=True)
        if (side.is_name(word) or side.opens_with_name(word))
        and word not in body
        and not _describes_origin(side, word, behind)
    )
    nouns = frozenset(
        word.plain
        for word in words
        if word.plain not in names
        and carries_content(word.plain)
        and (_may_speak(word) or word.plain in SHOWN_OR_BODIES)
    )
    plain = [word.plain for word in words]
    is_open = plain[0] in INDEFINITE or (plain[0] not in DEFINITE and any(word.endswith("s") for word in nouns))
    is_description = plain[0] in DEFINITE and any(is_person(word) and word not in names for word in plain)
    is_body = plain[0] == "the" or any(side.text[w.start : w.end].isupper() for w in words if w.plain in names)
    if not (names or nouns):
        return None
    head = _head(words, nouns)
    is_of_named = _belongs_to_named(side, words, names)
    held_for = frozenset(word.plain for word in body if carries_content(word.plain)) - nouns
    is_of_body = len(held_for) > 1 and FOR not in plain
    return Credited(
        names, nouns, is_open, is_description, bool(names) and not is_body, held_for, is_of_named, is_of_body, head
    )


def _belongs_to_named(side: RowSide, words: Sequence[Word], names: frozenset[str]) -> bool:
    """Whether all that is named is whose somebody is: "Dask's wife", not "Tarn's mayor Orla Dask"."""
    named = [word for word in words if word.plain in names]
    is_one_phrase = all(side.text[a.end : b.start].isspace() for a, b in pairwise(words))
    return bool(named) and is_one_phrase and side.text[named[-1].start : named[-1].end].endswith(POSSESSIVE)


def _head(words: Sequence[Word], nouns: frozenset[str]) -> str:
    """The last of the nouns before a preposition."""
    first = takewhile(lambda word: word.plain not in POSTMODIFYING, words)
    return next((word.plain for word in reversed(list(first)) if word.plain in nouns), "")


def _describes_origin(side: RowSide, word: Word, behind: Word | None) -> bool:
    """Whether a name is that of a people before a noun: "Spanish" of "Spanish media"."""
    return behind is not None and not side.text[behind.start].isupper() and names_people(word.plain)


def _body_before_role(side: RowSide, words: Sequence[Word]) -> Sequence[Word]:
    """The names before a role, which are of the body it is held in: "Tarn Water" of "a Tarn Water spokesman"."""
    if _has_common_head(side, words):
        return words
    body: list[Word] = []
    for before, word in reversed(list(pairwise(words))):
        is_joined = side.text[before.end : word.start].isspace() and side.text[before.start].isupper()
        is_owner = side.text[before.start : before.end].endswith(POSSESSIVE) and word.plain not in SPOKES
        if is_joined and not is_owner and (word in body or (side.text[word.start].islower() and _has_role(word))):
            body.append(before)
    for at, word in enumerate(words[:-1]):
        if words[at + 1].plain == FOR and _has_role(word):
            body += takewhile(lambda behind: "," not in _gap(side, words, behind), words[at + 2 :])
    return body


def _has_common_head(side: RowSide, words: Sequence[Word]) -> bool:
    """Whether names only tell more of a noun: "the US investment bank", "a Defence Ministry statement"."""
    plain = [word.plain for word in words]
    has_determiner = plain[0] in DEFINITE or plain[0] in INDEFINITE
    is_one_phrase = JOINING.isdisjoint(plain) and all(side.text[a.end : b.start].isspace() for a, b in pairwise(words))
    is_noun = _may_speak(words[-1]) or class_of(words[-1].plain) not in NO_NOUNS
    return has_determiner and is_one_phrase and is_noun and side.text[words[-1].start].islower()


def _gap(side: RowSide, words: Sequence[Word], word: Word) -> str:
    return side.text[words[words.index(word) - 1].end : word.start]


def _has_role(word: Word) -> bool:
    return is_person(word.plain) or any(signal.kind == "speaker" for _, signal in find_signals([word]))


def _without_place(words: Sequence[Word]) -> Sequence[Word]:
    """The words before "in" and the like: "officials in Lowmere" are not named by where they are."""
    at = next((at for at, word in enumerate(words) if word.plain in WHERE and any(map(_may_speak, words[:at]))), None)
    if at is not None and words[at].plain == FROM and any(word.plain in WRITINGS for word in words[:at]):
        return words  # "a statement from the council"
    return words[:at]


def _may_speak(word: Word) -> bool:
    return (
        class_of(word.plain) in SPEAKING_CLASSES
        or word.plain in PEOPLE
        or word.plain in MEDIA
        or word.plain in FINDINGS
        or word.plain in WRITINGS
        or any(signal.kind == "speaker" for _, signal in find_signals([word]))
    )


def speaker_before(side: RowSide, at: int) -> list[Word]:
    """The words from the last mark or comma on, and those before an apposition that a comma closes."""
    apposition = _segment(side, at) if at and "," in side.text[side.words[at - 1].end : side.words[at].start] else []
    is_clause = bool(apposition) and apposition[0].plain in RELATIVES
    return [*_segment(side, at - len(apposition)), *([] if is_clause else apposition)]


def _segment(side: RowSide, at: int) -> list[Word]:
    """The words right before a place that no mark or comma parts from one another."""
    words: list[Word] = []
    for word in reversed(side.words[max(0, at - LONGEST) : at]):
        between = _between(side, word, words[0]) if words else ""
        if BREAK.search(between) or "," in between:
            break
        words.insert(0, word)
    return words


def speaker_behind(side: RowSide, at: int) -> list[Word]:
    words: list[Word] = []
    for before, word in pairwise(side.words[at - 1 : at + LONGEST]):
        between = _between(side, before, word)
        if BREAK.search(between) or "," in between:
            break
        words.append(word)
    return words
