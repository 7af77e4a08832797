"""Whether a negation turns round what both texts say, or only denies a thing that its own text tells.

The scope of a negation is the predicate behind it (Quirk et al. 1985, 10.64; Vincze et al. 2008). Where that predicate
came with its negation in the place of another predicate, the sentence was put in other words; unless of one subject
the one text tells a deed and the other denies one.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from factcheck.compare.judging.row.changes import NEAR, Half
from factcheck.compare.judging.row.scope import JOINS, RELATIVES, are_of_one, closes_sentence, signals_of
from factcheck.compare.judging.row.sides import PRONOUNS, RowSide
from factcheck.compare.judging.row.tenses import MODALS, is_past
from factcheck.compare.judging.row.turned_round import BE
from factcheck.compare.language import word_relations
from factcheck.compare.language.base_forms import bases_of
from factcheck.compare.language.phrases import Word
from factcheck.compare.language.signals import carries_content

# Operators, before which "not" stands in a finite verb phrase (Quirk et al. 1985, 3.21 to 3.29).
OPERATORS = BE | MODALS | {"do", "does", "did", "have", "has", "had"}
RELATIVE_PRONOUNS = frozenset(["who", "which", "whose", "whom"])
THAT, NOT = "that", "not"
QUANTIFIERS = frozenset(["all", "every", "both", "each"])
# Verbs and adjectives of opinion, intention and likelihood under which it is all one where the negation stands.
OPINIONS = frozenset(
    ["think", "believe", "suppose", "expect", "imagine", "reckon", "feel", "anticipate", "guess", "consider"]
) | {"appear", "seem", "look", "likely", "probable", "want", "wish", "intend", "plan", "mean", "choose", "ought"}
LONGEST = 60  # words that one side has and the other has not
CLAUSE_END = regex.compile(r"\s*(?:[.,;:!?”\"—–]|$)")
CLAUSE_MARK = regex.compile("[,;:—–]")


def denies_its_own(half: Half, other: Half, where: range) -> bool:
    """Whether all that a negation governs came with it, in a relative clause or in the place of another predicate.

    Who is said to say that something is not so denies it.
    """
    if len(other.alone) > LONGEST:
        return False
    governed = list(_governed(half, where))
    if not governed or half.groups("cue") or any(_is_shared(word, half, other) for word in governed):
        return False
    return _closes_relative_clause(half, where) or (_is_predicate(other) and not _keeps_subject(half, where))


def denies_another(left: RowSide, right: RowSide) -> bool:
    """Whether the one "not" of either row stands before another of the words that both have.

    "It has not established that he was drunk", "it has established that he was not drunk". With verbs of opinion the
    negation may stand in either clause (Huddleston and Pullum 2002, 9.5, after Horn 1978).
    """
    denied = [_denied_alone(side) for side in (left, right)]
    if None in denied or not set(bases_of(denied[0])).isdisjoint(bases_of(denied[1])):
        return False
    if not OPINIONS.isdisjoint(bases_of(denied[0])) or not OPINIONS.isdisjoint(bases_of(denied[1])):
        return False
    return all(
        any(not set(bases_of(word)).isdisjoint(bases_of(some.plain)) for some in side.words)
        for word, side in zip(denied, (right, left), strict=True)
    )


def _denied_alone(side: RowSide) -> str | None:
    """The verb, or the word for all, behind the only "not" of a row; "not to Lund" denies a part of the clause."""
    plain = [word.plain for word in side.words]
    if plain.count(NOT) != 1:
        return None
    at = plain.index(NOT)
    behind = (word for word in plain[at + 1 :] if not word.endswith("ly"))
    denied = next((word for word in behind if carries_content(word) or word in QUANTIFIERS), None)
    return denied if denied in QUANTIFIERS or not OPERATORS.isdisjoint(plain[max(0, at - 1) : at]) else None


def says_no(half: Half) -> bool:
    """Whether somebody in a half says no more than that it is not so: "the firm says it did not" (Quirk, 12.21)."""
    return half.has_cue and any(_ends_with_operator(half, where) for where, _ in signals_of(half, "negation"))


def _ends_with_operator(half: Half, where: range) -> bool:
    at = half.places.start + where.start
    words, text = half.side.words, half.side.text
    is_negated = at > 0 and words[at].plain == NOT and words[at - 1].plain in OPERATORS
    return is_negated and CLAUSE_END.match(text, words[at].end, half.side.span.end) is not None


def _governed(half: Half, where: range) -> Iterator[Word]:
    """The words of content from a negation to the end of its clause."""
    text, end = half.side.text, half.words[where[-1]].end
    for word in half.words[where.stop :]:
        if word.plain in JOINS or word.plain in RELATIVES or CLAUSE_MARK.search(text, end, word.start):
            return
        end = word.end
        if carries_content(word.plain) and word.plain not in PRONOUNS:
            yield word


def _is_predicate(half: Half) -> bool:
    """Whether a half holds a verb that the other side has not: a form of "be", a past form or one in "-ing"."""
    return any(
        word.plain in BE or is_past(word.plain) or (word.plain.endswith("ing") and len(bases_of(word.plain)) > 1)
        for word in half.alone
    )


def _keeps_subject(half: Half, where: range) -> bool:
    """Whether a half opens with the verb that is denied, so that its subject is kept: "Dask [did not sign it]"."""
    words, first = half.side.words, half.places.start
    if not first or any(word.plain not in OPERATORS for word in half.words[: where.start]):
        return False
    if not half.side.text[words[first - 1].end : half.words[0].start].isspace():
        return False
    before = (word.plain for word in reversed(words[max(0, first - NEAR) : first]) if word.plain not in OPERATORS)
    return next(before, THAT) not in {THAT, *RELATIVES}


def _closes_relative_clause(half: Half, where: range) -> bool:
    """Whether a negation stands in a relative clause that opens in the phrase and closes the sentence."""
    opens = any(word.plain in RELATIVE_PRONOUNS and half.is_alone(word) for word in half.words[: where.start])
    return opens and closes_sentence(half)


def _is_shared(word: Word, half: Half, other: Half) -> bool:
    """Whether the other side has the word, its opposite, or another for the same thing."""
    return not half.is_alone(word) or any(
        are_of_one(word, some) or word_relations.may_be_opposites(word.plain, some.plain) for some in other.alone
    )
