"""Recording who else says what a statement says: "also said by".

A reprint is no second voice, nor is the same source: the other statement is of another story, or by somebody else in
the same article.
"""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.claims.models import Agreement, Statement
from factcheck.compare.clashing import Said, agreement
from factcheck.compare.clashing.topics import Weight

MOST = 12  # of one statement


def record_agreements(statement: Statement, sides: Mapping[Statement, Said], weight: Weight) -> None:
    """Record which of the statements read say the same as one; forget what no longer holds."""
    found = []
    for other in sides:
        if _is_another_voice(statement, other) and (score := agreement(sides[statement], sides[other], weight=weight)):
            first, second = sorted((statement, other), key=lambda one: one.pk)
            found.append(Agreement(first=first, second=second, score=score))
    found.sort(key=lambda one: (-one.score, one.first_id, one.second_id))
    Agreement.objects.involving([statement]).delete()
    Agreement.objects.bulk_create(found[:MOST], ignore_conflicts=True)  # two people may mark at one time


def _is_another_voice(statement: Statement, other: Statement) -> bool:
    if statement == other or (statement.source_id and statement.source_id == other.source_id):
        return False
    if statement.article_id == other.article_id:
        return bool(statement.source_id and other.source_id)
    return statement.article.story_id != other.article.story_id
