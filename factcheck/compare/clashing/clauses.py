"""A text as clauses, and the matters that each speaks of.

A matter is known by a key: the root of a word, of a name, or the family of words it belongs to ("leave", "flee",
"departure"). Rules read English; of other languages the names are left. Nothing is judged here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, pairwise
from typing import NamedTuple

from factcheck.compare.findings import Span
from factcheck.compare.language.base_forms import bases_of
from factcheck.compare.language.inflection import forms_of, irregular_verbs
from factcheck.compare.language.names import PEOPLE_ENDINGS, PEOPLE_OF, PLACE_ENDINGS
from factcheck.compare.language.numerals import is_number
from factcheck.compare.language.phrases import Phrases, Word
from factcheck.compare.language.signals import carries_content, groups_of
from factcheck.compare.language.word_relations import is_known_word
from factcheck.compare.lexicon import words_of
from factcheck.compare.words.plain_words import phrase, read, settled

LONGEST = 2_000  # characters of a text that are read
SHORTEST_ROOT = 3
ENDING = re.compile(r"(?<=\w{3})(?:ings?|ed|es|s|ly|e|ions?)$")
DOUBLED = re.compile(r"([bdgmnprt])\1$")
CLAUSE_MARK = re.compile(r"[,;:()—–]|--|[.!?…][”\"’']*\s")
SENTENCE_MARK = re.compile(r"[.!?…][”\"’']*\s|\n")
BEFORE = 4  # characters before a word in which a sentence may end
OPENS = re.compile(r"^\s*$|[.!?…:\n][”\"’'\s]*$|[“\"‘]$")
CLAUSE_OPENERS = frozenset(
    {"but", "although", "though", "unless", "while", "whereas", "because", "if", "who", "since", "when"}
)
SUBJECT_OPENERS = frozenset({"a", "an", "the", "he", "she", "it", "they", "we", "i", "there"})  # behind "and"
JOINING = frozenset(["and", "or", "nor"])
ASKING, SUPPOSING = "?", "if"
OPENING = frozenset(
    ["whether", "what", "how", "why", "unless", "should", "must", "ought", "hopefully"]
    + [form for verb in ("urge", "demand", "hope") for form in forms_of(verb)]
)


class Matter(NamedTuple):
    """What a clause speaks of: its key, where it stands among the words and in the text, and how they show it.

    `is_opposite` is set for the opposite of the family that the key names: "stay" of "departure".
    """

    key: str
    at: int
    start: int
    shown: str
    is_name: bool
    is_opposite: bool


class Clause(NamedTuple):
    """Words that belong together, what they speak of, and the number of their sentence.

    An open clause says nothing of what is: it asks, supposes or wishes. So is the rest of a sentence with "if".
    """

    words: Sequence[Word]
    matters: Sequence[Matter]
    sentence: int
    is_open: bool

    @property
    def plain(self) -> list[str]:
        return [word.plain for word in self.words]


def clauses_of(text: str) -> list[Clause]:
    """The clauses of the first `LONGEST` characters, in order."""
    parts = list(_parts(text, words_in(text)))
    asked = {number for number, words in parts if any(word.plain == ASKING for word in words)}
    supposed = -1
    found: list[Clause] = []
    for number, words in parts:
        plain = {word.plain for word in words}
        supposed = number if SUPPOSING in plain else supposed
        is_open = number in asked or number == supposed or not OPENING.isdisjoint(plain)
        if found and words[0].plain in JOINING and found[-1].sentence == number:  # "what they think of it and of us"
            is_open = is_open or found[-1].is_open
        found.append(Clause(words, sorted(_matters(text, words), key=lambda matter: matter.at), number, is_open))
    return found


@lru_cache(maxsize=256)
def words_in(text: str) -> tuple[Word, ...]:
    """The words as read; "going to Lisbon" goes somewhere, "going to stay" only will."""
    words = settled(read(text, Span(0, min(len(text), LONGEST))))
    return tuple(
        word._replace(plain="going") if word.plain == "going to" and text[after.start : after.end].istitle() else word
        for word, after in _with_next(text, words)
    )


@lru_cache(maxsize=65_536)
def root(plain: str) -> str:
    """A word without its ending, so that "planning" meets "plans"."""
    single = f"{plain[:-3]}y" if plain.endswith("ies") else plain
    bare = DOUBLED.sub(r"\1", ENDING.sub("", single))
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
    words = words_in(text)
    found = {family for _, families in FAMILIES.find([root(word.plain) for word in words]) for family in families}
    names = {name_root(word.plain) for word in words if text[word.start].isupper() and is_matter(word.plain)}
    return frozenset(names.union(family.strip("-+") for family in found))


@lru_cache(maxsize=8_192)
def names_around(text: str) -> frozenset[str]:
    """What a text surely names: words with a capital that stand inside a sentence and are no common words."""
    words = words_in(text)
    inside = (word for word in words if text[word.start].isupper() and not _opens(text, word.start))
    return frozenset(
        name_root(word.plain) for word in inside if is_matter(word.plain) and not is_known_word(word.plain)
    )


def _opens(text: str, at: int) -> bool:
    """Whether a word at some place opens a sentence, a line or a quotation: its capital tells nothing."""
    return OPENS.search(text[max(0, at - BEFORE) : at]) is not None


def is_matter(plain: str) -> bool:
    """Whether a word says something of what a statement is about."""
    return len(plain) > 2 and plain not in PASSED_OVER and carries_content(plain) and not is_number(plain)


def _parts(text: str, words: Sequence[Word]) -> Iterator[tuple[int, list[Word]]]:
    """The words of each clause, with the number of its sentence."""
    sentence, part = 0, list[Word]()
    for word, following in _with_next(text, words):
        if part and (word.plain in CLAUSE_OPENERS or (word.plain == "and" and following.plain in SUBJECT_OPENERS)):
            yield sentence, part
            part = []
        part.append(word)
        if text[word.end : following.start] != " " and CLAUSE_MARK.search(text, word.end, following.start + 1):
            yield sentence, part
            part = []
            sentence += bool(SENTENCE_MARK.search(text, word.end, following.start + 1))
    if part:
        yield sentence, part


def _with_next(text: str, words: Sequence[Word]) -> Iterator[tuple[Word, Word]]:
    """Each word and the one behind it; the end of the text stands behind the last."""
    return pairwise([*words, Word("", len(text), len(text))])


def _matters(text: str, words: Sequence[Word]) -> Iterator[Matter]:
    passed = set(chain.from_iterable(where for where, _ in DENIERS.find([word.plain for word in words])))
    passed.update(at for at in range(len(words)) if _is_back(words, at))
    for where, families in FAMILIES.find([_family_root(text, words, at) for at in range(len(words))]):
        if not passed.isdisjoint(where):
            continue
        start = words[where.start].start
        shown = text[start : words[where.stop - 1].end]
        for family in families:
            yield Matter(family.strip("-+"), where.start, start, shown, False, family[0] == "-")
        passed.update(where)
    for at, word in enumerate(words):
        if at in passed or not is_matter(word.plain):
            continue
        shown = text[word.start : word.end]
        if not shown[0].isupper():
            yield Matter(_key(word.plain), at, word.start, shown, False, False)
            continue
        if is_known_word(word.plain) and _opens(text, word.start):  # its capital is the sentence's
            yield Matter(_key(word.plain), at, word.start, shown, False, False)
            continue
        yield Matter(name_root(word.plain), at, word.start, shown, True, False)
        if at == 0:  # its capital may be the sentence's
            yield Matter(_key(word.plain), at, word.start, shown, True, False)


def _key(plain: str) -> str:
    """The root of a word of no family, which may read like the name of one ("plane")."""
    key = root(plain)
    return plain if key in FAMILY_NAMES else key


def _family_root(text: str, words: Sequence[Word], at: int) -> str:
    """The root by which a word belongs to a family; none for a past form within a name ("Axl Rose").

    Nor has one a word that only shares a root ("plane" and "plan").
    """
    plain = words[at].plain
    is_name = at > 0 and text[words[at].start].isupper() and plain in PASTS
    return "" if is_name or FAMILY_WORDS.isdisjoint(bases_of(plain)) else root(plain)


def _is_back(words: Sequence[Word], at: int) -> bool:
    """Whether a word is "back" as where something goes ("back to the gate"), not what supports something."""
    return words[at].plain == BACK and (at + 1 == len(words) or words[at + 1].plain in BEHIND_BACK)


def _families() -> Mapping[tuple[str, ...], tuple[str, ...]]:
    """The families of each phrase, its words without their endings; a sign before each says which pole it is."""
    found: dict[tuple[str, ...], dict[str, None]] = {}
    for family, entry in groups_of("en/clashing/word_families"):
        words = phrase(entry)
        for roots in {tuple(map(root, words)), *((root(form),) for form in forms_of(entry) if len(words) == 1)}:
            found.setdefault(roots, {})[family if family[0] == "-" else f"+{family}"] = None
    return {roots: tuple(families) for roots, families in found.items()}


BACK, BEHIND_BACK = "back", frozenset(["at", "from", "in", "into", "on", "onto", "to", "with"])
FAMILY_WORDS = frozenset(word for _, entry in groups_of("en/clashing/word_families") for word in phrase(entry))
PLACE = sorted(filter(None, PLACE_ENDINGS), key=len, reverse=True)
PEOPLE = sorted(PEOPLE_ENDINGS, key=len, reverse=True)
FAMILIES = Phrases(_families().items())
DENIERS = Phrases(
    (phrase(entry), group or unnamed)
    for name, unnamed in (
        ("en/judging/negations", ""),
        ("en/judging/denials", ""),
        ("en/clashing/rejections", "rejected"),
        ("en/clashing/unsettled", "left open"),
    )
    for group, entry in groups_of(name)
)
FAMILY_NAMES = frozenset(family.strip("-+") for families in _families().values() for family in families)
PASTS = frozenset(past for base, (past, _) in irregular_verbs().items() if past != base)
PASSED_OVER = frozenset(
    word
    for name in ("en/words/pronouns", "en/words/titles", "en/words/common_words", "en/clashing/light_words")
    for entry in words_of(name)
    for word in phrase(entry)
)
