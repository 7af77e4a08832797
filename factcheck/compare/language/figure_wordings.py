"""A row's words with every figure in one wording: what two papers put differently about one figure reads alike.

`figure_readers` reads what stands for a figure; here it gets its bound ("no fewer than 300"), its rate ("a week",
"weekly"), its deadline and the verb that scales it ("halved", "fell by 50 per cent"). Nothing is converted: 90 minutes
and an hour and a half stay two figures.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache

import regex

from factcheck.compare.language import figure_readers
from factcheck.compare.language.base_forms import bases_of
from factcheck.compare.language.figure_readers import READERS, Reading
from factcheck.compare.language.inflection import forms_of
from factcheck.compare.language.numerals import NUMBER_WORDS, is_number, value_of
from factcheck.compare.language.phrases import Phrases, Word
from factcheck.compare.lexicon import lines_of, words_of
from factcheck.compare.words.plain_words import phrase

SPREAD, RATE, HEAD = "spread", "rate", "head"
BESIDE, NEAR, FAR = 2, 3, 5  # words
COUNTS = frozenset(["once", "twice", "times", "several", "few", "many"])
FROM_NOW = frozenset(["ago", "later", "earlier", "before", "after", "old", "of", "on"])
ARTICLES = frozenset(["a", "an"])
ONCE, BY = "once", "by"
DASH = regex.compile(r"[-–‑−]")
SEASON = regex.compile(r"#((?:1[5-9]|20)\d\d)/(?:\d\d)?(\d\d)#")
TIMES = {
    form: factor
    for verb, factor in (("halve", "1/2"), ("double", "2"), ("triple", "3"), ("treble", "3"), ("quadruple", "4"))
    for form in forms_of(verb)
}
FOLD = "fold"
SHARE = regex.compile(r"#share:(\d+(?:/\d+)?)#")
DAYS = words_of("en/words/days")
DEADLINES = Phrases((phrase(entry), "") for entry in ("no later than", "not later than", "on or before", "by"))
END = ("the", "end", "of")
STARTS = (
    figure_readers.DECADES.keys()
    | figure_readers.ORDINALS.keys()
    | figure_readers.QUARTERS.keys()
    | figure_readers.FISCAL
    | figure_readers.RANGES.keys()
    | figure_readers.LIMITS
    | figure_readers.ANYBODY
    | figure_readers.SOUNDLESS
    | figure_readers.LETTERS.keys()
    | {"Q", "H"}
    | {"a", "an", "half", "aged", "by", "sterling", "pound", "united states"}
)
SCALE_LINES = ("scale", "change of scale")


def as_told(words: Sequence[Word], text: str) -> list[Word]:
    """The words, each figure with all that is said of it as one; `text` is what they were read from."""
    return list(_bounded(list(_scaled(list(_read(words, text))))))


def kind_of(plain: str) -> str:
    """What sort of figure a word of `as_told` is: "rate", "decade", …; empty of a plain number and of a word."""
    return plain[1:].partition(":")[0] if plain[:1] == "#" and ":" in plain and plain[1].isalpha() else ""


def _read(words: Sequence[Word], text: str) -> Iterator[Word]:
    plain = [word.plain for word in words]
    at = 0
    while at < len(plain):
        reading = _reading(words, plain, at, text)
        length, form = reading or (1, plain[at])
        yield Word(form, words[at].start, words[at + length - 1].end)
        at += length


def _reading(words: Sequence[Word], plain: Sequence[str], at: int, text: str) -> Reading | None:
    first = plain[at]
    if first in WORDINGS.by_first or first == ONCE:
        start = at + (first == ONCE)
        found = WORDINGS.at(plain, start) if start < len(plain) else None
        if found and _fits(plain, start, start + found[0], found[1]):
            return found[0] + start - at, found[1]
    if not is_number(first) and first not in STARTS and not first.startswith(("fy", "q", "h")):
        return None
    if is_number(first) and (pair := _on_both_sides_of_dash(words, at, text)):
        return pair
    return next((reading for reader in READERS if (reading := reader(plain, at))), None)


def _fits(plain: Sequence[str], start: int, stop: int, label: str) -> bool:
    """Whether a phrase is said of a figure: "40 cases a week", not "a week ago"."""
    kind = kind_of(label)
    if kind == SPREAD:
        return any(map(is_number, plain[max(0, start - FAR) : stop + FAR]))
    if kind in (RATE, HEAD) and plain[start] in ARTICLES:
        is_counted = any(is_number(word) or word in COUNTS for word in plain[max(0, start - NEAR) : start])
        return is_counted and FROM_NOW.isdisjoint(plain[stop : stop + 1])
    return True


def _on_both_sides_of_dash(words: Sequence[Word], at: int, text: str) -> Reading | None:
    """10-15, 3–1, 2021-22; 2021/22."""
    if season := SEASON.fullmatch(words[at].plain):
        return 1, f"#span:{season.group(1)}~{season.group(2)}#"
    if at + 1 >= len(words) or not DASH.fullmatch(text, words[at].end, words[at + 1].start):
        return None
    low, high = (value_of(word.plain) for word in words[at : at + 2])
    if low is None or high is None:
        return None
    is_year = figure_readers.YEAR.fullmatch(words[at].plain)
    return 2, f"#span:{low}~{high % 100 if is_year else high}#"


def _scaled(words: Sequence[Word]) -> Iterator[Word]:
    """The words with "fell by 50 per cent" as "halved", and "rose 3 per cent" as "rose by 3 per cent"."""
    at = 0
    while at < len(words):
        word = words[at]
        stop = at + 1 + (at + 1 < len(words) and words[at + 1].plain == BY)
        figure = words[stop] if stop < len(words) and _is_amount(words[stop].plain) else None
        way = _way(word.plain) if figure and word.plain.isalpha() else 0
        if word.plain in TIMES:
            yield word._replace(plain=f"#times:{TIMES[word.plain]}#")
        elif way and figure and (factor := _factor(figure.plain, way)):
            yield Word(f"#times:{factor}#", word.start, figure.end)
            at = stop
        elif way and figure and is_number(figure.plain):
            yield word
            yield figure._replace(start=words[at + 1].start)
            at = stop
        else:
            yield word
        at += 1


def _is_amount(plain: str) -> bool:
    return is_number(plain) or plain.endswith(FOLD)


def _factor(plain: str, way: int) -> Fraction | None:
    """By what a verb of rising (1) or falling (-1) and the figure behind it multiply, if there is a verb for that."""
    if plain.endswith(FOLD) and (number := NUMBER_WORDS.get(plain.removesuffix(FOLD))):
        return Fraction(number.strip("#")) if way > 0 else None
    share = SHARE.fullmatch(plain)
    factor = 1 + way * Fraction(share.group(1)) if share else None
    return factor if str(factor) in TIMES.values() else None


def _way(word: str) -> int:
    """1 of a verb of rising, in any form, -1 of one of falling, 0 of any other word."""
    ways = _ways()
    return next((ways[base] for base in bases_of(word) if base in ways), 0)


@cache
def _ways() -> dict[str, int]:
    found: dict[str, int] = {}
    for line in lines_of("en/judging/reversals"):
        scale, _, sides = line.partition(":")
        if scale in SCALE_LINES:
            up, down = (side.split("/") for side in sides.split())
            found |= dict.fromkeys(up, 1) | dict.fromkeys(down, -1)
    return {verb: way for verb, way in found.items() if verb not in TIMES}


def _bounded(words: Sequence[Word]) -> Iterator[Word]:
    """The words, each figure with its bound as one, and each deadline with one preposition."""
    plain = [word.plain for word in words]
    at = 0
    while at < len(words):
        found = BOUNDS.at(plain, at)
        before = at + found[0] if found else at
        if found and before < len(words) and is_number(plain[before]):
            yield Word(f"#bound:{found[1]} {plain[before]}#", words[at].start, words[before].end)
            at = before + 1
            continue
        behind = BOUNDS.at(plain, at + 1) if is_number(plain[at]) and at + 1 < len(words) else None
        if behind and plain[at + 1] in ("or", "and"):
            yield Word(f"#bound:{behind[1]} {plain[at]}#", words[at].start, words[at + behind[0]].end)
            at += behind[0] + 1
            continue
        if length := _deadline(plain, at):
            yield Word("#by:#", words[at].start, words[at + length - 1].end)
            at += length
            continue
        yield words[at]
        at += 1


def _deadline(plain: Sequence[str], at: int) -> int:
    """How many words from there on say "by": "no later than", and "before" where the end of a time follows."""
    length, _ = DEADLINES.at(plain, at) or (0, "")
    if plain[at] == "before" and tuple(plain[at + 1 : at + 4]) == END:
        return 1
    behind = plain[at + length : at + length + 1]
    if length == 1 and not (behind and (is_number(behind[0]) or behind[0] in DAYS)):
        return 1 if tuple(plain[at + 1 : at + 4]) == END else 0
    return length


def _wordings() -> Iterator[tuple[tuple[str, ...], str]]:
    for line in lines_of("en/judging/figure_wordings"):
        what, _, sides = line.partition(":")
        for number, side in enumerate(sides.split("/")):
            for entry in side.split(","):
                yield phrase(entry.strip()), f"#{what}:{number}#"


def _bound_lines() -> Iterator[tuple[tuple[str, ...], int]]:
    for number, line in enumerate(lines_of("en/judging/bounds")):
        for entry in line.partition(":")[2].split(","):
            yield phrase(entry.strip()), number


WORDINGS = Phrases(_wordings())
BOUNDS = Phrases(_bound_lines())
SMALL = frozenset(
    ["a", "an", "and", "as", "at", "by", "from", "in", "of", "on", "or", "out", "over", "the", "to", "up"]
)
LARGE = (
    (WORDINGS.words | BOUNDS.words | STARTS | TIMES.keys() | {"percentage", "points", "couple", "s"})
    - SMALL
    - figure_readers.ANYBODY
)


def may_word_figure(words: Sequence[Word], places: range) -> bool:
    """Whether words of a row may be part of how a figure is put: a figure, "weekly", or "to" right beside a figure."""
    plain = [word.plain for word in words[places.start : places.stop]]
    if any(is_number(word) or word in LARGE or word.startswith("fy") for word in plain):
        return True
    if SMALL.isdisjoint(plain):
        return False
    return any(is_number(word.plain) for word in words[max(0, places.start - BESIDE) : places.stop + BESIDE])
