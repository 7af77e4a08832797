"""What a statement is about, matter by matter, what it denies, and what it leaves open.

Its sentence is read along with its words: "He dismissed talk of …" stands before what is marked, "… are false" behind.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from factcheck.compare.clashing.clauses import (
    DENIERS,
    LONGEST,
    Clause,
    Matter,
    clauses_of,
    is_matter,
    matters_around,
    name_root,
    names_around,
    root,
)
from factcheck.compare.clashing.deeds import Deed, deeds_in
from factcheck.compare.clashing.denials import ASCRIBED, Denial, denials_in, unsaid_in
from factcheck.compare.clashing.tolls import BOUNDS, Toll, tolls_in
from factcheck.compare.findings import Span
from factcheck.compare.language.names import names_people
from factcheck.compare.language.numerals import MONEY, is_number
from factcheck.compare.language.phrases import Phrases, Word
from factcheck.compare.language.signals import groups_of
from factcheck.compare.language.word_relations import is_known_word
from factcheck.compare.words.plain_words import MONTHS, phrase
from factcheck.compare.words.segments import sentences

DATE = re.compile(rf"(?:{'|'.join(sorted(MONTHS))})\b(?: #\d+#)?")
MOST_LEAD = 400  # characters of an article that say who and where it is about
MOST_AROUND = 500  # characters on either side of a statement that are looked at
NEAR = 80  # characters before and behind a statement in which its sentence may deny it
ANY, REACH = "any", 2  # so many words behind "any" nothing is said to be
PREPOSITIONS = frozenset({"in", "at", "near"})
RESTRICTING = frozenset({"only", "if", "when", "just"})


@dataclass(frozen=True, slots=True)
class Said:
    """One statement: its words, and what a reader of the article knows of them.

    `sentence` holds the words; `around` is what tells their setting: headline, lead, paragraph. `source` and `article`
    are any keys that two statements of one source or article share, empty if unknown. `positions` are pairs of a claim
    and what the statement says of it: supports, denies, qualifies or mentions.
    """

    words: str
    sentence: str = ""
    around: str = ""
    source: str = ""
    article: str = ""
    said_on: date | None = None
    positions: tuple[tuple[str, str], ...] = ()


def said_in(text: str, span: Span, *, headline: str = "") -> Said:
    """A statement of an article as a reader meets it: with its sentences, its paragraph, the headline and the lead."""
    start = max(text.rfind("\n", 0, span.start) + 1, span.start - MOST_AROUND)
    end = text.find("\n", span.end, span.end + MOST_AROUND)
    paragraph = text[start : end if end >= 0 else span.end + MOST_AROUND]
    touched = [one for one in sentences(paragraph) if one.start < span.end - start and span.start - start < one.end]
    words = span.of(text)
    sentence = Span(touched[0].start, touched[-1].end).of(paragraph) if touched else words
    lead = text[: min(start, MOST_LEAD)].rpartition(" ")[0]
    return Said(words, sentence, f"{headline}\n{lead}\n{paragraph}")


class Term(NamedTuple):
    """A matter that a statement speaks of: how its words show it, whether they deny it, and where it stands.

    `place` is the number of its clause and of its word there. What is open is asked, supposed or wished, and not said
    to be so.
    """

    shown: str
    is_denied: bool
    is_name: bool
    place: tuple[int, int]
    is_open: bool

    @property
    def clause(self) -> int:
        return self.place[0]


class Gist(NamedTuple):
    """A statement as read: its own terms, what stands around it, and what can differ between two of one topic."""

    own: Mapping[str, Term]
    denials: tuple[Denial, ...]
    denied: frozenset[str]  # all that the denials speak of
    surroundings: str
    plain: tuple[str, ...]  # its words of content, in order
    numbers: Mapping[str, Mapping[str, int]]  # by the root of what they count, each with its clause
    dates: Mapping[str, int]  # each with its clause
    places: Mapping[str, str]
    limits: tuple[str, ...]
    is_restricted: bool  # by a word that may limit it as well: "only", "if"
    deeds: tuple[Deed, ...]
    tolls: tuple[Toll, ...]
    disputes: bool  # whether it calls something untrue or doubtful, whatever that is

    @property
    def around(self) -> frozenset[str]:
        """The terms that stand around it, read when they are asked for: of most statements nobody does."""
        return matters_around(self.surroundings) - self.own.keys()

    @property
    def setting(self) -> frozenset[str]:
        """The names that stand in and around it."""
        own = (key for key, term in self.own.items() if term.is_name and not is_known_word(term.shown))
        return names_around(self.surroundings).union(own)


@lru_cache(maxsize=8_192)
def gist(said: Said) -> Gist:
    text, inside = _with_sentence(said)
    clauses = clauses_of(text)
    denials = tuple(denials_in(clauses, inside))
    denied = frozenset[str]().union(*(denial.scope for denial in denials))
    words = [word for clause in clauses for word in clause.words if inside.start <= word.start < inside.end]
    plain = [word.plain for word in words]
    return Gist(
        own=_terms(clauses, inside, denied),
        denials=denials,
        denied=denied,
        surroundings=said.around or said.sentence,
        plain=tuple(word for word in plain if is_matter(word)),
        numbers=_numbers(words, clauses),
        dates=_dates(words, clauses),
        places=_places(text, words),
        deeds=deeds_in(clauses, inside),
        tolls=tolls_in(clauses, inside),
        disputes=any(group in ASCRIBED for _, group in DENIERS.find(plain)),
        is_restricted=not RESTRICTING.isdisjoint(plain),
        limits=tuple(shown for where, shown in LIMITS.find(plain) if plain[where.start - 1 : where.start] != ["not"]),
    )


def _with_sentence(said: Said) -> tuple[str, Span]:
    """The text to read, and where in it the words stand: with what of their sentence stands next to them."""
    at = said.sentence.find(said.words) if said.words else -1
    if at < 0 or len(said.words) > LONGEST - NEAR:
        return said.words, Span(0, len(said.words))
    start = said.sentence.rfind(" ", 0, max(0, at - NEAR)) + 1
    read = said.sentence[start : at + len(said.words) + NEAR]
    return read, Span(at - start, at - start + len(said.words))


def _terms(clauses: Sequence[Clause], inside: Span, denied: frozenset[str]) -> dict[str, Term]:
    found: dict[str, Term] = {}
    unsaid = unsaid_in(clauses)
    for number, clause in enumerate(clauses):
        for matter in clause.matters:
            if inside.start <= matter.start < inside.end:
                term = _term(matter, clause, number, is_denied=matter.key in denied)
                found.setdefault(matter.key, term._replace(is_open=term.is_open or matter.start in unsaid))
    return found


def _term(matter: Matter, clause: Clause, number: int, *, is_denied: bool) -> Term:
    is_open = clause.is_open or ANY in clause.plain[max(0, matter.at - REACH) : matter.at]
    return Term(matter.shown, is_denied != matter.is_opposite, matter.is_name, (number, matter.at), is_open)


def _numbers(words: Sequence[Word], clauses: Sequence[Clause]) -> dict[str, dict[str, int]]:
    """The numbers of a statement by the root of the word they count; those with a bound ("up to 12") leave room."""
    plain = [word.plain for word in words]
    bounded = {where.stop for where, _ in BOUNDS.find(plain)}
    found: dict[str, dict[str, int]] = {}
    for at, (number, counted) in enumerate(pairwise(plain)):
        if is_number(number) and at not in bounded and (is_matter(counted) or counted in MEASURED):
            values = found.setdefault(MEASURED.get(counted) or root(counted), {})
            values[number.strip("#")] = _clause_at(clauses, words[at].start)
    return found


def _dates(words: Sequence[Word], clauses: Sequence[Clause]) -> dict[str, int]:
    dated = (word for word in words if DATE.fullmatch(word.plain))
    return {word.plain.replace("#", ""): _clause_at(clauses, word.start) for word in dated}


def _clause_at(clauses: Sequence[Clause], start: int) -> int:
    return next(number for number, clause in enumerate(clauses) if start <= clause.words[-1].start)


def _places(text: str, words: Sequence[Word]) -> dict[str, str]:
    """The names that stand behind a preposition of place, as written."""
    return {
        name_root(word.plain): text[word.start : word.end]
        for before, word in pairwise(words)
        if before.plain in PREPOSITIONS and _names_place(text, word)
    }


def _names_place(text: str, word: Word) -> bool:
    return text[word.start].isupper() and not (DATE.match(word.plain) or names_people(word.plain))


SUM = "sum of money"
MEASURED = dict.fromkeys(MONEY, SUM) | {"%": "percent"}
LIMITS = Phrases((phrase(entry), entry) for _, entry in groups_of("en/clashing/limits"))
