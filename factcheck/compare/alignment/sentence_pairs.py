"""Which sentence of one text is another form of which sentence of the other: one to one.

Every rule reads the same in both directions, so swapping the texts swaps the answer, and looks only at two sentences
and what stands beside them, so page furniture changes nothing between other sentences.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise, product
from zlib import crc32

from rapidfuzz.distance import LCSseq

from factcheck.compare.words.folded_words import folded_words
from factcheck.compare.words.wordsigns import signs_of, weight, written

STEM = 6  # letters of a word that count, so that "happened" meets "happens"
STRONG = 0.6  # alike enough to be paired anywhere in the text
WEAK = 0.38  # alike enough beside a pair
COMMON = 16  # two words that stand together in more sentences than this tell little
MANY = 2000  # in texts of more sentences they tell as much less, so that the pairs to look at grow with the texts only
FEW = 16  # a sentence that weighs less is not known by being contained in another
NOWHERE = -1  # before the first sentence, behind the last


def pair_sentences(original: Sequence[str], version: Sequence[str]) -> Pairing:
    """Pair the sentences of two texts: the surest first, then what stands beside them."""
    pairing = Pairing(original, version)
    pairing.take_unique()
    pairing.take_neighbours()
    likeness = pairing.candidates()
    weak = _ranked(likeness)
    strong = [pair for pair in weak if likeness[pair] >= STRONG]
    pairing.take(pairing.supported(strong))
    pairing.take(strong)
    pairing.take(pairing.supported(weak))
    pairing.take_repeated()
    return pairing


class Pairing:
    """The sentences of two texts as strings of word signs, and the pairs found so far.

    In `plain` a word is one sign; in `weighty` it is repeated by its weight.
    """

    def __init__(self, original: Sequence[str], version: Sequence[str]) -> None:
        stems = [[_stems(sentence) for sentence in side] for side in (original, version)]
        signs = signs_of(stem for side in stems for sentence in side for stem in sentence)
        weights = {ord(sign): sign * weight(stem) for stem, sign in signs.items()}
        self.plain = [[written(sentence, signs) for sentence in side] for side in stems]
        self.weighty = [[sentence.translate(weights) for sentence in side] for side in self.plain]
        self.hefts = [
            [_heft(*sentence) for sentence in zip(*side, strict=True)]
            for side in zip((original, version), self.weighty, strict=True)
        ]
        self.partner: tuple[dict[int, int], dict[int, int]] = ({}, {})

    def pair(self, i: int, j: int) -> None:
        self.partner[0][i], self.partner[1][j] = j, i

    def is_free(self, i: int, j: int) -> bool:
        return i not in self.partner[0] and j not in self.partner[1]

    def take_unique(self) -> None:
        """Pair the sentences that stand once in each text, word for word."""
        here, there = self._free_places(0), self._free_places(1)
        for sentence, places in here.items():
            if len(places) == len(there.get(sentence, ())) == 1:
                self.pair(places[0], there[sentence][0])

    def take_neighbours(self) -> None:
        """Let the pairs grow over equal neighbours, first forwards, then backwards (Heckel 1978)."""
        for step in (1, -1):
            for i, j in list(self.partner[0].items()):
                self._grow(i + step, j + step, step)

    def _grow(self, i: int, j: int, step: int) -> None:
        while 0 <= i < len(self.plain[0]) and 0 <= j < len(self.plain[1]):
            if self.plain[0][i] != self.plain[1][j] or not self.is_free(i, j):
                return
            self.pair(i, j)
            i, j = i + step, j + step

    def candidates(self) -> dict[tuple[int, int], float]:
        """The free sentences that share some words that stand together, and how alike they are.

        Where a phrase is common, only the first sentence that has it meets the first, the second the second.
        """
        there = self._free_phrases(1)
        common = COMMON * MANY / max(MANY, *map(len, self.plain))
        shared: Counter[tuple[int, int]] = Counter()
        for phrase, places in self._free_phrases(0).items():
            if phrase in there:
                is_common = max(len(places), len(there[phrase])) > common
                shared.update((zip if is_common else product)(places, there[phrase]))
        sizes = [[len(set(sentence)) for sentence in side] for side in self.plain]
        likeness = {
            (i, j): _likeness(self.weighty[0][i], self.weighty[1][j])
            for (i, j), phrases in shared.items()
            if 10 * phrases >= min(sizes[0][i], sizes[1][j])
        }
        return {pair: share for pair, share in likeness.items() if share >= WEAK}

    def _free_phrases(self, side: int) -> dict[tuple[str, str], list[int]]:
        """Where each two words stand together; the edges of a sentence count as words."""
        places: dict[tuple[str, str], list[int]] = defaultdict(list)
        for at, sentence in enumerate(self.plain[side]):
            if at not in self.partner[side]:
                for phrase in dict.fromkeys(pairwise(("", *sentence, ""))):
                    places[phrase].append(at)
        return places

    def take(self, candidates: Iterable[tuple[int, int]]) -> None:
        """Pair the candidates in their order, as far as they are free."""
        for i, j in candidates:
            if self.is_free(i, j):
                self.pair(i, j)

    def supported(self, candidates: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
        """The free candidates that have a pair at their side: the last sentences paired before both, or behind both."""
        before, before_too = self._last_paired(0, 1), self._last_paired(1, 1)
        behind, behind_too = self._last_paired(0, -1), self._last_paired(1, -1)
        partner = {NOWHERE: NOWHERE, **self.partner[0]}
        return [
            (i, j)
            for i, j in candidates
            if self.is_free(i, j) and (partner[before[i]] == before_too[j] or partner[behind[i]] == behind_too[j])
        ]

    def _last_paired(self, side: int, step: int) -> dict[int, int]:
        """For each free sentence the paired one that is met last on the way to it."""
        last, found = NOWHERE, {}
        for at in range(len(self.plain[side]))[::step]:
            if at in self.partner[side]:
                last = at
            else:
                found[at] = last
        return found

    def take_repeated(self) -> None:
        """Pair what is left of the sentences that stand several times, the first with the first."""
        there = self._free_places(1)
        for sentence, places in self._free_places(0).items():
            for i, j in zip(places, there.get(sentence, ()), strict=False):
                self.pair(i, j)

    def _free_places(self, side: int) -> dict[str, list[int]]:
        places: dict[str, list[int]] = defaultdict(list)
        for at, sentence in enumerate(self.plain[side]):
            if at not in self.partner[side]:
                places[sentence].append(at)
        return places


def _stems(sentence: str) -> list[str]:
    return [word[:STEM] for word in folded_words(sentence)] or [sentence]


def _heft(sentence: str, weighty: str) -> int:
    """What its words weigh; below that its checksum, so that hardly two sentences come out equal."""
    return len(weighty) << 32 | crc32(sentence.encode("utf-8", "surrogatepass"))


def _likeness(left: str, right: str) -> float:
    """From 0 to 1: the share of both that they share in order, and of the shorter one alone, in equal parts."""
    shared = LCSseq.similarity(left, right)
    of_both, shorter = 2 * shared / (len(left) + len(right)), min(len(left), len(right))
    return of_both if shorter < FEW else (of_both + shared / shorter) / 2


def _ranked(likeness: dict[tuple[int, int], float]) -> list[tuple[int, int]]:
    """The most alike first, neighbours that are alike too counting a little; of equal pairs the first in the texts."""

    def rank(pair: tuple[int, int]) -> tuple[float, int]:
        i, j = pair
        beside = likeness.get((i - 1, j - 1), 0.0) + likeness.get((i + 1, j + 1), 0.0)
        return -likeness[pair] - beside / 10, i + j

    return sorted(likeness, key=rank)
