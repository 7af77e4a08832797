"""Following statements into every version of their story: what became of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from factcheck.articles.models import Article, Story
from factcheck.claims.models import Carriage, Statement, StatementQuerySet
from factcheck.compare import Location, Span, locate
from factcheck.compare.words.segments import sentences


@dataclass(frozen=True)
class MatrixRow:
    """One statement, and what became of it in each version of its story, in the order of the columns.

    A cell is None in the version that the statement was marked in.
    """

    statement: Statement
    cells: list[Carriage | None]


@dataclass(frozen=True)
class Matrix:
    """The statements of one story (rows) by its versions (columns)."""

    versions: list[Article]
    rows: list[MatrixRow]


def carriage_matrix(story: Story) -> Matrix:
    """What became of every statement of a story in each of its versions; follows those not followed yet."""
    versions = story.versions
    statements = list(Statement.objects.in_story(story).with_articles().order_by("article", "start"))
    follow(Statement.objects.in_story(story))
    found = {(c.statement_id, c.article_id): c for c in Carriage.objects.filter(statement__in=statements)}
    rows = [MatrixRow(s, [found.get((s.pk, version.pk)) for version in versions]) for s in statements]
    return Matrix(versions, rows)


def follow(statements: StatementQuerySet) -> None:
    """Record what became of each statement in each other version of its story, where that is not known.

    One query, and a second one that writes, if there is anything to follow.
    """
    unknown = [
        Carriage(statement_id=pk, article_id=version, **_found(locate(exact, text, prefix=prefix, suffix=suffix)))
        for pk, exact, prefix, suffix, version, text in statements.not_followed()
    ]
    Carriage.objects.bulk_create(unknown, ignore_conflicts=True)


def follow_into_new_texts() -> None:
    """Follow the statements of articles whose address has shown another text since."""
    replaced = Article.objects.filter(previous__isnull=False).values("previous")
    follow(Statement.objects.filter(article__in=replaced))


def sentence_around(text: str, span: Span) -> Span:
    """The sentence, or sentences, that hold the words at `span`."""
    touched = [s for s in sentences(text) if s.start < span.end and span.start < s.end]
    return Span(touched[0].start, touched[-1].end) if touched else span


def _found(place: Location) -> dict[str, Any]:
    return {
        "status": place.status.value,
        "spans": [list(span) for span in place.spans],
        "similarity": round(place.similarity, 4),
    }
