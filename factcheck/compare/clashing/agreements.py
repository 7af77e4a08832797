"""Whether two statements say the same and can both stand: a second voice for what one says.

What is told must be sure rather than complete: two that only speak of one event say nothing for each other.
"""

from __future__ import annotations

from factcheck.compare.alignment.differ import changes
from factcheck.compare.clashing.clashes import clash
from factcheck.compare.clashing.differences import differences
from factcheck.compare.clashing.gists import Said, gist
from factcheck.compare.clashing.topics import SharedTopic, Weight
from factcheck.compare.findings import EditKind, Severity, Span
from factcheck.compare.judging.kinds import judge

OF_CONTENT = frozenset([EditKind.NUMBER, EditKind.FACT])


def agreement(first: Said, second: Said, *, weight: Weight = lambda _: 1.0) -> float:
    """How much of the shorter statement the other says too, from 0.5 to 1; 0 if it is not sure that they agree.

    `weight` gives the rarity of a term, from 0 to 1. Swapped statements give the same answer.
    """
    topic = SharedTopic(gist(first), gist(second), weight, is_one_paragraph=first.around == second.around)
    if not topic.own or not topic.is_one_fact or not topic.is_told_alike:
        return 0.0
    if any(differences(topic.one, topic.other)) or clash(first, second, weight=weight):
        return 0.0
    if _tells_otherwise(first.words, second.words) or _tells_otherwise(second.words, first.words):
        return 0.0
    return round(min(1.0, topic.sameness), 4)


def _tells_otherwise(one: str, other: str) -> bool:
    """Whether the second, read as an edit of the first, would tell a reader another fact."""
    pair = Span(0, len(one)), Span(0, len(other))
    edits = judge(one, other, pair, changes(one, other, pair))
    return any(edit.severity == Severity.SUBSTANTIVE and edit.kinds & OF_CONTENT for edit in edits)
