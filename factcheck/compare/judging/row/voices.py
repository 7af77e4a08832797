"""Verbs that give somebody's words or thoughts by how they stand, beyond those that do so anywhere in a sentence.

"Concluded", "joked" and "predicted" do much else, so a word of the lists of attributions counts only with "that" behind
it, at the end of a credit ("…, Orla Dask joked.") or before the speaker of one ("…, joked Dask"): the three places of a
reporting clause in Quirk et al., A Comprehensive Grammar of English (1985), 14.28 to 14.30.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import pairwise

import regex

from factcheck.compare.judging.row.tenses import is_past
from factcheck.compare.language.inflection import forms_of, irregular_verbs
from factcheck.compare.language.noun_classes import class_of
from factcheck.compare.language.numerals import is_number
from factcheck.compare.language.phrases import Word
from factcheck.compare.language.word_relations import is_verb_of_saying
from factcheck.compare.lexicon import words_of

THAT = "that"
CREDIT = 8  # words: a credit set apart by a comma is no longer
SPEAKING = frozenset(["person", "occupation", "organisation", "document"])
PRONOUNS = frozenset(["he", "she", "they", "it", "i", "we"])
WRITINGS = "en/attributions/documents"
POSSESSIVE = ("'s", "’s", "s'", "s’")
MEDIA = frozenset(["media", "television", "tv", "radio", "channel", "website", "magazine", "daily", "tabloid", "press"])
LOADED = "en/judging/loaded_verbs"
EVIDENCE = ("find", "show", "demonstrate", "establish", "determine", "prove")
RULINGS = ("rule", "calculate", "record")  # of a court, of those who count, of a paper
FIGURES = frozenset(["figures", "data", "statistics", "records", "findings", "results", "estimates", "numbers"])
FINDINGS = FIGURES | {"research", "evidence", "analysis", "studies", "surveys", "polls", "tests"}
TRACES = FINDINGS | words_of("en/judging/evidence")  # things that show something and otherwise say nothing
HEARS = frozenset(["heard", "hears"])  # what was said before a court: "the jury heard"
COURTS = frozenset(["court", "jury", "jurors", "inquest", "inquiry", "tribunal", "hearing", "panel", "committee"])
AUXILIARIES = frozenset(
    ["is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could", "may", "might", "does", "did"]
)
CLAUSE = 8  # words: the subject of a clause without "that" is no longer
OPENS_OBJECT = frozenset(["the", "a", "an", "his", "her", "its", "their", "no", "that"])
PLURAL = frozenset(["they", "i", "we", "police", "people"])
NO_CREDIT = frozenset(["who", "which", "that", "whom", "whose", "if", "as", "when", "where", "while", "because", "and"])
IN_TIME = words_of("en/words/days") | {"on", "yesterday", "today", "earlier", "later", "also"}
SET_APART = regex.compile(r"[,\"”’'»…—–]")
ENDS = regex.compile(r"\s*(?:[.:;!?,\n\"“„«»]|$)")

type IsName = Callable[[Word], bool]


def voices_in(text: str, words: Sequence[Word], is_name: IsName) -> Iterator[int]:
    """Which of a sentence's words are such verbs."""
    for at, word in enumerate(words):
        if (word.plain in _forms() or word.plain in evidence() or _hears(words, at)) and (
            _has_clause(text, words, at, is_name)
            or _closes_credit(text, words, at, is_name)
            or _opens_credit(text, words, at, is_name)
        ):
            yield at


def _has_clause(text: str, words: Sequence[Word], at: int, is_name: IsName) -> bool:
    """Whether "that" stands behind it: "predicted on Monday that"."""
    behind = _past_time(words, at + 1)
    is_shown = words[at].plain in _showing() and any(
        _agrees(word, words[at], is_name) for word in _words_up_to(text, words, at)
    )
    if words[at].plain in evidence() and not is_shown and not (at and _is_speaker(words[at - 1], is_name)):
        return False
    if behind == len(words) or not text[words[at].end : words[behind].start].isprintable():
        return False
    if words[behind].plain != THAT and not (is_shown and _has_bare_clause(text, words, at)):
        return False
    return is_shown or _is_finite(words, at, is_name)


def _past_time(words: Sequence[Word], at: int) -> int:
    """The place behind words that say when something was said: "on Monday"."""
    while at < len(words) and words[at].plain in IN_TIME:
        at += 1
    return at


def _has_bare_clause(text: str, words: Sequence[Word], at: int) -> bool:
    """Whether a clause without "that" stands behind it: "found the road was", and no "found a road that was"."""
    for before, word in pairwise(words[at : at + CLAUSE + 2]):
        if word.plain in NO_CREDIT or SET_APART.search(text, before.end, word.start):
            return False
        if word.plain in AUXILIARIES:
            return before is not words[at]
        if before is not words[at] and _governs(word, words):
            return True
    return False


def _governs(verb: Word, words: Sequence[Word]) -> bool:
    """Whether a past form has its object behind it, as no participle behind a noun has: "the aide moved the money"."""
    behind = words[words.index(verb) + 1 :][:1]
    return is_past(verb.plain) and bool(behind) and (behind[0].plain in OPENS_OBJECT or is_number(behind[0].plain))


def _hears(words: Sequence[Word], at: int) -> bool:
    return words[at].plain in HEARS and at > 0 and words[at - 1].plain in COURTS


def _is_finite(words: Sequence[Word], at: int, is_name: IsName) -> bool:
    """Whether it is no noun: in a past form, or behind a speaker that takes this form ("analysts predict")."""
    if words[at].plain in _pasts() or words[at].plain in HEARS:
        return True
    before = words[at - 1] if at else None
    return before is not None and _agrees(before, words[at], is_name)


def _agrees(subject: Word, verb: Word, is_name: IsName) -> bool:
    """Whether somebody who may speak takes this form of the verb: "analysts predict", "she predicts"."""
    is_plural = subject.plain in PLURAL or (
        subject.plain.endswith("s") and (subject.plain in TRACES or not is_name(subject))
    )
    is_subject = _is_speaker(subject, is_name) or (subject.plain in TRACES and verb.plain in _showing())
    return is_subject and is_plural != verb.plain.endswith("s")


def _closes_credit(text: str, words: Sequence[Word], at: int, is_name: IsName) -> bool:
    """Whether a comma or a mark, a speaker and the verb make up the end of a clause."""
    if not ENDS.match(text, words[_past_time(words, at + 1) - 1].end):
        return False
    credit = _words_up_to(text, words, at)
    if len(credit) == at or not 0 < len(credit) <= CREDIT or not NO_CREDIT.isdisjoint(word.plain for word in credit):
        return False
    if not AUXILIARIES.isdisjoint(word.plain for word in credit[:-2]):  # "were among the finalists announced"
        return False
    if words[at].plain in _showing() and any(_agrees(word, words[at], is_name) for word in credit):
        return True  # "figures released on Monday show"
    return _is_finite(words, at, is_name) and any(_is_speaker(word, is_name) or word.plain in COURTS for word in credit)


def _words_up_to(text: str, words: Sequence[Word], at: int) -> Sequence[Word]:
    """The words before a verb that no comma or mark sets apart from it."""
    first = at
    while first and at - first <= CREDIT and not SET_APART.search(text, words[first - 1].end, words[first].start):
        first -= 1
    return words[first:at]


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


def is_loaded(verb: str) -> bool:
    """Whether a verb tells what the writer makes of what was said: "bragged", "sneered"."""
    return verb in _loaded()


@cache
def _loaded() -> frozenset[str]:
    return frozenset(form for verb in words_of(LOADED) for form in forms_of(verb))


@cache
def _verbs() -> frozenset[str]:
    """Those of the list that are one word, and of the verbs that want a clause those of communication in WordNet."""
    said = words_of("en/attributions/reporting_verbs")
    wanting_clause = filter(is_verb_of_saying, words_of("en/attributions/clause_verbs"))
    return frozenset(filter(str.isalpha, said)) | set(wanting_clause) | words_of(LOADED)


@cache
def evidence() -> frozenset[str]:
    """What a study or those who made it do: "found that", "showed that" (Hyland's research acts)."""
    return frozenset(form for verb in (*EVIDENCE, *RULINGS) for form in forms_of(verb)) - _forms()


@cache
def _showing() -> frozenset[str]:
    """All that a finding does, verbs that others take too with them: "figures show", "tests suggest"."""
    return frozenset(form for verb in (*EVIDENCE, "suggest", "indicate") for form in forms_of(verb))


@cache
def _forms() -> frozenset[str]:
    return frozenset(form for verb in _verbs() for form in forms_of(verb))


@cache
def _pasts() -> frozenset[str]:
    """The forms that no noun has."""
    verbs = _verbs() | {*EVIDENCE, *RULINGS}
    irregular = frozenset(past for verb in verbs for past in irregular_verbs().get(verb, ())) - verbs
    return irregular | {form for form in _forms() | evidence() if form.endswith("ed")}
