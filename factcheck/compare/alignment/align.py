"""Two texts sentence by sentence: what belongs together, what moved, what stands in one text only."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from factcheck.compare.alignment.sentence_pairs import Pairing, pair_sentences

GAIN = 0.45  # share of a sentence that must stand in its neighbour's other form for it to join the two
LEAST = 9  # weight that a sentence is taken to have at least, so that two words in common do not join it
MOST = 3  # sentences on one side of a link
NONE = range(0)


class Link(NamedTuple):
    """Sentences of two texts that are one another's forms; the range of a text that has none is empty."""

    original: range
    version: range
    moved: bool = False

    @property
    def sides(self) -> tuple[range, range]:
        return self.original, self.version


class Growth(NamedTuple):
    """A free sentence that could join the link beside it, and the share of its words that the link would explain."""

    gain: float
    grown: Link
    number: int
    side: int
    added: int


def align(original: Sequence[str], version: Sequence[str]) -> list[Link]:
    """Every sentence of both texts in one link, in reading order.

    A link has one sentence on one side and up to three on the other, or one on one side alone. The links follow the
    version; a sentence that was cut stands behind the unmoved link that it followed in the original.
    """
    pairing = pair_sentences(original, version)
    links = _joined(pairing)
    still = _longest_run(links, [_heft(link, pairing) for link in links])
    return list(_in_reading_order(links, still, len(original), len(version)))


def _joined(pairing: Pairing) -> list[Link]:
    """The pairs as links, in the order of the original, grown by what was split from them or merged into them."""
    links = [Link(range(i, i + 1), range(j, j + 1)) for i, j in sorted(pairing.partner[0].items())]
    owners = [{at: number for number, link in enumerate(links) for at in link.sides[side]} for side in (0, 1)]
    for _ in range(1, MOST):
        grown = set()
        for growth in sorted(_growths(links, owners, pairing), key=lambda growth: _rank(growth, pairing)):
            if growth.number not in grown and growth.added not in owners[growth.side]:
                links[growth.number] = growth.grown
                owners[growth.side][growth.added] = growth.number
                grown.add(growth.number)
    return links


def _rank(growth: Growth, pairing: Pairing) -> tuple[float, int, int]:
    return -growth.gain, growth.grown.original.start + growth.grown.version.start, _heft(growth.grown, pairing)


def _growths(links: Sequence[Link], owners: Sequence[dict[int, int]], pairing: Pairing) -> Iterator[Growth]:
    for side, sentences in enumerate(pairing.weighty):
        for added, number in _beside(owners[side], len(sentences)):
            if len(sentences[added]) < GAIN * LEAST:
                continue
            grown = _grown(links[number], side, added)
            if len(grown.sides[side]) <= MOST and len(grown.sides[1 - side]) == 1:
                explained = _shared(grown, pairing) - _shared(links[number], pairing)
                gain = explained / max(LEAST, len(sentences[added]))
                if gain >= GAIN:
                    yield Growth(gain, grown, number, side, added)


def _beside(owner: dict[int, int], size: int) -> Iterator[tuple[int, int]]:
    """The free ones among so many sentences, each with the links before and behind it."""
    for at in range(size):
        if at not in owner:
            yield from ((at, owner[beside]) for beside in (at - 1, at + 1) if beside in owner)


def _grown(link: Link, side: int, added: int) -> Link:
    wider = range(min(added, link.sides[side].start), max(added + 1, link.sides[side].stop))
    return Link(link.original, wider) if side else Link(wider, link.version)


def _shared(link: Link, pairing: Pairing) -> int:
    left = "".join(pairing.weighty[0][at] for at in link.original)
    right = "".join(pairing.weighty[1][at] for at in link.version)
    return LCSseq.similarity(left, right)


def _heft(link: Link, pairing: Pairing) -> int:
    return sum(pairing.hefts[0][at] for at in link.original) + sum(pairing.hefts[1][at] for at in link.version)


def _longest_run(links: Sequence[Link], weights: Sequence[int]) -> set[int]:
    """Which links, given in the order of the original, keep it in the version: the heaviest rising run."""
    ends: list[int] = []  # the version places where the best runs so far end, rising, as do their weights
    best: list[tuple[int, int]] = []  # weight of the run and its last link
    previous: dict[int, int | None] = {}
    for at, link in enumerate(links):
        k = bisect_left(ends, link.version.start)
        below, previous[at] = best[k - 1] if k else (0, None)
        run = below + weights[at], at
        heavier = k
        while heavier < len(ends) and best[heavier][0] <= run[0]:
            heavier += 1
        ends[k:heavier], best[k:heavier] = [link.version.start], [run]
    kept = set()
    last = best[-1][1] if best else None
    while last is not None:
        kept.add(last)
        last = previous[last]
    return kept


def _in_reading_order(links: Sequence[Link], still: set[int], original: int, version: int) -> Iterator[Link]:
    paired = {at for link in links for at in link.original}
    moved = {
        link.version.start: Link(link.original, link.version, moved=True)
        for at, link in enumerate(links)
        if at not in still
    }
    in_version = {at for link in links for at in link.version}
    i = j = 0
    for link in [*(links[at] for at in sorted(still)), Link(range(original, original), range(version, version))]:
        for cut in range(i, link.original.start):
            if cut not in paired:
                yield Link(range(cut, cut + 1), NONE)
        for at in range(j, link.version.start):
            if at in moved:
                yield moved[at]
            elif at not in in_version:
                yield Link(NONE, range(at, at + 1))
        if link.original:
            yield link
        i, j = link.original.stop, link.version.stop
