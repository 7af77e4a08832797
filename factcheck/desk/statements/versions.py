"""What became of one statement in each other version of its story, with the words that stand there instead."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Prefetch, prefetch_related_objects

from factcheck.claims.models import Carriage, Statement
from factcheck.claims.utterances import Telling, Utterance
from factcheck.compare.display import Shown, show


@dataclass(frozen=True)
class StatementInVersion:
    """One version: what became of the statement there, and how its words differ where they do."""

    telling: Telling
    differences: Shown | None


def statement_in_versions(statement: Statement) -> list[StatementInVersion]:
    """What became of the statement in every other version of its story."""
    carriages = Carriage.objects.in_story_of_statement().select_related("article__outlet")
    prefetch_related_objects([statement], Prefetch("carriages", carriages))
    return [_in_version(statement, telling) for telling in Utterance(statement, []).elsewhere]


def _in_version(statement: Statement, telling: Telling) -> StatementInVersion:
    if telling.words in ("", statement.exact):
        return StatementInVersion(telling, None)
    shown = show(statement.exact, telling.words, language=telling.article.language)
    return StatementInVersion(telling, shown)
