"""Which phrases differ between a sentence and its other form.

Words are aligned first and marks only between aligned words, so that a comma never outvotes a name; then what a
person would not call kept is dissolved. Words are those of `segments.words`: nothing is cut inside one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, chain
from typing import NamedTuple

from diff_match_patch import diff_match_patch
from rapidfuzz.distance import LCSseq, Postfix, Prefix

from factcheck.compare.findings import Span
from factcheck.compare.words.folded_words import fold_word
from factcheck.compare.words.segments import words
from factcheck.compare.words.wordsigns import signs_of, weight, written

# Words of a pair that diff-match-patch is given: its time grows with the square of what differs. Beyond them rapidfuzz
# finds the longest common subsequence too.
LONG = 160

Change = tuple[Span, Span]


class WordToken(NamedTuple):
    span: Span
    text: str
    folded: str  # empty for marks


class TokenRun(NamedTuple):
    """A stretch of tokens of both texts."""

    original: range
    version: range


class KeptWords(NamedTuple):
    """Words that stand in both texts in one stretch: where they begin among the words of each, and how many."""

    original: int
    version: int
    size: int


def changes(original: str, version: str, pair: Change) -> list[Change]:
    """The phrases of `pair`, a span of each whole text, that differ, in order; either span may be empty.

    Putting the version's phrases for the original's gives the version's words. White space is no difference.
    """
    if pair[0].of(original) == pair[1].of(version):
        return []
    left, right = _differing(original, version, pair)
    texts = left.of(original), right.of(version)
    tokens = _tokens(original, left), _tokens(version, right)
    if texts[0] > texts[1]:  # one way to compare, whichever text comes first
        runs = [TokenRun(run.version, run.original) for run in _changed(tokens[1], tokens[0])]
    else:
        runs = _changed(*tokens)
    return [
        (
            _span(original, tokens[0], run.original, left, pair[0]),
            _span(version, tokens[1], run.version, right, pair[1]),
        )
        for run in runs
    ]


def _differing(original: str, version: str, pair: Change) -> Change:
    """`pair` without the words that open and close both."""
    left, right = pair[0].of(original), pair[1].of(version)
    ahead = Prefix.similarity(left, right)
    while ahead and not _is_break(left, right, ahead):
        ahead -= 1
    behind = Postfix.similarity(left[ahead:], right[ahead:])
    while behind and not left[-behind].isspace():
        behind -= 1
    return (
        Span(pair[0].start + ahead, pair[0].end - behind),
        Span(pair[1].start + ahead, pair[1].end - behind),
    )


def _is_break(left: str, right: str, at: int) -> bool:
    """Whether white space ends here and nothing behind it belongs to it, as an accent would."""
    return left[at - 1].isspace() and (left[at : at + 1] + right[at : at + 1]).isalnum()


def _tokens(text: str, within: Span) -> list[WordToken]:
    tokens = []
    for span in words(text, within):
        word = span.of(text)
        tokens.append(WordToken(span, word, fold_word(word) if any(map(str.isalnum, word)) else ""))
    return tokens


def _span(text: str, tokens: Sequence[WordToken], run: range, within: Span, row: Span) -> Span:
    if run:
        return Span(tokens[run[0]].span.start, tokens[run[-1]].span.end)
    at = tokens[run.start - 1].span.end if run.start else within.start
    while at > row.start and text[at - 1].isspace():
        at -= 1
    return Span(at, at)


def _changed(left: Sequence[WordToken], right: Sequence[WordToken]) -> list[TokenRun]:
    runs: list[TokenRun] = []
    i = j = 0
    for a, b in [*_kept(left, right), (len(left), len(right))]:
        _add(runs, _trimmed(left, right, range(i, a), range(j, b)))
        if a < len(left) and left[a].text != right[b].text:
            _add(runs, TokenRun(range(a, a + 1), range(b, b + 1)))
        i, j = a + 1, b + 1
    return runs


def _add(runs: list[TokenRun], run: TokenRun) -> None:
    if runs and runs[-1].original.stop == run.original.start and runs[-1].version.stop == run.version.start:
        last = runs.pop()
        run = TokenRun(range(last.original.start, run.original.stop), range(last.version.start, run.version.stop))
    if run.original or run.version:
        runs.append(run)


def _trimmed(left: Sequence[WordToken], right: Sequence[WordToken], a: range, b: range) -> TokenRun:
    while a and b and left[a[0]].text == right[b[0]].text:
        a, b = a[1:], b[1:]
    while a and b and left[a[-1]].text == right[b[-1]].text:
        a, b = a[:-1], b[:-1]
    return TokenRun(a, b)


def _kept(left: Sequence[WordToken], right: Sequence[WordToken]) -> Iterator[tuple[int, int]]:
    """The places of the words that stand in both, house style aside, in order."""
    here, there = ([at for at, token in enumerate(side) if token.folded] for side in (left, right))
    one, other = [left[at].folded for at in here], [right[at].folded for at in there]
    for block in _worth_reading(_blocks(one, other), one, other):
        for k in range(block.size):
            yield here[block.original + k], there[block.version + k]


def _blocks(one: Sequence[str], other: Sequence[str]) -> list[KeptWords]:
    signs = signs_of(chain(one, other))
    left, right = written(one, signs), written(other, signs)
    if len(left) + len(right) > LONG:
        runs = LCSseq.opcodes(left, right)
        return [
            KeptWords(run.src_start, run.dest_start, run.src_end - run.src_start) for run in runs if run.tag == "equal"
        ]
    differ = diff_match_patch()
    differ.Diff_Timeout = 0
    blocks, i, j = [], 0, 0
    for operation, run in differ.diff_main(left, right, checklines=False):
        if operation == differ.DIFF_EQUAL:
            blocks.append(KeptWords(i, j, len(run)))
        i += len(run) * (operation != differ.DIFF_INSERT)
        j += len(run) * (operation != differ.DIFF_DELETE)
    return blocks


def _worth_reading(blocks: list[KeptWords], one: Sequence[str], other: Sequence[str]) -> list[KeptWords]:
    """The blocks that are more than scraps: worth at least half of what changed before or behind them."""
    here, there = ([0, *accumulate(map(weight, side))] for side in (one, other))

    def changed(before: KeptWords, behind: KeptWords) -> int:
        return max(
            here[behind.original] - here[before.original + before.size],
            there[behind.version] - there[before.version + before.size],
        )

    while True:
        edged = [KeptWords(0, 0, 0), *blocks, KeptWords(len(one), len(other), 0)]
        kept = [
            block
            for before, block, behind in zip(edged, blocks, edged[2:], strict=False)
            if 2 * (here[block.original + block.size] - here[block.original])
            > min(changed(before, block), changed(block, behind))
        ]
        if len(kept) == len(blocks):
            return kept
        blocks = kept
