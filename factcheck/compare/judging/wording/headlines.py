"""What headlines say in a grammar of their own: an infinitive for the future, a name and a colon for a source.

After Quirk et al., A Comprehensive Grammar of English (1985): 4.17 on their present tense, 11.46 on block language.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from factcheck.compare.findings import EditKind, Severity
from factcheck.compare.judging.row.changes import Change, Half
from factcheck.compare.judging.row.sides import PRONOUNS, RowSide
from factcheck.compare.judging.row.turned_round import ARTICLES
from factcheck.compare.language.base_forms import bases_of
from factcheck.compare.language.noun_classes import class_of
from factcheck.compare.language.signals import carries_content

Finding = tuple[EditKind, Severity]
SUBSTANTIVE = Severity.SUBSTANTIVE
SENTENCE_END = regex.compile(r"[.!?…][\"”’')\]]*$")
LABEL = regex.compile(r"(?P<source>\p{Lu}[\p{L}\p{N}.'’-]*(?: [\p{L}\p{N}.'’-]+){0,3}):\s")
TELLING = frozenset(["person", "occupation", "organisation"])
DOCUMENTS = frozenset(["report", "reports", "study", "survey", "poll", "paper", "inquiry", "audit", "memo"])
TO = "to"
BARE_TOO = frozenset(["help", "helps", "helped", "helping", "dare", "dares", "dared"])  # "help build", "help to build"


def is_headline(side: RowSide) -> bool:
    """Whether a row has no mark at its end, as a headline has none."""
    return SENTENCE_END.search(side.span.of(side.text)) is None


def is_telegraphic(side: RowSide) -> bool:
    """Whether a headline leaves out what only holds a sentence together: it has no article and no pronoun."""
    return is_headline(side) and not any(word.plain in ARTICLES or word.plain in PRONOUNS for word in side.words)


def to_be_done(change: Change) -> Iterator[Finding]:
    """Is what one headline announces, told as done by the other: "Rebels to free hostages", "Rebels free hostages"?"""
    if all(is_headline(half.side) for half in change.halves) and any(
        map(_announces, change.halves, change.halves[::-1])
    ):
        yield EditKind.HEDGE, SUBSTANTIVE
        yield EditKind.FACT, SUBSTANTIVE


def _announces(half: Half, other: Half) -> bool:
    words = half.side.words
    for at in half.places:
        if words[at].plain != TO or not half.is_alone(words[at]) or not 0 < at < len(words) - 1:
            continue
        subject, verb = words[at - 1].plain, words[at + 1].plain
        if (
            carries_content(subject)
            and subject not in BARE_TOO
            and carries_content(verb)
            and _does(other, subject, verb)
        ):
            return True
    return False


def _does(half: Half, subject: str, verb: str) -> bool:
    """Whether the same verb stands right behind the same word on the other side."""
    words = half.side.words
    return any(
        words[at - 1].plain == subject and verb in bases_of(words[at].plain)
        for at in range(max(1, half.places.start), min(len(words), half.places.stop + 1))
    )


def credited_by_colon(change: Change) -> Iterator[Finding]:
    """Did the label that says who tells a headline come or go: "Minister: tax cuts were wrong"?"""
    if any(map(_is_its_only_source, change.halves, change.halves[::-1])):
        yield EditKind.ATTRIBUTION, SUBSTANTIVE


def _is_its_only_source(half: Half, other: Half) -> bool:
    side = half.side
    label = LABEL.match(side.text, side.span.start, side.span.end)
    if not label or half.span.start > side.span.start or not is_headline(side) or other.side.cues:
        return False
    last = label["source"].split()[-1].lower()
    is_source = class_of(last) in TELLING or last in DOCUMENTS
    return is_source and LABEL.match(other.side.text, other.side.span.start, other.side.span.end) is None


RULES = (to_be_done, credited_by_colon)
