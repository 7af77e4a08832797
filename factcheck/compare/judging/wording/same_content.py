"""Whether a row tells the same on both sides: the same words, but for small ones, in other forms or another order.

The rules look at one change at a time; here the row is read whole. What may differ are the small words that
`slight_changes` knows, the number and agreement of a word, the tense of what is reported, a pronoun for a name, and
where a credit or an adverbial stands. After Quirk et al., A Comprehensive Grammar of English (1985): 8.14 on where
adverbials stand, 10.34 on concord, 14.28 on reporting clauses, 14.31 on backshift.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise

import regex

from factcheck.compare.findings import Span
from factcheck.compare.judging.row.changes import Change
from factcheck.compare.judging.row.sides import RowSide
from factcheck.compare.judging.row.slight_changes import (
    COUNTING,
    DATED,
    LEFT_OUT,
    are_one,
    denies_or_doubts,
    differ_in_ing,
    stand_for_one_another,
)
from factcheck.compare.judging.row.tenses import is_past
from factcheck.compare.judging.row.turned_round import ARTICLES, BE
from factcheck.compare.judging.speech.quotation_marks import is_spoken
from factcheck.compare.judging.wording.headlines import is_headline, is_telegraphic
from factcheck.compare.judging.wording.order import SAYS, Placed, is_same_order
from factcheck.compare.language.base_forms import bases_of
from factcheck.compare.language.inflection import with_s
from factcheck.compare.language.noun_classes import class_of
from factcheck.compare.language.numerals import is_number
from factcheck.compare.language.phrases import Word
from factcheck.compare.language.signals import signals_in

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
OF_NO_PLACE = ARTICLES | {"that", "which", "who"}
SOMEBODY = "@"
PEOPLE, TO = "people", "to"
LEFT_OUT_OF_HEADLINES = frozenset(["has", "have", "is", "are", PEOPLE])  # "is to" stands for "to"
WILL = [frozenset([TO, "will"])]  # in headlines
RELATIVES = frozenset(["who", "which", "that"])
PARTS_OF_DAY = frozenset(["morning", "afternoon", "evening", "night"])
ON, AND = "on", "and"
APOSTROPHE = regex.compile("[’']")
SENTENCE_END = regex.compile(r"[.!?][\"”’)]?\s+\p{Lu}")


def tells_the_same(
    left: RowSide, right: RowSide, changes: Sequence[Change], in_style: Sequence[tuple[Span, Span]]
) -> bool:
    """Whether the two sides of a row differ in no more than small words, forms of words and order.

    `in_style` are the spans of the row that differ in house style alone.
    """
    words = [[word for change in changes for word in change.halves[side].words] for side in (0, 1)]
    alone = _without_counterpart(*words), _without_counterpart(*words[::-1])
    told_now = is_headline(left) and is_headline(right) and (is_telegraphic(left) or is_telegraphic(right))
    if max(map(len, alone)) > MOST:
        return False
    told = _paired(*alone, _differ_in_tense) if told_now else {}
    others = _rest(alone, told)
    pairs = _paired(*others, partial(_are_alike, _lines(left, right, others) + (WILL if told_now else [])))
    rest = over = _rest(others, pairs)
    if any(word.plain in TENSED and is_spoken(left, word) for word in pairs) or _differ_in_count(pairs, rest):
        return False
    if _are_governed_otherwise(left, pairs) or _are_joined_on_one_side((left, right), pairs, in_style):
        return False
    if any(_is_before_count(side, word) for side, words in zip((left, right), rest, strict=True) for word in words):
        return False
    may_go = LEFT_OUT if _sentences(left) == _sentences(right) else LEFT_OUT | HELD_TOGETHER
    rest = _without_relatives(left, rest[0]), _without_relatives(right, rest[1])
    left_over = [
        _beyond_headlines(side, words) if told_now else words for side, words in zip((left, right), rest, strict=True)
    ]
    named = [[word for word in words if word.plain not in may_go] for words in left_over]
    if any(named) and not are_one(named, (left, right)):
        return False
    read_as = [
        dict.fromkeys(words, "") | dict.fromkeys(names[:1], SOMEBODY) for words, names in zip(over, named, strict=True)
    ]
    read_as[1] |= {other: word.plain for word, other in (pairs | told).items()}
    placed = [_placed(side, [spans[at] for spans in in_style], read_as[at]) for at, side in enumerate((left, right))]
    return is_same_order(placed[0], placed[1], (left, right))


def _rest(words: Sequence[Sequence[Word]], pairs: dict[Word, Word]) -> tuple[list[Word], list[Word]]:
    """The words of either side that are in no pair."""
    return [word for word in words[0] if word not in pairs], [word for word in words[1] if word not in pairs.values()]


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


def _paired(left: Sequence[Word], right: Sequence[Word], are_alike: Callable[[str, str], bool]) -> dict[Word, Word]:
    """Words of the left that have one of the right to stand for them though they differ."""
    pairs: dict[Word, Word] = {}
    for word in left:
        others = (other for other in right if other not in pairs.values())
        match = next((other for other in others if are_alike(word.plain, other.plain)), None)
        if match:
            pairs[word] = match
    return pairs


def _are_alike(lines: Sequence[frozenset[str]], one: str, other: str) -> bool:
    if stand_for_one_another(one, other) or _differ_in_number(one, other) or _hedge_alike(one, other):
        return True
    return any(one in line and other in line for line in lines)


def _differ_in_tense(one: str, other: str) -> bool:
    """Whether one of two words is the past tense of the other: "kills" and "killed" (Quirk et al. 1985, 4.17)."""
    return is_past(one) != is_past(other) and not set(bases_of(one)[1:] or [one]).isdisjoint(bases_of(other))


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


def _beyond_headlines(side: RowSide, words: Sequence[Word]) -> list[Word]:
    """Words without those that a headline leaves out: "has" before what was done, "people" behind their number."""
    return [
        word
        for word in words
        if word.plain not in LEFT_OUT_OF_HEADLINES
        or (word.plain == PEOPLE and not _is_behind_number(side, word))
        or (word.plain in BE and not _is_before_to(side, word))
    ]


def _without_relatives(side: RowSide, words: Sequence[Word]) -> list[Word]:
    """Words without the "who is" and "which was" that may be left out (Quirk et al. 1985, 17.29)."""
    left_out = {
        word
        for before, behind in pairwise(words)
        if before.plain in RELATIVES and behind.plain in BE and not side.text[before.end : behind.start].strip()
        for word in (before, behind)
    }
    return [word for word in words if word not in left_out]


def _is_behind_number(side: RowSide, word: Word) -> bool:
    before = side.words[: side.places(Span(word.start, word.end)).start][-1:]
    return any(is_number(some.plain) for some in before)


def _is_before_to(side: RowSide, word: Word) -> bool:
    behind = side.words[side.places(Span(word.start, word.end)).stop :][:1]
    return any(some.plain == TO for some in behind)


def _is_before_count(side: RowSide, word: Word) -> bool:
    """Whether a figure, or "few" as in "a few", stands right behind a word."""
    behind = side.words[side.places(Span(word.start, word.end)).stop :][:1]
    return any(is_number(some.plain) or some.plain in COUNTING for some in behind)


def _are_governed_otherwise(side: RowSide, pairs: dict[Word, Word]) -> bool:
    """Whether a form in -ing, of what is denied or doubted, became a verb of its own: "denied hiding", "and hid"."""
    return denies_or_doubts(side) and any(differ_in_ing(one.plain, other.plain) for one, other in pairs.items())


def _are_joined_on_one_side(
    sides: tuple[RowSide, RowSide], pairs: dict[Word, Word], in_style: Sequence[tuple[Span, Span]]
) -> bool:
    """Whether an "and" came or went with the number of the verb: "the clerk, the ferryman, was", "and the … were"."""
    has_and = [
        any(word.plain == AND for spans in in_style for word in side.within(spans[at])) for at, side in enumerate(sides)
    ]
    return has_and[0] != has_and[1] and any({one.plain, other.plain} in IN_AGREEMENT for one, other in pairs.items())


def _placed(side: RowSide, in_style: Sequence[Span], read_as: dict[Word, str]) -> Placed:
    """The words of a row that have their place in it, each with what it counts as."""
    found: Placed = []
    was_dated = False
    for word in side.words:
        plain = read_as.get(word, word.plain)
        is_dated = plain.split()[:1] != [] and (plain.split()[0] in DATED or (plain in PARTS_OF_DAY and was_dated))
        was_dated = is_dated
        if not plain or plain in OF_NO_PLACE or is_dated:
            if found and found[-1][0] == ON and plain:
                found.pop()
            continue
        if not any(span.start <= word.start < span.end for span in in_style):
            found.append((plain, word))
    return found
