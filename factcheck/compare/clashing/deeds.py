"""What a clause says is done or is so, and of whom or what: its deeds, of which two may exclude each other.

Of each deed its theme is read, what it is done to or what changes (Dowty, Thematic Proto-Roles and Argument Selection,
1991): the object of a verb, the subject of a passive and of a verb without an object. Only what stands in the lists
`exclusive_deeds` and `limiting_predicates` is read; what is only planned or supposed, and what a relative clause tells,
is no deed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import NamedTuple

from factcheck.compare.attributions.clauses import word_class
from factcheck.compare.clashing.clauses import Clause
from factcheck.compare.clashing.things import (
    PARTICLES,
    PREPOSITIONS,
    Thing,
    are_two,
    days_in,
    is_one,
    object_behind,
    subject_before,
)
from factcheck.compare.findings import Span
from factcheck.compare.language.inflection import forms_of
from factcheck.compare.language.numerals import is_number
from factcheck.compare.language.phrases import Phrases
from factcheck.compare.language.signals import NEGATIONS
from factcheck.compare.language.word_relations import are_antonyms, has_opposite
from factcheck.compare.lexicon import lines_of
from factcheck.compare.words.plain_words import phrase

LIMITING = -1  # the line of what stands in `limiting_predicates`
QUALITY = -2  # and of what something is otherwise said to be
NAMED_WITHIN = 6  # words before a predicate in which a verb may give it as a name: "called the letter a forgery"
HELPED_WITHIN = 3  # words before a verb in which "may" makes it no deed
DENIED_WITHIN = 4
SPLIT_WITHIN = 4  # words behind a verb's first in which its particle may stand


class Deed(NamedTuple):
    """A deed of a clause: its line and side in the list, its words, what it is told of, who does it, and on what days.

    `theme` and `agent` are None where the clause does not name them.
    """

    line: int
    side: int
    shown: str
    theme: Thing | None
    agent: Thing | None
    is_denied: bool
    days: frozenset[str]


class ListedDeed(NamedTuple):
    """A place in the list; a state is what something is, and not what is done."""

    line: int
    side: int
    is_state: bool


class Parts(NamedTuple):
    theme: Thing | None
    agent: Thing | None


def deeds_in(clauses: Sequence[Clause], inside: Span) -> tuple[Deed, ...]:
    """The deeds in a text that stand in one part of it, in order."""
    said = (clause for clause in clauses if not clause.is_open)
    return tuple(deed for clause in said for at, deed in _deeds(clause) if inside.start <= at < inside.end)


def excluding(one: Iterable[Deed], other: Iterable[Deed]) -> Iterator[tuple[Deed, Deed]]:
    """The pairs of deeds, one of each statement, of which only one can be: opposites, or one and its denial."""
    for left, right in product(one, other):
        if left.line != right.line or left.line == LIMITING or not _are_of_one(left, right):
            continue
        if left.line == QUALITY and not are_antonyms(left.shown, right.shown):
            continue
        if (left.side == right.side and left.line != QUALITY) == (left.is_denied != right.is_denied):
            yield left, right


def _are_of_one(left: Deed, right: Deed) -> bool:
    """Whether two deeds are told of one thing, and of one who does them where their line is about that."""
    if left.days and right.days and left.days.isdisjoint(right.days):
        return False
    is_theme_one = _are_one(left.theme, right.theme)
    if left.line not in OF_WHO:
        return is_theme_one and not are_two(left.agent, right.agent)
    is_bare = left.theme == left.agent or right.theme == right.agent
    return (left.line in OF_WHO_ALONE if is_bare else is_theme_one) and _are_one(left.agent, right.agent)


def _are_one(left: Thing | None, right: Thing | None) -> bool:
    return bool(left and right and is_one(left, right))


def _deeds(clause: Clause) -> Iterator[tuple[int, Deed]]:
    """The deeds of a clause, each with where it stands in the text."""
    plain = clause.plain
    found = [] if FIRSTS.isdisjoint(plain) else [*DEEDS.find(plain), *_split(plain)]
    if not COPULAS.isdisjoint(plain):
        found += _qualities(plain)
    days = days_in(plain) if found else frozenset[str]()
    for where, entries in found:
        is_denied = not NEGATIONS.isdisjoint(plain[max(0, where.start - DENIED_WITHIN) : where.start])
        shown = " ".join(plain[where.start : where.stop])
        for entry in entries:
            parts = _told_of(clause, where) if entry.is_state else _done_to(clause, where)
            if parts:
                yield clause.words[where.start].start, Deed(entry.line, entry.side, shown, *parts, is_denied, days)


def _split(plain: Sequence[str]) -> Iterator[tuple[range, list[ListedDeed]]]:
    """Verbs whose particle stands behind the object: "called the strike off"."""
    if PARTICLES.isdisjoint(plain):
        return
    for at, verb in enumerate(plain):
        for particle in PARTICLES_OF.get(verb, ()):
            if particle in plain[at + 2 : at + 2 + SPLIT_WITHIN]:
                yield range(at, at + 1), SPLIT[verb, particle]


def _qualities(plain: Sequence[str]) -> Iterator[tuple[range, list[ListedDeed]]]:
    """What is said of something behind "is", if it is an adjective that has an opposite."""
    for copula in (at for at, word in enumerate(plain) if word in COPULAS):
        at = next((at for at in range(copula + 1, len(plain)) if plain[at] not in ADVERBS), copula)
        if has_opposite(plain[at]) and plain[at] not in DEEDS.by_first:
            yield range(at, at + 1), [ListedDeed(QUALITY, 0, is_state=True)]


def _told_of(clause: Clause, where: range) -> Parts | None:
    """What a predicate is told of: "the letter was genuine", "called the letter a forgery"; None where it is none."""
    plain = clause.plain
    before = _back_over(plain, where.start, BEFORE_PREDICATES)
    is_of_noun = any(matter.at == where.stop for matter in clause.matters) and PREPOSITIONS.isdisjoint(
        plain[where.stop - 1 : where.stop + 1]
    )
    if not before or is_of_noun:
        return None
    if plain[before - 1] in COPULAS:
        return Parts(subject_before(clause, before), None)
    naming = next((at for at in range(before - 1, max(0, before - NAMED_WITHIN), -1) if plain[at] in NAMING), None)
    if naming is None:
        return None
    is_passive = naming == before - 1 and plain[naming - 1] in BE
    return Parts(subject_before(clause, naming) if is_passive else object_behind(clause, naming, before), None)


def _done_to(clause: Clause, where: range) -> Parts | None:
    """What a verb is told of, and who does it; None where it is no verb, or only may be or is meant to be."""
    plain, verb = clause.plain, clause.plain[where.start]
    before = _back_over(plain, where.start, ADVERBS)
    helper = plain[before - 1] if before else ""
    first = _back_over(plain, before, HELPERS)
    if not first or not _may_be_verb(verb, helper) or plain[first - 1] in RELATIVE:
        return None
    if not MODALS.isdisjoint(plain[max(0, before - HELPED_WITHIN) : before]):
        return None
    if helper == "to" and plain[before - 2] not in SURE_OF:
        return None
    subject = subject_before(clause, first)
    if helper in BE and not verb.endswith(GOING_ON):
        by = next((at for at in range(where.stop, len(plain)) if plain[at] == "by"), None)
        return Parts(subject, None if by is None else object_behind(clause, by))
    return Parts(object_behind(clause, where.stop - 1) or subject, subject)


def _may_be_verb(verb: str, helper: str) -> bool:
    """Whether a word behind such a helper may be a verb: no noun ("the rise"), no participle before one."""
    if helper in BEFORE_NOUNS or is_number(helper):
        return False
    return helper in BE or not verb.endswith(GOING_ON)


def _back_over(plain: Sequence[str], at: int, passed: frozenset[str]) -> int:
    while at > 0 and (plain[at - 1] in passed or plain[at - 1].endswith("ly")):
        at -= 1
    return at


def _entries() -> Iterator[tuple[str, ListedDeed]]:
    for number, line in enumerate(LINES):
        for side, entries in enumerate(line.partition(":")[2].split("/")):
            for entry in map(str.strip, entries.split(",")):
                yield entry, ListedDeed(number, side, entry.startswith(STATE))
    for entry in lines_of("en/clashing/limiting_predicates"):
        yield entry, ListedDeed(LIMITING, 0, entry.startswith(STATE))


def _phrases() -> dict[tuple[str, ...], list[ListedDeed]]:
    """The entries by what they read as, verbs in every form, states without "be" and article."""
    found: dict[tuple[str, ...], list[ListedDeed]] = {}
    for text, entry in _entries():
        words = phrase(text.removeprefix(STATE).removeprefix("a ").removeprefix("an "))
        verb = int(len(words) > 1 and words[0] in ADVERBS)  # "still needs"
        for form in words[verb : verb + 1] if entry.is_state else forms_of(words[verb]):
            found.setdefault((*words[:verb], form, *words[verb + 1 :]), []).append(entry)
    return found


STATE = "be "
GOING_ON = "ing"
LINES = lines_of("en/clashing/exclusive_deeds")
OF_WHO = frozenset(number for number, line in enumerate(LINES) if "(who" in line.partition(":")[0])
OF_WHO_ALONE = frozenset(number for number in OF_WHO if "(who alone)" in LINES[number])
BE = word_class("be") | frozenset(forms_of("get"))
COPULAS = word_class("be").union(*map(forms_of, ("remain", "stay")))
NAMING = frozenset(form for verb in ("call", "find", "declare", "rule", "brand", "label") for form in forms_of(verb))
ADVERBS = (word_class("adverb") | NEGATIONS | {"all", "both"}) - {"only"}
BEFORE_PREDICATES = ADVERBS | word_class("article") - {"another"}
MODALS = frozenset(["may", "might", "could", "would", "should", "can", "must", "cannot"])
SURE_OF = word_class("be") | frozenset(forms_of("continue"))
HELPERS = ADVERBS | BE | word_class("have") | SURE_OF | {"will", "do", "does", "did", "to", "going", "going to"}
BEFORE_NOUNS = word_class("determiner") | word_class("quantity") | (PREPOSITIONS - {"to"}) | {"as", "than"}
RELATIVE = word_class("relative") - {"that"}
DEEDS = Phrases(_phrases().items())
FIRSTS = DEEDS.by_first.keys()
SPLIT = {words: entries for words, entries in _phrases().items() if len(words) == 2 and words[1] in PARTICLES}
PARTICLES_OF = {verb: [words[1] for words in SPLIT if words[0] == verb] for verb, _ in SPLIT}
