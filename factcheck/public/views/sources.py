"""Who speaks: one source, and all that readers may see of what it said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import FETCH_RAISE, Prefetch
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from factcheck.claims.models import Position, Source, Statement, StatementQuerySet
from factcheck.public.pages import numbered_page, readers_page
from factcheck.public.visible import pages_named_in, public_sources, public_verdicts
from factcheck.verdicts.snapshot import Quotation, QuotedSource


@dataclass(frozen=True)
class PublicStatement:
    """One statement of the source, and the claims it is for or against."""

    quotation: Quotation
    positions: Sequence[Position]


@readers_page
def source(request: HttpRequest, slug: str) -> HttpResponse:
    source = get_object_or_404(public_sources().fetch_mode(FETCH_RAISE), slug=slug)
    page = numbered_page(statements_of(source), request, size=30)
    statements = [PublicStatement(Quotation.of(s), list(s.positions.all())) for s in page]
    context = {
        "source": QuotedSource.of(source),
        "page": page,
        "statements": statements,
        "pages": pages_named_in(statement.quotation for statement in statements),
    }
    return render(request, "public/sources/detail.html", context)


def statements_of(source: Source) -> StatementQuerySet:
    """Public statements of the source, the latest first."""
    positions = Position.objects.public().select_related("claim").prefetch_related(public_verdicts("claim__"))
    newest = Coalesce("said_on", "article__published_on").desc(nulls_last=True)
    statements = Statement.objects.public().filter(source=source).with_articles().fetch_mode(FETCH_RAISE)
    return statements.prefetch_related(Prefetch("positions", positions)).order_by(newest, "id")
