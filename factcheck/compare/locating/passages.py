"""The passage of a text that holds most of a quotation's words in their order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from factcheck.compare.locating.marks import has_ellipsis
from factcheck.compare.locating.rereadings import EDGE, between, with_rereadings
from factcheck.compare.locating.search import Kept, Search
from factcheck.compare.locating.selection import SHORT

ROOM = 20  # words that an attribution may put between two halves
ROOM_BETWEEN_MARKS = 60  # the same where marks tell what is the paper's: it may go on about the speaker
WINDOWS = 3
LONGEST_QUOTE = 1_000  # words: a longer one is only found where it stands whole
STRAY = 4  # words of distance for each word of a scrap: farther from the rest, it is kept by chance
STRAY_DIVIDED = 8  # the same where the quotation has nothing in between: an attribution may stand there
LONGEST_ATTRIBUTION = 30  # words
SHORTEST_CLAUSE = 3  # words
SHORTEST_PART = 2  # words on either side of an ellipsis
APART = 3  # times as far away is what stands in another sentence

# How much must be kept for the place to be certain, as a share of the weight or in full words.
KEPT_SHARE = 0.62
KEPT_BETWEEN_ENDS = 0.5  # enough where both ends of the quotation stand
KEPT_WEIGHT = 2.0
KEPT_TOGETHER = 3  # words
CLAUSE_WEIGHT = 4.5  # enough in one run: no other sentence would hold it by chance
WHOLE_CLAUSE_WEIGHT = 1.25  # enough where a clause of the quotation is all that stands between marks
KEPT_IN_CONTEXT = 0.5  # enough where the context stands too


@dataclass(frozen=True, slots=True)
class Passage:
    """The kept runs of a quotation, in order, and the share of its words (weighed) that they make up."""

    runs: tuple[Kept, ...]
    share: float

    @property
    def gaps(self) -> list[Kept]:
        """What was dropped from between the runs and what was put there; one of the two may be empty."""
        return [between(left, right) for left, right in pairwise(self.runs)]


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


def edges(search: Search, passage: Passage) -> tuple[Kept, Kept]:
    """What stands between the marks in place of a quotation's first and of its last words that are not kept."""
    first, last = passage.runs[0], passage.runs[-1]
    head, tail = Kept(0, first.start, first.at, first.at), Kept(last.end, search.size, last.until, last.until)
    before, behind = search.room_in_marks(first.at, last.until)
    if head.width and before <= head.width + EDGE:
        head = head._replace(at=first.at - before)
    if tail.width and behind <= tail.width + EDGE:
        tail = tail._replace(until=last.until + behind)
    return head, tail


def is_certain(search: Search, passage: Passage) -> bool:
    """Whether so much of a quotation stands together that it cannot be chance."""
    size = search.size
    if search.in_marks and (_is_quoted_whole(search, passage) or _is_quoted_word_for_word(search, passage)):
        return True
    if size < SHORT:
        return passage.runs[0].width == size
    has_both_ends = passage.runs[0].start == 0 and passage.runs[-1].end == size
    if _is_shortened(search, passage):
        return True
    weights = [search.weigh(run) for run in passage.runs]
    if passage.share < (KEPT_BETWEEN_ENDS if has_both_ends else KEPT_SHARE) or sum(weights) < KEPT_WEIGHT:
        return max(weights) >= CLAUSE_WEIGHT
    return max(run.width for run in passage.runs) >= KEPT_TOGETHER


def _is_quoted_whole(search: Search, passage: Passage) -> bool:
    """Whether each run is a whole quotation of the text, from mark to mark, and enough are kept to know it by."""
    if not all(search.opens(run.at) and search.closes(run.until) for run in passage.runs):
        return False
    kept = sum(run.width for run in passage.runs)
    if kept == search.size:
        return kept >= SHORT or all(gap.inserted <= LONGEST_ATTRIBUTION for gap in passage.gaps)
    weight = sum(map(search.weigh, passage.runs))
    if all(search.is_clause(run.start, run.end) for run in passage.runs):
        return search.size >= SHORT and kept >= SHORTEST_CLAUSE and weight >= WHOLE_CLAUSE_WEIGHT
    return kept >= SHORT and weight >= KEPT_WEIGHT


def _is_quoted_word_for_word(search: Search, passage: Passage) -> bool:
    """Whether what stands from mark to mark has a word for each of the quotation's, and half of them are the same."""
    head, tail = edges(search, passage)
    if not (search.opens(head.at) and search.closes(tail.until)):
        return False
    if any(abs(gap.width - search.said_in(gap)) > 1 for gap in (head, *passage.gaps, tail)):
        return False
    kept = sum(run.width for run in passage.runs)
    return kept >= SHORT and 2 * kept >= search.size and sum(map(search.weigh, passage.runs)) >= KEPT_WEIGHT


def _is_shortened(search: Search, passage: Passage) -> bool:
    """Whether an ellipsis stands for words that are not kept, none for others, and enough are kept to know it by."""
    first, last = passage.runs[0], passage.runs[-1]
    if sum(run.width for run in passage.runs) < SHORT or min(run.width for run in passage.runs) < SHORTEST_PART:
        return False
    at_an_end = first.start == 0 or last.end == search.size
    spans = search.given.spans
    elides = has_ellipsis(search.text, spans[first.at].start, spans[last.until - 1].end)
    return at_an_end and elides and all(search.elides(gap) for gap in passage.gaps)


def _windows(search: Search) -> Iterator[tuple[int, int]]:
    """The stretches of the text that hold most of the wanted words, best first, none overlapping another."""
    length = search.size * 3 // 2 + (ROOM_BETWEEN_MARKS if search.in_marks else ROOM)
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
    return _weighed(search, with_rereadings(search, _without_strays(search, runs)))


def _weighed(search: Search, runs: list[Kept]) -> Passage:
    return Passage(tuple(runs), sum(map(search.weigh, runs)) / search.weigh(Kept(0, search.size, 0, 0)))


def _without_strays(search: Search, runs: list[Kept]) -> list[Kept]:
    """The runs without the scraps at either end that lie apart from the rest."""
    while len(runs) > 1 and _is_stray(search, runs[0], between(runs[0], runs[1])):
        runs = runs[1:]
    while len(runs) > 1 and _is_stray(search, runs[-1], between(runs[-2], runs[-1])):
        runs = runs[:-1]
    return runs


def _is_stray(search: Search, run: Kept, gap: Kept) -> bool:
    if search.elides(gap) or search.is_elided(gap):
        return False
    if not gap.width and gap.inserted <= ROOM_BETWEEN_MARKS and search.leaves_marks(gap) and _at_a_mark(search, run):
        return False
    parts = search.parts_sentences(gap) and not search.leaves_marks(gap)
    apart = max(gap.width, gap.inserted) * (APART if parts else 1)
    return apart > (STRAY if gap.width else STRAY_DIVIDED) * (search.weigh(run) + _at_a_mark(search, run))


def _at_a_mark(search: Search, run: Kept) -> bool:
    """Whether a run begins, or ends, both the quotation and what stands between marks: less is chance there."""
    return (run.start == 0 and search.opens(run.at)) or (run.end == search.size and search.closes(run.until))
