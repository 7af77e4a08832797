"""What became of everything said in a story in every version of it; `follow_statements` finds it out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Self

from django.db.models import QuerySet

from factcheck.articles.models import Article, RecordedComparison, Story
from factcheck.claims.models import Carriage, Statement
from factcheck.claims.strips.bars import strips_from
from factcheck.claims.strips.strip import Strips
from factcheck.claims.utterances import Telling, Utterance, utterances
from factcheck.compare import Span
from factcheck.compare.sentence_rows import SentenceRow
from factcheck.compare.words.segments import sentences
from factcheck.prepared_queries import AnsweredRows, hand_out, prepared

type ComparedVersions = Mapping[int, Sequence[SentenceRow]]  # by the key of the version


@dataclass(frozen=True)
class MatrixRow:
    """One utterance, and what became of it in each version of its story, in the order of the columns."""

    utterance: Utterance
    cells: Sequence[Telling]


@dataclass(frozen=True)
class Matrix:
    """What is said in one story (rows, in the order of the original) by these versions (columns).

    What a later version added stands where it stands there. `compared` is what is recorded of the versions.
    """

    versions: list[Article]
    rows: list[MatrixRow]
    compared: ComparedVersions = field(default_factory=dict)

    def strips(
        self, utterances: Iterable[Utterance], *, denying: Collection[int], shows_unmarked: bool = False
    ) -> Strips:
        """The picture of the story, with these utterances marked in it: see `strips_from`."""
        if not self.compared or not self.versions[0].is_original:
            return Strips()
        return strips_from(self.versions, self.compared, utterances, denying=denying, shows_unmarked=shows_unmarked)

    def denied_in(self, version: Article) -> list[Span]:
        """Where somebody denies something in a version, as it was found when the version was compared."""
        if version == self.versions[0]:
            compared = next(iter(self.compared.values()), ())
            sentences = [sentence for row in compared if not row.is_headline for sentence in row.original]
        else:
            rows = self.compared.get(version.pk, ())
            sentences = [sentence for row in rows if not row.is_headline for sentence in row.version]
        return [sentence.span for sentence in sentences if sentence.is_denial]

    @property
    def utterances(self) -> list[Utterance]:
        return [row.utterance for row in self.rows]

    @property
    def undated(self) -> list[Article]:
        """The versions of which nobody knows whether they came before or after the others."""
        return [version for version in self.versions if not version.published_on]


@dataclass(frozen=True)
class AnsweredMatrix:
    """The rows that a story's matrix is made of, equal where the database gave the same."""

    statements: AnsweredRows[Statement]
    carriages: AnsweredRows[Carriage]
    recorded: AnsweredRows[RecordedComparison]

    @classmethod
    def of(cls, story: int) -> Self:
        return cls(_statements.answered(story=story), _carriages.answered(story=story), _recorded.answered(story=story))

    def made(self, versions: list[Article]) -> Matrix:
        """The matrix of these versions; give them with their outlets."""
        articles = {version.pk: version for version in versions}
        statements, carriages = self.statements.made(), self.carriages.made()
        hand_out(statements, "carriages", Carriage, carriages, owner_of=lambda carriage: carriage.statement_id)
        for statement in statements:
            statement.article = articles[statement.article_id]
        for carriage in carriages:
            carriage.article = articles[carriage.article_id]
        statements.sort(key=lambda statement: (statement.article.version_order(), statement.start))
        compared = {one.version_id: one.sentence_rows for one in self.recorded.made()}
        rows = [MatrixRow(one, one.tellings) for one in utterances(statements)]
        rows.sort(key=lambda row: _place(row, versions[0], compared))
        return Matrix(versions, rows, compared)


def carriage_matrix(story: Story) -> Matrix:
    """What became of everything marked in a story in each of its versions; give the story with articles and outlets."""
    return AnsweredMatrix.of(story.pk).made(story.versions)


@prepared
def _statements(story: int) -> QuerySet[Statement]:
    return Statement.objects.filter(article__story=story).select_related("source")


@prepared
def _carriages(story: int) -> QuerySet[Carriage]:
    return Carriage.objects.in_story_of_statement().filter(statement__article__story=story)


@prepared
def _recorded(story: int) -> QuerySet[RecordedComparison]:
    return RecordedComparison.objects.current().filter(version__story=story)


def _place(
    row: MatrixRow, original: Article, compared: ComparedVersions
) -> tuple[int, bool, tuple[bool, str, int], int]:
    """What sorts a row: where its words stand in the original, or behind which of its sentences they were added."""
    statement = row.utterance.statement
    in_original = next((cell.places for cell in row.cells if cell.article.pk == original.pk), ())
    at = in_original[0][0] if in_original else _place_beside(statement, compared.get(statement.article_id, ()))
    return at, not in_original, statement.article.version_order(), statement.start


def _place_beside(statement: Statement, rows: Iterable[SentenceRow]) -> int:
    """Where the sentence of a later version has its other form in the original, or which one it stands behind."""
    at = -1
    for row in rows:
        has_words = any(one.span.start < statement.end and statement.start < one.span.end for one in row.version)
        if row.original and not row.is_headline and (has_words or not row.is_moved):
            at = row.original[0].span.start
        if has_words and not row.is_headline:
            return at
    return at


def sentence_around(text: str, span: Span) -> Span:
    """The sentence, or sentences, that hold the words at `span`; only the lines that they touch are read."""
    start, end = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
    lines = text[start : end if end >= 0 else len(text)]
    near = (Span(one.start + start, one.end + start) for one in _sentences_of(lines))
    touched = [one for one in near if one.start < span.end and span.start < one.end]
    return Span(touched[0].start, touched[-1].end) if touched else span


@lru_cache(512)
def _sentences_of(lines: str) -> Sequence[Span]:
    """A page quotes many statements of one paragraph."""
    return sentences(lines)
