"""Fingerprints of a text: equal for texts that share a passage, so that an index finds reprints.

Winnowing (Schleimer, Wilkerson and Aiken, 2003) over hashes of runs of folded words.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b
from itertools import pairwise

from factcheck.compare.folding import folded_words

RUN = 6
WINDOW = 8
BITS = (1 << 63) - 1
BASE = 31  # small keeps the sums short; the hashes of the words bring the randomness


def fingerprint(text: str) -> Sequence[int]:
    """The fingerprints of a text in reading order, each once: 0 <= f < 2**63, so that they fit a BIGINT.

    The smallest hash of every `WINDOW` neighbouring runs of `RUN` words is kept. Two texts that share a passage
    of RUN + WINDOW - 1 = 13 folded words share a fingerprint; texts that share no run of `RUN` words share none.
    A shorter text has one fingerprint. Values are the same on every machine and in every run, so they may be stored.
    """
    hashes = _hashes_of_runs(list(map(_hash_of_word, folded_words(text))))
    return tuple(dict.fromkeys(_smallest_of_windows(hashes)))


def _hashes_of_runs(words: list[int]) -> list[int]:
    """The polynomial hash of every run, built from runs of two; of all the words if they are fewer."""
    if len(words) < RUN:
        value = 0
        for word in words:
            value = (value * BASE + word) & BITS
        return [value] if words else []
    base, second, fourth, bits = BASE, BASE**2, BASE**4, BITS
    twos = [one * base + two for one, two in pairwise(words)]
    return [(one * fourth + two * second + three) & bits for one, two, three in zip(twos, twos[2:], twos[4:])]  # noqa: B905


def _smallest_of_windows(hashes: list[int]) -> list[int]:
    """The least of every eight neighbours, from the least of two and of four; of all of them if they are fewer."""
    if len(hashes) < WINDOW:
        return [min(hashes)] if hashes else []
    for distance in (1, 2, 4):
        hashes = list(map(min, hashes, hashes[distance:]))
    return hashes


@lru_cache(maxsize=65_536)
def _hash_of_word(word: str) -> int:
    return int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest()) & BITS
