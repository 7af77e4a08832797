"""What a statement's page shows beside the form: its sentence, its positions, and what became of it elsewhere."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet

from factcheck.claims.carriage import sentence_around
from factcheck.claims.models import Conflict, Position, Statement
from factcheck.compare import Span
from factcheck.desk.statements.versions import StatementInVersion, statement_in_versions


@dataclass(frozen=True)
class StatementPage:
    """One statement, with the words of its sentence before and after it."""

    before: str
    after: str
    positions: QuerySet[Position]
    versions: list[StatementInVersion]
    conflicts: QuerySet[Conflict]


def statement_page(statement: Statement) -> StatementPage:
    text = statement.article.text
    around = sentence_around(text, Span(statement.start, statement.end))
    return StatementPage(
        text[around.start : statement.start],
        text[statement.end : around.end],
        statement.positions.select_related("claim"),
        statement_in_versions(statement),
        Conflict.objects.standing().involving([statement]).with_statements(),
    )
