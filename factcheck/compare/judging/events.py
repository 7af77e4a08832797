"""The rules on what happened: another outcome, its opposite, a plan for a deed, a condition, an office, roles swapped.

The kinds are those of de Marneffe, Rafferty and Manning, Finding Contradictions in Text (2008): antonyms, structure,
factive and modal context, lexical and world knowledge; numbers and negation have rules of their own.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.compare.findings import EditKind, Severity
from factcheck.compare.judging.row_changes import PHRASE, Change, Half
from factcheck.compare.judging.turned_round import is_turned_round
from factcheck.compare.language import word_relations
from factcheck.compare.language.numerals import is_number
from factcheck.compare.language.phrases import Phrases, Word
from factcheck.compare.language.signals import are_rivals, carries_content, groups_of, is_step_apart
from factcheck.compare.lexicon import words_of
from factcheck.compare.words.plain_words import phrase

Finding = tuple[EditKind, Severity]
SUBSTANTIVE = Severity.SUBSTANTIVE
CONDITIONS = Phrases((phrase(entry), "") for entry in words_of("en/judging/conditions"))
PLANS = Phrases((phrase(entry), group) for group, entry in groups_of("en/judging/plans"))
OFFICES = frozenset(word for entry in words_of("en/judging/offices") for word in phrase(entry))
BEFORE_CONDITION = frozenset(["and", "or", "but", "that"])
EVEN = "even"


def what_happened(change: Change) -> Iterator[Finding]:
    """Does a word stand in its place that cannot be true as well?"""
    left, right = ([word.plain for word in half.alone] for half in change.halves)
    if max(len(left), len(right)) > 2 * PHRASE:
        return
    if any(are_rivals(a, b) or is_step_apart(a, b) for a in left for b in right) or (
        change.is_phrase
        and any(
            word_relations.are_opposites(a.plain, b.plain) or word_relations.are_rivals(a.plain, b.plain)
            for a in _told(change.left)
            for b in _told(change.right)
        )
    ):
        yield EditKind.FACT, SUBSTANTIVE


def plan_or_deed(change: Change) -> Iterator[Finding]:
    """Is what was planned now done, or the reverse?"""
    left, right = (half.has_of(PLANS) for half in change.halves)
    for plan, deed, half, other in ((left, right, change.left, change.right), (right, left, change.right, change.left)):
        if plan - deed and not deed and _has_same_verb(half, other):
            yield EditKind.HEDGE, SUBSTANTIVE
            yield EditKind.FACT, SUBSTANTIVE


def only_if(change: Change) -> Iterator[Finding]:
    """Did an exception or a condition come or go, the rest as it was?"""
    left, right = change.halves
    for full, bare in ((left, right), (right, left)):
        if not bare.content and full.has_of(CONDITIONS) and _opens_with_condition(full):
            yield EditKind.FACT, SUBSTANTIVE


def office_held(change: Change) -> Iterator[Finding]:
    """Did "former" or "acting" come or go before an office that stays?"""
    left, right = ({word.plain for word in half.alone} & OFFICES for half in change.halves)
    if left != right and not (left and right) and all(len(half.content) <= 2 for half in change.halves):
        yield EditKind.FACT, SUBSTANTIVE


def roles(change: Change) -> Iterator[Finding]:
    """Did the parties change places, or the clauses about "after"?"""
    left, right = change.halves
    if left.content or right.content or not (left.words or right.words):
        return
    if is_turned_round([word.plain for word in left.side.words], [word.plain for word in right.side.words]):
        yield EditKind.FACT, SUBSTANTIVE


RULES = (what_happened, plan_or_deed, only_if, office_held, roles)


def _told(half: Half) -> list[Word]:
    """The words of content that have no counterpart, people who may speak among them."""
    return [word for word in half.alone if word.plain.isalpha() and carries_content(word.plain)]


def _has_same_verb(half: Half, other: Half) -> bool:
    """Whether a verb of one side stands in another form on the other, in the change or as a word that was kept."""
    return any(
        word_relations.are_synonyms(a.plain, b.plain)
        for a in half.content
        for b in other.content
        if a.plain.isalpha() and not is_number(b.plain)
    )


def _opens_with_condition(half: Half) -> bool:
    words = [word.plain for word in half.words]
    first = next((at for at, word in enumerate(words) if word not in BEFORE_CONDITION), 0)
    return bool(words) and words[first] in CONDITIONS.by_first and CONDITIONS.at(words, first) is not None
