"""The rules on who said it and in whose words: credits, verbs of saying, named and unnamed speakers, quotations.

Verbs of saying are neutral, judging (claim, admit) or factive (note, confirm), after Saurí and Pustejovsky's FactBank
(2009) and Hyland's reporting verbs (2002): one sort for another tells a reader something else about what was said.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from factcheck.compare.findings import EditKind, Severity
from factcheck.compare.judging.row_changes import PHRASE, Change, Half, RowSide
from factcheck.compare.language.signals import signals_in

Finding = tuple[EditKind, Severity]
MINOR, SUBSTANTIVE = Severity.MINOR, Severity.SUBSTANTIVE
PARAPHRASE = 2  # words of content
SAID = 3  # words of content
LONGEST_SOURCE = 10  # words of content
SAYING = frozenset({"says", "claims", "grants"})
# These keep a statement attributed, but are said of deeds too often to attribute one alone.
VOICED = SAYING | {"confirms", "reveals", "notes", "describes"}
JUDGING = frozenset({"claims", "grants", "confirms", "reveals", "notes"})
OWN = frozenset({"claims", "grants", "confirms"})  # what no other speaker of the row makes up for
BRACKETED = regex.compile(r"[(\[][^()\[\]]*[)\]]|\.(?:\s?\.)++|…")
REPORTS = regex.compile(
    r"(?:^|[,\"”’'])\s*reports?\s+(?:[Tt]he\s+)?\p{Lu}|\p{Lu}[\p{L}.’']*\sreports?\b(?!\s(?:of|on|from|into|about)\b)"
)


def who_said(change: Change) -> Iterator[Finding]:
    """Did the words of saying come or go, or give way to others that judge?"""
    left, right = change.halves
    cues = _cues(left), _cues(right)
    came = cues[1] & SAYING and not cues[0] & VOICED
    went = cues[0] & SAYING and not cues[1] & VOICED
    if all(cues) and (cues[0] ^ cues[1]) & JUDGING and all(sides & VOICED for sides in cues):
        yield EditKind.ATTRIBUTION, SUBSTANTIVE
    elif came or went:
        silent = left if came else right
        is_kept = _stays_attributed(change, silent) or _goes_with_words(right if came else left, silent)
        yield EditKind.ATTRIBUTION, MINOR if is_kept else SUBSTANTIVE
    for half, other, own in ((left, right, cues[0]), (right, left, cues[1])):
        if (
            own & OWN
            and half.names
            and len(half.content) <= PHRASE
            and not _cues(other)
            and not own & _groups(other.side)
        ):
            yield EditKind.ATTRIBUTION, SUBSTANTIVE


def who_speaks(change: Change) -> Iterator[Finding]:
    """Is another said to speak, one without a name for one with it, or the reverse?"""
    left, right = change.halves
    if not (left.groups("speaker") or right.groups("speaker")):
        return
    is_exchanged = any(_unnames(*halves) for halves in (change.halves, change.halves[::-1]))
    if _is_near_cue(change) and (is_exchanged or all(half.groups("speaker") or half.names for half in change.halves)):
        yield EditKind.ATTRIBUTION, SUBSTANTIVE
    elif not change.is_aside and change.is_phrase and all(_attributes(half.side) for half in change.halves):
        yield EditKind.ATTRIBUTION, MINOR


def what_was_quoted(change: Change) -> Iterator[Finding]:
    """Were the words inside quotation marks changed, or a paraphrase made a quotation?"""
    left, right = change.halves
    if left.quotes != right.quotes and min(len(left.content), len(right.content)) >= PARAPHRASE:
        yield EditKind.QUOTE, SUBSTANTIVE
    elif left.is_quoted and right.is_quoted and not (left.groups("cue") or right.groups("cue")):
        is_kept = _explains(change) or not (left.content or right.content)
        yield EditKind.QUOTE, MINOR if is_kept else SUBSTANTIVE
    elif any(_paraphrases(*halves) for halves in (change.halves, change.halves[::-1])):
        yield EditKind.QUOTE, SUBSTANTIVE
    elif left.quoted_words or right.quoted_words:
        yield EditKind.QUOTE, MINOR


RULES = (who_said, who_speaks, what_was_quoted)


def _cues(half: Half) -> set[str]:
    """The sorts of verbs of saying in a half, "reports The Post" with them."""
    is_credit = REPORTS.search(half.span.of(half.side.text)) is not None
    return half.groups("cue") | ({"says"} if is_credit else set())


def _unnames(named: Half, unnamed: Half) -> bool:
    """Whether a named speaker has only a description on the other side."""
    if not named.names or named.groups("speaker") or not unnamed.groups("speaker"):
        return False
    kept = {word.plain for word in unnamed.side.words}
    is_short = max(len(half.content) for half in (named, unnamed)) <= LONGEST_SOURCE
    return is_short and kept.isdisjoint(named.names)


def _paraphrases(quoting: Half, plain: Half) -> bool:
    """Whether words in marks stand on one side and, with a speaker, other words without any on the other."""
    if plain.side.quotations or not quoting.quoted_words or not plain.alone:
        return False
    is_attributed = _attributes(quoting.side) or quoting.side.is_mostly_speech
    return is_attributed and _attributes(plain.side)


def _explains(change: Change) -> bool:
    """Whether an editor's brackets or an ellipsis show that the words are not the speaker's."""
    return any(BRACKETED.fullmatch(half.span.of(half.side.text)) for half in change.halves)


def _goes_with_words(half: Half, silent: Half) -> bool:
    """Whether what is said came or went together with the words of saying: nothing that is kept loses its source."""
    last = max((where.stop for where, signal in half.phrase.signals if signal.kind == "cue"), default=None)
    if last is None:
        return False
    behind = half.words[last:]
    said = sum(word in half.content for word in behind)
    return said >= SAID and 2 * len(silent.content) <= said


def _stays_attributed(change: Change, silent: Half) -> bool:
    """Whether a row without these words of saying still shows that somebody speaks."""
    return silent.side.has_speech or any(half.has_mark for half in change.halves) or _attributes(silent.side)


def _groups(side: RowSide) -> set[str]:
    return {signal.group for signal in side.signals if signal.kind == "cue"}


def _attributes(side: RowSide) -> bool:
    return bool(_groups(side) & VOICED)


def _is_near_cue(change: Change) -> bool:
    return any(signal.kind == "cue" for half in change.halves for signal in signals_in(half.side.around(half.span)))
