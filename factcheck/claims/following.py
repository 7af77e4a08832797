"""Following statements into every version of their story: what became of each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import models

from factcheck.articles.models import Article, Story
from factcheck.claims.models import Carriage, Statement
from factcheck.compare import Span, locate
from factcheck.compare.segments import sentences


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
    follow(statements, versions)
    found = {(c.statement_id, c.article_id): c for c in Carriage.objects.filter(statement__in=statements)}
    rows = [MatrixRow(s, [found.get((s.pk, version.pk)) for version in versions]) for s in statements]
    return Matrix(versions, rows)


def follow(statements: Iterable[Statement], versions: Iterable[Article]) -> None:
    """Record what became of each statement in each other version of the same story, where that is not known."""
    statements, versions = list(statements), list(versions)
    known = set(Carriage.objects.filter(statement__in=statements).values_list("statement_id", "article_id"))
    Carriage.objects.bulk_create(
        [
            _carried(statement, version)
            for statement in statements
            for version in versions
            if version.story_id == statement.article.story_id
            and version.pk != statement.article_id
            and (statement.pk, version.pk) not in known
        ],
        ignore_conflicts=True,
    )


def follow_into_new_texts() -> None:
    """Follow the statements of articles whose address has shown another text since."""
    replaced = Article.objects.filter(previous__isnull=False).values("previous")
    outdated = Statement.objects.with_articles().filter(article__in=replaced)
    unknown = outdated.exclude(carriages__article=models.F("article__next"))
    for statement in unknown.select_related("article__next"):
        follow([statement], [statement.article.next])


def sentence_around(text: str, span: Span) -> Span:
    """The sentence, or sentences, that hold the words at `span`."""
    touched = [s for s in sentences(text) if s.start < span.end and span.start < s.end]
    return Span(touched[0].start, touched[-1].end) if touched else span


def _carried(statement: Statement, version: Article) -> Carriage:
    place = locate(statement.exact, version.text, prefix=statement.prefix, suffix=statement.suffix)
    return Carriage(
        statement=statement,
        article=version,
        status=place.status.value,
        spans=[list(span) for span in place.spans],
        similarity=round(place.similarity, 4),
    )
