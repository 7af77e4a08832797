"""The rules on what happened: another outcome, its opposite, a condition, an intent, roles swapped.

The kinds are those of de Marneffe, Rafferty and Manning, Finding Contradictions in Text (2008): antonyms, structure,
factive and modal context, lexical and world knowledge; numbers and negation have rules of their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.compare.findings import EditKind, Severity
from factcheck.compare.judging.events.same_negated import is_same_negated
from factcheck.compare.judging.figures.values import AMOUNTS, LONGEST_ROW
from factcheck.compare.judging.row.changes import PHRASE, Change, Half
from factcheck.compare.judging.row.sides import PRONOUNS
from factcheck.compare.judging.row.slight_changes import TITLES
from factcheck.compare.judging.row.tenses import is_past
from factcheck.compare.judging.row.turned_round import is_turned_round
from factcheck.compare.judging.speech.bodies import are_one_body
from factcheck.compare.judging.wording.passives import suffers_what_it_did
from factcheck.compare.language import word_relations
from factcheck.compare.language.base_forms import bases_of
from factcheck.compare.language.noun_classes import class_of
from factcheck.compare.language.numerals import is_number
from factcheck.compare.language.phrases import Word
from factcheck.compare.language.quantities import same_quantities
from factcheck.compare.language.signals import (
    NEGATIONS,
    OUTCOMES,
    are_rivals,
    carries_content,
    groups_of,
    is_on_scale_of,
    is_step_apart,
)

Finding = tuple[EditKind, Severity]
SUBSTANTIVE = Severity.SUBSTANTIVE
INTENTS = {entry: group for group, entry in groups_of("en/judging/intents")}
RELATIVE_DAYS = frozenset(["yesterday", "today", "tonight", "tomorrow"])  # from the day of each paper
LAST = "last"
OF_TIME = frozenset(["calendar", "unit", "amount"])  # WordNet's classes of "May", "weekend" and "quarter"
LESS = frozenset(["less", "not", "hardly"])
WAY = frozenset(["from", "to"])
ARTICLES = frozenset(["a", "an", "the"])
DYING = frozenset(["die", "dies", "died", "dying"])
BRANDED = frozenset(["convicted", "disgraced", "indicted", "jailed", "imprisoned", "fugitive"])
PERIODS = frozenset(
    f"{unit}{plural}"
    for unit in ("second", "minute", "hour", "day", "week", "month", "year", "decade")
    for plural in ("", "s")
)
COUNTS_ONE = frozenset(["a", "an", "each", "every", "per", "several", "few", "many", "last", "next", "past"])
STEPS = 6  # words: "found the former mayor guilty", "cleared the former mayor"
FRAME = 2  # words of content
POINT = "ern"  # "the north of", "northern"


def what_happened(change: Change) -> Iterator[Finding]:
    """Does a word stand in its place that cannot be true as well?"""
    left, right = change.halves
    if max(len(left.alone), len(right.alone)) > 2 * PHRASE or is_same_negated(change):
        return
    if same_quantities(left.touched, right.touched):
        return
    words = _without_inflected(left.read_alone, right.read_alone), _without_inflected(right.read_alone, left.read_alone)
    pairs = [(a, b) for a in words[0] for b in words[1] if _exclude(a, b, change)]
    if not pairs and any(_is_step_elsewhere(*both) for both in (change.halves, change.halves[::-1])):
        yield EditKind.FACT, SUBSTANTIVE
    if pairs:
        yield EditKind.NUMBER if all(_is_measured(change, *pair) for pair in pairs) else EditKind.FACT, SUBSTANTIVE


def _without_inflected(words: Sequence[Word], others: Sequence[Word]) -> list[Word]:
    """The words that stand on the other side in no other form: "admit nor deny", "admitted nor denied"."""
    bases = {base for other in others for base in bases_of(other.plain)}
    return [word for word in words if bases.isdisjoint(bases_of(word.plain))]


def _is_step_elsewhere(half: Half, other: Half) -> bool:
    """Whether a step of a scale came, and near it in the other row stands, alone of that scale, a step that went."""
    if max(len(half.side.words), len(other.side.words)) > LONGEST_ROW:
        return False
    for word in half.content:
        if word.plain not in OUTCOMES or _tries(half, word):
            continue
        steps = [(at, some.plain) for at, some in _on_scale_of(word.plain, other)]
        if len(steps) != 1 or len(_on_scale_of(word.plain, half)) != 1:
            continue
        at, step = steps[0]
        if is_step_apart(word.plain, step) and other.places.start - STEPS <= at < other.places.stop + STEPS:
            return True
    return False


def _on_scale_of(plain: str, half: Half) -> list[tuple[int, Word]]:
    return [(at, word) for at, word in enumerate(half.side.words) if is_on_scale_of(plain, word.plain)]


def _exclude(left: Word, right: Word, change: Change) -> bool:
    """Whether only one of two words can be true of the thing they are said of."""
    a, b = left.plain, right.plain
    if _is_previous(change.left, left) or _is_previous(change.right, right):
        return False
    if word_relations.are_derived(a, b):
        return False
    if is_step_apart(a, b):
        return not any(_tries(*pair) for pair in zip(change.halves, (left, right), strict=True))
    if is_on_scale_of(a, b):
        return False
    if are_rivals(a, b) and a.removesuffix(POINT) != b.removesuffix(POINT):
        return _is_told_apart(left, right, change)
    is_told = change.is_phrase and left in _told(change.left) and right in _told(change.right)
    return is_told and (
        (
            (word_relations.are_opposites(a, b) or _are_opposites_by_synonym(left, right, change))
            and not (_is_lessened(change.left, left) or _is_lessened(change.right, right))
        )
        or (word_relations.are_reversed(a, b) and _fill_one_place(change, left, right))
        or _are_rival_nouns(left, right, change)
    )


def _are_opposites_by_synonym(left: Word, right: Word, change: Change) -> bool:
    """Whether one verb stands for another in the same form, an opposite of its synonym: "hastened" and "delayed"."""
    words = [half.read_alone for half in change.halves]
    return (
        words == [[left], [right]]
        and left.plain.endswith("ing") == right.plain.endswith("ing")
        and is_past(left.plain) == is_past(right.plain)
        and word_relations.may_be_opposites(left.plain, right.plain)
    )


def _is_previous(half: Half, word: Word) -> bool:
    """Whether "last" counts back from the day of the paper, as "yesterday" does: "last year", not "the last year"."""
    words = half.side.words
    at = words.index(word) + 1 if word.plain == LAST and word in words else len(words)
    if at == len(words) or _before(half, word) in ARTICLES:
        return False
    time = words[at].plain
    return time in PERIODS or (carries_content(time) and class_of(time) in OF_TIME)


def _is_told_apart(left: Word, right: Word, change: Change) -> bool:
    """Whether two words of which one can be true are said of one thing: counted units, one pronoun for another."""
    both = {left.plain, right.plain}
    if both <= PERIODS:
        return _is_measured(change, left, right)
    if both <= PRONOUNS:
        return len(change.left.alone) == len(change.right.alone) == 1
    return True


def _are_rival_nouns(left: Word, right: Word, change: Change) -> bool:
    a, b = left.plain, right.plain
    if are_one_body(a, b) or {a, b} <= RELATIVE_DAYS or ({a, b} <= PERIODS and not _is_measured(change, left, right)):
        return False
    if _is_meant_elsewhere(left, change.right, right) or _is_meant_elsewhere(right, change.left, left):
        return False
    if _names_one(change.left, left, change.right, right) or _names_one(change.right, right, change.left, left):
        return False
    return word_relations.are_rivals(a, b) and _head_one_frame(change, left, right)


def _is_lessened(half: Half, word: Word) -> bool:
    """Whether "less" turns a word round: "mild", "less severe"."""
    return _before(half, word) in LESS


def _is_meant_elsewhere(word: Word, other: Half, rival: Word) -> bool:
    """Whether another word of the other side stands for a word: "grocery retailers", "grocers"."""
    rest = [some.plain for some in other.alone if some is not rival and carries_content(some.plain)]
    return any(
        word_relations.are_derived(word.plain, some) or word_relations.are_synonyms(word.plain, some) for some in rest
    )


def _names_one(half: Half, word: Word, other: Half, rival: Word) -> bool:
    """Whether a word is a title before a name, and the other side describes somebody: "the chairman of the panel"."""
    words = half.side.words
    at = words.index(word) + 1 if word in words else len(words)
    if word.plain not in TITLES or at == len(words) or (other.names and _before(other, rival) not in ARTICLES):
        return False
    return half.side.text[word.end : words[at].start].isspace() and half.side.is_name(words[at])


def _is_measured(change: Change, left: Word, right: Word) -> bool:
    """Whether both are words for how many, or two units of time with a figure, or "a" and the like, before each."""
    if left.plain in AMOUNTS and right.plain in AMOUNTS:
        return True
    sides = zip(change.halves, (left, right), strict=True)
    return left.plain in PERIODS and all(
        is_number(before := _before(half, word)) or before in COUNTS_ONE for half, word in sides
    )


def _before(half: Half, word: Word) -> str:
    at = half.side.words.index(word) if word in half.side.words else 0
    return half.side.words[at - 1].plain if at else ""


def _fill_one_place(change: Change, left: Word, right: Word) -> bool:
    """Whether two words stand in the same place of a long phrase, counted from either end; in a short one they do."""
    if max(len(half.content) for half in change.halves) < PHRASE:
        return True
    places = []
    for half, word in zip(change.halves, (left, right), strict=True):
        told = _told_words(half)
        places.append((told.index(word), len(told) - told.index(word)) if word in told else (-1, -1))
    return places[0][0] == places[1][0] or places[0][1] == places[1][1]


def _head_one_frame(change: Change, left: Word, right: Word) -> bool:
    """Whether two words close what each side has for the other's, one word of content or one with its modifier.

    The head of a noun phrase stands behind what is said of it (Quirk et al. 1985, 17.2); in a longer phrase put in
    other words two nouns need not stand for each other.
    """
    told = [_told_words(half) for half in change.halves]
    return len(told[0]) == len(told[1]) <= FRAME and (told[0][-1], told[1][-1]) == (left, right)


def _told_words(half: Half) -> list[Word]:
    return [word for word in half.alone if carries_content(word.plain)]


def _tries(half: Half, word: Word) -> bool:
    """Whether "tried" or "sought" has "to" behind it, and is no step of a trial."""
    words = half.side.words
    at = words.index(word) + 1 if word in words else len(words)
    return word.plain in ("tried", "sought", "wanted") and at < len(words) and words[at].plain == "to"


def meant(change: Change) -> Iterator[Finding]:
    """Did it come or go that somebody did it on purpose, or by mistake?"""
    left, right = ({INTENTS[word.plain] for word in half.alone if word.plain in INTENTS} for half in change.halves)
    if left != right:
        yield EditKind.FACT, SUBSTANTIVE


def roles(change: Change) -> Iterator[Finding]:
    """Did the parties change places, or the clauses about "after"?"""
    left, right = change.halves
    plain = [[word.plain for word in half.side.words] for half in change.halves]
    if not (left.words or right.words):
        return
    if change.is_phrase and suffers_what_it_did(*plain):
        yield EditKind.FACT, SUBSTANTIVE
    if left.content or right.content:
        return
    if _moves_speech(change) or _moves_way(change):
        return
    if is_turned_round(*plain):
        yield EditKind.FACT, SUBSTANTIVE


def _moves_way(change: Change) -> bool:
    """Whether "from" and "to" went with their figures to another place."""
    touches_way = any(word.plain in WAY for half in change.halves for word in half.words)
    return touches_way and _keeps_its_way(*(half.side.words for half in change.halves))


def _keeps_its_way(left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Whether "from" and "to" stand before the same figures on both sides: only their order is another."""
    ways = [
        {
            (before.plain, behind.plain)
            for before, behind in pairwise(words)
            if before.plain in WAY and is_number(behind.plain)
        }
        for words in (left, right)
    ]
    return bool(ways[0]) and ways[0] == ways[1]


def _moves_speech(change: Change) -> bool:
    """Whether words in quotation marks went round their speaker: "…," said Dask; Dask said: "…"."""
    return any(half.has_mark or half.has_cue for half in change.halves) and all(
        half.side.has_speech for half in change.halves
    )


def died_of(change: Change) -> Iterator[Finding]:
    """Did it come or go what somebody died of?"""
    if any(_tells_cause_of_death(*halves) for halves in (change.halves, change.halves[::-1])):
        yield EditKind.FACT, SUBSTANTIVE


def _tells_cause_of_death(half: Half, other: Half) -> bool:
    at = half.places.start
    before = [word.plain for word in half.side.words[max(0, at - 1) : at]]
    opens = [word.plain for word in half.words[:1]]
    return (
        not other.content
        and bool(half.alone)
        and opens in (["of"], ["from"])
        and not DYING.isdisjoint(before)
        and not (OF_TIME | {"occupation", "person"}) & {class_of(word.plain) for word in half.content}
    )


def blamed(change: Change) -> Iterator[Finding]:
    """Did it come or go that somebody described was convicted, or is in disgrace?"""
    if not change.is_phrase:
        return
    marked = [{word.plain for word in half.alone if _marks_person(half, word)} for half in change.halves]
    if marked[0] != marked[1] and not any(
        word.plain in OUTCOMES
        for half, found in zip(change.halves, marked, strict=True)
        if not found
        for word in half.alone
    ):
        yield EditKind.FACT, SUBSTANTIVE


def _marks_person(half: Half, word: Word) -> bool:
    """Whether a participle of guilt stands before a noun for a person, or one word before it."""
    if word.plain not in BRANDED:
        return False
    at = half.side.words.index(word) + 1
    return any(class_of(some.plain) in ("person", "occupation") for some in half.side.words[at : at + 2])


RULES = (what_happened, meant, roles, died_of, blamed)


def _told(half: Half) -> list[Word]:
    """The words of content that have no counterpart, people who may speak among them; negations have their own rule."""
    return [
        word
        for word in half.read_alone
        if word.plain.isalpha() and carries_content(word.plain) and word.plain not in NEGATIONS
    ]
