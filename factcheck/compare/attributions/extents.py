"""How far the words reach that somebody is said to have said: every place where they may end is weighed.

A place is judged by its signs: the word there and the next, how the content began, how long it is by then, what kind
of word gives it to its speaker. `lexicon/learned/content_ends.txt` has the weight of each sign;
`scripts/learned/content_ends.py` learns them from labelled articles by logistic regression.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from heapq import nlargest
from itertools import islice
from math import exp
from operator import itemgetter
from typing import NamedTuple

from factcheck.compare.attributions.clauses import Sentence, Token, last_mark
from factcheck.compare.attributions.closings import is_closed
from factcheck.compare.attributions.conjuncts import last_conjunct
from factcheck.compare.attributions.verbs import Cue, is_finite
from factcheck.compare.lexicon import lines_of

FURTHEST_OPENER = 12
MOST_PLACES = 50
MOST_LIKELY = 12
SMALLEST_CHANCE = 0.005  # of a later end, below which none is looked for
SAYING = "saying"
ENDS_OF_SPEECH = (",", "?", "!", ".", "…")

# Classes of `lexicon/en/attributions/word_classes.txt`
SMALL = ("content_opener", "preposition", "coordinator", "clause_leaver", "auxiliary", "mark")
SORTS = ("preposition", "coordinator", "auxiliary", "relative", "subordinator", "personal_pronoun")
CLASSES = ("relative", "time", "possessive", "determiner", "object_pronoun", "personal_pronoun", "quantity")
ENDERS = (*SMALL[:4], "mark", "relative", "subordinator", "time", "adverb", "adjunct_opener")
NO_MAIN_VERB = ("determiner", "pronoun", "object_pronoun", *ENDERS, "quantity")
ENDINGS = ("ly", "ing", "ed", "'s", "s")


class Place(NamedTuple):
    """A place where the content may end: before token `end`; its signs are names of weights."""

    end: int
    signs: tuple[str, ...]


def content_end(sentence: Sentence, at: int, cue: Cue) -> int:
    """Where the words said that begin at token `at` most likely end, give or take half of them."""
    chances = _chances(_places_behind(sentence, at, cue, last_conjunct(sentence, at, cue)))
    start = sentence[at].start
    likely = nlargest(MOST_LIKELY, chances, key=itemgetter(1))
    sizes = [(sentence[end - 1].end - start, chance) for end, chance in likely]
    worth = [sum(chance * _credit(size, own) for size, chance in sizes) for own, _ in sizes]
    return likely[worth.index(max(worth))][0]


def _places_behind(sentence: Sentence, at: int, cue: Cue, part: int) -> Iterator[Place]:
    """The places behind the first word of a part of the content; if there are none, all."""
    has_any = False
    for place in islice(places(sentence, at, cue), MOST_PLACES):
        if part == at or place.end > part + 1:
            has_any = True
            yield place
    if not has_any:
        yield from islice(places(sentence, at, cue), MOST_PLACES)


def _credit(size: int, own: int) -> float:
    """What content of one size is worth where the other is right: whether they share half, and a little how much."""
    share = min(size, own) / max(size, own)
    return (share >= 0.5) + share / 2


def _chances(in_order: Iterable[Place]) -> list[tuple[int, float]]:
    """How likely the content ends at each place, given that it did not end before; the last takes what is left."""
    found, left = [], 1.0
    for place in in_order:
        ends = left / (1 + exp(-_weight(place)))
        left -= ends
        found.append((place.end, ends))
        if left < SMALLEST_CHANCE:
            break
    end, ends = found[-1]
    return [*found[:-1], (end, ends + left)]


def _weight(place: Place) -> float:
    known = weights()
    return known.get("always", 0.0) + sum(known.get(sign, 0.0) for sign in place.signs)


@cache
def weights() -> dict[str, float]:
    """The weight of each sign in `lexicon/learned/content_ends.txt`."""
    return {sign: float(weight) for weight, sign in (line.split(" ", 1) for line in lines_of("learned/content_ends"))}


def places(sentence: Sentence, at: int, cue: Cue) -> Iterator[Place]:
    """The places where content that begins at `at` may end, in order; the last is the end of its sentence or clause.

    A clause does not end before its main verb: that of ", which sank in May," is none.
    """
    last = _relative_end(sentence, at, cue) or _last_place(sentence, at)
    about = _About(_look(sentence, at).shape, _kind(cue), _stands_aside(sentence, cue))
    is_clause = about.kind == SAYING or sentence.isa(at, "question_opener")
    commas, verbal, aside = 0, False, False
    for end in range(at + 1, last + 1):
        before = sentence[end - 1]
        commas += before.low == ","
        if before.low == ",":
            aside = not aside and not verbal and sentence.isa(end, "relative")
        verbal = verbal or (not aside and ((before.quoted and end - 1 > at) or is_finite(before)))
        if end == last or ((verbal or not is_clause) and _can_end(sentence, end)):
            look = END if end == last else _look(sentence, end)
            so_far = _SoFar(min(commas, 2), "clause" if verbal else "phrase", end - at)
            yield Place(end, tuple(_signs(sentence, end, look, about, so_far)))
            if is_closed(sentence, end, cue):
                return


def _can_end(sentence: Sentence, at: int) -> bool:
    """Whether a phrase may be complete before the token, so that what is said can end there."""
    before = sentence[at - 1]
    if before.low == "," or before.isa("coordinator", "noun_opener"):
        return False
    return _look(sentence, at).may_follow and (sentence.isa(at, "mark") or not before.isa("auxiliary", "preposition"))


def _last_place(sentence: Sentence, at: int) -> int:
    last = len(sentence)
    return max(at + 1, last if sentence.is_quoted(last - 1) else sentence.before_marks(last))


def _relative_end(sentence: Sentence, at: int, cue: Cue) -> int | None:
    """The comma that ends "Ruiz, who said that …, left", "Ruiz, citing …, said": what can be the main verb follows."""
    is_participle = cue.form == "ing" and cue.is_bare and cue.start > 1 and sentence.low(cue.start - 1) == ","
    if not is_participle and not (sentence.isa(cue.start - 1, "relative") and sentence.low(cue.start - 2) == ","):
        return None
    has_predicate = is_participle
    for end in range(at + 1, len(sentence) - 1):
        has_predicate = has_predicate or is_finite(sentence[end - 1])
        may_be_main = is_finite if is_participle else _may_be_main_verb
        if has_predicate and sentence.low(end) == "," and may_be_main(sentence[end + 1]):
            return end
    return None


def _may_be_main_verb(token: Token) -> bool:
    if token.quoted or token.is_name or not token.is_word or token.low.endswith("ing"):
        return False
    return token.isa("auxiliary") or not token.isa(*NO_MAIN_VERB)


class _About(NamedTuple):
    """What bears on every place: how the content begins, what its cue does, whether that stands aside."""

    opening: str
    kind: str
    aside: bool


class _SoFar(NamedTuple):
    """What stands between the beginning of the content and a place."""

    commas: int
    verbal: str
    size: int


def _signs(sentence: Sentence, end: int, look: _Look, about: _About, so_far: _SoFar) -> Iterator[str]:
    shape, sort, _ = look
    opening, kind, aside = about
    commas, verbal, size = so_far
    following = _look(sentence, end + 1)
    yield shape
    yield f"{kind}: {shape}"
    yield f"{_look(sentence, end - 1).shape} | {shape}"
    yield f"{min((len(sentence) - end) // 3, 6)} left: {shape}"
    yield f"| {sort} {following.sort}"
    yield f"{opening} | {sort}"
    yield f"{kind}: {opening} | {sort}"
    yield f"{kind}: | {sort}"
    yield f"{verbal} {opening} | {sort}"
    yield f"{commas} commas | {sort} {following.shape}"
    yield f"size {min(size // 3, 5)} | {sort}"
    yield f"size {min(size // 2, 8)}"
    if aside:
        yield f"aside | {sort}"
    if sentence.is_quoted(end - 1):
        mark = last_mark(sentence[end - 1])
        yield f"{mark if mark in ENDS_OF_SPEECH else 'no mark'} | {sort}"


def _kind(cue: Cue) -> str:
    """What the cue does, as far as it tells how long what is said is."""
    if cue.form == "adjective":
        return "minded"
    if cue.form == "noun":
        return "noun"
    kinds = [
        ("passive", cue.passive),
        (SAYING, cue.reports and not cue.needs_clause),
        ("thinking", cue.needs_clause),
        ("stand", cue.takes_thing),
        ("telling", cue.tells),
    ]
    return " ".join(name for name, fits in kinds if fits)


class _Look(NamedTuple):
    """What a word tells of where content ends: `shape` names small words themselves, `sort` names their class."""

    shape: str
    sort: str
    may_follow: bool


NOTHING = _Look("nothing", "nothing", may_follow=True)
QUOTATION = _Look("quotation", "quotation", may_follow=True)
END = _Look("end", "end", may_follow=True)


def _look(sentence: Sentence, at: int) -> _Look:
    if not 0 <= at < len(sentence):
        return NOTHING
    token = sentence[at]
    return QUOTATION if token.quoted else _look_of(token.word, token.low)


@lru_cache(maxsize=20_000)
def _look_of(word: str, low: str) -> _Look:
    token = Token(0, 0, word, low)
    shape = _shape_of(token)
    sort = next((name for name in SORTS if token.isa(name)), shape)
    loose = not token.is_name and low.endswith(("ly", "ing"))
    return _Look(shape, sort, may_follow=loose or not token.is_word or token.isa(*ENDERS))


def _shape_of(token: Token) -> str:
    if token.isa(*SMALL):
        return token.low
    if token.is_name and not token.isa("personal_pronoun"):
        return "Name"
    if not token.is_word:
        return "mark"
    if token.low[0].isdigit():
        return "number"
    named = next((name for name in CLASSES if token.isa(name)), None)
    ending = next((ending for ending in ENDINGS if token.low.endswith(ending)), None)
    return named or ending or "word"


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
