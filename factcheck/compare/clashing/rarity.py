"""How rare the matters of statements are: two that share a rare one more likely speak of one fact."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import log

ASSUMED = 100  # statements on other matters: of the first few in a desk nothing is common yet


@dataclass(frozen=True)
class Rarity:
    """How rare terms are among so many statements, from 0 to 1; one that is in none of them is as rare as can be."""

    statements: int
    counts: Mapping[str, int]

    def __call__(self, key: str) -> float:
        among = self.statements + ASSUMED
        return log(1 + among / max(1, self.count(key))) / log(1 + among)

    def count(self, key: str) -> int:
        return self.counts.get(key, 0)
