"""The rule on predicates: of whom or what stayed, something else altogether is said up to the end of the sentence.

It asks for a finite verb at the head of both predicates and for nothing that they share or that WordNet relates: a
predicate in other words keeps a word of the first, or has a synonym, a kind or a member of its family for one.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from factcheck.compare.findings import EditKind, Severity
from factcheck.compare.judging.row_changes import Change, Half
from factcheck.compare.judging.scope import are_of_one, closes_sentence
from factcheck.compare.judging.turned_round import BE
from factcheck.compare.language.base_forms import bases_of
from factcheck.compare.language.inflection import irregular_pasts
from factcheck.compare.language.noun_classes import class_of
from factcheck.compare.language.phrases import Word
from factcheck.compare.language.signals import OUTCOMES
from factcheck.compare.language.word_relations import is_verb_of_saying

type Finding = tuple[EditKind, Severity]

LEAST, MOST = 2, 8  # words of content on either side: a single verb for another may be the same deed in another word
TELLING = 3  # words of content on one side at least
# Their objects say what was done (Quirk et al. 1985, 10.30 and 16.2 to 16.16): "took home the cup", "made a mistake".
LIGHT = frozenset(["come", "do", "get", "give", "go", "have", "keep", "make", "put", "set", "take"])
HOLDS_TOGETHER = BE | {"a", "an", "the", "in", "on", "at", "by", "to", "of", "had", "has", "have"}


def another_predicate(change: Change) -> Iterator[Finding]:
    """Is another thing told of whom both sides name?"""
    left, right = change.halves
    if not all(LEAST <= len(half.content) <= MOST and _is_predicate(half) for half in change.halves):
        return
    if max(len(half.content) for half in change.halves) < TELLING:
        return
    words = [{word.plain for word in half.words} - HOLDS_TOGETHER for half in change.halves]
    if words[0] & words[1] or any(are_of_one(a, b) for a, b in product(left.content, right.content)):
        return
    yield EditKind.FACT, Severity.SUBSTANTIVE


RULES = (another_predicate,)


def _is_predicate(half: Half) -> bool:
    """Whether a half runs from a finite verb behind a noun, a name or a pronoun to the end of its sentence."""
    words, at = half.side.words, half.places.start
    if not at or half.signals or half.is_quoted or not closes_sentence(half):
        return False
    verb = next((word for word in half.words if word.plain not in BE), None)
    return verb is not None and _is_finite(verb) and verb in half.content and _may_do(half, words[at - 1])


def _is_finite(word: Word) -> bool:
    """Whether a word is a verb in its past form, and no verb of saying: what was said is a matter of `sources`."""
    is_past = word.plain in irregular_pasts() or (word.plain.endswith("ed") and len(bases_of(word.plain)) > 1)
    if not is_past or word.plain in OUTCOMES or is_verb_of_saying(word.plain):
        return False
    return LIGHT.isdisjoint(bases_of(word.plain))


def _may_do(half: Half, word: Word) -> bool:
    return class_of(word.plain) is not None or half.side.is_name(word) or half.side.opens_with_name(word)
