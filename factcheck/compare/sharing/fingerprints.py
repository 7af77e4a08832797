"""Fingerprints of a text: equal for texts that share a passage, so that an index finds reprints.

Winnowing (Schleimer, Wilkerson and Aiken, 2003) over hashes of runs of folded words.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from hashlib import blake2b

from factcheck.compare.words.folded_words import words_of_token
from factcheck.compare.words.memory import Remembered

RUN = 6
WINDOW = 8
BITS = (1 << 63) - 1
BASE = 31  # small keeps the sums short; the hashes of the words bring the randomness
LANE = 16  # bytes: a word's hash and room for the sums
LANE_BITS = LANE * 8
ROOM = bytes(LANE - 8)
KEPT = BITS.to_bytes(LANE, "little")


def fingerprint(text: str) -> Sequence[int]:
    """The fingerprints of a text in reading order, each once: 0 <= f < 2**63, so that they fit a BIGINT.

    The smallest hash of every `WINDOW` neighbouring runs of `RUN` words is kept. Two texts that share a passage
    of RUN + WINDOW - 1 = 13 folded words share a fingerprint; texts that share no run of `RUN` words share none.
    A shorter text has one fingerprint. Values are the same on every machine and in every run, so they may be stored.
    """
    lanes = lanes_of(text)
    hashes = hashes_of_runs(lanes, min(RUN, len(lanes) // LANE))
    return tuple(dict.fromkeys(_smallest_of_windows(hashes)))


def lanes_of(text: str) -> bytes:
    """The hashes of the folded words of a text in order, `LANE` bytes each, for `hashes_of_runs`."""
    return b"".join(map(LANES_OF_TOKENS.__getitem__, text.split()))


def hashes_of_runs(lanes: bytes, length: int) -> list[int]:
    """The polynomial hash of every run of `length` words, at most `RUN`; none of no words.

    All runs are summed up at once, in the lanes of one long number, which is many times faster than one by one.
    """
    count = len(lanes) // LANE - length + 1
    if not lanes or count < 1:
        return []
    summed = _summed(int.from_bytes(lanes, "little"), length)
    kept = (summed & int.from_bytes(KEPT * count, "little")).to_bytes(count * LANE, "little")
    return list(struct.unpack(f"<{2 * count}Q", kept)[::2])


def _summed(words: int, length: int) -> int:
    """The sum of every run in its first word's lane, of two runs half as long: three steps for a run of six."""
    if length == 1:
        return words
    half = length // 2
    summed = _summed(words, half)
    power: int = BASE**half
    summed = summed * power + (summed >> half * LANE_BITS)
    return summed if length % 2 == 0 else summed * BASE + (words >> 2 * half * LANE_BITS)


def _smallest_of_windows(hashes: list[int]) -> list[int]:
    """The least of every eight neighbours, of all of them if they are fewer; what stays the least is told once."""
    if len(hashes) < WINDOW:
        return [min(hashes)] if hashes else []
    least = min(hashes[:WINDOW])
    at = hashes.index(least)
    found = [least]
    for here in range(WINDOW, len(hashes)):
        value = hashes[here]
        if value <= least:
            least, at = value, here
            found.append(least)
        elif here - at == WINDOW:  # the least so far lies before this window
            window = hashes[at + 1 : here + 1]
            least = min(window)
            at += 1 + window.index(least)
            found.append(least)
    return found


def _lanes_of_token(token: str) -> bytes:
    return b"".join(map(_lane_of_word, words_of_token(token)))


def _lane_of_word(word: str) -> bytes:
    return blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest()[::-1] + ROOM


LANES_OF_TOKENS = Remembered(_lanes_of_token)
