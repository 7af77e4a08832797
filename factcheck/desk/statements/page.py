"""What a statement's page shows beside the form: its sentence, its positions, and what became of it elsewhere."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet, prefetch_related_objects

from factcheck.claims.carriage import sentence_around
from factcheck.claims.models import Carriage, Conflict, Position, Statement
from factcheck.claims.utterances import Telling, Utterance
from factcheck.compare import Span


@dataclass(frozen=True)
class StatementPage:
    """One statement, with the words of its sentence before and after it."""

    before: str
    after: str
    positions: QuerySet[Position]
    versions: list[Telling]
    conflicts: QuerySet[Conflict]


def statement_page(statement: Statement) -> StatementPage:
    text = statement.article.text
    carriages = Carriage.objects.in_story_of_statement().select_related("article__outlet")
    prefetch_related_objects([statement], Prefetch("carriages", carriages))
    around = sentence_around(text, Span(statement.start, statement.end))
    return StatementPage(
        text[around.start : statement.start],
        text[statement.end : around.end],
        statement.positions.select_related("claim"),
        Utterance(statement, []).elsewhere,
        Conflict.objects.standing().involving([statement]).with_statements(),
    )
