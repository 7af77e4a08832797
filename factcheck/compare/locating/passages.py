"""The passage of a text that holds most of a quotation's words in their order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import NamedTuple

import regex

from factcheck.compare.findings import Span
from factcheck.compare.locating.marks import has_ellipsis, without_marks
from factcheck.compare.locating.selection import COMMON_WORDS, SHORT
from factcheck.compare.words.folded_words import fold, spelled
from factcheck.compare.words.plain_words import read, settled

SENTENCE_END = regex.compile(r"[.!?…][\"”’»)]*\s")

# A full word weighs 1.
COMMON_WEIGHT = 0.25
NAME_WEIGHT = 0.5  # every text on an event has its names
ROOM = 20  # words that an attribution may put between two halves
WINDOWS = 3
LONGEST_QUOTE = 1_000  # words: a longer one is only found where it stands whole
STRAY = 4  # words of distance for each word of a scrap: farther from the rest, it is kept by chance
STRAY_DIVIDED = 8  # the same where the quotation has nothing in between: an attribution may stand there
SHORTEST_PART = 2  # words on either side of an ellipsis
EDGE = 3  # words at either end that may be one word more or less in the text

# How much must be kept for the place to be certain, as a share of the weight or in full words.
KEPT_SHARE = 0.62
KEPT_BETWEEN_ENDS = 0.5  # enough where both ends of the quotation stand
KEPT_WEIGHT = 2.0
KEPT_TOGETHER = 3  # words
CLAUSE_WEIGHT = 4.5  # enough in one run: no other sentence would hold it by chance
KEPT_IN_CONTEXT = 0.5  # enough where the context stands too


class Kept(NamedTuple):
    """Neighbouring words of a quotation and the words of the text that they stand as; ends are not included.

    `is_rewritten` where only a contraction tells the two apart: "he's" for "he is".
    """

    start: int
    end: int
    at: int
    until: int
    is_rewritten: bool = False

    @property
    def width(self) -> int:
        """How many words of the quotation it holds, or lacks if it is a gap."""
        return self.end - self.start

    @property
    def inserted(self) -> int:
        """How many words of the text it holds."""
        return self.until - self.at


class Search:
    """A quotation and the text that it is sought in."""

    def __init__(self, quote: str, text: str) -> None:
        self.quote, self.text = quote, text
        self.wanted, self.given = fold(without_marks(quote)), fold(without_marks(text))
        self.weights = dict(map(self._weight, self.wanted.words, self.wanted.spans))

    def _weight(self, word: str, span: Span) -> tuple[str, float]:
        if word in COMMON_WORDS:
            return word, COMMON_WEIGHT
        is_name = self.quote[span.start].isupper() and span is not self.wanted.spans[0]
        return word, NAME_WEIGHT if is_name else 1.0

    def elides(self, gap: Kept) -> bool:
        """Whether the text has nothing but an ellipsis where the quotation has words."""
        if not gap.width or gap.inserted:
            return False
        spans = self.given.spans
        return has_ellipsis(self.text, spans[gap.at - 1].end, spans[gap.until].start)

    def parts_sentences(self, gap: Kept) -> bool:
        """Whether a sentence ends in the text, and none in the quotation, where they part."""
        given, wanted = self.given.spans, self.wanted.spans
        between = SENTENCE_END.search(self.text, given[gap.at - 1].end, given[gap.until].start)
        return bool(between) and not SENTENCE_END.search(self.quote, wanted[gap.start - 1].end, wanted[gap.end].start)

    def is_elided(self, gap: Kept) -> bool:
        """Whether the quotation itself has an ellipsis where the text has words."""
        if not gap.inserted or gap.width:
            return False
        spans = self.wanted.spans
        return has_ellipsis(self.quote, spans[gap.start - 1].end, spans[gap.end].start)

    def weigh(self, run: Kept) -> float:
        return sum(self.weights[word] for word in self.wanted.words[run.start : run.end])


@dataclass(frozen=True, slots=True)
class Passage:
    """The kept runs of a quotation, in order, and the share of its words (weighed) that they make up."""

    runs: tuple[Kept, ...]
    share: float

    @property
    def gaps(self) -> list[Kept]:
        """What was dropped from between the runs and what was put there; one of the two may be empty."""
        return [_between(left, right) for left, right in pairwise(self.runs)]


def best_passage(search: Search) -> Passage | None:
    """The passage that keeps most, None if no word stands in the text."""
    passages = [_passage(search, first, last) for first, last in _windows(search)]
    return max(passages, key=lambda passage: passage.share, default=None)


def passage_among(search: Search, prefix: str, suffix: str) -> Passage | None:
    """What stands of a quotation in the passage that holds it together with what stood around it."""
    around = Search(prefix + search.quote + suffix, search.text)
    passage = best_passage(around)
    if not passage or not is_certain(around, passage):
        return None
    kept = _passage(search, passage.runs[0].at, passage.runs[-1].until)
    return kept if kept.share >= KEPT_IN_CONTEXT else None


def is_certain(search: Search, passage: Passage) -> bool:
    """Whether so much of a quotation stands together that it cannot be chance."""
    size = len(search.wanted.words)
    if size < SHORT:
        return passage.runs[0].width == size
    has_both_ends = passage.runs[0].start == 0 and passage.runs[-1].end == size
    if _is_shortened(search, passage):
        return True
    weights = [search.weigh(run) for run in passage.runs]
    if passage.share < (KEPT_BETWEEN_ENDS if has_both_ends else KEPT_SHARE) or sum(weights) < KEPT_WEIGHT:
        return max(weights) >= CLAUSE_WEIGHT
    return max(run.width for run in passage.runs) >= KEPT_TOGETHER


def _is_shortened(search: Search, passage: Passage) -> bool:
    """Whether an ellipsis stands for words that are not kept, none for others, and enough are kept to know it by."""
    first, last = passage.runs[0], passage.runs[-1]
    if sum(run.width for run in passage.runs) < SHORT or min(run.width for run in passage.runs) < SHORTEST_PART:
        return False
    at_an_end = first.start == 0 or last.end == len(search.wanted.words)
    spans = search.given.spans
    elides = has_ellipsis(search.text, spans[first.at].start, spans[last.until - 1].end)
    return at_an_end and elides and all(search.elides(gap) for gap in passage.gaps)


def _windows(search: Search) -> Iterator[tuple[int, int]]:
    """The stretches of the text that hold most of the wanted words, best first, none overlapping another."""
    length = len(search.wanted.words) * 3 // 2 + ROOM
    scores = _scores(search, length)
    for _ in range(WINDOWS):
        best = max(scores, default=0.0)
        if not best:
            return
        last = scores.index(best)
        yield max(0, last - length + 1), last + 1
        near = range(max(0, last - length), min(len(scores), last + length))
        scores[near.start : near.stop] = [0.0] * len(near)


def _scores(search: Search, length: int) -> list[float]:
    """For each word of the text, the weight of wanted words among the `length` words that end with it."""
    missing, weights, given = Counter(search.wanted.words), search.weights, search.given.words
    scores, score = [], 0.0
    for at, word in enumerate(given):
        if word in missing:
            score += weights[word] if missing[word] > 0 else 0.0
            missing[word] -= 1
        leaving = given[at - length] if at >= length else ""
        if leaving in missing:
            missing[leaving] += 1
            score -= weights[leaving] if missing[leaving] > 0 else 0.0
        scores.append(score)
    return scores


def _passage(search: Search, first: int, last: int) -> Passage:
    blocks = SequenceMatcher(None, search.wanted.words, search.given.words[first:last], autojunk=False)
    runs = [Kept(a, a + size, first + b, first + b + size) for a, b, size in blocks.get_matching_blocks() if size]
    return _weighed(search, _with_rereadings(search, _without_strays(search, runs)))


def _weighed(search: Search, runs: list[Kept]) -> Passage:
    return Passage(tuple(runs), sum(map(search.weigh, runs)) / search.weigh(Kept(0, len(search.wanted.words), 0, 0)))


def _between(left: Kept, right: Kept) -> Kept:
    return Kept(left.end, right.start, left.until, right.at)


def _without_strays(search: Search, runs: list[Kept]) -> list[Kept]:
    """The runs without the scraps at either end that lie apart from the rest."""
    while len(runs) > 1 and _is_stray(search, runs[0], _between(runs[0], runs[1])):
        runs = runs[1:]
    while len(runs) > 1 and _is_stray(search, runs[-1], _between(runs[-2], runs[-1])):
        runs = runs[:-1]
    return runs


def _is_stray(search: Search, run: Kept, gap: Kept) -> bool:
    if search.elides(gap) or search.is_elided(gap):
        return False
    apart = max(gap.width, gap.inserted) * (2 if search.parts_sentences(gap) else 1)
    return apart > (STRAY if gap.width else STRAY_DIVIDED) * search.weigh(run)


def _with_rereadings(search: Search, runs: list[Kept]) -> list[Kept]:
    """The runs, joined by those gaps whose two sides read alike."""
    if not runs:
        return []
    head, tail = runs[0], runs[-1]
    rest, room = len(search.wanted.words) - tail.end, len(search.given.words) - tail.until
    before = [Kept(0, head.start, head.at - width, head.at) for width in _widths(head.start, head.at)]
    after = [Kept(tail.end, tail.end + rest, tail.until, tail.until + width) for width in _widths(rest, room)]
    found = [*_first_alike(search, before), head]
    for left, right in pairwise(runs):
        found += [*_first_alike(search, [_between(left, right)]), right]
    return _joined([*found, *_first_alike(search, after)])


def _widths(words: int, room: int) -> list[int]:
    """How many words of the text may read like so many words at an end of the quotation."""
    return [width for width in (words, words - 1, words + 1) if 0 < words <= EDGE and 0 < width <= room]


def _first_alike(search: Search, gaps: list[Kept]) -> list[Kept]:
    return next(([alike] for gap in gaps if (alike := _alike(search, gap))), [])


def _alike(search: Search, gap: Kept) -> Kept | None:
    """A gap as a run, if both sides read alike: "can not" for "cannot", "per cent" for "%", "he is" for "he's".

    Another form of a name ("Islamic State" for "ISIS") is another word where somebody is quoted.
    """
    if gap.start == gap.end or gap.at == gap.until:
        return None
    wanted, given = search.wanted, search.given
    sides = wanted.words[gap.start : gap.end], given.words[gap.at : gap.until]
    if len({spelled("".join(words)) for words in sides}) == 1:
        return gap
    place = Span(wanted.spans[gap.start].start, wanted.spans[gap.end - 1].end)
    other = Span(given.spans[gap.at].start, given.spans[gap.until - 1].end)
    both = place.of(search.quote) + other.of(search.text)
    if any(character.isupper() for character in both[1:]):
        return None
    left, right = settled(read(search.quote, place)), settled(read(search.text, other))
    if not left or [word.plain for word in left] != [word.plain for word in right]:
        return None
    return gap._replace(is_rewritten="'" in both or "’" in both)


def _joined(runs: list[Kept]) -> list[Kept]:
    joined: list[Kept] = []
    for run in runs:
        last = joined[-1] if joined else None
        if last and (last.end, last.until) == (run.start, run.at):
            joined[-1] = Kept(last.start, run.end, last.at, run.until, last.is_rewritten or run.is_rewritten)
        else:
            joined.append(run)
    return joined
