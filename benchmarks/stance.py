"""How well the stance of a headline towards a claim is told, on the claims and headlines of Emergent.

    python -m benchmarks.stance [--shared ../shared]            accuracy, macro-F1, confusion
    python -m benchmarks.stance [--shared ../shared] --learn    learn the weights again and write them

The claims are divided in two by a checksum of their number. The weights are learnt on one half and measured on the
other; for comparison they are also learnt and measured the other way round. No claim stands in both halves.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from factcheck.compare.clashing.stances import Stance, features, stance, weights

ROUNDS = 150
STEP = 0.5
RESTRAINT = 2.0  # keeps the weights of rare signs small
WEIGHTS = Path(__file__).parent.parent / "factcheck/compare/lexicon/learned/stance_weights.txt"
HEAD = """\
# What each sign of clashing/stances.py says for each stance, `sign: for against observing`.
# Learnt from headlines of the Emergent data set by `python -m benchmarks.stance --learn`; do not edit by hand.
"""

type Weights = Mapping[str, Sequence[float]]


class Example(NamedTuple):
    """A claim, a headline, and what people said the headline's stance is."""

    claim: str
    headline: str
    stance: Stance
    half: int


def examples(shared: Path) -> list[Example]:
    rows = map(json.loads, (shared / "corpora/stances/claims.jsonl").read_text().splitlines())
    return [
        Example(row["claim"], row["headline"], Stance(row["stance"]), crc32(row["claim_id"].encode()) % 2)
        for row in rows
    ]


def learn(known: Sequence[Example]) -> Weights:
    """Multinomial logistic regression by gradient descent over all examples, each weight with its own step."""
    signs = [features(example.claim, example.headline) for example in known]
    learnt = {name: [0.0] * len(Stance) for name in sorted({name for found in signs for name in found})}
    travelled = {name: [1e-8] * len(Stance) for name in learnt}
    for _ in range(ROUNDS):
        slopes = {name: [RESTRAINT * weight for weight in row] for name, row in learnt.items()}
        for found, example in zip(signs, known, strict=True):
            for at, chance in enumerate(chances(learnt, found)):
                error = chance - (list(Stance)[at] == example.stance)
                for name, value in found.items():
                    slopes[name][at] += error * value
        for name, row in slopes.items():
            for at, slope in enumerate(row):
                travelled[name][at] += slope * slope
                learnt[name][at] -= STEP * slope / math.sqrt(travelled[name][at])
    return learnt


def chances(learnt: Weights, found: Mapping[str, float]) -> list[float]:
    sums = [sum(learnt[name][at] * value for name, value in found.items() if name in learnt) for at in range(3)]
    powers = [math.exp(total - max(sums)) for total in sums]
    return [power / sum(powers) for power in powers]


def written(learnt: Weights) -> str:
    return HEAD + "".join(f"{name}: {' '.join(f'{weight:.2f}' for weight in row)}\n" for name, row in learnt.items())


def told(learnt: Weights, example: Example) -> Stance:
    found = chances(learnt, features(example.claim, example.headline))
    return list(Stance)[found.index(max(found))]


def print_figures(title: str, known: Sequence[Example], found: Sequence[Stance]) -> None:
    table = Counter((example.stance, answer) for example, answer in zip(known, found, strict=True))
    right = sum(table[one, one] for one in Stance)
    most = max(Counter(example.stance for example in known).values())
    print(f"\n{title}: {len(known)} headlines")
    print(f"accuracy {right / len(known):.3f}   macro-F1 {macro_f1(table):.3f}   (majority {most / len(known):.3f})")
    print(f"{'people say':>12}  {'  '.join(f'{one:>9}' for one in Stance)}   ← told")
    for one in Stance:
        print(f"{one:>12}  {'  '.join(f'{table[one, other]:>9}' for other in Stance)}")


def macro_f1(table: Counter[tuple[Stance, Stance]]) -> float:
    scores = []
    for one in Stance:
        given = sum(table[one, other] for other in Stance) + sum(table[other, one] for other in Stance)
        scores.append(2 * table[one, one] / max(1, given))
    return sum(scores) / len(scores)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="folder with corpora/")
    parser.add_argument("--learn", action="store_true", help="learn the weights again and write them")
    arguments = parser.parse_args()
    if not (arguments.shared / "corpora/stances").is_dir():
        sys.exit(f"No stances in {arguments.shared}/corpora: say with --shared where corpora/ is.")
    known = examples(arguments.shared)
    learnt_on = [example for example in known if example.half]
    kept_back = [example for example in known if not example.half]
    if arguments.learn:
        WEIGHTS.write_text(written(learn(learnt_on)))
    print(f"{len(weights())} signs")
    for title, part in (("Kept back", kept_back), ("Learnt on", learnt_on)):
        print_figures(title, part, [stance(example.claim, example.headline) for example in part])
    other = learn(kept_back)
    print_figures("The other way round, kept back", learnt_on, [told(other, example) for example in learnt_on])


if __name__ == "__main__":
    main()
