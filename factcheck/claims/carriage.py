"""What became of everything said in a story in every version of it; `follow_statements` finds it out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Prefetch

from factcheck.articles.models import Article, Story
from factcheck.claims.models import Carriage, Statement
from factcheck.claims.utterances import Telling, Utterance, utterances
from factcheck.compare import Span
from factcheck.compare.words.segments import sentences


@dataclass(frozen=True)
class MatrixRow:
    """One utterance, and what became of it in each version of its story, in the order of the columns."""

    utterance: Utterance
    cells: Sequence[Telling]


@dataclass(frozen=True)
class Matrix:
    """What is said in one story (rows, in the order of its versions) by these versions (columns)."""

    versions: list[Article]
    rows: list[MatrixRow]

    @property
    def utterances(self) -> list[Utterance]:
        return [row.utterance for row in self.rows]

    @property
    def undated(self) -> list[Article]:
        """The versions of which nobody knows whether they came before or after the others."""
        return [version for version in self.versions if not version.published_on]


def carriage_matrix(story: Story) -> Matrix:
    """What became of everything marked in a story in each of its versions; give the story with articles and outlets."""
    versions = story.versions
    articles = {version.pk: version for version in versions}
    in_story = Prefetch("carriages", Carriage.objects.in_story_of_statement())
    statements = list(Statement.objects.in_story(story).select_related("source").prefetch_related(in_story))
    for statement in statements:
        statement.article = articles[statement.article_id]
        for carriage in statement.carriages.all():
            carriage.article = articles[carriage.article_id]
    statements.sort(key=lambda statement: (statement.article.version_order(), statement.start))
    return Matrix(versions, [MatrixRow(one, one.tellings) for one in utterances(statements)])


def sentence_around(text: str, span: Span) -> Span:
    """The sentence, or sentences, that hold the words at `span`; only the lines that they touch are read."""
    start, end = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
    lines = text[start : end if end >= 0 else len(text)]
    near = (Span(one.start + start, one.end + start) for one in sentences(lines))
    touched = [one for one in near if one.start < span.end and span.start < one.end]
    return Span(touched[0].start, touched[-1].end) if touched else span
