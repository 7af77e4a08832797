"""Whether two sentences differ in no more than an alternation of grammar that leaves what is told as it is.

A genitive for a phrase with "of" ("the airline's collapse", "the collapse of the airline": Quirk et al. 1985, 5.115 to
5.123) and whom something is given to before or behind it ("gave the clerk a key", "gave a key to the clerk": Levin
1993, 2.1).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.compare.judging.row.turned_round import ARTICLES
from factcheck.compare.language.inflection import forms_of

PARTY = 5  # words
OF, TO = "of", "to"
# Verbs of giving and sending (Levin 1993, 13.1 to 13.3) and of telling and showing (37.1).
GIVING = frozenset(
    form
    for verb in (
        "give", "hand", "lend", "pass", "pay", "sell", "send", "lease", "loan", "rent", "award", "grant", "offer",
        "promise", "allot", "assign", "leave", "owe", "show", "teach", "write", "mail", "ship", "bring", "feed",
        "serve",
    )
    for form in forms_of(verb)
)  # fmt: skip


def alternate(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether one of two sentences, their plain words, is the other with one phrase in the other construction."""
    if not ARTICLES.union((OF, TO)).issuperset(set(left) ^ set(right)):
        return False
    one, other = ([word for word in words if word not in ARTICLES] for words in (left, right))
    return any(
        longer != shorter and list(shorter) in turned
        for longer, shorter in ((one, other), (other, one))
        if len(longer) == len(shorter) + 1
        for turned in [[*_genitives(longer), *_datives(longer)]]
    )


def _genitives(words: Sequence[str]) -> Iterator[list[str]]:
    """A sentence with each "B of A" as "A B", by each number of words that the two may have."""
    for at in (at for at, word in enumerate(words) if word == OF):
        for first in range(max(0, at - PARTY), at):
            for stop in range(at + 2, min(at + 2 + PARTY, len(words) + 1)):
                yield [*words[:first], *words[at + 1 : stop], *words[first:at], *words[stop:]]


def _datives(words: Sequence[str]) -> Iterator[list[str]]:
    """A sentence with each "gave B to A" as "gave A B"."""
    for at in (at for at, word in enumerate(words) if word == TO):
        for verb in (place for place in range(max(0, at - 2 * PARTY), at - 1) if words[place] in GIVING):
            for stop in range(at + 2, min(at + 2 + PARTY, len(words) + 1)):
                yield [*words[: verb + 1], *words[at + 1 : stop], *words[verb + 1 : at], *words[stop:]]
