"""What is said around a figure as one with it: its bound ("no fewer than 300", "18 or over") and its deadline ("by").

The words are those of `en/judging/bounds`; those of one line of it read alike.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.compare.language.figure_readers import BY_A_VOTE_OF, DAYS, kind_of
from factcheck.compare.language.numerals import is_number
from factcheck.compare.language.phrases import Phrases, Word
from factcheck.compare.lexicon import lines_of
from factcheck.compare.words.plain_words import phrase

BY, BEFORE = "by", "before"
BEHIND = frozenset(["or", "and"])
END = "#point:2#"  # "the end of" as `figure_wordings` reads it
DEADLINES = Phrases((phrase(entry), "") for entry in ("no later than", "not later than", "on or before", "by"))


def bounded(words: Sequence[Word]) -> Iterator[Word]:
    """The words, each figure with its bound as one, and each deadline with one preposition."""
    plain = [word.plain for word in words]
    at = 0
    while at < len(words):
        if length := _before_score(plain, at):
            yield Word(plain[at + length], words[at].start, words[at + length].end)
            at += length + 1
            continue
        found = BOUNDS.at(plain, at) if plain[at] in BOUNDS.by_first else None
        before = at + found[0] if found else at
        if found and before < len(words) and is_number(plain[before]):
            yield Word(f"#bound:{found[1]} {plain[before]}#", words[at].start, words[before].end)
            at = before + 1
            continue
        is_before = is_number(plain[at]) and at + 1 < len(words) and plain[at + 1] in BEHIND
        if behind := BOUNDS.at(plain, at + 1) if is_before else None:
            yield Word(f"#bound:{behind[1]} {plain[at]}#", words[at].start, words[at + behind[0]].end)
            at += behind[0] + 1
            continue
        if length := _deadline(plain, at):
            yield Word("#by:#", words[at].start, words[at + length - 1].end)
            at += length
            continue
        yield words[at]
        at += 1


def _before_score(plain: Sequence[str], at: int) -> int:
    """How many words lead up to a score and say no more: "by", "by a vote of"."""
    if plain[at] != BY:
        return 0
    length = 4 if tuple(plain[at : at + 4]) in BY_A_VOTE_OF else 1
    return length if at + length < len(plain) and kind_of(plain[at + length]) == "span" else 0


def _deadline(plain: Sequence[str], at: int) -> int:
    """How many words from there on say "by": "no later than", and "before" where the end of a time follows."""
    if plain[at] not in DEADLINES.by_first and plain[at] != BEFORE:
        return 0
    length, _ = DEADLINES.at(plain, at) or (0, "")
    if plain[at] == BEFORE and plain[at + 1 : at + 2] == [END]:
        return 1
    behind = plain[at + length : at + length + 1]
    if length == 1 and not (behind and (is_number(behind[0]) or behind[0] in DAYS)):
        return 0
    return length


def _bound_lines() -> Iterator[tuple[tuple[str, ...], int]]:
    for number, line in enumerate(lines_of("en/judging/bounds")):
        for entry in line.partition(":")[2].split(","):
            yield phrase(entry.strip()), number


BOUNDS = Phrases(_bound_lines())
