"""The rule on plans: is what was planned on one side done on the other, or only considered where it was promised?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.compare.findings import EditKind, Severity
from factcheck.compare.judging.row_changes import Change, Half, range_overlap
from factcheck.compare.judging.turned_round import BE
from factcheck.compare.language import word_relations
from factcheck.compare.language.base_forms import bases_of
from factcheck.compare.language.numerals import is_number
from factcheck.compare.language.phrases import Phrases
from factcheck.compare.language.signals import (
    groups_of,
)
from factcheck.compare.words.plain_words import phrase

Finding = tuple[EditKind, Severity]
SUBSTANTIVE = Severity.SUBSTANTIVE
PLANS = Phrases((phrase(entry), group) for group, entry in groups_of("en/judging/plans"))
NOUN_ENDINGS = ("ness", "tion", "sion", "ment", "ity", "ance", "ence", "ing", "ism", "cy")
FUTURE = "future"
TENTATIVE, BINDING = frozenset(["talks", "consider"]), frozenset(["promise"])
CONSIDER = "consider"
GERUND_BEHIND = (["for"], ["of"], ["in"], ["by"], ["after"], ["before"])
CONSIDERED = "considered"  # what is considered legal is no plan
ARTICLES = frozenset(["a", "an", "the"])


def plan_or_deed(change: Change) -> Iterator[Finding]:
    """Is what was planned now done, or the reverse?"""
    left, right = map(_plans, change.halves)
    if (left & TENTATIVE and right & BINDING) or (right & TENTATIVE and left & BINDING):
        yield EditKind.HEDGE, SUBSTANTIVE
    for plan, deed, half, other in ((left, right, change.left, change.right), (right, left, change.right, change.left)):
        is_planned = plan - deed and not deed and _has_same_verb(half, other) and not _plans_too(half, other)
        if is_planned and not (plan == {FUTURE} and _is_going_on(other)):
            yield EditKind.HEDGE, SUBSTANTIVE
            yield EditKind.FACT, SUBSTANTIVE


def _plans(half: Half) -> set[str]:
    """The labels of the plans that a half reaches into; "due to a storm" is none."""
    plain = [word.plain for word in half.side.words]
    return {
        label
        for where, label in half.side.found(PLANS)
        if range_overlap(where, half.places)
        and not (plain[where[-1]] == "to" and _is_thing(plain[where.stop : where.stop + 1]))
        and not (label == CONSIDER and plain[max(0, where.start - 1) : where.start] in GERUND_BEHIND)
        and not (plain[where[0]] == CONSIDERED and BE.intersection(plain[max(0, where.start - 2) : where.start]))
    }


def _plans_too(half: Half, other: Half) -> bool:
    """Whether the other side says it with a form of the same word: "plans to go", "planned Monday to go"."""
    heads = {
        half.side.words[where[0]].plain for where, _ in half.side.found(PLANS) if range_overlap(where, half.places)
    }
    return any(word_relations.are_derived(head, word.plain) for head in heads for word in other.words)


def _is_thing(behind: Sequence[str]) -> bool:
    """Whether what stands behind "due to" is no verb in its base form: an article, a plural, a noun by its ending."""
    return any(
        word in ARTICLES or word.endswith(NOUN_ENDINGS) or (word[-1:] == "s" and word[-2:] != "ss") for word in behind
    )


def _is_going_on(half: Half) -> bool:
    """Whether a half says "is releasing", "costing" or "goes", which may be said of what is to come."""
    words = [word.plain for word in half.words]
    is_timetable = any(word.endswith("s") and bases_of(word)[1:] for word in words if word not in BE)
    return is_timetable or any(word.endswith("ing") and bases_of(word)[1:] for word in words)


def _has_same_verb(half: Half, other: Half) -> bool:
    """Whether a verb of one side stands in another form on the other, in the change or as a word that was kept."""
    return any(
        word_relations.are_synonyms(a.plain, b.plain)
        for a in half.content
        for b in other.content
        if a.plain.isalpha() and not is_number(b.plain)
    )


RULES = (plan_or_deed,)
