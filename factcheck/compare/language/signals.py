"""What words carry beyond their content: how sure a statement is, whether it is denied, and who speaks.

The words are in `lexicon/`: hedges, negations, reporting verbs, speakers, denials, rivals.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import regex

from factcheck.compare.findings import Span
from factcheck.compare.language.inflection import forms_of
from factcheck.compare.language.numerals import is_number
from factcheck.compare.language.phrases import Phrases, Word
from factcheck.compare.language.word_relations import synonyms_of
from factcheck.compare.lexicon import lines_of, words_of
from factcheck.compare.words.plain_words import phrase, read, settled


class Signal(NamedTuple):
    """`kind` is hedge, cue (words of saying), negation, speaker, or apart, for what only looks like one of these.

    Signals of one group stand for one another.
    """

    kind: str
    group: str


def find_signals(words: Sequence[Word]) -> Iterator[tuple[range, Signal]]:
    """The signals among words, and which words give them."""
    return SIGNALS.find([word.plain for word in words])


def signals_in(words: Sequence[Word]) -> Counter[Signal]:
    return Counter(signal for _, signal in find_signals(words))


def denies(text: str, span: Span) -> bool:
    """Whether a sentence takes back, doubts or denies something, says that it is not so, or somebody in it does.

    A question denies nothing, nor does what a page tells its reader ("Your address will not be published").
    """
    if not _may_deny(span.of(text).lower()):
        return False
    plain = [word.plain for word in settled(read(text, span))]
    found = [(where, group) for where, group in GROUPED_DENIALS.find(plain) if group != APART]
    if any(group not in NEGATED for _, group in found):
        return True
    if "?" in plain or READER.search(QUOTED.sub("", span.of(text))):
        return False
    groups = {group for where, group in found if plain[where.stop : where.stop + 1] not in NOT_ONLY}
    if groups == {SAID_NOT}:
        return any(signal.kind == "cue" for _, signal in SIGNALS.find(plain))
    return bool(groups)


def _may_deny(line: str) -> bool:
    return not TELLING.isdisjoint(LETTERS.findall(line)) or "n't" in line or "n’t" in line


def denials_in(words: Sequence[Word]) -> set[str]:
    """The groups of denial among words: denied, rejected, untrue, doubted; what is only negated left out."""
    found = GROUPED_DENIALS.find([word.plain for word in words])
    return {group for _, group in found if group not in NEGATED and group != APART}


def are_rivals(left: str, right: str) -> bool:
    """Whether only one of two words can be true of a thing."""
    return left != right and not RIVALS.get(left, NO_LINES).isdisjoint(RIVALS.get(right, NO_LINES))


def is_step_apart(left: str, right: str) -> bool:
    """Whether two words are different steps of one scale of outcomes: "injured" and "killed", not "hurt"."""
    here, there = OUTCOMES.get(left, {}), OUTCOMES.get(right, {})
    return any(there.get(scale, step) != step for scale, step in here.items())


def is_on_scale_of(word: str, other: str) -> bool:
    """Whether two words are steps of one scale of outcomes, or one step."""
    return not OUTCOMES.get(word, {}).keys().isdisjoint(OUTCOMES.get(other, {}))


def carries_content(plain: str) -> bool:
    return plain not in FUNCTION_WORDS and not (len(plain) == 1 and plain.isascii() and not is_number(plain))


def groups_of(name: str) -> Iterator[tuple[str, str]]:
    """Each phrase of the lines `group: phrase, phrase` of a word list, its group first.

    A word behind a ~ is told with its synonyms, all of them in every form.
    """
    for line in lines_of(name):
        group, _, entries = line.rpartition(":")
        for entry in map(str.strip, entries.split(",")):
            if entry[:1] != SYNONYMS_TOO:
                yield group, entry
                continue
            for word in synonyms_of(entry[1:]):
                yield from ((group, form) for form in forms_of(word))


def _signals() -> Iterator[tuple[tuple[str, ...], Signal]]:
    for entry in words_of("en/judging/speakers"):
        yield phrase(entry), Signal("speaker", phrase(entry)[0])
    for kind, name in (("negation", "negations"), ("hedge", "hedges"), ("cue", "reporting")):
        for group, entry in groups_of(f"en/judging/{name}"):
            yield phrase(entry), Signal("apart" if group == APART else kind, group)


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


def _telling_word(entry: str) -> str:
    """The word of a phrase that few sentences without the phrase have."""
    words = entry.split()
    rarest = max(words, key=lambda word: (carries_content(word), len(word)))
    return next((word for word in words if word in ("not", "no")), rarest)


FUNCTION_WORDS = frozenset(word for entry in words_of("en/words/function_words") for word in phrase(entry))
SYNONYMS_TOO = "~"
APART = "but not"
OUTCOMES = _outcomes()
SIGNALS = Phrases(_signals())
_DENIALS = list(groups_of("en/judging/denials"))
SAID_NOT = "said not"
NEGATED = frozenset(["not done", "not there", "not so", SAID_NOT])
NOT_ONLY = (["only"], ["just"], ["least"], ["merely"], ["simply"])
READER = regex.compile(r"\b(?:you|your|yours)\b|^\W*(?:do not|don['’]t|never|please)\b", regex.IGNORECASE)
QUOTED = regex.compile(r"[“\"][^”\"]*[”\"]?")
GROUPED_DENIALS = Phrases((phrase(entry), group) for group, entry in _DENIALS)
DENIALS = Phrases((phrase(entry), "") for group, entry in _DENIALS if group not in {*NEGATED, "rejected", APART})
TELLING = frozenset(_telling_word(entry) for _, entry in _DENIALS) | {"cannot"}
LETTERS = regex.compile(r"[a-z]+")
NEGATIONS = frozenset(
    words[0]
    for group, entry in groups_of("en/judging/negations")
    if group != APART and len(words := phrase(entry)) == 1
)
RIVALS = _rivals()
NO_LINES: frozenset[int] = frozenset()
