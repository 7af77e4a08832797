"""A story as readers see it: its versions, and what became in each of what was said.

It is made once of the rows that it is read from: each process keeps the last ones that were asked for.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import count
from typing import Self

from django.conf import settings
from django.db.models import FETCH_RAISE, QuerySet
from django.http import Http404
from django.utils.translation import get_language

from factcheck.articles.models import Article, Story
from factcheck.claims.carriage import AnsweredMatrix, Matrix, MatrixRow
from factcheck.claims.models import Position
from factcheck.claims.strips import Strips
from factcheck.claims.utterances import Telling, Utterance
from factcheck.prepared_queries import AnsweredRows, prepared
from factcheck.public.kept_parts import kept_by_values
from factcheck.public.visible import LinkedPages, pages_of, public_stories, verdicts_in_story, with_verdicts
from factcheck.verdicts.models import Verdict
from factcheck.verdicts.snapshot import Bound, Excerpts, Quotation, web_address


@dataclass(frozen=True)
class PublicVersion:
    """One version of a story: what readers see of the article."""

    outlet: str
    headline: str
    url: str
    published_on: date | None
    agency: str
    relation: str

    @classmethod
    def of(cls, article: Article) -> Self:
        return cls(
            outlet=article.outlet.public_name,
            headline=article.headline,
            url=web_address(article.url),
            published_on=article.published_on,
            agency=article.agency,
            relation=article.get_relation_display().lower(),
        )


@dataclass(frozen=True)
class PublicRow:
    """One utterance as it may be printed, the claims it is for or against, and what became of it in each version."""

    utterance: Utterance
    quotation: Quotation
    positions: Sequence[Position]
    cells: Sequence[Telling]

    @property
    def claims(self) -> Collection[Position]:
        """A position on each claim: of the same words marked twice, the last."""
        return {position.claim_id: position for position in self.positions}.values()


@dataclass(frozen=True, eq=False)
class PublishedStory:
    """All of it; the same rows are the same object, which everybody shares and nobody changes.

    `pages` are what it links to, `undated` the papers of the versions without a day, `comparable` the versions whose
    whole text readers may see.
    """

    versions: Sequence[PublicVersion]
    rows: Sequence[PublicRow]
    pages: LinkedPages
    strips: Strips
    undated: Sequence[str]
    comparable: Sequence[Article]

    @classmethod
    def of(cls, story: Story) -> Self:
        """What the database says now of a story that readers may see."""
        return _read(cls, _Answers.on(story), get_language(), settings.QUOTE_WORDS)


@dataclass(frozen=True)
class _Answers:
    """The rows that a story is read from."""

    story: tuple[int, str, str]
    articles: AnsweredRows[Article]
    matrix: AnsweredMatrix
    positions: AnsweredRows[Position]
    verdicts: AnsweredRows[Verdict]

    @classmethod
    def on(cls, story: Story) -> Self:
        return cls(
            story=(story.pk, story.slug, story.title),
            articles=_articles.answered(story=story.pk),
            matrix=AnsweredMatrix.of(story.pk),
            positions=_positions.answered(story=story.pk),
            verdicts=verdicts_in_story.answered(story=story.pk),
        )

    def versions(self) -> list[Article]:
        key, slug, title = self.story
        articles = _with_story(self.articles.made(), Story(pk=key, slug=slug, title=title))
        return sorted(articles, key=Article.version_order)

    def public_positions(self) -> list[Position]:
        positions = self.positions.made()
        with_verdicts([position.claim for position in positions], self.verdicts.made())
        return positions


@kept_by_values
def _read[Read: PublishedStory](kind: type[Read], answers: _Answers, _language: str | None, _words: int) -> Read:
    matrix = answers.matrix.made(answers.versions())
    rows = _rows(matrix, answers.public_positions())
    denying = {one.statement_id for row in rows for one in row.positions if one.stance == Position.Stance.DENIES}
    return kind(
        versions=[*map(PublicVersion.of, matrix.versions)],
        rows=rows,
        pages=pages_of(row.quotation for row in rows),
        strips=matrix.strips([row.utterance for row in rows], denying=denying),
        undated=[version.outlet.public_name for version in matrix.undated],
        comparable=_comparable(matrix.versions),
    )


@prepared
def stories_at(slug: str) -> QuerySet[Story]:
    """The story at an address, if readers may see one there."""
    return public_stories().at_address(slug).order_by().fetch_mode(FETCH_RAISE)


@prepared
def _articles(story: int) -> QuerySet[Article]:
    shown = Article.objects.select_related("outlet").defer("received", "findings").filter(story=story)
    return shown.order_by().fetch_mode(FETCH_RAISE)


@prepared
def _positions(story: int) -> QuerySet[Position]:
    return Position.objects.public().select_related("claim").filter(statement__article__story=story)


def _with_story(articles: list[Article], story: Story) -> list[Article]:
    for article in articles:
        article.story = story
    return articles


def _comparable(versions: Iterable[Article]) -> list[Article]:
    return [version for version in versions if version.outlet.is_text_public]


def _rows(matrix: Matrix, public: Iterable[Position]) -> list[PublicRow]:
    """The rows of the story's matrix that are about public claims, in its order."""
    positions: dict[int, list[Position]] = {}
    for position in public:
        positions.setdefault(position.statement_id, []).append(position)
    placed_rows = (
        (row, [position for one in row.utterance.statements for position in positions.get(one.pk, ())])
        for row in matrix.rows
    )
    told = [(row, placed) for row, placed in placed_rows if placed]
    printed = _printed([row for row, _ in told])
    return [
        PublicRow(row.utterance, quotation, placed, cells)
        for (row, placed), (quotation, cells) in zip(told, printed, strict=True)
    ]


def _printed(rows: Sequence[MatrixRow]) -> list[tuple[Quotation, list[Telling]]]:
    """Each row's quotation and cells, with no more words of any version than the page may print of it.

    What a version says otherwise is quoted whole or not at all: a difference cut short would be another one.
    """
    told = [Quotation.of(row.utterance.statement) for row in rows]
    keys = count(-1, -1)
    others = [[_other_words(cell, one, next(keys)) for cell in row.cells] for row, one in zip(rows, told, strict=True)]
    bounds = {row.utterance.statement.pk: Bound.of(row.utterance.statement) for row in rows}
    for row, words in zip(rows, others, strict=True):
        pairs = zip(row.cells, words, strict=True)
        bounds |= {other.statement: Bound.of_article(cell.article) for cell, other in pairs if other}
    excerpts = Excerpts([*told, *(other for words in others for other in words if other)], bounds)
    printed = []
    for row, one, words in zip(rows, told, others, strict=True):
        is_whole = excerpts.keeps(one)
        cells = [
            replace(cell, is_quotable=is_whole and (other is None or excerpts.keeps(other)))
            for cell, other in zip(row.cells, words, strict=True)
        ]
        printed.append((excerpts.of(one), cells))
    return printed


def _other_words(telling: Telling, quotation: Quotation, key: int) -> Quotation | None:
    """What a version says otherwise than the quotation, under a key that no statement has."""
    if telling.words in ("", telling.quoted):
        return None
    return replace(quotation, statement=key, before="", exact=telling.words, after="")


def chosen_versions(story: Story, query: Mapping[str, str]) -> tuple[Article, Article]:
    """The two versions that an address names, the first two by default. Raises Http404 where one may not be shown."""
    articles = sorted(_with_story(_articles(story=story.pk), story), key=Article.version_order)
    versions = {str(version.pk): version for version in _comparable(articles)}
    first = versions.get(query.get("original", next(iter(versions), "")))
    others = (key for key, version in versions.items() if version != first)
    second = versions.get(query.get("version", next(others, "")))
    if first is None or second is None:
        raise Http404("The outlets of these versions do not let their whole texts be shown.")
    return first, second
