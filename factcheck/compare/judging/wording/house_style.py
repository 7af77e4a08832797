"""Which differences between two phrases house style explains: spelling, marks, case, short names, idle words."""

from __future__ import annotations

from collections.abc import Sequence

import regex
from rapidfuzz.distance import Prefix

from factcheck.compare.language.american_spelling import DOUBLED, LONG
from factcheck.compare.language.confused_words import are_confused
from factcheck.compare.language.numerals import is_number, written_out
from factcheck.compare.language.phrases import Word
from factcheck.compare.language.signals import NEGATIONS, carries_content
from factcheck.compare.lexicon import words_of

IDLE = words_of("en/words/idle_words")
SHORTEST_INITIALS = 3
ARTICLE = regex.compile(r"^(?:[Tt]he|[Aa]n?)\s")
JOINTS_OF_INITIALS = str.maketrans("", "", ".&")
SHORT_NAME = regex.compile(r"\p{Lu}{2,6}+")
SHORT_TERM = regex.compile(r"(?P<letters>\p{Lu}{2,6})(?P<plural>s?)")
LONGEST_TERM = 8  # words
INITIALS = regex.compile(r"\b\p{Lu}{2,6}\b|\p{Lu}(?=\p{Ll})")
IN_CAPITALS = regex.compile(r"\b\p{Lu}{2,6}\b")
CAPITALISED = regex.compile(r"\b\p{Lu}(?=\p{Ll})")


def same_style(left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Whether two phrases, read, say the same: hyphens, spaces and idle words on one side aside."""
    a, b = [word.plain for word in left], [word.plain for word in right]
    if a == b:
        return True
    if are_confused(a, b):
        return False
    if any(map(is_number, (*a, *b))):
        a, b = written_out(left), written_out(right)
    if _joined(a) != _joined(b):
        idle_a, idle_b = IDLE.intersection(a), IDLE.intersection(b)
        if not (idle_a <= idle_b or idle_b <= idle_a):
            return False
        a, b = [word for word in a if word not in IDLE], [word for word in b if word not in IDLE]
    return _joined(a) == _joined(b) and sum(w in NEGATIONS for w in a) == sum(w in NEGATIONS for w in b)


def _joined(words: Sequence[str]) -> str:
    """The letters in a row, a doubled one once in long words: where a word was set apart, both halves may be short."""
    letters = "".join(words).lower()  # the "C." of initials is read as of degrees
    return letters if "#" in letters or len(letters) < LONG else DOUBLED.sub(r"\1", letters)


def is_short_name(left: str, right: str) -> bool:
    """Whether one phrase is the initials of the other: "DHS" for "Department of Homeland Security"."""
    left, right = (ARTICLE.sub("", name.strip()) for name in (left, right))
    for short, long in ((left, right), (right, left)):
        initials = SHORT_NAME.fullmatch(short.translate(JOINTS_OF_INITIALS).strip())
        if _stands_for_term(short, long):
            return True
        capitals = "".join(CAPITALISED.findall(long))
        if initials and (initials.group() == capitals or _are_most_of(initials.group(), capitals)):
            return True
    return False


def _stands_for_term(short: str, long: str) -> bool:
    """Whether initials are those of a term, its small words aside: "PDAs" for "personal digital assistants"."""
    initials = SHORT_TERM.fullmatch(short.translate(JOINTS_OF_INITIALS))
    words = long.replace("-", " ").split()
    if not initials or len(words) > LONGEST_TERM or bool(initials["plural"]) != long.endswith("s"):
        return False
    letters = ("".join(word[0] for word in words), "".join(word[0] for word in words if carries_content(word)))
    return len(words) >= SHORTEST_INITIALS and initials["letters"].lower() in map(str.lower, letters)


def _are_most_of(initials: str, capitals: str) -> bool:
    """Whether initials are those of a name but for one or two of its words: "ATF" of "Bureau of Alcohol, …"."""
    if len(initials) < SHORTEST_INITIALS or len(capitals) > len(initials) + 2:
        return False
    rest = iter(capitals)
    return all(letter in rest for letter in initials)


def may_be_one_body(left: str, right: str) -> bool:
    """Whether initials begin as the other's do: what a body was called before, or with more of its words."""
    left, right = ARTICLE.sub("", left), ARTICLE.sub("", right)
    if len(left) == len(right) and left != right and SHORT_NAME.fullmatch(left) and SHORT_NAME.fullmatch(right):
        return False  # "ICC", "ICJ"
    a, b = ("".join(INITIALS.findall(name)) for name in (left, right))
    shared = Prefix.similarity(a, b)
    has_short_name = any(IN_CAPITALS.search(name) for name in (left, right))
    return shared >= SHORTEST_INITIALS - has_short_name and shared >= min(len(a), len(b)) - 1
