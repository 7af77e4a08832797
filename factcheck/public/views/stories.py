"""Who carried what: the versions of a story, and what became in each of what was said."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import count
from typing import Self

from django.db.models import FETCH_RAISE, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from factcheck.articles.models import Article, Story
from factcheck.articles.models.articles import public_name_of
from factcheck.claims.carriage import Matrix, MatrixRow, carriage_matrix
from factcheck.claims.fates import words_for_lack, words_for_more
from factcheck.claims.models import Position
from factcheck.claims.strips import strip_of_two
from factcheck.claims.utterances import Telling, Utterance
from factcheck.compare.display import Show, show
from factcheck.prepared_queries import hand_out, prepared
from factcheck.public.pages import readers_page, the_only
from factcheck.public.visible import last_said, pages_of, public_stories, with_public_verdicts
from factcheck.search.pages import page_of
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


@dataclass(frozen=True)
class ListedStory:
    """A story, when it was first printed, and the papers that printed it."""

    story: Story
    first_on: date | None
    papers: Sequence[str]


@readers_page
def stories(request: HttpRequest) -> HttpResponse:
    """All that have a page, those first of which a statement was marked last."""
    shown = ("article", "article__story", "article__story__title", "article__story__slug")
    told = last_said("article__story").select_related("article__story").only(*shown).fetch_mode(FETCH_RAISE)
    page = page_of(told, request, by=("id",), size=30)
    listed = _listed([statement.article.story for statement in page])
    return render(request, "public/stories/list.html", {"page": page, "listed": listed})


def _listed(stories: Sequence[Story]) -> list[ListedStory]:
    printed = Article.objects.filter(story__in=stories).order_by("published_on", "id")
    papers: dict[int, dict[str, None]] = {}
    days: dict[int, date] = {}
    for story, outlet, day in printed.values_list("story", "outlet__name", "published_on"):
        papers.setdefault(story, {})[public_name_of(outlet)] = None
        if day:
            days[story] = min(day, days.get(story, day))
    return [ListedStory(story, days.get(story.pk), [*papers.get(story.pk, ())]) for story in stories]


@readers_page
def story(request: HttpRequest, slug: str) -> HttpResponse:
    story = public_story(slug)
    if story.slug != slug:
        return redirect(story)  # not for good: the desk may take a join back
    matrix = carriage_matrix(story)
    rows = public_rows(story, matrix)
    denying = {one.statement_id for row in rows for one in row.positions if one.stance == Position.Stance.DENIES}
    context = {
        "story": story,
        "versions": [*map(PublicVersion.of, matrix.versions)],
        "strips": matrix.strips([row.utterance for row in rows], denying=denying),
        "undated": [version.outlet.public_name for version in matrix.undated],
        "rows": rows,
        "comparable": comparable_versions(story),
        "pages": pages_of(row.quotation for row in rows),
    }
    return render(request, "public/stories/detail.html", context)


def public_story(slug: str) -> Story:
    """The story at an address, with its versions. Raises Http404 if readers see none there."""
    story = the_only(_public_stories(slug=slug))
    articles = _articles(story=story.pk)
    hand_out([story], "articles", Article, articles, owner_of=lambda article: article.story_id)
    for article in articles:
        article.story = story
    return story


@prepared
def _public_stories(slug: str) -> QuerySet[Story]:
    return public_stories().at_address(slug).order_by().fetch_mode(FETCH_RAISE)


@prepared
def _articles(story: int) -> QuerySet[Article]:
    return Article.objects.select_related("outlet").filter(story=story).order_by()


@prepared
def _public_positions(story: int) -> QuerySet[Position]:
    return Position.objects.public().select_related("claim").filter(statement__article__story=story)


def public_rows(story: Story, matrix: Matrix) -> list[PublicRow]:
    """The rows of the story's matrix that are about public claims, in its order."""
    positions: dict[int, list[Position]] = {}
    public = _public_positions(story=story.pk)
    with_public_verdicts(position.claim for position in public)
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


@readers_page
def compare(request: HttpRequest, slug: str) -> HttpResponse:
    """Two versions beside each other, where the outlets of both let their whole texts be shown."""
    story = public_story(slug)
    original, version = chosen_versions(story, request.GET)
    comparison = show(
        original.text,
        version.text,
        language=original.language,
        only=Show.CONTENT,
        headlines=(original.headline, version.headline),
    )
    context = {
        "story": story,
        "original": PublicVersion.of(original),
        "version": PublicVersion.of(version),
        "comparison": comparison,
        "strips": strip_of_two(original, version),
        "words_for_lack": words_for_lack(version, base=original),
        "words_for_more": words_for_more(version, base=original),
    }
    return render(request, "public/stories/compare.html", context)


def comparable_versions(story: Story) -> list[Article]:
    """The versions whose whole text readers may see."""
    return [version for version in story.versions if version.outlet.is_text_public]


def chosen_versions(story: Story, query: Mapping[str, str]) -> tuple[Article, Article]:
    """The two versions that an address names, the first two by default. Raises Http404 where one may not be shown."""
    versions = {str(version.pk): version for version in comparable_versions(story)}
    first = versions.get(query.get("original", next(iter(versions), "")))
    others = (key for key, version in versions.items() if version != first)
    second = versions.get(query.get("version", next(others, "")))
    if first is None or second is None:
        raise Http404("The outlets of these versions do not let their whole texts be shown.")
    return first, second
