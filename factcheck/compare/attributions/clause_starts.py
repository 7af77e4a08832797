"""Where a clause with a verb of its own begins, behind a verb of saying or behind the time that stands between."""

from __future__ import annotations

from factcheck.compare.attributions.clauses import Sentence, Token
from factcheck.compare.attributions.verbs import is_adverb, is_finite, is_present

NO_HEADS = ("determiner", "preposition", "coordinator", "subordinator", "quantity", "relative", "no_object", "pronoun")
LONGEST_ADJUNCT = 16
LONGEST_SUBJECT = 12


def has_verb(sentence: Sentence, start: int, end: int) -> bool:
    """Whether the run of tokens may be a clause: it holds a finite verb or a quotation, and is no mere "In May"."""
    run = sentence.within(start, end)
    if len(run) < 2:
        return any(token.quoted for token in run)
    if run[0].isa("preposition") and not _counts(run[1]) and all(token.low != "," for token in run):
        return False
    return any(token.quoted or is_finite(token) for token in run)


def _counts(token: Token) -> bool:
    """Whether the word behind "at", "over" or "up" makes a number of it: "at least 40 homes", "about 40"."""
    return token.isa("quantity", "bound") or token.low[0].isdigit()


def opens_clause(sentence: Sentence, at: int) -> bool:
    """Whether a clause with its own verb begins at token `at`."""
    if sentence.is_quoted(at) or sentence.low(at) == ":":
        return True
    if sentence.isa(at, "content_opener") and sentence.low(at) != "to":
        return True
    if sentence.isa(at, "contracted") or (sentence.isa(at, "personal_pronoun") and sentence.low(at) != "it"):
        return True
    nearby = 3 if sentence.isa(at, "personal_pronoun", "self") else LONGEST_SUBJECT
    return not sentence.isa(at, "preposition", "auxiliary") and _has_sure_verb(sentence, at + 1, at + 1 + nearby)


def _has_sure_verb(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a helper or a sure verb in -s stands there, which are no attributes as words in -ed may be."""
    for token in sentence[start:end]:
        if token.isa("mark", "relative", "subordinator"):
            return False
        if token.isa("auxiliary") or is_present(token):
            return True
    return False


def is_new_subject(sentence: Sentence, at: int) -> bool:
    """Whether a clause begins right behind a time or a place that is named: "said Monday the firm had closed".

    Papers put the time between the verb and what was said, and leave "that" out.
    """
    before, token = sentence[at - 1], sentence[at]
    is_time = before.isa("time") or (before.low.isdigit() and sentence.isa(at - 2, "time"))
    if not is_time and not (before.is_name and token.isa("determiner")):
        return False
    if token.low.isdigit() and sentence.isa(at + 1, "determiner", "time"):  # "May 3 the"
        return False
    if not token.is_word or token.isa("time", "preposition", "coordinator", "relative", "no_object"):
        return False
    return not is_adverb(token) and not is_finite(token) and _has_finite(sentence, at + 1, at + 1 + LONGEST_SUBJECT)


def opens_behind_noun(sentence: Sentence, at: int) -> bool:
    """Whether a clause begins with its own small word right behind the hearer: "told the court the firm had closed"."""
    before = sentence[at - 1]
    if not sentence.isa(at, "determiner", "subject_pronoun") or not before.is_word or before.quoted:
        return False
    is_head = before.isa("object_pronoun") or not (before.isa(*NO_HEADS) or is_adverb(before) or is_finite(before))
    return is_head and _has_finite(sentence, at + 1, at + 1 + LONGEST_SUBJECT)


def opens_behind_time(sentence: Sentence, at: int) -> bool:
    """Whether the time stands at `at`, and a clause behind it."""
    for start in range(at, min(len(sentence), at + LONGEST_ADJUNCT)):
        if sentence.isa(start, "mark", "content_opener"):
            return False
        if start > at and is_new_subject(sentence, start):
            return sentence.isa(at, "preposition", "time", "time_lead")
    return False


def _has_finite(sentence: Sentence, start: int, end: int) -> bool:
    for token in sentence[start:end]:
        if token.quoted or token.isa("mark", "relative"):
            return False
        if is_finite(token):
            return True
    return False
