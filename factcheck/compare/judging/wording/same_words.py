"""Whether no more than one word of a change, or a verb of several, gave way to another that mostly means the same.

Both have to stand in one form: "began" for "started", "was turned down" for "was rejected", not "begin" for "started".
"""

from __future__ import annotations

from factcheck.compare.judging.row.changes import Change, Half
from factcheck.compare.judging.row.slight_changes import counts
from factcheck.compare.judging.row.tenses import is_past
from factcheck.compare.language import word_relations
from factcheck.compare.language.base_forms import bases_of
from factcheck.compare.language.phrases import Word
from factcheck.compare.language.set_phrases import SetPhrase

S, ING = "s", "ing"


def says_the_same(change: Change) -> bool:
    """Whether all that differs is a verb, an adjective or an adverb for another, in the same form."""
    if any(half.is_quoted or counts(half) or not half.alone for half in change.halves):
        return False
    left, right = change.halves
    if len(left.alone) == len(right.alone) == 1:
        one, other = left.alone[0].plain, right.alone[0].plain
        return word_relations.are_alike(one, other) and _are_of_one_form(one, other)
    return _stands_for(left, right) or _stands_for(right, left)


def _stands_for(half: Half, other: Half) -> bool:
    """Whether a half has a verb of several words alone and the other side one word that stands for it."""
    if len(other.alone) != 1:
        return False
    plain = other.alone[0].plain
    return any(
        _has_all_of(half, found)
        and not set(bases_of(plain)).isdisjoint(found.like)
        and _are_of_one_form(half.side.words[found.at[0]].plain, plain)
        for found in half.side.set_phrases
    )


def _has_all_of(half: Half, found: SetPhrase) -> bool:
    words: list[Word] = [half.side.words[at] for at in found.at]
    return set(words).issuperset(half.alone)


def _are_of_one_form(one: str, other: str) -> bool:
    """Whether two words may be the same form of a verb, or are none: both past, both with "-ing", both with "-s"."""
    return not _forms(one).isdisjoint(_forms(other))


def _forms(word: str) -> set[str]:
    if len(bases_of(word)) == 1:
        return {"base"}
    if word.endswith(ING):
        return {ING}
    return ({"past"} if is_past(word) else set()) | ({S} if word.endswith(S) else set()) or {"base"}
