"""Words that only read like a hedge, a negation or a word of saying: parts of names and compounds, other senses."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from factcheck.compare.language.numerals import is_number
from factcheck.compare.language.phrases import Word
from factcheck.compare.language.signals import carries_content
from factcheck.compare.lexicon import lines_of, words_of

NAME_OPENERS = frozenset(part.strip() for line in lines_of("en/words/romanizations") for part in line.split(","))
NEWS = "news"
COMPOUNDED, HYPHEN = frozenset(["not", "no", "never"]), "-"
APPEARING = frozenset(["appear", "appears", "appeared", "appearing"])
# What says where, when or with whom somebody appears; what only seems so has "to", "that" or an adjective behind it.
SOMEWHERE = words_of("en/words/days").union(
    ["in", "on", "at", "before", "alongside", "with", "for", "from", "during", "after", "near", "among", "behind"],
    ["last", "this", "next", "yesterday", "today", "again", "together", "here", "there", "early", "late", "earlier"],
)
EXPECTED = frozenset(["expected", "anticipated", "predicted", "forecast", "thought", "believed", "feared"])
COMPARING, COMPARED = frozenset(["than", "as"]), 4  # words that such a clause has at most (Quirk et al. 1985, 15.63)
TOLD_BEHIND = frozenset(["to", "that"])


def like_signals(text: str, words: Sequence[Word], is_name: Callable[[Word], bool]) -> Iterator[int]:
    """Where such words begin in a text."""
    for at, (word, behind) in enumerate(pairwise(words)):
        is_of_name = word.plain == NEWS or (word.plain in NAME_OPENERS and is_name(behind))
        is_compounded = word.plain in COMPOUNDED and text[word.end : behind.start] == HYPHEN  # "no-fly zone"
        if is_compounded or (is_of_name and is_name(word)) or _appears_somewhere(words, at):
            yield word.start
    yield from _compared_with(words)


def _appears_somewhere(words: Sequence[Word], at: int) -> bool:
    """Whether somebody appears in a place or at a time; who writes "it appears from the letter that" is not sure."""
    is_seeming = at > 0 and words[at - 1].plain == "it"
    return words[at].plain in APPEARING and words[at + 1].plain in SOMEWHERE and not is_seeming


def _compared_with(words: Sequence[Word]) -> Iterator[int]:
    """Where what was expected is only what something is compared with: "more than the town expected"."""
    for at, word in enumerate(words):
        if word.plain not in EXPECTED:
            continue
        before = [some.plain for some in words[max(0, at - COMPARED) : at]]
        behind = [some.plain for some in words[at + 1 : at + 2]]
        is_last = not any(some in TOLD_BEHIND or carries_content(some) for some in behind)
        if is_last and not COMPARING.isdisjoint(before) and not any(map(is_number, before)):
            yield word.start
