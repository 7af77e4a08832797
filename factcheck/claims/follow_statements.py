"""Following statements into every version of their story, and writing down what became of each there.

Called where a statement is marked and, by way of the articles' registry, where a story gets another text: pages ask.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from factcheck.articles.models import Article
from factcheck.claims.models import Carriage, Statement, StatementQuerySet
from factcheck.compare import Carried, Location, locate

TOGETHER = 500  # carriages written at once


def follow(statements: StatementQuerySet) -> int:
    """Record what became of each statement in each other version of its story, where that is not known.

    Returns how many were recorded. One query, one for each that is not found, and one that writes for every 500.
    """
    count = 0
    waiting: list[Carriage] = []
    for pk, exact, prefix, suffix, version, text in statements.not_followed().iterator():
        place = locate(exact, text, prefix=prefix, suffix=suffix)
        found = _found(place)
        if place.status == Carried.CUT and _was_received(exact, version):
            found["status"] = Carriage.Status.OUTSIDE
        waiting.append(Carriage(statement_id=pk, article_id=version, **found))
        if len(waiting) == TOGETHER:
            count += _write(waiting)
            waiting = []
    return count + _write(waiting)


def follow_in_stories(story_keys: Collection[int]) -> None:
    """Follow the statements of stories that have other texts now."""
    follow(Statement.objects.filter(article__story__in=story_keys))


def _was_received(exact: str, version: int) -> bool:
    """Whether the words came in with the article, so that its reading text lacks them by this desk's reading alone."""
    received = Article.objects.values_list("received", flat=True).get(pk=version)
    return locate(exact, received).status in (Carried.INTACT, Carried.SPLIT, Carried.ALTERED)


def _write(carriages: list[Carriage]) -> int:
    Carriage.objects.bulk_create(carriages, ignore_conflicts=True)
    return len(carriages)


def _found(place: Location) -> dict[str, Any]:
    return {
        "status": place.status.value,
        "spans": [list(span) for span in place.spans],
        "similarity": round(place.similarity, 4),
    }
