"""One utterance that is marked in several versions of a story: told once, with every paper it stands in.

Where its words stand in another version is its carriage; a statement that is marked there is the same utterance.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from factcheck.claims.models import Carriage, Position, Statement


class Telling(NamedTuple):
    """What became of the words in one other version, and the statement if they are marked there too."""

    carriage: Carriage
    statement: Statement | None


@dataclass(frozen=True)
class Utterance:
    """The first position that rests on some words, and those that rest on the same words in other versions."""

    position: Position
    repeated: list[Position] = field(default_factory=list)

    @property
    def tellings(self) -> list[Telling]:
        marked = {position.statement.article_id: position.statement for position in self.repeated}
        carriages = self.position.statement.carriages.all()
        return [Telling(carriage, marked.get(carriage.article_id)) for carriage in carriages]

    def is_repeated_by(self, statement: Statement) -> bool:
        """Whether a statement is marked where these words stand in its article."""
        return any(
            start < statement.end and statement.start < end
            for carriage in self.position.statement.carriages.all()
            if carriage.article_id == statement.article_id
            for start, end in carriage.spans
        )


def utterances(positions: Iterable[Position]) -> list[Utterance]:
    """Each utterance once, in the order of the positions; give their statements with articles and carriages."""
    found: list[Utterance] = []
    by_story: dict[int, list[Utterance]] = {}
    for position in positions:
        told = by_story.setdefault(position.statement.article.story_id, [])
        if known := next((one for one in told if one.is_repeated_by(position.statement)), None):
            known.repeated.append(position)
        else:
            told.append(Utterance(position))
            found.append(told[-1])
    return found
