"""What a statement's page shows beside the form: its sentence, its positions, and what became of it elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db.models import Prefetch, prefetch_related_objects

from factcheck.claims.carriage import sentence_around
from factcheck.claims.models import Carriage, Position, Statement
from factcheck.claims.utterances import Telling, Utterance
from factcheck.compare import Span
from factcheck.desk.statements.other_side import OtherSide, other_sides
from factcheck.verdicts.models import Verdict
from factcheck.verdicts.new_positions import verdicts_without


@dataclass(frozen=True)
class StatementPage:
    """One statement, with the words of its sentence before and after it.

    `not_shown_by` are public verdicts on its claims that rest on other positions.
    """

    before: str
    after: str
    positions: Sequence[Position]
    versions: list[Telling]
    against: Sequence[OtherSide]
    not_shown_by: list[Verdict]


def statement_page(statement: Statement, *, reader: User) -> StatementPage:
    text = statement.article.text
    carriages = Carriage.objects.in_story_of_statement().select_related("article__outlet")
    prefetch_related_objects([statement], Prefetch("carriages", carriages))
    around = sentence_around(text, Span(statement.start, statement.end))
    positions = list(statement.positions.select_related("claim"))
    return StatementPage(
        text[around.start : statement.start],
        text[statement.end : around.end],
        positions,
        Utterance(statement, []).elsewhere,
        other_sides(statement, positions),
        verdicts_without(statement, reader=reader),
    )
