"""Whether two rows are one sentence in another order: its credit elsewhere, or when, where and how it was.

"Ruiz dijo que …" and "…, dijo Ruiz": both have to say the same, in one spelling and with words of one weight, and give
it to one source by one kind of verb. "En mayo cerró la planta" and "la planta cerró en mayo": a preposition takes what
it opens along; who did it to whom is kept by leaving all else in its order. Read by lists: for languages other than
English.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import regex
from rapidfuzz.distance import Prefix

from factcheck.compare.findings import Span
from factcheck.compare.judging.lists.list_sides import ListRow, touched
from factcheck.compare.language.languages import Language
from factcheck.compare.language.numbers import Token

COMMA = regex.compile("[,،，、]")
LONGEST_SOURCE = 14  # words
FEWEST_SAID = 3  # words
SHORTEST_STEM, LONGEST_CASE = 3, 3  # letters
LONGEST_MOVED, LONGEST_MOVED_IN = 12, 40  # words
MOOD = frozenset(["sei", "seien", "habe", "hätten", "werde", "würden", "könne", "müsse", "wolle", "solle", "dürfe"])
PARTICLES = frozenset("はがをにでへも")


class _Report(NamedTuple):
    verb: tuple[Token, ...]
    source: tuple[Token, ...]
    said: tuple[Token, ...]


def are_one_report(one: ListRow, other: ListRow) -> bool:
    """Whether what stands beside the credit is the same in both, and the credits have the same words in one order."""
    if not (one.reports and other.reports):
        return False
    others = list(_reports(other))
    return any(_are_alike(report, as_other) for report in _reports(one) for as_other in others)


def _are_alike(one: _Report, other: _Report) -> bool:
    if (one.said, one.verb, len(one.source)) != (other.said, other.verb, len(other.source)):
        return False
    return all(map(_is_form, one.source, other.source))


def _is_form(one: Token, other: Token) -> bool:
    """Whether two words are one, or forms of one in another case."""
    left, right = str(one), str(other)
    shared = Prefix.similarity(left, right)
    return left == right or (shared >= SHORTEST_STEM and max(len(left), len(right)) - shared <= LONGEST_CASE)


def is_moved(one: ListRow, other: ListRow) -> bool:
    """Whether one stretch that a preposition or a word of time opens stands elsewhere, all else in its order.

    In Japanese it is a stretch that a particle closes; in German the verb changes places with the subject too.
    """
    left, right = (
        [token for token in row.plainly_negated if token not in one.language.complementizers] for row in (one, other)
    )
    if Counter(left) != Counter(right) or len(left) > LONGEST_MOVED_IN:
        return False
    if one.language.tag == "de" and one.reports and other.reports and _without_mood(left) == _without_mood(right):
        return True
    tag = one.language.tag
    return any(
        _is_order_of(left[:at] + left[stop:], right[:there] + right[there + stop - at :], tag)
        for at in range(len(left))
        for stop in range(at + 1, min(len(left), at + LONGEST_MOVED) + 1)
        if _may_move(left[at:stop], one.language)
        for there in range(len(right) - (stop - at) + 1)
        if right[there : there + stop - at] == left[at:stop]
    )


def _may_move(words: Sequence[Token], language: Language) -> bool:
    if language.tag == "ja":
        return words[-1] in PARTICLES and len(words) > 1
    if words[0] in language.openers:
        return len(words) > 1
    return language.negations.by_first.get(str(words[0]).partition(",")[0], [((), "")])[0][1] == "beside not"


def _without_mood(words: Sequence[Token]) -> list[Token]:
    """Words without the verb that stands last behind "dass" and second without it."""
    return [word for word in words if word not in MOOD]


def _is_order_of(left: Sequence[Token], right: Sequence[Token], tag: str) -> bool:
    if left == right:
        return True
    return tag == "de" and any([*left[1:at], left[0], *left[at:]] == right for at in range(2, len(left) + 1))


def _reports(row: ListRow) -> Iterator[_Report]:
    """The ways to take a row as a credit and what is said: parted at "that", or at the first or last comma."""
    if len(row.quotations) == 1:
        yield from _parted(row, row.span, row.quotations[0])
    ends = [comma.start() for comma in COMMA.finditer(row.text, *row.span)]
    that = next((span for word, span in row.words if word in row.language.complementizers), None)
    if that:
        yield from _parted(row, Span(row.span.start, that.start), Span(that.end, row.span.end))
    for end in {*ends[:1], *ends[-1:]}:
        before, behind = Span(row.span.start, end), Span(end + 1, row.span.end)
        yield from _parted(row, before, behind)
        yield from _parted(row, behind, before)


def _parted(row: ListRow, credit: Span, said: Span) -> Iterator[_Report]:
    reports = [span for span, _ in row.reports if credit.start <= span.start and span.end <= credit.end]
    if len(reports) != 1:
        return
    before, behind = Span(credit.start, reports[0].start), Span(reports[0].end, credit.end)
    outside = [span for whole in (before, behind) for span in _without(whole, said)]
    source = tuple(word for span in outside for word in touched(row.meanings, span))
    content = tuple(touched(row.meanings, said))
    if 0 < len(source) <= LONGEST_SOURCE and len(content) >= FEWEST_SAID:
        yield _Report(tuple(touched(row.meanings, reports[0])), source, content)


def _without(whole: Span, part: Span) -> Iterator[Span]:
    """What of a span lies before and behind a part of it, or all of it where the part lies elsewhere."""
    if part.end <= whole.start or part.start >= whole.end:
        yield whole
        return
    yield Span(whole.start, max(whole.start, part.start))
    yield Span(min(whole.end, part.end), whole.end)
