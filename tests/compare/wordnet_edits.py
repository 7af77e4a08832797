"""Edits made by rule whose changed words come from whole classes of WordNet: how a kind holds beyond a few examples.

A class is drawn from the learned files, the same words every time; a template says what the change of a word is worth.
Unlike those of `scripted_edits` these words were not chosen: a few of a class may be too rare or too broad to be judged
as the others are, so a test asks for a share of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from random import Random
from typing import NamedTuple

from factcheck.compare import EditKind, Severity
from factcheck.compare.language.noun_classes import class_of, nouns
from factcheck.compare.lexicon import lines_of

OF_EACH = 40  # words of a class
PREFIXES = ("un", "in", "im", "il", "ir", "dis")
MATTERS, MINOR = Severity.SUBSTANTIVE, Severity.MINOR
FACT, NEGATION, NUMBER = EditKind.FACT, EditKind.NEGATION, EditKind.NUMBER
QUOTE, HEDGE, CREDIT = EditKind.QUOTE, EditKind.HEDGE, EditKind.ATTRIBUTION


class ClassEdit(NamedTuple):
    """A kind's name, its two forms with gaps for the words, what it is worth, and the kind that must be told."""

    name: str
    original: str
    version: str
    severity: Severity
    kind: EditKind | None = None


ADJECTIVES = (
    ClassEdit("opposite", "The ferry is {0}.", "The ferry is {1}.", MATTERS, FACT),
    ClassEdit("negated", "The ferry is {0}.", "The ferry is not {0}.", MATTERS, NEGATION),
    ClassEdit("never", "Orla Dask was {0} in March.", "Orla Dask was never {0} in March.", MATTERS, EditKind.NEGATION),
    ClassEdit("quoted", "“The ferry is {0},” Dask said.", "“The ferry is {1},” Dask said.", MATTERS, EditKind.QUOTE),
    ClassEdit("hedged", "The ferry is {0}.", "The ferry may be {0}.", MATTERS, HEDGE),
    ClassEdit(
        "reported", "The ferry was {0} in May.", "Reports say the ferry was {0} in May.", MATTERS, EditKind.HEDGE
    ),
    ClassEdit("not for un-", "The ferry is not {0}.", "The ferry is {1}.", MINOR),
    ClassEdit("hedge in a clause", "The ferry, which may be {0}, sank.", "The ferry sank.", MINOR),
    ClassEdit("negation in a clause", "Seven sailed, none of them {0}.", "Seven sailed.", MINOR),
    ClassEdit("adjective left out", "The {0} ferry sailed on Friday.", "The ferry sailed on Friday.", MINOR),
)
PEOPLE = (
    ClassEdit("named to unnamed", "Orla Dask said the ferry sank.", "A {0} said the ferry sank.", MATTERS, CREDIT),
    ClassEdit("unnamed to named", "The ferry sank, a {0} said.", "The ferry sank, Orla Dask said.", MATTERS, CREDIT),
    ClassEdit("credit cut", "The ferry sank in May, a {0} said.", "The ferry sank in May.", MATTERS, CREDIT),
    ClassEdit("former", "The former {0} of Lowmere left.", "The {0} of Lowmere left.", MATTERS, FACT),
    ClassEdit("pronoun for the same", "The {0} said the ferry sank.", "He said the ferry sank.", MINOR),
    ClassEdit("description behind a name", "Orla Dask, a {0}, left.", "Orla Dask left.", MINOR),
)
CAPITALS = (
    ClassEdit("capital for country", "Envoys hope that {0} will agree.", "Envoys hope that {1} will agree.", MINOR),
)
COUNTED = (
    ClassEdit("unit of time", "The ferry waited {n} {0}.", "The ferry waited {n} {1}.", MATTERS, NUMBER),
    ClassEdit(
        "part of an amount", "It took two hours and {n} minutes.", "It took two hours.", MATTERS, EditKind.NUMBER
    ),
)
DEEDS = (
    ClassEdit("opposite deed", "They will {0} the ferry in May.", "They will {1} the ferry in May.", MATTERS, FACT),
)
ENDINGS = ("al", "able", "ful", "ic", "ous", "ent", "ed")  # of adjectives
OTHERWISE = {"confirmed", "proven", "verified", "reported", "stressed", "official"}  # tell of hedges and sources too
UNITS_OF_TIME = [("minutes", "hours"), ("hours", "days"), ("days", "weeks"), ("weeks", "months"), ("months", "years")]


def class_edits() -> Iterator[tuple[ClassEdit, str, str]]:
    """Every template with each pair of words of its class: the two forms filled in."""
    chance = Random(0)
    for table, words in (
        (ADJECTIVES, negated_adjectives()),
        (PEOPLE, occupations()),
        (CAPITALS, capitals()),
        (COUNTED, UNITS_OF_TIME),
        (DEEDS, opposite_deeds()),
    ):
        drawn = chance.sample(words, min(OF_EACH, len(words)))
        for edit in table:
            for pair in drawn:
                figure = chance.randint(3, 50)
                yield edit, edit.original.format(*pair, n=figure), edit.version.format(*pair, n=figure)


def negated_adjectives() -> list[tuple[str, str]]:
    """Words and their opposites by a prefix: "safe", "unsafe"."""
    pairs = (tuple(line.replace(":", "").split()) for line in lines_of("learned/wordnet_opposites"))
    opposed = {(first, other) for first, *others in pairs for other in others}
    opposed |= {(second, first) for first, second in opposed}
    found = {(word, other) for word, other in opposed if any(other == prefix + word for prefix in PREFIXES)}
    return sorted(
        pair
        for pair in found
        if pair[0] not in OTHERWISE and pair[0].endswith(("al", "able", "ful", "ic", "ous", "ent", "ed"))
    )


def opposite_deeds() -> list[tuple[str, str]]:
    """Verbs of either side of two opposites: "strengthen", "dilute"."""
    found = []
    for line in lines_of("learned/wordnet_opposite_verbs"):
        left, right = line.partition(": ")[2].split()
        found += product(left.split(","), right.split(","))
    return sorted(set(found))


def occupations() -> list[tuple[str, str]]:
    """Nouns for people of an office or trade that have no kinds in WordNet."""
    tree = nouns()
    narrow = (noun for noun, meanings in tree.by_noun.items() if not tree.kinds[meanings[0]] and noun[0] not in "aeiou")
    return sorted((noun, noun) for noun in narrow if class_of(noun) == "occupation" and noun.endswith("er"))


def capitals() -> list[tuple[str, str]]:
    """Capitals and their countries, each of one word."""
    pairs = (tuple(line.split(": ")) for line in lines_of("learned/wordnet_capitals"))
    one_word = (pair for pair in pairs if all(name.isalpha() and name.istitle() for name in pair))
    return sorted((capital, country) for capital, country in one_word if capital != country)
