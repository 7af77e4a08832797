"""Whether a source that a row no longer names has been given right before it, so that a reader still hears it speak.

A credit holds for the sentences behind it until another speaks (the attribution of a span by discourse, Prasad et al.
2007, Pareti 2012): a second "she said" is often cut. What stood under another's name, or nobody's, loses its source.
"""

from __future__ import annotations

import regex

from factcheck.compare.findings import Span
from factcheck.compare.judging.row.changes import Half
from factcheck.compare.judging.row.sides import PRONOUNS, RowSide
from factcheck.compare.judging.row.voices import COURTS
from factcheck.compare.judging.speech.credited import SAID_BY, WRITINGS, Credited, credited_in

TOLD = SAID_BY | {"accuses", "announces", "denies", "describes"}
LONGEST = 600  # characters of the sentence before
SENTENCE = regex.compile(r"(?:^|(?<=[.!?][\"”’)]?\s))[^\n]*?[.!?:][\"”’)]?(?=\s|$)", regex.MULTILINE)
LEADS_IN = regex.compile(r":\s")


def stands_before(half: Half, silent: RowSide) -> bool:
    """Whether the speaker of a half's credit, or whom its pronoun can mean, is the source of what stands before."""
    cues = [where for where, signal in half.side.cues if signal.group in SAID_BY]
    if len(cues) != 1:
        return False
    own, before = credited_in(half.side), _sentence_before(silent)
    if own and (_leads_in(own, silent) or (before and _names_writing(own, before))):
        return True
    if before is None or not any(signal.group in TOLD for _, signal in before.cues):
        return False
    other = credited_in(before)
    return _is_pronoun(half.side, cues[0]) if own is None else other is not None and _are_one(own, other)


def _names_writing(own: Credited, before: RowSide) -> bool:
    """Whether the writing that is credited is told of: "The report lists three faults." """
    return any(word.plain in WRITINGS and word.plain in own.nouns for word in before.words)


def _are_one(own: Credited, other: Credited) -> bool:
    if not own.nouns.isdisjoint(COURTS) and not other.nouns.isdisjoint(COURTS):
        return True  # what a court heard its jury was told
    return not (own.names | own.nouns).isdisjoint(other.names | other.nouns)


def _leads_in(own: Credited, silent: RowSide) -> bool:
    """Whether the row itself opens with the speaker and a colon: "The guard gave this account: …"."""
    colon = LEADS_IN.search(silent.text, silent.span.start, silent.span.end)
    if not colon:
        return False
    return any(word.plain in own.names | own.nouns for word in silent.words if word.end <= colon.start())


def _sentence_before(side: RowSide) -> RowSide | None:
    """The sentence right before a row in its paragraph."""
    start = max(side.text.rfind("\n", 0, side.span.start) + 1, side.span.start - LONGEST)
    found = list(SENTENCE.finditer(side.text[: side.span.start].rstrip(), start))
    return RowSide(side.text, Span(*found[-1].span())) if found else None


def _is_pronoun(side: RowSide, where: range) -> bool:
    beside = [*side.words[max(0, where.start - 1) : where.start], *side.words[where.stop : where.stop + 1]]
    return any(word.plain in PRONOUNS for word in beside)
