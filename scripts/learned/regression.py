"""Logistic regression for what is learned here: which weights best tell the examples that are so from the others.

Binary, with L2, by AdaGrad (Duchi, Hazan, Singer 2011) over single examples in a fixed order: the same examples give
the same weights. Several labels are one regression each, one against the rest.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from math import exp, gcd, sqrt
from typing import NamedTuple

ALWAYS = "always"  # the sign that every example has; its weight is not held small
STRIDE = 7_919  # examples apart that are learned from one after another: neighbours are of one text

type Weights = dict[str, float]


class Example(NamedTuple):
    """The signs of one example with their values, and whether it is so."""

    signs: Mapping[str, float]
    is_so: bool


class Pace(NamedTuple):
    """How to learn: rounds over all examples, length of a step, restraint, and in how many examples a sign must be."""

    rounds: int
    rate: float
    restraint: float
    rarest: int = 1
    always: float = 0.0


def fit(examples: Sequence[Example], pace: Pace) -> Weights:
    """The weight of each sign, `ALWAYS` among them."""
    known = Counter(sign for example in examples for sign in example.signs)
    weights = {sign: 0.0 for sign, count in known.items() if count >= pace.rarest} | {ALWAYS: pace.always}
    travelled = dict.fromkeys(weights, 1.0)
    in_order = _in_order(examples)
    for number in range(pace.rounds):
        rate = pace.rate / sqrt(1 + number)
        for example in in_order:
            active = {sign: value for sign, value in example.signs.items() if sign in weights} | {ALWAYS: 1.0}
            error = chance(weights, active) - example.is_so
            for sign, value in active.items():
                held = 0.0 if sign == ALWAYS else pace.restraint * weights[sign] / known[sign]
                slope = error * value + held
                travelled[sign] += slope * slope
                weights[sign] -= rate * slope / sqrt(travelled[sign])
    return weights


def chance(weights: Mapping[str, float], signs: Mapping[str, float]) -> float:
    """How likely an example with these signs is so, from 0 to 1."""
    return 1 / (1 + exp(-total(weights, signs)))


def total(weights: Mapping[str, float], signs: Mapping[str, float]) -> float:
    return sum(weights.get(sign, 0.0) * value for sign, value in signs.items())


def _in_order(examples: Sequence[Example]) -> list[Example]:
    size = len(examples)
    step = next(step for step in range(STRIDE, STRIDE + size) if gcd(step, size) == 1)
    return [examples[place * step % size] for place in range(1, size + 1)]
