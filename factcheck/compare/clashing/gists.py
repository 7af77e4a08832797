"""What a statement is about, term by term, and which of its terms it denies.

A term is the root of a word, a name, or a family of words on one matter ("leave", "flee", "departure"). A clause with
a denial in it denies its terms; two denials cancel out. Rules read English; of other languages the names are left.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import chain, pairwise
from typing import NamedTuple

from factcheck.compare.findings import Span
from factcheck.compare.language.names import PEOPLE_ENDINGS, PEOPLE_OF, PLACE_ENDINGS
from factcheck.compare.language.numerals import is_number
from factcheck.compare.language.phrases import Phrases, Word
from factcheck.compare.language.signals import APART, carries_content, groups_of
from factcheck.compare.lexicon import words_of
from factcheck.compare.words.plain_words import MONTHS, phrase, read, settled

LONGEST = 2_000  # characters of a statement or of what stands around it that are read
SHORTEST_ROOT = 3
NEAR, REACH = 60, 5  # characters, and words of them, before a statement in which its sentence may deny it
ENDING = re.compile(r"(?<=\w{3})(?:ings?|ed|es|s|ly|e|ions?)$")
DOUBLED = re.compile(r"([bdgmnprt])\1$")
CLAUSE_MARK = re.compile(r"[,;:()—–]|--|[.!?…]\s")
DATE = re.compile(rf"(?:{'|'.join(sorted(MONTHS))})\b(?: #\d+#)?")
PREPOSITIONS = frozenset({"in", "at", "from", "to", "near"})
WISHES = frozenset({"should", "must", "ought", "urge", "urges", "urged"})
CLAUSE_OPENERS = frozenset({"but", "although", "though", "unless", "while", "whereas", "because", "if", "who"})


@dataclass(frozen=True, slots=True)
class Said:
    """One statement: its words, and what a reader of the article knows of them.

    `sentence` holds the words; `around` is what stands near: headline, paragraph. `source` and `article` are any keys
    that two statements of one source or article share, empty if unknown. `positions` are pairs of a claim and what
    the statement says of it: supports, denies, qualifies or mentions.
    """

    words: str
    sentence: str = ""
    around: str = ""
    source: str = ""
    article: str = ""
    said_on: date | None = None
    positions: tuple[tuple[str, str], ...] = ()


class Term(NamedTuple):
    """A matter that a statement speaks of: how its words show it, whether they deny it, and in which clause."""

    shown: str
    is_denied: bool
    is_name: bool
    clause: int = 0


class Gist(NamedTuple):
    """A statement as read: its own terms, what stands around it, and what can differ between two of one topic."""

    own: Mapping[str, Term]
    surroundings: str
    has_denial: bool
    plain: frozenset[str]
    numbers: Mapping[str, frozenset[str]]  # by the root of what they count
    dates: frozenset[str]
    places: Mapping[str, str]
    limits: tuple[str, ...]
    is_wish: bool

    @property
    def around(self) -> frozenset[str]:
        """The terms that stand around it, read when they are asked for: of most statements nobody does."""
        return matters_around(self.surroundings) - self.own.keys()

    @property
    def denies(self) -> bool:
        return any(term.is_denied for term in self.own.values())


@lru_cache(maxsize=8_192)
def gist(said: Said) -> Gist:
    words = _words(said.words)
    plain = [word.plain for word in words]
    is_denied = _is_denied_from_outside(said)
    own = _terms(said.words, words, is_denied)
    return Gist(
        own=own,
        surroundings=said.around or said.sentence,
        has_denial=is_denied or any(True for _ in DENIERS.find(plain)),
        plain=frozenset(word for word in plain if carries_content(word) and word not in PASSED_OVER),
        numbers=_numbers(words),
        dates=frozenset(word.replace("#", "") for word in plain if DATE.fullmatch(word)),
        places=_places(said.words, words),
        limits=tuple(shown for _, shown in LIMITS.find(plain)),
        is_wish=not WISHES.isdisjoint(plain),
    )


@lru_cache(maxsize=65_536)
def root(plain: str) -> str:
    """A word without its ending, so that "planning" meets "plans"."""
    bare = DOUBLED.sub(r"\1", ENDING.sub("", plain))
    return bare[:-1] + "i" if bare.endswith("y") else bare


@lru_cache(maxsize=65_536)
def name_root(plain: str) -> str:
    """One root for a place and its people: "cuba" and "cuban", "france" and "french"."""
    if plain in PEOPLE_OF:
        return min(PEOPLE_OF[plain])
    for endings in (PLACE, PEOPLE):
        shorter = (plain.removesuffix(ending) for ending in endings if plain.endswith(ending))
        plain = next((bare for bare in shorter if len(bare) >= SHORTEST_ROOT), plain)
    return plain


@lru_cache(maxsize=8_192)
def matters_around(text: str) -> frozenset[str]:
    """The names and the families of words in a text."""
    words = _words(text)
    found = {family for _, families in FAMILIES.find([root(word.plain) for word in words]) for family in families}
    names = {name_root(word.plain) for word in words if text[word.start].isupper() and _is_matter(word.plain)}
    return frozenset(names.union(family.strip("-+") for family in found))


def _is_matter(plain: str) -> bool:
    return plain not in PASSED_OVER and carries_content(plain) and not is_number(plain)


def _words(text: str) -> list[Word]:
    """The words as read; "going to Lisbon" goes somewhere, "going to stay" only will."""
    words = settled(read(text, Span(0, min(len(text), LONGEST))))
    return [
        word._replace(plain="going") if word.plain == "going to" and text[after.start : after.end].istitle() else word
        for word, after in _with_next(text, words)
    ]


def _with_next(text: str, words: Sequence[Word]) -> Iterator[tuple[Word, Word]]:
    """Each word and the one behind it; the end of the text stands behind the last."""
    return pairwise([*words, Word("", len(text), len(text))])


def _terms(text: str, words: Sequence[Word], is_denied: bool) -> dict[str, Term]:
    found: dict[str, Term] = {}
    for number, clause in enumerate(_clauses(text, words)):
        plain = [word.plain for word in clause]
        deniers = [where for where, _ in DENIERS.find(plain)]
        turned = is_denied or bool(len(deniers) % 2)
        passed = set(chain.from_iterable(deniers))
        for key, term in _matters(text, clause, passed):
            found.setdefault(key, term._replace(is_denied=term.is_denied != turned, clause=number))
    return found


def _matters(text: str, clause: Sequence[Word], passed: set[int]) -> Iterator[tuple[str, Term]]:
    """The terms of a clause, families first; `is_denied` is set for the opposite of a family."""
    for where, families in FAMILIES.find([root(word.plain) for word in clause]):
        shown = text[clause[where.start].start : clause[where.stop - 1].end]
        for family in families:
            yield family.strip("-+"), Term(shown, family[0] == "-", False)
        passed.update(where)
    for at, word in enumerate(clause):
        if at in passed or not _is_matter(word.plain):
            continue
        shown = text[word.start : word.end]
        if not shown[0].isupper():
            yield root(word.plain), Term(shown, False, False)
            continue
        yield name_root(word.plain), Term(shown, False, True)
        if at == 0:  # its capital may be the sentence's
            yield root(word.plain), Term(shown, False, True)


def _clauses(text: str, words: Sequence[Word]) -> Iterator[list[Word]]:
    clause: list[Word] = []
    for word, following in _with_next(text, words):
        if clause and word.plain in CLAUSE_OPENERS:
            yield clause
            clause = []
        clause.append(word)
        if text[word.end : following.start] != " " and CLAUSE_MARK.search(text, word.end, following.start + 1):
            yield clause
            clause = []
    yield clause


def _is_denied_from_outside(said: Said) -> bool:
    """Whether the sentence around the words denies them: "He dismissed talk of …"."""
    at = said.sentence.find(said.words) if said.words else -1
    if at < 0:
        return False
    before = [word.plain for word in _words(said.sentence[max(0, at - NEAR) : at])]
    return bool(sum(1 for _ in DENIERS.find(before[-REACH:])) % 2)


def _numbers(words: Sequence[Word]) -> dict[str, frozenset[str]]:
    """The numbers of a statement by the root of the word they count."""
    found: dict[str, set[str]] = {}
    for word, counted in pairwise(words):
        if is_number(word.plain) and _is_matter(counted.plain):
            found.setdefault(root(counted.plain), set()).add(word.plain.strip("#"))
    return {key: frozenset(values) for key, values in found.items()}


def _places(text: str, words: Sequence[Word]) -> dict[str, str]:
    """The names that stand behind a preposition of place, as written."""
    return {
        name_root(word.plain): text[word.start : word.end]
        for before, word in pairwise(words)
        if before.plain in PREPOSITIONS and text[word.start].isupper() and not DATE.match(word.plain)
    }


def _phrases(*names: str) -> Phrases[str]:
    return Phrases((phrase(entry), entry) for name in names for group, entry in groups_of(name) if group != APART)


def _families() -> Mapping[tuple[str, ...], tuple[str, ...]]:
    """The families of each phrase, its words without their endings; a sign before each says which pole it is."""
    found: dict[tuple[str, ...], dict[str, None]] = {}
    for family, entry in groups_of("en/clashing/word_families"):
        found.setdefault(tuple(map(root, phrase(entry))), {})[family if family[0] == "-" else f"+{family}"] = None
    return {roots: tuple(families) for roots, families in found.items()}


PLACE = sorted(filter(None, PLACE_ENDINGS), key=len, reverse=True)
PEOPLE = sorted(PEOPLE_ENDINGS, key=len, reverse=True)
DENIERS = _phrases("en/judging/negations", "en/judging/denials", "en/clashing/rejections")
LIMITS = _phrases("en/clashing/limits")
FAMILIES = Phrases(_families().items())
FAMILY_NAMES = frozenset(family.strip("-+") for families in _families().values() for family in families)
PASSED_OVER = frozenset(
    word
    for name in ("en/words/pronouns", "en/words/titles", "en/words/common_words", "en/clashing/light_words")
    for entry in words_of(name)
    for word in phrase(entry)
)
