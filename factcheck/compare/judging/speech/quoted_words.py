"""The rule on quotations: were the words inside quotation marks changed, or a paraphrase made a quotation?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import regex

from factcheck.compare.findings import EditKind, Severity
from factcheck.compare.judging.row.changes import CLAUSE, Change, Half
from factcheck.compare.judging.speech.quotation_marks import is_passage, is_spoken, quotes_kept_words
from factcheck.compare.judging.speech.same_speaker import may_be_one_name
from factcheck.compare.judging.speech.sources import attributes, speaks_of_itself
from factcheck.compare.language.base_forms import bases_of
from factcheck.compare.language.numerals import is_number
from factcheck.compare.language.phrases import Word
from factcheck.compare.language.signals import carries_content
from factcheck.compare.language.word_relations import are_synonyms
from factcheck.compare.lexicon import words_of

Finding = tuple[EditKind, Severity]
MINOR, SUBSTANTIVE = Severity.MINOR, Severity.SUBSTANTIVE
PARAPHRASE = 2  # words of content
SPEAKERS = frozenset(["i", "we"])
FIRST_PERSON = frozenset(["i", "we", "my", "our"])
# Verbs of comment clauses in the first person (Quirk et al. 1985, 15.54); the first line takes things as often.
OF_THINGS = frozenset(["doubt", "expect", "feel", "imagine", "suspect"])
STANCE = OF_THINGS | frozenset(["assume", "believe", "guess", "hope", "presume", "reckon", "suppose", "think"])
AMPLIFIERS = words_of("en/judging/amplifiers")
BRACKETED = regex.compile(r"[(\[][^()\[\]]*[)\]]|\.(?:\s?\.)++|…")


def what_was_quoted(change: Change) -> Iterator[Finding]:
    """Were the words inside quotation marks changed, or a paraphrase made a quotation?

    What was quoted may be shortened or told in other words; nobody may be given words that he did not say.
    """
    left, right = change.halves
    if left.quotes != right.quotes and min(len(left.content), len(right.content)) >= PARAPHRASE:
        yield EditKind.QUOTE, SUBSTANTIVE if right.quotes else MINOR
    elif left.is_quoted and right.is_quoted and not (left.groups("cue") or right.groups("cue")):
        yield EditKind.QUOTE, MINOR if _is_kept(change) else SUBSTANTIVE
    elif (is_new := _paraphrases(right, left)) or _paraphrases(left, right):
        yield EditKind.QUOTE, SUBSTANTIVE if is_new else MINOR
    elif any(words := [_spoken(half) for half in change.halves]):
        yield EditKind.QUOTE, SUBSTANTIVE if _are_other_words(*words) else MINOR
    for half, other in (change.halves, change.halves[::-1]):
        if quotes_kept_words(half.side, half.span, other.side, other.span):
            yield EditKind.QUOTE, SUBSTANTIVE if half is right and _is_made_quotation(half, other) else MINOR
            if attributes(half.side) and not (attributes(other.side) or speaks_of_itself(other.side)):
                yield EditKind.ATTRIBUTION, SUBSTANTIVE


def put_into_first_person(change: Change) -> Iterator[Finding]:
    """Did what somebody was said to have said become his own words: "said he was tired", "I am tired"?"""
    left, right = change.halves
    if left.side.quotations or speaks_of_itself(left.side) or not attributes(left.side):
        return
    kept = {base for word in left.side.words for base in bases_of(word.plain)}
    for quotation in right.side.quotations:
        spoken = right.side.within(quotation)
        content = [word for word in spoken if carries_content(word.plain)]
        told = [word for word in content if not kept.isdisjoint(bases_of(word.plain))]
        is_own = any(word.plain in FIRST_PERSON and right.is_alone(word) for word in spoken)
        if is_own and len(told) >= PARAPHRASE and 2 * len(told) >= len(content):
            yield EditKind.QUOTE, SUBSTANTIVE


def how_sure_the_speaker_is(change: Change) -> Iterator[Finding]:
    """Did "I think" or the like come or go at the head of what is quoted?"""
    left, right = map(_doubts, change.halves)
    if left != right:
        yield EditKind.QUOTE, SUBSTANTIVE
        yield EditKind.HEDGE, SUBSTANTIVE


RULES = (what_was_quoted, put_into_first_person, how_sure_the_speaker_is)


def _is_made_quotation(half: Half, other: Half) -> bool:
    """Whether a passage that one half opens has the same words on the other side, which quotes nothing and nobody."""
    passages = [q for q in half.side.quotations if half.span.start <= q.start < half.span.end]
    kept = {word.plain for word in other.side.words}
    return not (other.side.has_speech or speaks_of_itself(other.side)) and any(
        (half.side.is_mostly_speech or is_passage(half.side, q))
        and all(word.plain in kept for word in half.side.within(q) if carries_content(word.plain))
        for q in passages
    )


def _is_kept(change: Change) -> bool:
    """Whether the speaker's words are the same but for what does not change their meaning."""
    return (
        not change.right.content
        or _only_amplifies(change)
        or _explains(change)
        or _is_inflected(change)
        or _names_the_same(change)
        or _says_the_same(change)
    )


def _spoken(half: Half) -> list[Word]:
    """The quoted words of a half; a credit that seems to stand inside marks shows that the marks are damaged."""
    if half.is_quoted and half.has_cue:
        return []
    return [word for word in half.quoted_words if is_spoken(half.side, word)]


def _doubts(half: Half) -> bool:
    """Whether "I think" or the like came or went before quoted words that are kept."""
    words = half.side.words
    for at, (before, verb) in enumerate(pairwise(words[half.places.start : half.places.stop]), start=half.places.start):
        if before.plain not in SPEAKERS or not (half.is_alone(before) and half.is_alone(verb)):
            continue
        base = next((base for base in bases_of(verb.plain) if base in STANCE), None)
        if not base or not is_spoken(half.side, verb) or not _opens_quotation(half, before):
            continue
        if _goes_on(half, at + 2, CLAUSE if base in OF_THINGS else 1):  # "I suspect the mayor" is no clause
            return True
    return False


def _opens_quotation(half: Half, word: Word) -> bool:
    """Whether no more than "well" or the like stands between a word and the mark before it."""
    starts = [quotation.start for quotation in half.side.quotations if quotation.start <= word.start]
    between = (some for some in half.side.words if starts and starts[-1] <= some.start < word.start)
    return bool(starts) and sum(carries_content(some.plain) for some in between) <= 1


def _goes_on(half: Half, at: int, least: int) -> bool:
    """Whether a quotation goes on from a place with so many kept words of content, and hardly any others."""
    words = [word for word in half.side.words[at:] if is_spoken(half.side, word) and carries_content(word.plain)]
    new = sum(word in half.content for word in words)
    return new < CLAUSE and len(words) - new >= least


def _paraphrases(quoting: Half, plain: Half) -> bool:
    """Whether words in marks stand on one side and, with a speaker, other words without any on the other."""
    if plain.side.quotations or not _spoken(quoting) or not plain.alone:
        return False
    if len(quoting.content) == len(plain.content) and all(
        _have_one_base(word.plain, other.plain) for word, other in zip(quoting.content, plain.content, strict=True)
    ):
        return False
    is_attributed = attributes(quoting.side) or quoting.side.is_mostly_speech
    return is_attributed and attributes(plain.side)


def _are_other_words(left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Whether quoted words stand for quoted words that are no forms of them."""
    return bool(left and right) and not any(_have_one_base(a.plain, b.plain) for a in left for b in right)


def _explains(change: Change) -> bool:
    """Whether an editor's brackets or an ellipsis show that the words are not the speaker's."""
    return any(BRACKETED.search(half.span.of(half.side.text)) for half in change.halves)


def _only_amplifies(change: Change) -> bool:
    """Whether no word of content came or went but those that strengthen another: "very", "really"."""
    return all(word.plain in AMPLIFIERS for half in change.halves for word in half.content)


def _says_the_same(change: Change) -> bool:
    """Whether the words are written apart on one side, or each has a synonym on the other."""
    left, right = ([word.plain for word in half.content] for half in change.halves)
    return "".join(left) == "".join(right) or (len(left) == len(right) and all(map(are_synonyms, left, right)))


def _names_the_same(change: Change) -> bool:
    """Whether the words are no more than a name in another spelling."""
    left, right = change.halves
    is_named = all(half.content and len(half.names) == len(half.content) for half in change.halves)
    return is_named and len(left.names) == len(right.names) and all(map(may_be_one_name, left.names, right.names))


def _is_inflected(change: Change) -> bool:
    """Whether the words of content are the same in another form: "we feel", "we felt"."""
    left, right = ([word.plain for word in half.content] for half in change.halves)
    return len(left) == len(right) and all(map(_have_one_base, left, right))


def _have_one_base(one: str, other: str) -> bool:
    return not is_number(one) and not set(bases_of(one)).isdisjoint(bases_of(other))
