"""Who carried what: the versions of a story, and what became in each of what was said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Self

from django.db.models import FETCH_RAISE, Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from factcheck.articles.models import Article, Story
from factcheck.claims.carriage import Matrix, carriage_matrix
from factcheck.claims.models import Position
from factcheck.claims.utterances import Telling
from factcheck.public.pages import readers_page
from factcheck.public.visible import pages_named_in, public_stories, public_verdicts
from factcheck.verdicts.snapshot import Quotation, web_address


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
    """One utterance, the claims it is for or against, and what became of it in each version."""

    quotation: Quotation
    positions: Sequence[Position]
    cells: Sequence[Telling]


@readers_page
def story(request: HttpRequest, slug: str) -> HttpResponse:
    articles = Prefetch("articles", Article.objects.with_outlets())
    stories = public_stories().prefetch_related(articles).fetch_mode(FETCH_RAISE)
    story = get_object_or_404(stories, slug=slug)
    matrix = carriage_matrix(story)
    rows = public_rows(story, matrix)
    context = {
        "story": story,
        "versions": [*map(PublicVersion.of, matrix.versions)],
        "undated": [version.outlet.public_name for version in matrix.undated],
        "rows": rows,
        "pages": pages_named_in(row.quotation for row in rows),
    }
    return render(request, "public/stories/detail.html", context)


def public_rows(story: Story, matrix: Matrix) -> list[PublicRow]:
    """The rows of the story's matrix that are about public claims, in the order of its versions."""
    positions: dict[int, list[Position]] = {}
    public = Position.objects.public().select_related("claim").prefetch_related(public_verdicts("claim__"))
    for position in public.filter(statement__article__story=story):
        positions.setdefault(position.statement_id, []).append(position)
    placed_rows = (
        (row, [position for one in row.utterance.statements for position in positions.get(one.pk, ())])
        for row in matrix.rows
    )
    return [
        PublicRow(
            Quotation.of(row.utterance.statement),
            [*{position.claim_id: position for position in placed}.values()],
            row.cells,
        )
        for row, placed in placed_rows
        if placed
    ]
