"""What one article is to another, from the share of each that stands in the other.

The smaller share tells a version from a digest, the larger one a version from a separate text on the same event.
Quotations count as shared text but prove nothing: whoever reports an event quotes the same words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcheck.compare.findings import Relation, RelationLabel
from factcheck.compare.sharing.prose import HashedWords, Prose, prose

RUN = 5  # words in a row that count as shared text
PASSAGE = 8  # words in a row that two desks do not write alike by chance
LEAST_IN_PASSAGES = 30  # words; fewer prove nothing, unless they are half of the longer text
OPENING = 40  # words: the first paragraph or two

WHOLE = 0.9  # all the prose stands in the other text, house style apart
OPENING_KEPT = 0.5
OPENINGS_ALIKE = 0.3
OWN_WORDS_SHARED = 0.25  # below it, two desks wrote separately
PART = 0.32  # smaller share by larger: below it, one text is no more than a part of the other
PART_TAKEN = 0.42  # what a small text takes over, to be called derived
SAME_SUBJECT = 0.12
SHARED = re.compile(rb"\x01+")


@dataclass(frozen=True, slots=True)
class SharedProse:
    """One of the two texts: its prose, and a mark for each word that lies in a shared run."""

    prose: Prose
    shared: bytes

    @property
    def share(self) -> float:
        return _share(self.shared)

    @property
    def opening_share(self) -> float:
        return _share(self.shared[:OPENING])

    def passages(self, length: int) -> list[int]:
        """How many words each shared passage has, those shorter than `length` left out."""
        return [len(passage) for passage in SHARED.findall(self.shared) if len(passage) >= length]


def relate(original: str, version: str) -> Relation:
    """Say whether a version is a copy, an update, derived from, only related or unrelated to an original.

    The label does not depend on which text came first. The shares are of words of prose, in runs of `RUN`.
    """
    left, right = prose(original), prose(version)
    sides = [SharedProse(*side) for side in zip((left, right), _shared(left.words, right.words), strict=True)]
    label = _label(*sorted(sides, key=lambda side: (side.share, side.opening_share)))
    return Relation(label, sides[0].share, sides[1].share, _in_passages(*sides))


def _label(container: SharedProse, contained: SharedProse) -> RelationLabel:
    """`container` has the smaller share of shared words, `contained` the larger."""
    if contained.share >= WHOLE and contained.opening_share >= OPENING_KEPT:
        return RelationLabel.COPY
    if contained.share < OWN_WORDS_SHARED or _share_of_own_words(contained, container) < OWN_WORDS_SHARED:
        return RelationLabel.RELATED if _same_subject(contained, container) else RelationLabel.UNRELATED
    if contained.prose.is_roll != container.prose.is_roll:
        return RelationLabel.DERIVED
    if min(contained.opening_share, container.opening_share) >= OPENINGS_ALIKE:
        return RelationLabel.UPDATE
    if container.share >= PART * contained.share:
        return RelationLabel.UPDATE
    return RelationLabel.DERIVED if contained.share >= PART_TAKEN else RelationLabel.RELATED


def _in_passages(one: SharedProse, other: SharedProse) -> float:
    """The larger share of runs of `PASSAGE` words of one text that stand in the other; 0 if they are too few."""
    lengths = len(one.shared), len(other.shared)
    run = min(PASSAGE, *lengths)
    passages = [side.passages(run) for side in (one, other)]
    if not run or max(map(sum, passages)) < min(LEAST_IN_PASSAGES, max(lengths) / 2):
        return 0.0
    return max(
        sum(words - run + 1 for words in side) / (length - run + 1)
        for side, length in zip(passages, lengths, strict=True)
    )


def _share_of_own_words(one: SharedProse, other: SharedProse) -> float:
    words, others = one.prose.own_words, other.prose.own_words
    if len(words) == len(one.prose.words) and len(others) == len(other.prose.words):
        return max(one.share, other.share)
    return max(map(_share, _shared(words, others)))


def _same_subject(one: SharedProse, other: SharedProse) -> bool:
    """Whether the texts have a passage or many of their long words in common."""
    if max(one.share, other.share) >= SAME_SUBJECT:
        return True
    words, others = one.prose.long_words, other.prose.long_words
    return len(words & others) >= max(1, SAME_SUBJECT * min(len(words), len(others)))


def _share(shared: bytes) -> float:
    return shared.count(1) / len(shared) if shared else 0.0


def _shared(words: HashedWords, others: HashedWords) -> tuple[bytes, bytes]:
    """For each word of both texts, 1 if it lies in a run that both have."""
    length = max(1, min(RUN, len(words), len(others)))
    runs, others_runs = words.runs(length), others.runs(length)
    common = set(runs).intersection(others_runs)
    return _covered(runs, common, length), _covered(others_runs, common, length)


def _covered(runs: list[int], common: set[int], length: int) -> bytes:
    """A mark for every word of a common run; the bytes are shifted as one number, which is many times faster."""
    if not runs:
        return b""
    size = len(runs) + length - 1
    starts = int.from_bytes(bytes(map(common.__contains__, runs)) + bytes(length - 1))
    covered = starts
    for distance in range(1, length):
        covered |= starts >> 8 * distance
    return covered.to_bytes(size)
