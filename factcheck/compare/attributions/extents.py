"""How far the words reach that somebody is said to have said: every place where they may end is weighed.

A place is judged by its signs: the word there and the next, how the content began, how long it is by then, what kind
of word gives it to its speaker. `lexicon/content_ends.txt` has the weight of each sign; `scripts/weigh_ends.py`
learns them from labelled articles by logistic regression.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from math import exp
from typing import NamedTuple

from factcheck.compare.attributions.clauses import Sentence, Token
from factcheck.compare.attributions.verb_forms import kinds_of
from factcheck.compare.attributions.verbs import Cue, is_adverb, is_finite
from factcheck.compare.lexicon import lines_of

FURTHEST_OPENER = 12
SMALLEST_CHANCE = 0.001
OF_ITSELF = (
    "content_opener", "preposition", "coordinator", "clause_leaver", "auxiliary", "mark"
)  # fmt: skip
CLASSES = ("relative", "time", "possessive", "determiner", "object_pronoun", "personal_pronoun", "quantity", "contracted")


class Place(NamedTuple):
    """A place where the content may end: before token `end`; its signs are names of weights."""

    end: int
    signs: tuple[str, ...]


def content_end(sentence: Sentence, at: int, cue: Cue) -> int:
    """Where the words said that begin at token `at` most likely end, half of them being near enough."""
    chances = _chances(list(places(sentence, at, cue)))
    start = sentence[at].start
    sizes = [(sentence[end - 1].end - start, chance) for end, chance in chances]
    worth = [sum(chance * _credit(size, own) for size, chance in sizes) for own, _ in sizes]
    return chances[worth.index(max(worth))][0]


def _credit(size: int, own: int) -> float:
    share = min(size, own) / max(size, own)
    return share / 5 + (share >= 0.5)


def _chances(all_places: list[Place]) -> list[tuple[int, float]]:
    """How likely the content ends at each place, given that it did not end before; the last takes what is left."""
    found, left = [], 1.0
    for place in all_places[:-1]:
        ends = 1 / (1 + exp(-_weight(place)))
        found.append((place.end, left * ends))
        left *= 1 - ends
        if left < SMALLEST_CHANCE:
            return found
    return [*found, (all_places[-1].end, left)]


def _weight(place: Place) -> float:
    known = weights()
    return known.get("always", 0.0) + sum(known.get(sign, 0.0) for sign in place.signs)


@cache
def weights() -> dict[str, float]:
    """The weight of each sign in `lexicon/content_ends.txt`."""
    return {sign: float(weight) for weight, sign in (line.split(" ", 1) for line in lines_of("content_ends"))}


def places(sentence: Sentence, at: int, cue: Cue) -> Iterator[Place]:
    """The places where content that begins at `at` may end, in order; the last is the end of its sentence or clause."""
    last = max(at + 1, len(sentence) if sentence.is_quoted(len(sentence) - 1) else sentence.before_marks(len(sentence)))
    opening = _shape(sentence, at)
    kind = _kind(cue)
    aside = _stands_aside(sentence, cue)
    commas, is_clause = 0, False
    for end in range(at + 1, last + 1):
        before = sentence[end - 1]
        commas += before.low == ","
        is_clause = is_clause or (end - 1 > at and before.quoted) or is_finite(before)
        shape = _shape(sentence, end) if end < last else "end"
        if end < last and not _may_end(sentence, end):
            continue
        following = _shape(sentence, end + 1)
        size = min((end - at) // 3, 5)
        verbal = "clause" if is_clause else "phrase"
        rough = _rough(sentence, end) if end < last else "end"
        signs = [
            shape,
            f"~{rough} {_rough(sentence, end + 1)}",
            f"~{opening} … {rough}",
            f"~{kind}: {opening} … {rough}",
            f"~{verbal} {opening} … {rough}",
            f"~{min(commas, 2)} commas … {rough} {following}",
            f"~size {size}: {rough}",
            f"~{cue.form}: {rough} {following}",
            f"~{kind}: {rough}",
            f"{shape} {following}",
            f"{opening} … {shape}",
            f"{kind}: {shape}",
            f"{kind}: {opening} … {shape}",
            f"{verbal} {opening} … {shape}",
            f"{min(commas, 2)} commas … {shape} {following}",
            f"size {size}: {shape}",
            f"size {min((end - at) // 2, 8)}",
            f"{_shape(sentence, end - 1)} | {shape}",
            f"{cue.form}: {shape} {following}",
            f"{min((len(sentence) - end) // 3, 6)} left: {shape}",
        ]
        if aside:
            signs.append(f"aside: {shape}")
        if sentence.is_quoted(end - 1):
            signs.append(f"{_last_mark(before)} | {shape}")
        yield Place(end, tuple(signs))
        if end < last and _goes_on_elsewhere(sentence, end, cue):
            return


def _last_mark(quotation: Token) -> str:
    mark = quotation.word.rstrip("\"“”'‘’„«»「」『』 ")[-1:]
    return mark if mark in ",?!.…" else "no mark"


def _kind(cue: Cue) -> str:
    """What the cue does, as far as it tells how long what is said is."""
    if cue.form == "adjective":
        return "minded"
    kind = "stand" if not cue.reports else "saying or stand" if cue.takes_thing else "clause" if cue.needs_clause else "saying"
    return ("passive " if cue.passive else "") + kind + (" to somebody" if cue.tells else "")


def _may_end(sentence: Sentence, at: int) -> bool:
    token = sentence[at]
    if token.quoted or not token.is_word:
        return True
    if token.isa(*OF_ITSELF, "relative", "time", "subordinator", "contracted", "adverb", "adjunct_opener"):
        return True
    return not token.is_name and token.low.endswith(("ly", "ing", "ed"))


def _shape(sentence: Sentence, at: int) -> str:
    """A word as far as it tells where content ends: small words as themselves, others by class or ending."""
    if not 0 <= at < len(sentence):
        return "nothing"
    token = sentence[at]
    return "quotation" if token.quoted else _shape_of(token.word, token.low)


def _rough(sentence: Sentence, at: int) -> str:
    if not 0 <= at < len(sentence):
        return "nothing"
    token = sentence[at]
    for name in ("preposition", "coordinator", "auxiliary", "relative", "subordinator", "personal_pronoun"):
        if not token.quoted and token.isa(name):
            return name
    return _shape(sentence, at)


@cache
def _shape_of(word: str, low: str) -> str:
    token = Token(0, 0, word, low)
    if token.isa(*OF_ITSELF):
        return low
    if word[0].isupper() and low not in ("i", "he", "she", "they", "it"):
        return "Name"
    for name in CLASSES:
        if token.isa(name):
            return name
    if not token.is_word:
        return "mark"
    if low[0].isdigit():
        return "number"
    for ending in ("ly", "ing", "ed", "'s"):
        if low.endswith(ending):
            return "-" + ending
    return "words" if low.endswith("s") and not low.endswith("ss") else "word"


def _stands_aside(sentence: Sentence, cue: Cue) -> bool:
    """Whether the verb stands in a clause beside the main one, as in "When he said it was over, they left"."""
    if cue.start == 0:
        return True
    for at in range(cue.start - 1, max(-1, cue.start - FURTHEST_OPENER), -1):
        if sentence.isa(at, "aside_opener") or (sentence.isa(at, "relative") and sentence.low(at) != "that"):
            return True
        if sentence.low(at) == "but" or (sentence.isa(at, "mark") and sentence.low(at) not in (".", "(", ")")):
            return False
    return False


def _goes_on_elsewhere(sentence: Sentence, at: int, cue: Cue) -> bool:
    """Whether at `at` the same speaker goes on with another verb, "… and vowed to stay", or the clause is closed."""
    if sentence.low(at) == ";":
        return True
    after = at + (sentence.low(at) == ",")
    if sentence.low(after) not in ("and", "but", "then") or cue.form == "base":
        return False
    after += 1
    while after < len(sentence) and is_adverb(sentence[after]):
        after += 1
    forms = {"past", "participle"} if cue.form in ("past", "participle") else {cue.form}
    return not forms.isdisjoint(kinds_of(sentence.low(after)))
