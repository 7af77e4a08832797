"""Verbs that give somebody's words or thoughts by how they stand, beyond those that do so anywhere in a sentence.

"Concluded", "joked" and "predicted" do much else, so a word of the lists of attributions counts only with "that" behind
it, at the end of a credit ("…, Orla Dask joked.") or before the speaker of one ("…, joked Dask"): the three places of a
reporting clause in Quirk et al., A Comprehensive Grammar of English (1985), 14.28 to 14.30.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache

import regex

from factcheck.compare.language.inflection import forms_of, irregular_verbs
from factcheck.compare.language.noun_classes import class_of
from factcheck.compare.language.phrases import Word
from factcheck.compare.language.word_relations import is_verb_of_saying
from factcheck.compare.lexicon import words_of

THAT = "that"
CREDIT = 8  # words: a credit set apart by a comma is no longer
SPEAKING = frozenset(["person", "occupation", "organisation", "document"])
PRONOUNS = frozenset(["he", "she", "they", "it", "i", "we"])
WRITINGS = "en/attributions/documents"
EVIDENCE = ("find", "show", "demonstrate", "establish", "determine", "prove")
FINDINGS = frozenset(["figures", "data", "statistics", "records", "findings", "results", "estimates", "numbers"])
PLURAL = frozenset(["they", "i", "we", "police", "people"])
NO_CREDIT = frozenset(["who", "which", "that", "whom", "whose", "if", "as", "when", "where", "while", "because", "and"])
IN_TIME = words_of("en/words/days") | {"on", "yesterday", "today", "earlier", "later", "also"}
SET_APART = regex.compile(r"[,\"”’'»…—–]")
ENDS = regex.compile(r"\s*(?:[.:;!?,\n\"“„«»]|$)")

type IsName = Callable[[Word], bool]


def voices_in(text: str, words: Sequence[Word], is_name: IsName) -> Iterator[int]:
    """Which of a sentence's words are such verbs."""
    for at, word in enumerate(words):
        if (word.plain in _forms() or word.plain in evidence()) and (
            _has_clause(text, words, at, is_name)
            or _closes_credit(text, words, at, is_name)
            or _opens_credit(text, words, at, is_name)
        ):
            yield at


def _has_clause(text: str, words: Sequence[Word], at: int, is_name: IsName) -> bool:
    """Whether "that" stands behind it: "predicted on Monday that"."""
    behind = at + 1
    while behind < len(words) and words[behind].plain in IN_TIME:
        behind += 1
    if words[at].plain in evidence() and not (at and _is_speaker(words[at - 1], is_name)):
        return False
    if (
        behind == len(words)
        or words[behind].plain != THAT
        or not text[words[at].end : words[behind].start].isprintable()
    ):
        return False
    return _is_finite(words, at, is_name)


def _is_finite(words: Sequence[Word], at: int, is_name: IsName) -> bool:
    """Whether it is no noun: in a past form, or behind a speaker that takes this form ("analysts predict")."""
    if words[at].plain in _pasts():
        return True
    before = words[at - 1] if at else None
    if before is None or not _is_speaker(before, is_name):
        return False
    is_plural = before.plain in PLURAL or (before.plain.endswith("s") and not is_name(before))
    return is_plural != words[at].plain.endswith("s")


def _closes_credit(text: str, words: Sequence[Word], at: int, is_name: IsName) -> bool:
    """Whether a comma or a mark, a speaker and the verb make up the end of a clause."""
    if not ENDS.match(text, words[at].end) or not _is_finite(words, at, is_name):
        return False
    first = at
    while first and at - first <= CREDIT and not SET_APART.search(text, words[first - 1].end, words[first].start):
        first -= 1
    credit = words[first:at]
    is_set_apart = bool(first) and 0 < len(credit) <= CREDIT and NO_CREDIT.isdisjoint(word.plain for word in credit)
    return is_set_apart and any(_is_speaker(word, is_name) for word in credit)


def _opens_credit(text: str, words: Sequence[Word], at: int, is_name: IsName) -> bool:
    """Whether it stands between a comma or a mark and the speaker."""
    if not at or not SET_APART.search(text, words[at - 1].end, words[at].start) or words[at].plain not in _pasts():
        return False
    behind = words[at + 1 : at + 4]
    return bool(behind) and (behind[0].plain in PRONOUNS or any(_is_speaker(word, is_name) for word in behind))


def _is_speaker(word: Word, is_name: IsName) -> bool:
    return (
        word.plain in PRONOUNS
        or is_name(word)
        or class_of(word.plain) in SPEAKING
        or word.plain in words_of(WRITINGS)
        or word.plain in FINDINGS
    )


@cache
def _verbs() -> frozenset[str]:
    """Those of the list that are one word, and of the verbs that want a clause those of communication in WordNet."""
    said = words_of("en/attributions/reporting_verbs")
    return frozenset(filter(str.isalpha, said)) | set(
        filter(is_verb_of_saying, words_of("en/attributions/clause_verbs"))
    )


@cache
def evidence() -> frozenset[str]:
    """What a study or those who made it do: "found that", "showed that" (Hyland's research acts)."""
    return frozenset(form for verb in EVIDENCE for form in forms_of(verb)) - _forms()


@cache
def _forms() -> frozenset[str]:
    return frozenset(form for verb in _verbs() for form in forms_of(verb))


@cache
def _pasts() -> frozenset[str]:
    """The forms that no noun has."""
    verbs = _verbs() | set(EVIDENCE)
    irregular = frozenset(past for verb in verbs for past in irregular_verbs().get(verb, ())) - verbs
    return irregular | {form for form in _forms() | evidence() if form.endswith("ed")}
