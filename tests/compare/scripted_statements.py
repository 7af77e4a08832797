"""Pairs of statements from two invented reports of one event: the second denies, tells otherwise, agrees or is apart.

What they are worth to each other is known by the table they stand in; names and figures are filled in by number, so
that no rule can know them. The ways of denying are those of clausal negation, denial verbs, predicates of falsehood,
absence of evidence and matters left open (de Marneffe et al. 2008; Saurí and Pustejovsky, FactBank, 2009).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tests.compare.scripted_edits import invented_name, invented_person

OF_EACH = 3


class ScriptedPair(NamedTuple):
    """Two statements, and of which table they are."""

    first: str
    second: str
    kind: str


EVENTS = {
    "Militants beheaded the American journalist {person} in {place}": {
        "denied": (
            "Militants did not behead the journalist {person}",
            "{person} was not beheaded, the family says",
            "The reports that {person} was beheaded are false",
            "Reports of the beheading of {person} are untrue",
            "The Pentagon denied that {person} had been killed",
            "Officials dismissed claims that the journalist {person} was killed",
            "There is no evidence that {person} was beheaded",
            "Officials could not confirm that {person} was beheaded",
            "Nobody beheaded {person}",
            "The family denies the death of {person}",
            "The beheading of {person} never happened",
            "The beheading of {person} was staged",
        ),
        "told alike": (
            "The journalist {person} was beheaded by militants",
            "A video shows the beheading of {person}",
            "Militants murdered the American journalist {person}",
            "{person} never left {place} and was beheaded there",
            "Militants did not say why they beheaded {person}",
            "The government failed to save {person}, who was beheaded",
            "Unconfirmed reports say that militants beheaded {person}",
        ),
        "apart": (
            "{person} did not finish school in {place}",
            "The American journalist {person} was born in {elsewhere}",
            "Militants in {place} did not attack the market",
            "The mother of {person} has not spoken to the president",
            "The mother of {person} had not heard of the militants",
        ),
    },
    "The company will cut {n} jobs in {place} next year": {
        "denied": (
            "The company has no plans to cut jobs in {place}",
            "The company will not cut any jobs in {place}",
            "The company ruled out job cuts in {place}",
            "The company has not decided whether to cut jobs in {place}",
            "The company called the report of job cuts in {place} baseless",
            "The company rejected reports that it would cut jobs in {place}",
            "No jobs will be cut in {place}, the company said",
            "The company refuses to cut jobs in {place}",
        ),
        "told otherwise": ("The company will cut {m} jobs in {place} next year",),
        "told alike": (
            "{n} jobs will go in {place}, the company says",
            "The company will cut jobs in {place} since it did not make a profit",
            "Workers in {place} fear that {n} jobs will be cut",
            "The company did not say when it will cut jobs in {place}",
        ),
        "apart": ("The company will not build ships in {place} next year", "The company denied that its ships leak"),
    },
    "The ferry sank near {place} on Monday, killing {small} sailors": {
        "denied": (
            "No sailor died when the ferry sank near {place}",
            "The ferry did not sink near {place} on Monday",
        ),
        "told otherwise": (
            "The ferry sank near {place} on Tuesday, killing {small} sailors",
            "The ferry sank near {place} on Monday, killing {more} sailors",
            "The ferry sank near {elsewhere} on Monday, killing {small} sailors",
            "The ferry sank near {place} on Monday, injuring {small} sailors",
        ),
        "told alike": ("The ferry was not full when it sank near {place} on Monday",),
    },
}


def scripted_pairs() -> Iterator[ScriptedPair]:
    for event, tables in EVENTS.items():
        for kind, others in tables.items():
            for other in others:
                for number in range(OF_EACH):
                    yield ScriptedPair(event.format(**_slots(number)), other.format(**_slots(number)), kind)


def _slots(number: int) -> dict[str, str]:
    return {
        "person": invented_person(number),
        "place": invented_name(700 + number),
        "elsewhere": invented_name(800 + number),
        "n": f"{12 + number},000",
        "m": f"{2 + number},000",
        "small": str(12 + number),
        "more": str(20 + number),
    }
