"""What words carry beyond their content: how sure a statement is, whether it is denied, and who speaks.

The words are in `lexicon/`: hedges, negations, reporting verbs, speakers, denials, rivals.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import regex

from factcheck.compare.findings import Span
from factcheck.compare.language.numerals import is_number
from factcheck.compare.language.phrases import Phrases, Word
from factcheck.compare.lexicon import lines_of, words_of
from factcheck.compare.words.plain_words import phrase, read, settled


class Signal(NamedTuple):
    """`kind` is hedge, cue (words of saying), negation or speaker; signals of one group stand for one another."""

    kind: str
    group: str


def find_signals(words: Sequence[Word]) -> Iterator[tuple[range, Signal]]:
    """The signals among words, and which words give them."""
    return SIGNALS.find([word.plain for word in words])


def signals_in(words: Sequence[Word]) -> Counter[Signal]:
    return Counter(signal for _, signal in find_signals(words))


def denies(text: str, span: Span) -> bool:
    """Whether a sentence takes back, doubts or denies something, or somebody in it does."""
    if not MAY_DENY.search(text, span.start, span.end):
        return False
    words = settled(read(text, span))
    plain = [word.plain for word in words]
    if any(True for _ in DENIALS.find(plain)):
        return True
    speaks = any(signal.kind == "cue" for signal in signals_in(words))
    return speaks and any(True for _ in REFUSALS.find(plain))


def are_rivals(left: str, right: str) -> bool:
    """Whether only one of two words can be true of a thing."""
    return left != right and not RIVALS.get(left, NO_LINES).isdisjoint(RIVALS.get(right, NO_LINES))


def is_step_apart(left: str, right: str) -> bool:
    """Whether two words are different steps of one scale of outcomes: "injured" and "killed", not "hurt"."""
    here, there = OUTCOMES.get(left, {}), OUTCOMES.get(right, {})
    return any(there.get(scale, step) != step for scale, step in here.items())


def carries_content(plain: str) -> bool:
    return plain not in FUNCTION_WORDS and not (len(plain) == 1 and plain.isascii() and not is_number(plain))


def groups_of(name: str) -> Iterator[tuple[str, str]]:
    """Each phrase of the lines `group: phrase, phrase` of a word list, its group first."""
    for line in lines_of(name):
        group, _, entries = line.rpartition(":")
        for entry in entries.split(","):
            yield group, entry.strip()


def _signals() -> Iterator[tuple[tuple[str, ...], Signal]]:
    for entry in words_of("en/judging/speakers"):
        yield phrase(entry), Signal("speaker", phrase(entry)[0])
    for kind, name in (("negation", "negations"), ("hedge", "hedges"), ("cue", "reporting")):
        for group, entry in groups_of(f"en/judging/{name}"):
            yield phrase(entry), Signal(kind, group)


def _rivals() -> dict[str, frozenset[int]]:
    lines: dict[str, set[int]] = {}
    for number, line in enumerate(lines_of("en/judging/rivals")):
        for entry in line.split(","):
            lines.setdefault(phrase(entry)[0], set()).add(number)
    return {word: frozenset(numbers) for word, numbers in lines.items()}


def _outcomes() -> dict[str, dict[int, int]]:
    """For each word the scales it stands on, and its step on each."""
    found: dict[str, dict[int, int]] = {}
    for scale, line in enumerate(lines_of("en/judging/outcomes")):
        for step, entries in enumerate(line.split("/")):
            for entry in entries.split(","):
                found.setdefault(phrase(entry)[0], {})[scale] = step
    return found


OUTCOMES = _outcomes()
SIGNALS = Phrases(_signals())
_DENIALS = lines_of("en/judging/denials")
DENIALS = Phrases((phrase(entry), "") for entry in _DENIALS)
REFUSALS = Phrases((phrase(entry), "") for entry in lines_of("en/judging/refusals"))
MAY_DENY = regex.compile(
    r"n['’]t\b|\b(?:" + "|".join(sorted({entry.split()[0] for entry in _DENIALS} | {"never"})) + r")\b",
    regex.IGNORECASE,
)
NEGATIONS = frozenset(word for _, entry in groups_of("en/judging/negations") for word in phrase(entry))
FUNCTION_WORDS = frozenset(word for entry in words_of("en/words/function_words") for word in phrase(entry))
RIVALS = _rivals()
NO_LINES: frozenset[int] = frozenset()
