"""Whether the words of a row stand in one order on both sides, or in another that they may stand in.

A credit and an adverbial stand at either end; an adverb stands before or behind the auxiliaries, and some behind the
verb. After Quirk et al., A Comprehensive Grammar of English (1985): 8.14 to 8.23 on where adverbials stand, 14.28 on
reporting clauses.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from factcheck.compare.judging.row_sides import RowSide
from factcheck.compare.judging.tenses import MODALS, is_past
from factcheck.compare.judging.turned_round import ARTICLES, BE
from factcheck.compare.language.phrases import Word
from factcheck.compare.language.signals import Signal, signals_in
from factcheck.compare.lexicon import words_of

type Placed = list[tuple[str, Word]]  # words, each with what it counts as
type Parts = tuple[Placed, Placed, Placed, Placed]

OPEN_ADVERBIALS = frozenset(["at", "in", "on", "during", "after", "before", "despite", "with"])
OPEN_CLAUSES = frozenset(["that", "and", "but"])
TELLING = frozenset(["tell", "tells", "told"])
LONGEST_HEARER = 2  # words: "told a court"
SAYS = Signal("cue", "says")
MARKS = ",;:.!?—–-\"“”‘’'()"
AUXILIARIES = BE | MODALS | {"has", "have", "had", "do", "does", "did"}
ADVERBS = words_of("en/judging/adverbs")
FOCUSING = words_of("en/judging/focusing_adverbs")
NO_ADVERBS = words_of("en/judging/no_adverbs")


def is_same_order(left: Placed, right: Placed, sides: tuple[RowSide, RowSide]) -> bool:
    """Whether words come in one order, or two parts of them stand in turned order that may."""
    a, b = [plain for plain, _ in left], [plain for plain, _ in right]
    if a == b:
        return True
    if sorted(a) != sorted(b):
        return False
    if _adverbs_moved(a, b):
        return True
    left, right = _with_credit_in_order(left, sides[0]), _with_credit_in_order(right, sides[1])
    a, b = [plain for plain, _ in left], [plain for plain, _ in right]
    if a == b:
        return True
    start = next(at for at in range(len(a)) if a[at] != b[at])
    stop = next(len(a) - at for at in range(len(a)) if a[-1 - at] != b[-1 - at])
    turned = chain(_turned(left[start:stop], right[start:stop]), _turned(left, right))
    return any(_may_turn(parts, sides) for parts in turned)


def _with_credit_in_order(words: Placed, side: RowSide) -> Placed:
    """The words of a row, the subject before its verb in a credit that closes it: "…, said Dask, who …"."""
    for at in range(1, len(words) - 1):
        is_credit = SAYS in signals_in([words[at][1]]) and words[at][0] not in TELLING
        if is_credit and _opens_clause(words[at:], side) and AUXILIARIES.isdisjoint(plain for plain, _ in words[at:]):
            return [*words[:at], *words[at + 1 :], words[at]]
    return words


def _turned(left: Placed, right: Placed) -> Iterator[Parts]:
    """Two parts of the left and the same two of the right, turned round: first, second, first there, second there."""
    a, b = [plain for plain, _ in left], [plain for plain, _ in right]
    for at in range(1, len(a)):
        there = len(a) - at
        if a[at:] == b[:there] and a[:at] == b[there:]:
            yield left[:at], left[at:], right[there:], right[:there]


def _may_turn(parts: Parts, sides: tuple[RowSide, RowSide]) -> bool:
    first, second, first_there, second_there = parts
    for here, there in ((first, first_there), (second, second_there)):
        if _is_credit(here, sides[0]) and _is_credit(there, sides[1]):
            return True
    if _is_credit(first + second, sides[0]) and _is_credit(second_there + first_there, sides[1]):
        return True
    return _is_adverbial(first, sides[0]) or _is_adverbial(second_there, sides[1])


def _opens_clause(part: Placed, side: RowSide) -> bool:
    """Whether a part of a row stands at the head of a clause, an article or "said" before it aside."""
    at = side.words.index(part[0][1])
    while at and (side.words[at - 1].plain in ARTICLES or SAYS in signals_in([side.words[at - 1]])):
        at -= 1
    before = side.text[side.span.start : side.words[at].start].rstrip()
    return not before or before[-1] in MARKS or side.words[at - 1].plain in OPEN_CLAUSES


def _is_credit(part: Placed, side: RowSide) -> bool:
    """Whether a part of a row says who speaks and no more: "a clerk said", "according to a letter"."""
    ends = [signals_in([word]) for _, word in (part[0], part[-1])]
    begins = part[0][0] == "according" or SAYS in ends[0]
    tells = any(plain in TELLING for plain, _ in part[-LONGEST_HEARER - 1 : -1])
    return (begins or tells or SAYS in ends[1]) and _opens_clause(part, side)


def _is_adverbial(part: Placed, side: RowSide) -> bool:
    """Whether a part of a row is a phrase with a preposition at the head of a clause: it may stand at its end too."""
    return part[0][0] in OPEN_ADVERBIALS and _opens_clause(part, side) and not signals_in([word for _, word in part])


def _adverbs_moved(left: list[str], right: list[str]) -> bool:
    """Whether only adverbs stand elsewhere: beyond auxiliaries, those of manner beyond a verb too: "built quickly"."""
    (rest, places), (other_rest, other_places) = _without_adverbs(left), _without_adverbs(right)
    if rest != other_rest or places.keys() != other_places.keys() or any(len(at) > 1 for at in places.values()):
        return False
    return all(
        _may_cross(adverb, rest[min(here, there) : max(here, there)])
        for adverb, (here,) in places.items()
        for (there,) in [other_places[adverb]]
    )


def _without_adverbs(words: list[str]) -> tuple[list[str], dict[str, list[int]]]:
    """The other words, and before which of them each adverb stands."""
    rest: list[str] = []
    places: dict[str, list[int]] = {}
    for word in words:
        if word in ADVERBS or (word.endswith("ly") and word not in FOCUSING and word not in NO_ADVERBS):
            places.setdefault(word, []).append(len(rest))
        else:
            rest.append(word)
    return rest, places


def _may_cross(adverb: str, words: list[str]) -> bool:
    verbs = [word for word in words if word not in AUXILIARIES]
    return not verbs or (adverb.endswith("ly") and len(verbs) == 1 and verbs == words[-1:] and is_past(verbs[0]))
