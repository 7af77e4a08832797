"""What became of each statement of a story in every version of it; `follow_statements` writes it down."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.articles.models import Article, Story
from factcheck.claims.models import Carriage, Statement
from factcheck.compare import Span
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
    """What became of every statement of a story in each of its versions."""
    versions = story.versions
    statements = list(Statement.objects.in_story(story).with_articles().order_by("article", "start"))
    found = {(c.statement_id, c.article_id): c for c in Carriage.objects.filter(statement__in=statements)}
    rows = [MatrixRow(s, [found.get((s.pk, version.pk)) for version in versions]) for s in statements]
    return Matrix(versions, rows)


def sentence_around(text: str, span: Span) -> Span:
    """The sentence, or sentences, that hold the words at `span`."""
    touched = [s for s in sentences(text) if s.start < span.end and span.start < s.end]
    return Span(touched[0].start, touched[-1].end) if touched else span
