"""Learn which signs of a headline speak for each stance towards a claim, from headlines whose stance is labelled.

    python -m scripts.learned.stance_weights        writes learned/stance_weights.txt

The claims are divided in two by a checksum of their number. One half is learned from, and cross-validated by claim;
`python -m benchmarks.stance` measures on the other, which this module never reads for the weights.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from factcheck.compare.clashing.stances import Stance, features
from scripts.learned.data import LEARNED, Origin, rows, write
from scripts.learned.regression import Example, Pace, Weights, fit, total

ORIGIN = Origin(
    "Emergent (Ferreira, Vlachos 2016), headlines of half the claims of its training part",
    "none stated with the data; only weights of signs are kept here, no text",
    "2016-06",
    "stance_weights",
)
PACE = Pace(rounds=30, rate=0.3, restraint=2.0)
FOLDS = 5

type StanceWeights = Mapping[Stance, Weights]


class Headline(NamedTuple):
    """A headline read beside its claim, and what people said its stance is."""

    claim: str
    text: str
    stance: Stance
    checksum: int
    signs: Mapping[str, float]

    @property
    def is_learned_from(self) -> bool:
        return self.checksum % 2 == 1

    @property
    def fold(self) -> int:
        return self.checksum // 2 % FOLDS


def files(shared: Path) -> Mapping[Path, str]:
    """The file of weights, by where it belongs. Raises DataMissing without the labelled headlines."""
    known = [headline for headline in headlines(shared) if headline.is_learned_from]
    weights = learned(known)
    signs = sorted({sign for of_stance in weights.values() for sign in of_stance})
    entries = [f"{sign}: {' '.join(f'{weights[stance].get(sign, 0.0):.2f}' for stance in Stance)}" for sign in signs]
    text = ORIGIN.text(
        f"A sign and how much it speaks for each stance: {', '.join(Stance)}.", entries, scores=cross_validated(known)
    )
    return {LEARNED / "stance_weights.txt": text}


def headlines(shared: Path) -> list[Headline]:
    return [
        Headline(
            row["claim"],
            row["headline"],
            Stance(row["stance"]),
            crc32(row["claim_id"].encode()),
            features(row["claim"], row["headline"]),
        )
        for row in rows(shared / "corpora/stances/claims.jsonl")
    ]


def learned(known: Sequence[Headline]) -> StanceWeights:
    return {
        stance: fit([Example(headline.signs, headline.stance == stance) for headline in known], PACE)
        for stance in Stance
    }


def told(weights: StanceWeights, headline: Headline) -> Stance:
    return max(Stance, key=lambda stance: total(weights[stance], headline.signs))


def cross_validated(known: Sequence[Headline]) -> str:
    """What the weights are worth on claims that they were not learned from."""
    table: Counter[tuple[Stance, Stance]] = Counter()
    for fold in range(FOLDS):
        weights = learned([headline for headline in known if headline.fold != fold])
        table += Counter((headline.stance, told(weights, headline)) for headline in known if headline.fold == fold)
    return (
        f"accuracy {accuracy(table):.3f}, macro-F1 {macro_f1(table):.3f}, "
        f"cross-validated over {FOLDS} parts of the claims, {table.total()} headlines"
    )


def accuracy(table: Counter[tuple[Stance, Stance]]) -> float:
    return sum(table[stance, stance] for stance in Stance) / table.total()


def macro_f1(table: Counter[tuple[Stance, Stance]]) -> float:
    """The mean F1 of the stances; `table` counts headlines by what people say and what was told."""
    scores = []
    for stance in Stance:
        given = sum(table[stance, other] + table[other, stance] for other in Stance)
        scores.append(2 * table[stance, stance] / max(1, given))
    return sum(scores) / len(scores)


if __name__ == "__main__":
    write(files)
