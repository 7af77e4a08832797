"""The rules on words that say another thing in another place: "only" beside another noun, a day beside another verb.

After Quirk et al., A Comprehensive Grammar of English (1985): 8.116 to 8.119 on focusing subjuncts (before a verb they
may bear on what stands behind it), 8.76 on adverbials of time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.compare.findings import EditKind, Severity
from factcheck.compare.judging.row.changes import Change
from factcheck.compare.judging.row.sides import DAYS, RowSide
from factcheck.compare.judging.row.slight_changes import RESTRICTING
from factcheck.compare.judging.row.tenses import DETERMINERS, is_past
from factcheck.compare.judging.wording.order import SAYS, is_adverb
from factcheck.compare.language.noun_classes import meanings_of
from factcheck.compare.language.phrases import Word
from factcheck.compare.language.signals import carries_content, signals_in

Finding = tuple[EditKind, Severity]
SUBSTANTIVE = Severity.SUBSTANTIVE
NEAR = 1  # words between a verb of saying and the day of it: "said on Monday"
COMMA = ","
OPENERS = frozenset(["that", "who", "which", "whose", "when", "where", "while", "if", "because", "after", "before"])


def restricted(change: Change) -> Iterator[Finding]:
    """Does "only" stand beside another noun: "only doctors helped", "doctors only helped"?"""
    moved = {word.plain for half in change.halves for word in half.words if not half.is_alone(word)} & RESTRICTING
    sides = [half.side for half in change.halves]
    if any(_bears_on_another(word, *sides) for word in moved):
        yield EditKind.FACT, SUBSTANTIVE


def _bears_on_another(word: str, left: RowSide, right: RowSide) -> bool:
    """Whether a word stands once in both rows, and a noun, or what opens one, lies between its two places."""
    between = _between(word, left, right)
    if not between:
        return False
    at_head = between[0] is _without(left.words, word)[0]  # a row begins with its subject
    return at_head or any(_is_of_noun(left, some) for some in between)


def _without(words: Sequence[Word], plain: str) -> list[Word]:
    return [word for word in words if word.plain != plain]


def _is_of_noun(side: RowSide, word: Word) -> bool:
    if not carries_content(word.plain) or is_past(word.plain):
        return word.plain in DETERMINERS
    return side.is_name(word) or bool(meanings_of(word.plain))


def attached(change: Change) -> Iterator[Finding]:
    """Is an adverb said of the verb of another clause: "later said she was paid", "said she was later paid"?"""
    moved = {word.plain for half in change.halves for word in half.words if not half.is_alone(word)}
    sides = [half.side for half in change.halves]
    if any(_is_in_another_clause(word, *sides) for word in moved if is_adverb(word)):
        yield EditKind.FACT, SUBSTANTIVE


def _is_in_another_clause(word: str, left: RowSide, right: RowSide) -> bool:
    """Whether a word stands once in both rows, and a verb and the opening of a clause lie between its two places."""
    between = _between(word, left, right)
    at_head = any(side.words[0].plain == word for side in (left, right))
    opens = any(some.plain in OPENERS or signals_in([some]).keys() & {SAYS} for some in between)
    return opens and not at_head


def _between(word: str, left: RowSide, right: RowSide) -> Sequence[Word]:
    """What lies between the two places of a word that stands once in both rows, if nothing else differs."""
    a, b = ([some.plain for some in side.words] for side in (left, right))
    if a.count(word) != 1 or b.count(word) != 1:
        return []
    rest = _without(left.words, word)
    if [some.plain for some in rest] != [some.plain for some in _without(right.words, word)]:
        return []
    at, there = sorted((a.index(word), b.index(word)))
    return rest[at:there]


def dated(change: Change) -> Iterator[Finding]:
    """Is a day said of what is told, on the other side of the telling: "said on Monday he would go"?"""
    days = {word.plain for half in change.halves for word in half.words if not half.is_alone(word)} & DAYS
    for day in days:
        of_telling = [_is_of_telling(half.side, day) for half in change.halves]
        if of_telling in ([True, False], [False, True]):
            yield EditKind.NUMBER, SUBSTANTIVE


def _is_of_telling(side: RowSide, day: str) -> bool | None:
    """Whether a day stands beside the only words of saying of a row; None where it may belong to either."""
    places = [at for at, word in enumerate(side.words) if word.plain == day]
    if len(places) != 1 or len(side.cues) != 1:
        return None
    at, cue = places[0], side.cues[0][0]
    first, last = (cue.stop, at) if cue.start < at else (at + 1, cue.start)
    between = side.text[side.words[first - 1].end : side.words[last].start]
    if last - first <= NEAR and COMMA not in between:
        return True
    is_at_head = at <= NEAR or (cue.start > at and COMMA not in between)
    return None if is_at_head or cue.start > at else False


RULES = (restricted, attached, dated)
