"""The rules that say what a change touched: each is one question a fact-checker would ask of it.

A rule yields the kinds it finds and how much each matters. A signal that stands in a clause of its own, for which
the other side has nothing, speaks of that clause and not of the statement: it is content added or cut.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.compare.findings import EditKind, Severity
from factcheck.compare.judging.events import conditions, connectives, outcomes, plans, points_in_time
from factcheck.compare.judging.events.certainty import how_sure
from factcheck.compare.judging.events.connectives import join_alike, says_unless
from factcheck.compare.judging.events.negated_predicates import denies_another, denies_its_own, says_no
from factcheck.compare.judging.events.same_negated import is_same_negated, negates_alike
from factcheck.compare.judging.figures import currencies, share_bases, values, wordings
from factcheck.compare.judging.names import offices
from factcheck.compare.judging.names.name_changes import who_or_where
from factcheck.compare.judging.names.where_it_lies import says_where_it_lies
from factcheck.compare.judging.row.changes import Change, Half
from factcheck.compare.judging.row.scope import bearing, signals_of
from factcheck.compare.judging.row.sides import HEARSAY, PRONOUNS, RowSide
from factcheck.compare.judging.row.slight_changes import TITLES, is_slight, stands_for_name
from factcheck.compare.judging.speech import quoted_words, sources
from factcheck.compare.judging.speech.where_said import where_said
from factcheck.compare.judging.wording import confusions, headlines, places_of_words
from factcheck.compare.judging.wording.same_words import says_the_same
from factcheck.compare.language.numerals import is_number
from factcheck.compare.language.phrases import Word
from factcheck.compare.language.quantities import TIMES, UNITS
from factcheck.compare.language.signals import denials_in

OBJECT_OPENERS = frozenset(["the", "that", "this", "those", "these", "any", "all"])
NOR, NEITHER = "nor", "neither"
MORE = 2  # words of content: the least that one side says and the other does not
DOUBTED, FALSE = "doubted", "false"
QUARRELS = frozenset(["dispute", "disputes"])  # nouns more often than verbs
MEASURING = UNITS.keys() | TIMES.keys() | values.AMOUNTS | values.BOUNDS.words | values.SHARES.words
OF_THE_TELLING = frozenset([EditKind.HEDGE, EditKind.ATTRIBUTION])  # how sure it is and who says it, not what is told
OF_THE_WORDING = OF_THE_TELLING | {EditKind.QUOTE}  # a quotation put otherwise may tell the same
Finding = tuple[EditKind, Severity]
STYLE, MINOR, SUBSTANTIVE = Severity.STYLE, Severity.MINOR, Severity.SUBSTANTIVE


def findings(change: Change) -> list[Finding]:
    """What one change touched, at least one kind."""
    if says_where_it_lies(change):
        return [(EditKind.HOUSE_STYLE, STYLE), (EditKind.NAME, STYLE)]
    if join_alike(change) or negates_alike(change):
        return [(EditKind.REWORD, STYLE)]
    found = [finding for rule in RULES for finding in rule(change)]
    if not found and stands_for_name(change):
        return [(EditKind.HOUSE_STYLE, STYLE), (EditKind.NAME, STYLE)]
    if not found and says_the_same(change):
        return [(EditKind.REWORD, STYLE)]
    if not found and is_slight(change):
        return [(EditKind.HOUSE_STYLE, STYLE), *([(EditKind.NAME, STYLE)] if _is_titled_otherwise(change) else [])]
    if not found or (change.replaces and OF_THE_TELLING.issuperset(kind for kind, _ in found)):
        found += _content(change)
    elif any(severity != STYLE for _, severity in found) and not _is_told_already(change, found):
        found += _amount(change)
    if _tells_otherwise(change) and any(
        severity == SUBSTANTIVE and kind not in OF_THE_WORDING for kind, severity in found
    ):
        found.append((EditKind.FACT, SUBSTANTIVE))
    return found


def _is_titled_otherwise(change: Change) -> bool:
    return any(word.plain in TITLES for half in change.halves for word in half.alone)


def _is_told_already(change: Change, found: Sequence[Finding]) -> bool:
    """Whether what came or went is no more than the part of a name, or the bound of a figure, that is told of."""
    kinds = {kind for kind, _ in found}
    content = {word.plain for half in change.halves for word in half.content}
    if EditKind.NUMBER in kinds and content <= values.BOUNDS.words:
        return True
    return kinds == {EditKind.NAME} and content <= TITLES.union(*(half.names for half in change.halves))


def _tells_otherwise(change: Change) -> bool:
    """Whether other words stand in the place of words that are neither names nor figures and their units."""
    return all(
        any(not (word.plain in half.names or word.plain in MEASURING or is_number(word.plain)) for word in half.content)
        for half in change.halves
    )


def _denied(change: Change) -> Iterator[Finding]:
    """Was it denied, or turned round?"""
    left, right = change.halves
    is_denied = ["denies" in half.groups("cue") for half in change.halves]
    if is_denied[0] != is_denied[1] and not denials_in((right if is_denied[0] else left).side.words):
        yield EditKind.NEGATION, SUBSTANTIVE
        yield EditKind.ATTRIBUTION, SUBSTANTIVE
        return
    if any("not" in (word.plain for word in half.words) for half in change.halves) and denies_another(
        left.side, right.side
    ):
        yield EditKind.NEGATION, SUBSTANTIVE
        return
    if is_same_negated(change) or says_unless(change):
        return
    negations = [bool(_bears_negation(change, *halves)) for halves in (change.halves, change.halves[::-1])]
    if any(negations) and _deny_as_often(left.side, right.side):
        negations = [False, False]
    doubts = _doubts(left, right.side) ^ _doubts(right, left.side)
    if negations[0] != negations[1] or doubts - {DOUBTED} or says_no(left) != says_no(right):
        yield EditKind.NEGATION, SUBSTANTIVE
        if any(signal.group == FALSE for half in change.halves for signal in bearing(change, half, "negation")):
            yield EditKind.FACT, SUBSTANTIVE  # what one text calls wrong the other tells as so
    elif doubts:
        yield EditKind.HEDGE, SUBSTANTIVE


def _deny_as_often(left: RowSide, right: RowSide) -> bool:
    """Whether a negation came in the place of one that is read from kept words: "yet to reply", "not yet replied"."""
    found = [[signal for _, signal in side.places_of_signals if signal.kind == "negation"] for side in (left, right)]
    return 0 < len(found[0]) == len(found[1])


def _bears_negation(change: Change, half: Half, other: Half) -> bool:
    """Whether a negation without counterpart bears on kept words; "nor" only goes on with one that stands before."""
    if not bearing(change, half, "negation"):
        return False
    if all(denies_its_own(half, other, where) for where, _ in signals_of(half, "negation")):
        return False
    denying = {
        half.side.words[where[0]].plain for where, signal in half.side.places_of_signals if signal.kind == "negation"
    }
    alone = {word.plain for word in half.alone}
    return not (NOR in alone and denying != {NOR} and alone.isdisjoint(denying - {NOR, NEITHER}))


def _doubts(half: Half, other: RowSide) -> set[str]:
    """How a half denies or doubts something, if the whole row of the other side does not."""
    phrases = (Word(word, 0, 0) for found in other.set_phrases for word in found.words)
    if denials_in([*other.words, *phrases]):
        return set()
    return denials_in([word for word in half.alone if word.plain not in QUARRELS or _has_object(half, word)])


def _has_object(half: Half, verb: Word) -> bool:
    """Whether a word that is a noun more often governs what stands behind it: "disputes it", "disputes the report"."""
    behind = half.side.words[half.side.words.index(verb) + 1 :][:1] if verb in half.side.words else []
    return bool(behind) and (behind[0].plain in PRONOUNS or behind[0].plain in OBJECT_OPENERS)


def _content(change: Change) -> Iterator[Finding]:
    """What is left to say: content came, went or was put in other words."""
    left, right = change.halves
    if not (_has_nothing(left) and right.content) and not (_has_nothing(right) and left.content):
        yield EditKind.REWORD, MINOR
    yield from _amount(change)


def _amount(change: Change) -> Iterator[Finding]:
    """Does one side say more than the other, whatever else changed?"""
    for kind, half, other in (
        (EditKind.ADDED, change.right, change.left),
        (EditKind.CUT, change.left, change.right),
    ):
        is_new = _has_nothing(other) and (half.content or half.groups("speaker") or _tells_of_reports(half))
        if is_new or len(half.content) >= len(other.content) + MORE:
            yield kind, MINOR


def _has_nothing(half: Half) -> bool:
    """Whether all words of a half that carry content stand on the other side too."""
    return half.is_bare or not half.alone


def _tells_of_reports(half: Half) -> bool:
    """Whether hearsay is content: "reports say" is, "it was learned" says no more than that nobody is named."""
    return HEARSAY in half.groups("hedge") and not any(word.plain == "it" for word in half.words)


RULES = (
    _denied,
    how_sure,
    *sources.RULES,
    where_said,
    *quoted_words.RULES,
    *values.RULES,
    *wordings.RULES,
    *currencies.RULES,
    *share_bases.RULES,
    *points_in_time.RULES,
    who_or_where,
    *outcomes.RULES,
    *conditions.RULES,
    *confusions.RULES,
    *headlines.RULES,
    *places_of_words.RULES,
    *plans.RULES,
    *offices.RULES,
    *connectives.RULES,
)
