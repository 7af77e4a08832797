"""Who speaks: one source, and all that readers may see of what it said."""

from __future__ import annotations

from django.db.models import FETCH_RAISE, QuerySet
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from factcheck.claims.models import Source, Statement
from factcheck.prepared_queries import prepared
from factcheck.public.pages import numbered_page, readers_list, readers_page, the_only
from factcheck.public.published_statements import SaidBySource
from factcheck.public.visible import last_said, public_sources
from factcheck.search.pages import page_of
from factcheck.verdicts.snapshot import QuotedSource


@readers_page
def sources(request: HttpRequest) -> HttpResponse:
    """All that have a page and a name, those first whose words were marked last."""
    named = last_said("source").exclude(source__kind=Source.Kind.ANONYMOUS)
    columns = ("source", *(f"source__{field.attname}" for field in Source._meta.concrete_fields))
    page = page_of(named.select_related("source").only(*columns).fetch_mode(FETCH_RAISE), request, by=("id",), size=30)
    listed = [QuotedSource.of(statement.source) for statement in page if statement.source]
    return render(request, "public/sources/list.html", {"page": page, "listed": listed})


@readers_list
def source(request: HttpRequest, slug: str) -> HttpResponse:
    source = the_only(_public_sources(slug=slug))
    if source.slug != slug:
        return redirect(source)  # not for good: the desk may take a merger back
    page = numbered_page(_statement_keys(source=source.pk), request, size=30)
    context = {"source": QuotedSource.of(source), "page": page, "said": SaidBySource.in_statements(page)}
    return render(request, "public/sources/detail.html", context)


@prepared
def _public_sources(slug: str) -> QuerySet[Source]:
    return public_sources().at_address(slug).order_by().fetch_mode(FETCH_RAISE)


@prepared
def _statement_keys(source: int) -> QuerySet[Statement, int]:
    """Public statements of the source, the latest first."""
    newest = Coalesce("said_on", "article__published_on").desc(nulls_last=True)
    return Statement.objects.public().filter(source=source).order_by(newest, "id").values_list("pk", flat=True)
