"""Whether two sentences of the same words say the reverse: who did it to whom, or what came first.

Three ways of turning a sentence round, after the word swaps of PAWS (Zhang et al. 2019) and the structural
contradictions of de Marneffe et al. (2008): two parties change places about a verb, the voice changes and the parties
do not, two clauses change places about "after".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.compare.language.signals import carries_content
from factcheck.compare.lexicon import words_of

LONGEST = 60  # words that differ
PARTY = 4  # words
AND = frozenset(["and", "or", "nor", "&", "with", "plus"])
# What two do with one another, whoever is named first (Levin 1993, 36.1 to 36.4).
MUTUAL = frozenset(
    ["met", "meet", "meets", "meeting", "married", "marry", "marries", "divorced", "resembles", "matches", "equals"]
)
# Words of which the two parties about them are not on a par: of source and goal, of rank, order and comparison.
ONE_WAY = frozenset(["to", "from", "into", "for", "over", "than", "behind", "under", "above", "below", "ahead", "by"])
WHO, WHOM = frozenset(["who", "that", "which"]), frozenset(["whom", "that", "which"])
ARTICLES = frozenset(["a", "an", "the"])
DETERMINERS = ARTICLES | {"his", "its", "their"}  # not "her", which may be whom it is done to
IN_TIME = frozenset(["after", "before", "because", "until"])
BE = frozenset(["is", "are", "was", "were", "been", "being", "be"])


def is_turned_round(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether two sentences, their plain words, have one another's parties or clauses in one another's place."""
    left, right = ([word for word in words if word not in DETERMINERS] for words in (left, right))
    first, last = _differing(left, right)
    a, b = left[first : len(left) - last], right[first : len(right) - last]
    if not a or not b or max(len(a), len(b)) > LONGEST:
        return False
    return (
        _parties_swapped(a, b)
        or _voice_only(left, right)
        or _clauses_swapped(left, right)
        or _way_back(left, right)
        or any(_relative_turned(*both) for both in ((left, right), (right, left)))
    )


def _differing(left: Sequence[str], right: Sequence[str]) -> tuple[int, int]:
    """How many words open, and how many close, both."""
    shorter = min(len(left), len(right))
    first = next((at for at in range(shorter) if left[at] != right[at]), shorter)
    last = next((at for at in range(shorter - first) if left[-at - 1] != right[-at - 1]), shorter - first)
    return first, last


def _parties_swapped(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether `left` is A M B and `right` is B M A, with more between the two than "and"."""
    if len(left) != len(right):
        return False
    for a in range(1, min(PARTY, len(left) - 2) + 1):
        for b in range(1, min(PARTY, len(left) - a - 1) + 1):
            party, middle, other = left[:a], left[a : len(left) - b], left[len(left) - b :]
            if [*other, *middle, *party] == list(right):
                return _names_something(party) and _names_something(other) and _is_one_sided(middle)
    return False


def _names_something(words: Sequence[str]) -> bool:
    return any(map(carries_content, words)) or not words_of("en/words/pronouns").isdisjoint(words)


def _is_one_sided(middle: Sequence[str]) -> bool:
    return not MUTUAL.intersection(middle) and any(
        word in ONE_WAY or (word not in AND and carries_content(word)) for word in middle
    )


def _way_back(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether who goes from one place to another on the left goes the other way on the right."""
    return any((there, here) in ways for ways in [set(_ways(right))] for here, there in _ways(left) if here != there)


def _ways(words: Sequence[str]) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """What may stand between "from" and "to" and behind, by each number of words that either may have."""
    for at, word in enumerate(words):
        for to in range(at + 2, min(at + 2 + PARTY, len(words))) if word == "from" else ():
            if words[to] == "to":
                yield from (
                    (tuple(words[at + 1 : to]), tuple(words[to + 1 : to + 1 + many])) for many in range(1, PARTY + 1)
                )


def _relative_turned(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether "who warned the driver" became "whom the driver warned": the same words about another pronoun."""
    for at, word in enumerate(left):
        there = at < len(right) and right[at]
        if word in WHO and there in WHOM and left[:at] == right[:at]:
            a, b = left[at + 1 :], right[at + 1 :]
            end = next((n for n in range(min(len(a), len(b))) if a[-n - 1] != b[-n - 1]), 0)
            a, b = a[: len(a) - end], b[: len(b) - end]
            return 1 < len(a) <= LONGEST and a != b and sorted(a) == sorted(b) and _are_turned(a, b)
    return False


def _are_turned(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether the verb stood before its object, and now stands behind it as its subject's."""
    return any(
        left[at:] == right[: len(right) - at] and left[:at] == right[len(right) - at :] for at in range(1, len(left))
    )


def _voice_only(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether the two differ by no more than "was … by", so that the subject now suffers what it did."""
    for active, passive in ((left, right), (right, left)):
        extra = [word for word in passive if word in BE or word == "by"]
        if len(passive) != len(active) + 2 or "by" not in extra or "by" in active:
            continue
        at = passive.index("by")
        if (
            at >= 2
            and passive[at - 2] in BE
            and [*passive[: at - 2], passive[at - 1], *passive[at + 1 :]] == list(active)
        ):
            return True
    return False


def _clauses_swapped(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether what stood before "after" now stands behind it, and the reverse."""
    joints = [word for word in IN_TIME if left.count(word) == right.count(word) == 1]
    for joint in joints:
        (a, b), (c, d) = (_about(words, joint) for words in (left, right))
        crossed = len(a & d) + len(b & c)
        is_crossed = bool(a & d) and bool(b & c) and crossed > len(a & c) + len(b & d)
        if is_crossed and crossed * 2 >= max(len(a) + len(b), len(c) + len(d)):  # a headline crosses a word or two
            return True
    return False


def _about(words: Sequence[str], joint: str) -> tuple[set[str], set[str]]:
    at = list(words).index(joint)
    return set(filter(carries_content, words[:at])), set(filter(carries_content, words[at + 1 :]))
