"""Changes that leave every statement as it was though words differ: articles, near prepositions, a credit that moved.

They are asked about only where no rule found that something is denied, doubted, counted or said otherwise.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from factcheck.compare.judging.row.changes import Change, Half
from factcheck.compare.judging.row.sides import DENIES, PRONOUNS, RowSide
from factcheck.compare.language.base_forms import bases_of
from factcheck.compare.language.neutral_words import are_neutral
from factcheck.compare.language.numerals import is_number
from factcheck.compare.language.phrases import Word
from factcheck.compare.language.signals import carries_content
from factcheck.compare.lexicon import lines_of, words_of
from factcheck.compare.words.plain_words import MONTHS, phrase

ALIKE = [frozenset(line.split(", ")) for line in lines_of("en/judging/near_words")]
LEFT_OUT = frozenset(phrase(entry)[0] for entry in words_of("en/judging/left_out"))
NAME_PARTS = frozenset(phrase(entry)[0] for entry in words_of("en/judging/name_parts"))
TITLES = frozenset(phrase(entry)[0] for entry in words_of("en/words/titles"))
COUNTING = frozenset(["few", "little", "lot", "number", "couple", "hundred", "thousand", "million", "half", "third"])
DAYS = words_of("en/words/days")
RELATIVE_DAYS = frozenset(["today", "yesterday", "tonight"])  # the Associated Press names the day of the week instead
CALENDAR = MONTHS | DAYS
DATED = CALENDAR | RELATIVE_DAYS
DOUBTING = frozenset({"hedge", "negation"})
RESTRICTING = words_of("en/judging/restricting_words")
OWNED = regex.compile(r"['’]s?\s")
SAID_OF_THE_ROW = frozenset({"cue", "speaker"})


def is_slight(change: Change) -> bool:
    """Whether the two sides differ in no more than words that stand for one another or for nothing."""
    left, right = change.halves
    if not left.alone and not right.alone:
        return _only_moved(change)
    a, b = ([word.plain for word in half.alone] for half in change.halves)
    if counts(left) or counts(right) or len(a) > 2 or len(b) > 2:
        return False
    if a and b:
        a, b = _without_on(a), _without_on(b)
        if len(a) != 1 or len(b) != 1 or (differ_in_ing(a[0], b[0]) and any(map(denies_or_doubts, _sides(change)))):
            return False
        return stand_for_one_another(a[0], b[0])
    return _keep_order(change) and all(_may_go(word.plain, half) for half in change.halves for word in half.alone)


def _keep_order(change: Change) -> bool:
    """Whether the words that stand on both sides stand there in one order."""
    left, right = ([word.plain for word in half.words if not half.is_alone(word)] for half in change.halves)
    return left == right or sorted(left) != sorted(right)


def is_credit_moved(changes: Sequence[Change]) -> bool:
    """Whether all that differs in a row is where the speaker or a day is named, and "she" for the name."""
    named = [[word for change in changes for word in getattr(change, side).alone] for side in ("left", "right")]
    is_of_credits = all(any(half.has_cue for half in change.halves) or _is_bare(change) for change in changes)
    is_of_days = len(changes) > 1 and all(map(_moves_only_days, changes))
    if not changes or not (is_of_credits or is_of_days):
        return False
    return all(named) and are_one(named, _sides(changes[0]))


def _moves_only_days(change: Change) -> bool:
    """Whether no word of content stands elsewhere in the row but a day: "On Friday she", "Dask on Friday"."""
    if any(half.is_quoted for half in change.halves):
        return False
    moved = [word.plain for half in change.halves for word in half.words if not half.is_alone(word)]
    return RESTRICTING.isdisjoint(moved) and all(
        not carries_content(plain) or plain.split()[0] in CALENDAR for plain in moved
    )


def stands_for_name(change: Change) -> bool:
    """Whether a pronoun stands in the place of the name that it can only mean, or the reverse."""
    return are_one([half.alone for half in change.halves], _sides(change))


def _sides(change: Change) -> tuple[RowSide, RowSide]:
    return change.left.side, change.right.side


def are_one(named: Sequence[Sequence[Word]], sides: tuple[RowSide, RowSide]) -> bool:
    """Whether of two phrases one is a pronoun and the other the name that it can only mean."""
    for at, other in ((0, 1), (1, 0)):
        pronoun, name = named[at], named[other]
        if len(pronoun) != 1 or pronoun[0].plain not in PRONOUNS or not 1 <= len(name) <= 3:
            continue
        untitled = name[1:] if name[0].plain in TITLES else name
        if untitled and all(sides[other].is_name(word) or sides[other].opens_with_name(word) for word in untitled):
            return sides[at].can_mean(pronoun[0], [word.plain for word in name])
    return False


def _is_bare(change: Change) -> bool:
    return not any(half.alone for half in change.halves)


def _only_moved(change: Change) -> bool:
    """Whether what differs stands elsewhere in the row, and is a credit, a day or a word without content."""
    left, right = change.halves
    if left.signals or right.signals or not (left.words or right.words):
        return False
    return all(map(_is_light, change.halves))


def _is_light(half: Half) -> bool:
    signalled = {at for where, signal in half.phrase.signals if signal.kind in SAID_OF_THE_ROW for at in where}
    if any(signal.kind not in SAID_OF_THE_ROW for _, signal in half.phrase.signals):
        return False
    return all(
        not carries_content(word.plain)
        or word.plain.split()[0] in CALENDAR
        or (bool(signalled) and (at in signalled or half.side.is_name(word) or half.side.opens_with_name(word)))
        for at, word in enumerate(half.words)
    )


def counts(half: Half) -> bool:
    """Whether a figure, or "few" as in "a few", stands in a half or right behind it."""
    at = half.places.stop
    near = [*half.touched, *half.side.words[at : at + 1]]
    return any(is_number(word.plain) or word.plain in COUNTING for word in near)


def stand_for_one_another(one: str, other: str) -> bool:
    if any(one in line and other in line for line in ALIKE) or are_neutral(one, other):
        return True
    if one in RELATIVE_DAYS or other in RELATIVE_DAYS:
        return one in DAYS or other in DAYS
    if not (one.isalpha() and other.isalpha() and carries_content(one) and carries_content(other)):
        return False
    return differ_in_ing(one, other) and not set(bases_of(one)[1:]).isdisjoint(bases_of(other)[1:])


def differ_in_ing(one: str, other: str) -> bool:
    return one.endswith("ing") != other.endswith("ing")


def denies_or_doubts(side: RowSide) -> bool:
    """Whether a row denies or doubts something: it may be what one form of a verb belongs to and the other does not."""
    return any(signal.kind in DOUBTING or signal.group == DENIES for signal in side.signals)


def _without_on(words: list[str]) -> list[str]:
    """The day alone: "on Monday" as "today"."""
    return words[1:] if words[0] == "on" and words[-1] in DAYS else words


def _is_owned(half: Half) -> bool:
    """Whether the name before a word owns what it stands for: "Dask's brother"."""
    return OWNED.search(half.side.text, half.side.span.start, half.span.end) is not None


def _may_go(word: str, half: Half) -> bool:
    """Whether a word can come or go: an article, "as" in "as saying", "News" of a name, an "all" said twice."""
    if word in LEFT_OUT:
        return True
    if word in NAME_PARTS or word in TITLES or len(word) == 1:
        return half.side.is_beside_name(half.places) and not _is_owned(half)
    return word == "all" and sum(each.plain == word for each in half.side.words) > 1
