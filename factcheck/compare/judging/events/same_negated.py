"""Whether a negation that came or went is made up for by the word it stood with: "not clear" and "unclear".

The opposite-polarity substitutions of the Extended Typology of Paraphrases (Kovatchev, Martí and Salamó 2018): a
negation beside a word on one side, and on the other that word's opposite, by prefix or by meaning, without one.
"""

from __future__ import annotations

from factcheck.compare.judging.row.changes import Change, Half
from factcheck.compare.language import word_relations
from factcheck.compare.language.phrases import Word
from factcheck.compare.language.signals import are_rivals, is_step_apart

PREFIXES = ("un", "in", "im", "il", "ir", "dis", "non")
SHORTEST_STEM = 4  # letters
NOT, UNABLE = "not", "unable"  # the groups of "not", "no" and "never"; of "failed", "unable" and "unaware"
NON = "non"  # "non-paying"
BEFORE_DEED = frozenset(["to", "from"])


def is_same_negated(change: Change) -> bool:
    """Whether both sides deny alike though one has a negation more."""
    return any(_is_same(*halves) for halves in (change.halves, change.halves[::-1]))


def negates_alike(change: Change) -> bool:
    """Whether all that differs is "not" and a word for that word with a negating prefix: "not able", "unable"."""
    return any(map(_prefixes, change.halves, change.halves[::-1]))


def _prefixes(half: Half, other: Half) -> bool:
    if half.is_quoted or [word.plain for word in half.alone][:1] != [NOT] or len(half.alone) > 2:
        return False
    last = half.words[-1]
    stem, prefixed = last.plain, [word.plain for word in other.alone]
    return (
        len(prefixed) == 1
        and half.alone[-1] in (last, half.alone[0])
        and any(prefixed[0] == f"{prefix}{stem}" for prefix in PREFIXES)
    )


def _is_same(half: Half, other: Half) -> bool:
    if _plain_negations(half) != _plain_negations(other) + 1:
        return False
    denying = {at for where, signal in half.phrase.signals if signal.kind == "negation" for at in where}
    denying |= {at for at, word in enumerate(half.words) if word.plain == NON}
    turned = [word for at, word in enumerate(half.words) if half.is_alone(word) and at not in denying]
    return any(_is_opposite(a, b) for a in turned for b in other.read_alone)


def _plain_negations(half: Half) -> int:
    """How many "not", "no" and "failed to" it has more than the other side; "unaware" holds what it denies."""
    failing = {signal for where, signal in half.phrase.signals if signal.group == UNABLE and _fails_to(half, where)}
    return sum(word.plain == NON for word in half.alone) + sum(
        count
        for signal, count in half.signals.items()
        if signal.kind == "negation" and (signal.group == NOT or signal in failing)
    )


def _fails_to(half: Half, where: range) -> bool:
    """Whether another deed stands behind the verb, which was not done then (Karttunen 1971): "failed to attend"."""
    return any(word.plain in BEFORE_DEED for word in half.words[where[-1] : where.stop + 1])


def _is_opposite(word: Word, other: Word) -> bool:
    """Whether a word of the negated side has its opposite on the other: "clear", "unclear"."""
    a, b = word.plain, other.plain
    return (
        is_prefixed(b, a)
        or are_rivals(a, b)
        or is_step_apart(a, b)
        or word_relations.are_opposites(a, b)
        or word_relations.may_be_opposites(a, b)
        or word_relations.are_reversed(a, b)
    )


def is_prefixed(word: str, stem: str) -> bool:
    """Whether a word is another, or one of its family, with a negating prefix."""
    for prefix in PREFIXES:
        bare = word.removeprefix(prefix).lstrip("-")
        if bare != word and len(bare) >= SHORTEST_STEM and len(stem) >= SHORTEST_STEM:
            return (
                bare == stem or word_relations.are_derived(bare, stem) or bare[:SHORTEST_STEM] == stem[:SHORTEST_STEM]
            )
    return False
