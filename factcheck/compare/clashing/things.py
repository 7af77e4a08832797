"""Who or what a clause is about: the noun phrase before a verb and the one behind it, and whether two are one thing.

A noun phrase is known by its head, the last word before its first preposition ("the collapse of the bridge"), and by
the other words that tell which one it is. There is no parser: what stands before a verb is taken for its subject.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from factcheck.compare.attributions.clauses import word_class
from factcheck.compare.clashing.clauses import Clause, Matter
from factcheck.compare.language.noun_classes import is_kind_of
from factcheck.compare.language.word_relations import are_derived, are_synonyms
from factcheck.compare.lexicon import words_of


class Thing(NamedTuple):
    """A noun phrase: the key of its head and the word for it, and the keys of its names and of its other words."""

    head: str
    shown: str
    names: frozenset[str]
    others: frozenset[str]

    @property
    def is_name(self) -> bool:
        return self.head in self.names


def is_one(left: Thing, right: Thing) -> bool:
    """Whether two phrases may stand for one thing: heads of one meaning, and nothing that tells two apart."""
    return _is_one_head(left, right) and _overlap(left.names, right.names) and _overlap(left.others, right.others)


def _is_one_head(left: Thing, right: Thing) -> bool:
    """Whether two heads are one word, of one meaning or one root, or one is a kind of the other: a ferry, the ship."""
    if left.head == right.head:
        return True
    one, other = left.shown.lower(), right.shown.lower()
    if left.is_name or right.is_name:
        return False
    return are_synonyms(one, other) or are_derived(one, other) or is_kind_of(one, other) or is_kind_of(other, one)


def are_two(left: Thing | None, right: Thing | None) -> bool:
    """Whether two phrases are two names that share no word."""
    return bool(left and right and left.is_name and right.is_name and left.names.isdisjoint(right.names))


def subject_before(clause: Clause, verb: int) -> Thing | None:
    """The phrase before a verb and its helpers, from behind "that" or a verb of saying on."""
    plain = clause.plain
    first = max((at + 1 for at in range(verb) if plain[at] in OPENING or _joins_clauses(plain, at)), default=0)
    return _thing(clause, first, verb)


def object_behind(clause: Clause, verb: int, stop: int | None = None) -> Thing | None:
    """The phrase from behind a verb on, up to `stop` or to a preposition that does not say whose it is."""
    stop = len(clause.plain) if stop is None else stop
    end = next((at for at in range(verb + 1, stop) if clause.plain[at] in ENDING), stop)
    return _thing(clause, verb + 1, end)


def days_in(plain: Sequence[str]) -> frozenset[str]:
    """The days and months that words name."""
    words = (word.removesuffix("'s").partition(" ")[0] for word in plain)
    return frozenset(word for word in words if word in DAYS or word in MONTHS)


def _thing(clause: Clause, start: int, stop: int) -> Thing | None:
    matters = [matter for matter in clause.matters if start <= matter.at < stop and _is_of_phrase(matter)]
    if not matters:
        return None
    head = _head(matters, clause.plain, stop)
    names = frozenset(matter.key for matter in matters if matter.is_name)
    rest = (matter for matter in matters if matter.at != head.at and not matter.is_name)
    return Thing(head.key, head.shown, names, frozenset(matter.key for matter in rest))


def _head(matters: Sequence[Matter], plain: Sequence[str], stop: int) -> Matter:
    """The last matter before the first preposition; the last of all, if the phrase opens with one."""
    cut = next((at for at in range(matters[0].at, stop) if plain[at] in PREPOSITIONS), stop)
    return [matter for matter in matters if matter.at < cut][-1]


def _joins_clauses(plain: Sequence[str], at: int) -> bool:
    """Whether "and" joins what has its own verb: "had been seen and the bridge was closed"."""
    return plain[at] in JOINING and not AUXILIARIES.isdisjoint(plain[:at])


def _is_of_phrase(matter: Matter) -> bool:
    shown = matter.shown.lower()
    return not (days_in([shown]) or shown in NO_THINGS or shown.endswith(ADVERB))


def _overlap(left: frozenset[str], right: frozenset[str]) -> bool:
    return not (left and right) or not left.isdisjoint(right)


ADVERB = "ly"
DAYS = words_of("en/words/days")
MONTHS = words_of("en/words/months") - {"may"}
PREPOSITIONS = word_class("preposition") | {"to", "off", "above", "below", "inside", "outside", "along", "throughout"}
PARTICLES = frozenset({"off", "out", "down", "back", "over", "away", "up", "aside"})
NO_THINGS = PREPOSITIONS | PARTICLES | word_class("time") | {"overnight"}
AUXILIARIES = word_class("be") | word_class("auxiliary")
JOINING = word_class("coordinator")
OPENING = frozenset(["that", "which", "said", "says", "say"])
ENDING = (PREPOSITIONS - {"of"}).union(*map(word_class, ("be", "auxiliary", "coordinator", "subordinator", "relative")))
