"""The rules on plans: is what one side plans or says is to come done on the other, or only considered there?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.compare.findings import EditKind, Severity
from factcheck.compare.judging.row.changes import Change, Half, range_overlap
from factcheck.compare.judging.row.tenses import WILL, Verb
from factcheck.compare.judging.row.turned_round import BE
from factcheck.compare.language import word_relations
from factcheck.compare.language.numerals import is_number
from factcheck.compare.language.phrases import Phrases
from factcheck.compare.language.signals import carries_content, groups_of
from factcheck.compare.words.plain_words import phrase

Finding = tuple[EditKind, Severity]
SUBSTANTIVE = Severity.SUBSTANTIVE
PLANS = Phrases((phrase(entry), group) for group, entry in groups_of("en/judging/plans"))
NOUN_ENDINGS = ("ness", "tion", "sion", "ment", "ity", "ance", "ence", "ing", "ism", "cy")
TENTATIVE, BINDING = frozenset(["talks", "consider"]), frozenset(["promise"])
CONSIDER = "consider"
GERUND_BEHIND = (["for"], ["of"], ["in"], ["by"], ["after"], ["before"])
CONSIDERED = "considered"  # what is considered legal is no plan
ARTICLES = frozenset(["a", "an", "the"])
BEING, BEEN = "being", "been"
COMING = WILL | BE | PLANS.words


def plan_or_deed(change: Change) -> Iterator[Finding]:
    """Is what was planned now done, or the reverse?"""
    left, right = map(_plans, change.halves)
    if (left & TENTATIVE and right & BINDING) or (right & TENTATIVE and left & BINDING):
        yield EditKind.HEDGE, SUBSTANTIVE
    for plan, deed, half, other in ((left, right, change.left, change.right), (right, left, change.right, change.left)):
        if plan and not deed and _has_same_verb(half, other) and not _plans_too(half, other):
            yield EditKind.HEDGE, SUBSTANTIVE
            yield EditKind.FACT, SUBSTANTIVE


def yet_to_come(change: Change) -> Iterator[Finding]:
    """Is what one side says is still to come, done on the other?"""
    if any(map(_is_yet_to_come, change.halves, change.halves[::-1])):
        yield EditKind.FACT, SUBSTANTIVE


def _is_yet_to_come(half: Half, other: Half) -> bool:
    alone = {word.plain for word in half.alone}
    if alone.isdisjoint(COMING):
        return False
    plain = [word.plain for word in half.side.words]
    return any(
        range_overlap(verb.words, half.places)
        and not alone.isdisjoint(plain[at] for at in verb.words[:-1])
        and (_is_done(verb, half, other) or (verb in half.side.to_come and _is_other_tense(verb, half, other)))
        for verb in _to_come(half)
    )


def _to_come(half: Half) -> list[Verb]:
    """The verbs of a row that tell of what is to come or only planned."""
    plain = [word.plain for word in half.side.words]
    planned = [
        Verb(range(where.start, where.stop + 1), plain[where.stop])
        for where, _ in half.side.found(PLANS)
        if plain[where[-1]].endswith("to") and where.stop < len(plain)
    ]
    return [*half.side.to_come, *planned]


def _is_done(verb: Verb, half: Half, other: Half) -> bool:
    """Whether the other row gives a verb in the past, and neither row in both tenses."""
    return (
        _is_among(verb, other.side.done)
        and not _is_among(verb, half.side.done)
        and not _is_among(verb, _to_come(other))
    )


def _is_among(verb: Verb, others: Sequence[Verb]) -> bool:
    return any(word_relations.are_synonyms(verb.main, other.main) for other in others)


def _is_other_tense(verb: Verb, half: Half, other: Half) -> bool:
    """Whether both halves begin with a verb, behind the same word: "the guards [will go]", "the guards [were sent]"."""
    done = next((done for done in other.side.done if done.words.start == other.places.start), None)
    if done is None or verb.words.start != half.places.start or _plans(other) or other.groups("hedge"):
        return False
    if not carries_content(done.main) or word_relations.is_verb_of_saying(done.main) or _plans_too(half, other):
        return False
    if len(done.words) == 1 and _plain_from(other, done.words.stop) == ["to"]:
        return False  # "declined to go"
    before = [_plain_from(some, some.places.start - 1) for some in (half, other)]
    return before[0] == before[1] and any(map(carries_content, before[0]))


def _plain_from(half: Half, at: int) -> list[str]:
    """The word of a row at a position, if there is one."""
    return [word.plain for word in half.side.words[at : at + 1]] if at >= 0 else []


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


def _has_same_verb(half: Half, other: Half) -> bool:
    """Whether a verb of one side stands in another form on the other, in the change or as a word that was kept."""
    return any(
        word_relations.are_synonyms(a.plain, b.plain)
        for a in half.content
        for b in other.content
        if a.plain.isalpha() and not is_number(b.plain)
    )


def under_way(change: Change) -> Iterator[Finding]:
    """Is what one side says is being done, done on the other: "is being towed", "has been towed" (4.25 to 4.27)?"""
    if any(map(_is_under_way, change.halves, change.halves[::-1])):
        yield EditKind.FACT, SUBSTANTIVE


def _is_under_way(half: Half, other: Half) -> bool:
    if half.content or other.content or all(word.plain != BEING for word in half.alone):
        return False
    words, others = ([word.plain for word in some.side.words] for some in (half, other))
    return any(
        word.plain == BEING
        and half.is_alone(word)
        and at + 1 not in half.places
        and BEING not in others
        and any(before == BEEN and behind in words[at + 1 : at + 2] for before, behind in pairwise(others))
        for at, word in enumerate(half.side.words)
        if at in half.places
    )


RULES = (plan_or_deed, yet_to_come, under_way)
