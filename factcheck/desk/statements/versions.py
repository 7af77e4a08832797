"""What became of one statement in each other version of its story, with the words that stand there instead."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.claims.models import Carriage, Statement
from factcheck.compare.display import Shown, show


@dataclass(frozen=True)
class StatementInVersion:
    """One version: the carriage, the words that stand there, and how they differ where they do."""

    carriage: Carriage
    words: str
    differences: Shown | None


def statement_in_versions(statement: Statement) -> list[StatementInVersion]:
    """What became of the statement in every other version of its story."""
    carriages = statement.carriages.in_story_of_statement().select_related("article__outlet")
    return [_in_version(statement, carriage) for carriage in carriages]


def _in_version(statement: Statement, carriage: Carriage) -> StatementInVersion:
    words = " … ".join(carriage.article.text[start:end] for start, end in carriage.spans)
    is_changed = carriage.is_carried and carriage.status != Carriage.Status.INTACT
    if not is_changed:
        return StatementInVersion(carriage, words, None)
    return StatementInVersion(carriage, words, show(statement.exact, words, language=carriage.article.language))
