"""How many suggested conflicts are worth showing, and how many are found, among invented pairs of statements.

    python -m benchmarks.clashes

The pairs are divided by a checksum of the first statement: one part was looked at while rules were written, the other
read only as these figures. Contradictions and qualifications are worth showing together.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from factcheck.compare.clashing import Said, agreement, clash

PAIRS = Path(__file__).parent / "words/pairs_of_statements.txt"
WORTH_SHOWING = frozenset({"contradicts", "qualifies"})
RARITY = 0.9  # of each term: none is known among pairs of a thousand matters
TELLING = 12  # letters of the first statement by which a pair is put to one part


class Pair(NamedTuple):
    """Two statements of two sources, and what people say that they are to each other."""

    label: str
    first: Said
    second: Said

    @property
    def was_looked_at(self) -> bool:
        letters = "".join(letter for letter in self.first.words.lower() if letter.isalnum())[:TELLING]
        return hashlib.sha256(letters.encode()).digest()[0] % 2 == 0


def pairs() -> Iterator[Pair]:
    for line in PAIRS.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            label, first, second = line.split(" | ")
            yield Pair(label, _said(first, "one"), _said(second, "other"))


def _said(words: str, source: str) -> Said:
    return Said(words=words, sentence=words, around=words, source=source, article=source)


def print_figures(title: str, known: Sequence[Pair]) -> None:
    suggested = [pair for pair in known if clash(pair.first, pair.second, weight=lambda _: RARITY)]
    agreeing = [pair for pair in known if agreement(pair.first, pair.second, weight=lambda _: RARITY)]
    print(f"\n{title}: {len(known)} pairs")
    for said in ("contradicts", "qualifies", "agrees", "apart"):
        of_label = [pair for pair in known if pair.label == said]
        print(f"{said:>12}  {sum(pair in suggested for pair in of_label):>3} of {len(of_label):>3} suggested")
    worth = sum(pair.label in WORTH_SHOWING for pair in suggested)
    print(f"worth showing {worth} of {len(suggested)} suggestions")
    print(f"“also said by” {sum(pair.label == 'agrees' for pair in agreeing)} of {len(agreeing)} right")


def main() -> None:
    known = list(pairs())
    print_figures("Looked at", [pair for pair in known if pair.was_looked_at])
    print_figures("Only scored", [pair for pair in known if not pair.was_looked_at])


if __name__ == "__main__":
    main()
