"""What a hedge, a negation or a credit inside a changed phrase bears on: words that stayed, or words that came with it.

Scope is taken as BioScope annotates it (Vincze et al. 2008): it runs from the word to the end of its clause. A signal
whose scope came or went with it speaks of nothing that the other text says; only one that reaches words of both texts
turns a statement into another.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from factcheck.compare.judging.row.changes import NEAR, Change, Half
from factcheck.compare.judging.row.sides import SENTENCE_ENDS
from factcheck.compare.language import word_relations
from factcheck.compare.language.noun_classes import is_kind_of
from factcheck.compare.language.phrases import Word
from factcheck.compare.language.signals import Signal, carries_content, signals_in
from factcheck.compare.lexicon import words_of

OPENS_CLAUSE = words_of("en/judging/clause_openers")
SOME_OF_THEM = frozenset(["none", "all", "most", "both", "some", "few", "many"])
BEFORE_WHICH = frozenset(["under", "in", "by", "for", "of", "on", "at", "with", "from", "through", "during", "after"])
JOINS = frozenset(["and", "but", "or"])
JOINED = (["and"], ["or"])
RELATIVES = frozenset(["who", "which", "whose", "whom", "where", "although", "though", "while"])
MOST_SIGNALS = 50  # of one phrase whose scope is read; whatever comes after them bears
WITHOUT = "without"
OPENERS = RELATIVES | {"and", "but", "when", "as", "because", "since", "after", "before"}
MODALS = frozenset(["can", "could", "may", "might"])
FAILING = frozenset(["fail", "fails", "failed", "failing"])


def bearing(change: Change, half: Half, kind: str) -> Counter[Signal]:
    """Those signals of a kind without counterpart, in one half of a change, that bear on words of both texts."""
    signals = Counter({signal: count for signal, count in half.signals.items() if signal.kind == kind})
    for where, signal in half.phrase.signals[:MOST_SIGNALS]:
        if signal.kind != kind or not signals[signal]:
            continue
        is_aside = not _reaches_kept(change, half, where) or (kind == "negation" and _is_in_inner_clause(half, where))
        is_aside = is_aside or (kind == "hedge" and _is_in_own_clause(change, half, where))
        if is_aside:
            signals[signal] -= 1
    return +signals


def governs_kept(half: Half, where: range, most: int) -> bool:
    """Whether a phrase ends behind a signal, after fewer than `most` words of content, and kept words go on from it."""
    behind = sum(word in half.content for word in half.words[where.stop :])
    return behind < most and not ends_clause(half)


def ends_clause(half: Half) -> bool:
    """Whether nothing of its clause or sentence follows a phrase."""
    return closes_sentence(half) or _closes_clause(half)


def _reaches_kept(change: Change, half: Half, where: range) -> bool:
    if _fails_at_thing(half, where) or _is_purpose(half, where):
        return False
    other = change.right if half is change.left else change.left
    behind = half.words[where.stop :]
    if half.words[where[0]].plain in MODALS and not behind and closes_sentence(half):
        return False  # "as easily as hers can"
    if half.words[where[0]].plain == "can" and behind and half.is_alone(behind[0]):
        return any(are_of_one(behind[0], b) for b in other.words)
    if not (change.is_aside or _is_clause(half, other)):
        return True
    if any(carries_content(word.plain) for word in behind):
        return False
    return not ends_clause(half)


def _fails_at_thing(half: Half, where: range) -> bool:
    """Whether "failed" has no "to" behind it: who failed a test, did something (Karttunen 1971)."""
    at = half.places.start + where.stop
    return half.words[where[0]].plain in FAILING and [word.plain for word in half.side.words[at : at + 1]] != ["to"]


def _is_purpose(half: Half, where: range) -> bool:
    """Whether "could" says what something is done for: "so a clerk could read it" (Quirk et al. 1985, 15.48)."""
    at = half.places.start + where.start
    before = [word.plain for word in half.side.words[max(0, at - NEAR) : at]]
    if half.words[where[0]].plain not in MODALS or "so" not in before:
        return False
    so = half.side.words[at - before[::-1].index("so") - 1]
    return half.side.text[half.side.span.start : so.start].rstrip()[-1:].isalnum()


def _is_in_inner_clause(half: Half, where: range) -> bool:
    """Whether a signal stands in a clause, or behind "without", that opens and closes within the phrase."""
    if _is_bracketed(half, where):
        return True
    before = {word.plain for word in half.words[: where.start]}
    past = half.side.text[half.words[where[-1]].end : half.span.end]
    if half.words[where[0]].plain == WITHOUT:
        if _brings_its_own(half, where):
            return True
        return "," in past or (follows_comma(half) and where.start == 0 and closes_sentence(half))
    return not before.isdisjoint(RELATIVES) and "," in past


def _is_in_own_clause(change: Change, half: Half, where: range) -> bool:
    """Whether the clause of a signal opens and ends within the phrase, and the other side tells nothing of it."""
    opener = next((at for at in range(where.start - 1, -1, -1) if half.words[at].plain in OPENERS), None)
    if opener is None or not ends_clause(half):
        return False
    if "," in half.side.text[half.words[opener].end : half.words[where[0]].start]:
        return False  # "when he sold the ferry, it was claimed"
    other = change.right if half is change.left else change.left
    told = [word for word in half.words[opener + 1 :] if carries_content(word.plain)]
    return (
        bool(told)
        and all(map(half.is_alone, told))
        and not any(are_of_one(word, some) for word in told for some in other.words)
    )


def _is_bracketed(half: Half, where: range) -> bool:
    text, first, last = half.side.text, half.words[where[0]].start, half.words[where[-1]].end
    before, behind = text[half.span.start : first], text[last : half.span.end]
    return before.rfind("(") > before.rfind(")") and ")" in behind


def _brings_its_own(half: Half, where: range) -> bool:
    """Whether what "without" governs came or went with it, and the phrase ends there."""
    governed = [word for word in half.words[where.stop :] if carries_content(word.plain)]
    before = [word for word in half.words[: where.start] if carries_content(word.plain)]
    return bool(before) and bool(governed) and all(map(half.is_alone, governed)) and ends_clause(half)


def _is_clause(half: Half, other: Half) -> bool:
    """Whether a half is a clause or a phrase of its own for which the other side has nothing."""
    words = [word.plain for word in half.words]
    if other.content or other.signals or not (half.content or (words[-1:] in JOINED and len(words) > len(JOINED))):
        return False
    opens = words[0] in OPENS_CLAUSE or (words[0].endswith("ing") and follows_comma(half))
    opens = opens or (words[0] in SOME_OF_THEM and follows_comma(half))
    opens = opens or (words[0] == "that" and not _follows_cue(half))
    opens = opens or (words[0] in BEFORE_WHICH and not RELATIVES.isdisjoint(words[1:2]))
    return opens or words[-1] in JOINS or _stands_apart(half)


def _stands_apart(half: Half) -> bool:
    """Whether a half is a clause behind a semicolon, or a phrase behind a comma or a dash that opens with a hedge."""
    text = half.span.of(half.side.text).lstrip()
    if text.startswith(";"):
        return True
    first = next(iter(half.phrase.signals), None)
    opens = first is not None and first[0].start == 0 and first[1].kind == "hedge"
    return opens and follows_comma(half) and len(half.content) > 0


def _follows_cue(half: Half) -> bool:
    return bool(signals_in(half.side.words[max(0, half.places.start - 1) : half.places.start]))


def follows_comma(half: Half) -> bool:
    text, start = half.side.text, half.span.start
    return half.span.of(text).lstrip().startswith((",", "—", "–")) or text[:start].rstrip().endswith((",", "—", "–"))


def _closes_clause(half: Half) -> bool:
    """Whether a comma, a dash or "and" ends the phrase."""
    if half.words and half.words[-1].plain in JOINS:
        return True
    return half.span.of(half.side.text).rstrip().endswith((",", ";", "—", "–", ")"))


def closes_sentence(half: Half) -> bool:
    """Whether no word of the sentence follows the phrase."""
    behind = half.side.text[half.span.end : half.side.span.end].lstrip(" \"”’')")
    return not behind or behind[0] in SENTENCE_ENDS or half.span.of(half.side.text).rstrip()[-1:] in SENTENCE_ENDS


def are_of_one(word: Word, other: Word) -> bool:
    """Whether two words may stand for one thing or deed: one is a kind of the other, or of its family."""
    a, b = word.plain, other.plain
    return (
        a == b
        or word_relations.are_synonyms(a, b)
        or word_relations.are_derived(a, b)
        or is_kind_of(a, b)
        or is_kind_of(b, a)
    )


def signals_of(half: Half, kind: str) -> Iterator[tuple[range, Signal]]:
    """Where signals of a kind stand in a half that have no counterpart in the row."""
    return ((where, signal) for where, signal in half.phrase.signals if signal.kind == kind and half.signals[signal])
