"""A row's words with every figure in one wording: what two papers put differently about one figure reads alike.

`figure_readers` reads what stands for a figure; here it gets its bound ("no fewer than 300"), its rate ("a week",
"weekly"), its deadline and the verb that scales it ("halved", "fell by 50 per cent"). Nothing is converted: 90 minutes
and an hour and a half stay two figures.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache
from itertools import pairwise

import regex

from factcheck.compare.language import figure_readers, quantities, time_readers
from factcheck.compare.language.base_forms import bases_of
from factcheck.compare.language.figure_bounds import BOUNDS, bounded
from factcheck.compare.language.figure_readers import NIL, kind_of, span_of
from factcheck.compare.language.inflection import forms_of
from factcheck.compare.language.numerals import is_number, value_of
from factcheck.compare.language.phrases import Phrases, Word
from factcheck.compare.language.proportions import COLLECTIVES, PARTS
from factcheck.compare.language.time_readers import Reading
from factcheck.compare.lexicon import lines_of, words_of
from factcheck.compare.words.plain_words import phrase

SPREAD, RATE, HEAD = "spread", "rate", "head"
BESIDE, NEAR, FAR = 3, 3, 5  # words
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
FOLD = regex.compile(r"#fold:(\d+)#")
SHARE = regex.compile(r"#share:(\d+(?:/\d+)?)#")
DAYS = words_of("en/words/days")
READERS = (*time_readers.READERS, *figure_readers.READERS)
STARTS = time_readers.STARTS | figure_readers.STARTS
SHORT_UNITS = {
    "m": "meter",
    "in": "inch",
    "p": "penny",
    "pence": "penny",
    "c": "cent",
    "cents": "cent",
    "g": "gram",
    "l": "liter",
}
PENCE = frozenset(["pence", "cents"])
UP_OR_DOWN = {"up": 1, "down": -1}
GO_ON = time_readers.GO_ON | figure_readers.GO_ON  # of a figure: what may follow it in a reading
MAY_START = regex.compile(r"fy\d|[qh]\d|.*fold$")
SHORT_FORM = regex.compile(r"\b(?:fy\d|[qh]\d|\p{L}+fold\b)")
FOLD_END = "d"
SCALE_LINES = ("scale", "change of scale")


def as_told(words: Sequence[Word], text: str) -> list[Word]:
    """The words, each figure with all that is said of it as one; `text` is what they were read from."""
    read = list(_read(words, text))
    if not any(is_number(word.plain) or word.plain in TIMES or word.plain in DAYS for word in read):
        return read
    return list(bounded(list(_scaled(read))))


def _read(words: Sequence[Word], text: str) -> Iterator[Word]:
    plain = _with_units(words)
    at = 0
    while at < len(plain):
        reading = _reading(words, plain, at, text) if _may_begin(plain[at]) else None
        if reading:
            length, form = reading
            yield Word(form, words[at].start, words[at + length - 1].end)
            at += length
        else:
            yield words[at] if plain[at] == words[at].plain else words[at]._replace(plain=plain[at])
            at += 1


def _may_begin(plain: str) -> bool:
    return plain in OPENERS or is_number(plain) or _is_short(plain)


def _is_short(plain: str) -> bool:
    """Whether it may be a short form: FY2023, Q3, tenfold."""
    return (plain[-1].isdigit() or plain[-1] == FOLD_END) and MAY_START.match(plain) is not None


def _reading(words: Sequence[Word], plain: Sequence[str], at: int, text: str) -> Reading | None:
    first = plain[at]
    start = at + (first == ONCE)
    if plain[start : start + 1] and (plain[start] in SINGLE_WORDS or tuple(plain[start : start + 2]) in BEGINNINGS):
        found = WORDINGS.at(plain, start)
        if found and _fits(plain, start, start + found[0], found[1]):
            return found[0] + start - at, found[1]
    if not is_number(first) and first not in STARTS and not _is_short(first):
        return None
    if (is_number(first) or first in DAYS) and (pair := _on_both_sides_of_dash(words, at, text)):
        return pair
    if is_number(first) and (age := _age_between_commas(words, at, text)):
        return age
    if value_of(first) is not None and not (at + 1 < len(plain) and plain[at + 1] in GO_ON):
        return None
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


def _with_units(words: Sequence[Word]) -> list[str]:
    """The plain words, with short units right behind a figure written out: 5ft 10in, 1.8m, 30p."""
    found = [word.plain for word in words]
    for at, (before, word) in enumerate(pairwise(words), 1):
        if word.plain in SHORT_UNITS and is_number(before.plain) and (word.start == before.end or word.plain in PENCE):
            found[at] = SHORT_UNITS[word.plain]
    return found


def _age_between_commas(words: Sequence[Word], at: int, text: str) -> Reading | None:
    """Renn, 34, sells boats."""
    start, end = words[at].start, words[at].end
    value = value_of(words[at].plain)
    if not at or value is None or value > time_readers.OLDEST or not words[at - 1].plain.isalpha():
        return None
    is_between = text[words[at - 1].end : start] == ", " and text[end : end + 1] == ","
    return (1, f"#age:{value}#") if is_between else None


def _on_both_sides_of_dash(words: Sequence[Word], at: int, text: str) -> Reading | None:
    """10-15, 3–1, 2021-22, 9am-5pm, Monday-Friday; 2021/22."""
    if season := SEASON.fullmatch(words[at].plain):
        return 1, f"#span:{season.group(1)}~{season.group(2)}#"
    if at + 1 >= len(words) or not DASH.fullmatch(text, words[at].end, words[at + 1].start):
        return None
    first, last = words[at].plain, words[at + 1].plain
    is_span = (is_number(last) or last == NIL) if is_number(first) else last in DAYS
    return (2, span_of(first, last)) if is_span else None


def _scaled(words: Sequence[Word]) -> Iterator[Word]:
    """The words with "fell by 50 per cent" as "halved", and "rose 3 per cent" as "rose by 3 per cent"."""
    at = 0
    while at < len(words):
        word = words[at]
        stop = at + 1 + (at + 1 < len(words) and words[at + 1].plain == BY)
        figure = words[stop] if stop < len(words) and is_number(words[stop].plain) else None
        way = _way(word.plain) if figure and word.plain.isalpha() else 0
        if word.plain in TIMES:
            yield word._replace(plain=f"#times:{TIMES[word.plain]}#")
        elif way and figure and word.plain not in UP_OR_DOWN and (factor := _factor(figure.plain, way)):
            yield Word(f"#times:{factor}#", word.start, figure.end)
            at = stop
        elif way and figure and is_number(figure.plain):
            yield word
            yield figure._replace(start=words[at + 1].start)
            at = stop
        else:
            yield word
        at += 1


def _factor(plain: str, way: int) -> Fraction | None:
    """By what a verb of rising (1) or falling (-1) and the figure behind it multiply, if there is a verb for that."""
    if fold := FOLD.fullmatch(plain):
        return Fraction(fold.group(1)) if way > 0 else None
    share = SHARE.fullmatch(plain)
    factor = 1 + way * Fraction(share.group(1)) if share else None
    return factor if str(factor) in TIMES.values() else None


def factors_in(words: Sequence[Word]) -> list[Fraction]:
    """By what the verbs among words of `as_told` multiply: "halved", "fell by a third", "rose 40 percent"."""
    found = []
    for at, word in enumerate(words):
        if word.plain.startswith("#times:"):
            found.append(Fraction(word.plain[len("#times:") : -1]))
        elif share := SHARE.fullmatch(words[at + 1].plain) if at + 1 < len(words) and word.plain.isalpha() else None:
            way = _way(word.plain)
            found += [1 + way * Fraction(share.group(1))] if way else []
    return found


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
    return {verb: way for verb, way in found.items() if verb not in TIMES} | UP_OR_DOWN


def _wordings() -> Iterator[tuple[tuple[str, ...], str]]:
    for line in lines_of("en/judging/figure_wordings"):
        what, _, sides = line.partition(":")
        for number, side in enumerate(sides.split("/")):
            for entry in side.split(","):
                yield phrase(entry.strip()), f"#{what}:{number}#"


WORDINGS = Phrases(_wordings())
_ENTRIES = [entry for entries in WORDINGS.by_first.values() for entry, _ in entries]
SINGLE_WORDS = frozenset(entry[0] for entry in _ENTRIES if len(entry) == 1)
BEGINNINGS = frozenset(entry[:2] for entry in _ENTRIES if len(entry) > 1)
OPENERS = SINGLE_WORDS | {entry[0] for entry in BEGINNINGS} | STARTS | {ONCE}
ALONE = (
    SINGLE_WORDS
    | TIMES.keys()
    | time_readers.DECADES.keys()
    | time_readers.ORDINALS.keys()
    | time_readers.QUARTERS.keys()
)
ALONE |= PARTS.keys() | COLLECTIVES.keys() | time_readers.LONG_TIMES.keys()
ALONE |= {"every", "each", "per", "total", "later", "next", "following", "previous", "aged", "terms", "before", "by"}
BESIDE_FIGURE = WORDINGS.words | BOUNDS.words | STARTS | quantities.TIMES.keys() | time_readers.SHORT_TIMES.keys()
BESIDE_FIGURE |= SHORT_UNITS.keys() | {"percentage", "points", "to", "and", "in", "of", "out", "or", "s", "hours"}
OF_KINDS = (ALONE | WORDINGS.words | {"s"}) - words_of("en/words/function_words") | {"each"}


def may_word_figure(words: Sequence[Word], places: range) -> bool:
    """Whether words of a row may be part of how a figure is put: a figure, "weekly", or "to" right beside a figure."""
    plain = [word.plain for word in words[places.start : places.stop]]
    if _tells_figure(plain):
        return True
    if plain and BESIDE_FIGURE.isdisjoint(plain):
        return False
    return _tells_figure([word.plain for word in words[max(0, places.start - BESIDE) : places.stop + BESIDE]])


def _tells_figure(plain: Sequence[str]) -> bool:
    if not ALONE.isdisjoint(plain):
        return True
    joined = " ".join(plain)
    return is_number(joined) or SHORT_FORM.search(joined) is not None


def may_tell_kind(words: Sequence[Word], places: range) -> bool:
    """Whether words of a row may tell of a rate, a decade or an ordinal, not of plain numbers alone."""
    plain = [word.plain for word in words[places.start : places.stop + 1]]
    if not OF_KINDS.isdisjoint(plain):
        return True
    joined = " ".join(plain)
    has_other = is_number(joined) and any(is_number(word) and value_of(word) is None for word in plain)
    return has_other or SHORT_FORM.search(joined) is not None
