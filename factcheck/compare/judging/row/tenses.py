"""Which verbs of a sentence tell of what is to come, and which of what was done.

Read from the form alone, after Quirk et al., A Comprehensive Grammar of English (1985), 4.14 (past tense), 4.42
("will"), 4.47 ("is to") and 4.48 ("would", "was to": the future seen from the past). A present tense is neither: it
may be said of a timetable (4.45).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.compare.judging.row.turned_round import BE
from factcheck.compare.language.base_forms import bases_of
from factcheck.compare.language.inflection import irregular_pasts

WILL = frozenset(["will", "shall", "would", "gonna"])
WAS = frozenset(["was", "were"])
BACKSHIFTED = WAS | {"would"}
BETWEEN = frozenset(
    ["not", "never", "also", "now", "then", "still", "soon", "again", "once", "first", "later", "only", "just", "all"]
) | {"both", "instead", "even", "be", "been"}
MODALS = WILL | {"can", "could", "may", "might", "must", "should"}
DETERMINERS = frozenset(["a", "an", "the", "its", "their", "his", "her"])
CONDITIONS = frozenset(["if", "once", "when", "unless", "until"])
# What a participle stands behind where it tells of no deed: "may be sold", "is sold", "the sold ship", "if approved".
NOT_DONE = MODALS | DETERMINERS | CONDITIONS | {"to", "is", "are", "am", "being"}


class Verb(NamedTuple):
    """A main verb with what goes before it as its auxiliary, by position."""

    words: range
    main: str


def verbs_to_come(plain: Sequence[str]) -> list[Verb]:
    """The verbs behind "will", "would" and "is to".

    What "will have" been done by then is as good as done, what he "would later" do he did (4.48), and "it was to buy
    bread that he left" tells of no time (18.25).
    """
    return list(_to_come(plain))


def verbs_done(plain: Sequence[str]) -> list[Verb]:
    """The verbs in the past tense and those behind "has", "was" and "did", and what behind "was" is no verb."""
    return list(_done(plain))


def _to_come(plain: Sequence[str]) -> Iterator[Verb]:
    for at, word in enumerate(plain):
        if word == "would" and plain[at + 1 : at + 2] == ["not"]:
            continue  # did not want to (4.58)
        if word in WILL:
            behind = at + 1
        elif word in BE and plain[at + 1 : at + 2] == ["to"] and plain[max(0, at - 1) : at] != ["it"]:
            behind = at + 2
        else:
            continue
        main = _main(plain, behind)
        if main < len(plain) and plain[main] != "have" and not ("later" in plain[behind:main] and word in BACKSHIFTED):
            yield Verb(range(at, main + 1), plain[main])


def _done(plain: Sequence[str]) -> Iterator[Verb]:
    for at, word in enumerate(plain):
        if word in WAS or word == "did":
            main = _main(plain, at + 1)
            if main < len(plain) and plain[main] != "to":
                yield Verb(range(at, main + 1), plain[main])
        elif is_past(word) and _before(plain, at) not in NOT_DONE | WAS and plain[max(0, at - 1) : at] != ["be"]:
            yield Verb(range(at, at + 1), word)


def is_past(word: str) -> bool:
    """Whether a word has the form of a past tense or participle, "was" and "been" left out."""
    return word not in BE and (word in irregular_pasts() or (word.endswith("ed") and len(bases_of(word)) > 1))


def _main(plain: Sequence[str], at: int) -> int:
    while at < len(plain) and _goes_between(plain[at]):
        at += 1
    return at


def _before(plain: Sequence[str], at: int) -> str:
    at -= 1
    while at >= 0 and _goes_between(plain[at]):
        at -= 1
    return plain[at] if at >= 0 else ""


def _goes_between(word: str) -> bool:
    return word in BETWEEN or word.endswith("ly")
