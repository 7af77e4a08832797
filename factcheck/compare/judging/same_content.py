"""Whether a row tells the same on both sides: the same words, but for small ones, in other forms or another order.

The rules look at one change at a time; here the row is read whole. What may differ are the small words that
`slight_changes` knows, the number and agreement of a word, the tense of what is reported, a pronoun for a name, and
where a credit or an adverbial stands. After Quirk et al., A Comprehensive Grammar of English (1985): 8.14 on where
adverbials stand, 10.34 on concord, 14.28 on reporting clauses, 14.31 on backshift.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain

import regex

from factcheck.compare.findings import Span
from factcheck.compare.judging.quotation_marks import is_spoken
from factcheck.compare.judging.row_changes import Change
from factcheck.compare.judging.row_sides import RowSide
from factcheck.compare.judging.slight_changes import DATED, LEFT_OUT, are_one, counts, stand_for_one_another
from factcheck.compare.language.base_forms import bases_of
from factcheck.compare.language.inflection import with_s
from factcheck.compare.language.noun_classes import class_of
from factcheck.compare.language.phrases import Word
from factcheck.compare.language.signals import Signal, signals_in

type Placed = list[tuple[str, Word]]  # words, each with what it counts as
type Parts = tuple[Placed, Placed, Placed, Placed]

MOST = 6  # words of one side with no counterpart
IN_AGREEMENT = [frozenset(pair) for pair in (("is", "are"), ("was", "were"), ("has", "have"))]
BACKSHIFTED = [
    frozenset(pair)
    for pair in (("is", "was"), ("are", "were"), ("has", "had"), ("have", "had"), ("will", "would"), ("can", "could"))
]
TENSED = frozenset().union(*BACKSHIFTED)
COUNTED = frozenset(["person", "occupation", "animal", "event", "unit", "amount"])  # classes of nouns
CLIPPED = [frozenset(["is", "has"]), frozenset(["would", "had"])]
HELD_TOGETHER = frozenset(["is", "was", "are", "were", "he", "she", "it", "they"])  # by a full stop, or by a comma
ARTICLES = frozenset(["the", "a", "an"])
OF_NO_PLACE = ARTICLES | {"that", "which", "who"}
OPEN_ADVERBIALS = frozenset(["at", "in", "on", "during", "after", "before", "despite", "with"])
OPEN_CLAUSES = frozenset(["that", "and", "but"])
SAYS = Signal("cue", "says")
SOMEBODY = "@"
ON = "on"
APOSTROPHE = regex.compile("[’']")
SENTENCE_END = regex.compile(r"[.!?][\"”’)]?\s+\p{Lu}")
MARKS = ",;:.!?—–-\"“”‘’'()"


def tells_the_same(
    left: RowSide, right: RowSide, changes: Sequence[Change], in_style: Sequence[tuple[Span, Span]]
) -> bool:
    """Whether the two sides of a row differ in no more than small words, forms of words and order.

    `in_style` are the spans of the row that differ in house style alone.
    """
    words = [[word for change in changes for word in change.halves[side].words] for side in (0, 1)]
    alone = _without_counterpart(*words), _without_counterpart(*words[::-1])
    if max(map(len, alone)) > MOST:
        return False
    pairs = _paired(*alone, _lines(left, right, alone))
    rest = [word for word in alone[0] if word not in pairs], [word for word in alone[1] if word not in pairs.values()]
    if any(word.plain in TENSED and is_spoken(left, word) for word in pairs) or _differ_in_count(pairs, rest):
        return False
    if any(rest) and any(counts(half) for change in changes for half in change.halves if half.alone):
        return False
    may_go = LEFT_OUT if _sentences(left) == _sentences(right) else LEFT_OUT | HELD_TOGETHER
    named = [[word for word in words if word.plain not in may_go] for words in rest]
    if any(named) and not are_one(named, (left, right)):
        return False
    read_as = [
        dict.fromkeys(words, "") | dict.fromkeys(names[:1], SOMEBODY) for words, names in zip(rest, named, strict=True)
    ]
    read_as[1] |= {other: word.plain for word, other in pairs.items()}
    placed = [_placed(side, [spans[at] for spans in in_style], read_as[at]) for at, side in enumerate((left, right))]
    return _is_same_order(placed[0], placed[1], (left, right))


def _without_counterpart(words: Sequence[Word], others: Sequence[Word]) -> list[Word]:
    """The words for which the others have none that reads alike."""
    there = Counter(word.plain for word in others)
    found = []
    for word in words:
        if there[word.plain]:
            there[word.plain] -= 1
        else:
            found.append(word)
    return found


def _sentences(side: RowSide) -> int:
    return len(SENTENCE_END.findall(side.text, side.span.start, side.span.end))


def _lines(left: RowSide, right: RowSide, alone: Sequence[Sequence[Word]]) -> list[frozenset[str]]:
    """The forms that stand for one another in a row: those of reported speech only where somebody is said to say it."""
    clipped = _clipped(left, alone[0]) | _clipped(right, alone[1])
    is_reported = SAYS in left.signals and SAYS in right.signals
    return [*IN_AGREEMENT, clipped, *(BACKSHIFTED if is_reported else [])]


def _clipped(side: RowSide, words: Sequence[Word]) -> frozenset[str]:
    """What the contractions among words may be read as: "'s" as "is" and as "has"."""
    short = {word.plain for word in words if APOSTROPHE.search(side.text, word.start, word.end)}
    return frozenset().union(*(line for line in CLIPPED if not short.isdisjoint(line)))


def _paired(left: Sequence[Word], right: Sequence[Word], lines: Sequence[frozenset[str]]) -> dict[Word, Word]:
    """Words of the left that have one of the right to stand for them though they differ."""
    pairs: dict[Word, Word] = {}
    for word in left:
        others = (other for other in right if other not in pairs.values())
        match = next((other for other in others if _are_alike(word.plain, other.plain, lines)), None)
        if match:
            pairs[word] = match
    return pairs


def _are_alike(one: str, other: str, lines: Sequence[frozenset[str]]) -> bool:
    if stand_for_one_another(one, other) or _differ_in_number(one, other) or _hedge_alike(one, other):
        return True
    return any(one in line and other in line for line in lines)


def _hedge_alike(one: str, other: str) -> bool:
    """Whether two forms of one word hedge alike: "believe" and "believed"."""
    signals = [signals_in([Word(plain, 0, 0)]) for plain in (one, other)]
    if signals[0] != signals[1] or not any(signal.kind == "hedge" for signal in signals[0]):
        return False
    return not set(bases_of(one)).isdisjoint(bases_of(other))


def _differ_in_number(one: str, other: str) -> bool:
    """Whether one of two words is the other with an "s": "assets" and "asset", not one arrest and several."""
    if class_of(one) in COUNTED or class_of(other) in COUNTED:
        return False
    return any(base.isalpha() and with_s(base) == longer for base, longer in ((one, other), (other, one)))


def _differ_in_count(pairs: dict[Word, Word], rest: Sequence[Sequence[Word]]) -> bool:
    """Whether one thing became several: an article went, or the verb changed, with the noun."""
    if not any(_differ_in_number(word.plain, other.plain) for word, other in pairs.items()):
        return False
    verbs = {frozenset([word.plain, other.plain]) for word, other in pairs.items()}
    return any(word.plain in ARTICLES for words in rest for word in words) or not verbs.isdisjoint(IN_AGREEMENT)


def _placed(side: RowSide, in_style: Sequence[Span], read_as: dict[Word, str]) -> Placed:
    """The words of a row that have their place in it, each with what it counts as."""
    found: Placed = []
    for word in side.words:
        plain = read_as.get(word, word.plain)
        if not plain or plain in OF_NO_PLACE or plain.split()[0] in DATED:
            if found and found[-1][0] == ON and plain:
                found.pop()
            continue
        if not any(span.start <= word.start < span.end for span in in_style):
            found.append((plain, word))
    return found


def _is_same_order(left: Placed, right: Placed, sides: tuple[RowSide, RowSide]) -> bool:
    """Whether words come in one order, or two parts of them stand in turned order that may."""
    a, b = [plain for plain, _ in left], [plain for plain, _ in right]
    if a == b:
        return True
    if sorted(a) != sorted(b):
        return False
    start = next(at for at in range(len(a)) if a[at] != b[at])
    stop = next(len(a) - at for at in range(len(a)) if a[-1 - at] != b[-1 - at])
    turned = chain(_turned(left[start:stop], right[start:stop]), _turned(left, right))
    return any(_may_turn(parts, sides) for parts in turned)


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
    """Whether a part of a row stands at the head of a clause, its article aside."""
    at = side.words.index(part[0][1])
    while at and side.words[at - 1].plain in ARTICLES:
        at -= 1
    before = side.text[side.span.start : side.words[at].start].rstrip()
    return not before or before[-1] in MARKS or side.words[at - 1].plain in OPEN_CLAUSES


def _is_credit(part: Placed, side: RowSide) -> bool:
    """Whether a part of a row says who speaks and no more: "a clerk said", "according to a letter"."""
    ends = [signals_in([word]) for _, word in (part[0], part[-1])]
    begins = part[0][0] == "according" or SAYS in ends[0]
    return (begins or SAYS in ends[1]) and _opens_clause(part, side)


def _is_adverbial(part: Placed, side: RowSide) -> bool:
    """Whether a part of a row is a phrase with a preposition at the head of a clause: it may stand at its end too."""
    return part[0][0] in OPEN_ADVERBIALS and _opens_clause(part, side) and not signals_in([word for _, word in part])
