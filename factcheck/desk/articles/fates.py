"""What became of one statement in each other version of its story, with the words that stand there instead."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.claims.models import Carriage, Statement
from factcheck.compare.display import Shown, show


@dataclass(frozen=True)
class Fate:
    """One version: the carriage, the words that stand there, and how they differ where they do."""

    carriage: Carriage
    words: str
    differences: Shown | None


def fates_of(statement: Statement) -> list[Fate]:
    """What became of the statement in every other version of its story."""
    carriages = statement.carriages.in_story_of_statement().select_related("article__outlet")
    return [_fate(statement, carriage) for carriage in carriages]


def _fate(statement: Statement, carriage: Carriage) -> Fate:
    words = " … ".join(carriage.article.text[start:end] for start, end in carriage.spans)
    is_changed = carriage.is_carried and carriage.status != Carriage.Status.INTACT
    return Fate(carriage, words, show(statement.exact, words) if is_changed else None)
