"""The pages that the server was asked to fetch: how far each has come, and what was received."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from factcheck.articles.models import Page
from factcheck.desk.access import DeskRequest, editor_required


@require_safe
@never_cache
@vary_on_headers("HX-Request")
@editor_required
def page(request: DeskRequest, pk: int) -> HttpResponse:
    """How far a page has come that was asked for, and what became of it."""
    pages = Page.objects.without_bodies().select_related("fetched_by", "article__outlet")
    template = "desk/fetch/detail.html" + ("#progress" if request.htmx else "")
    return render(request, template, {"page": get_object_or_404(pages, pk=pk)})


@require_safe
@editor_required
def received(_request: DeskRequest, pk: int) -> HttpResponse:
    """The page as it was received, to keep and not to show: its scripts must not run among the desk's pages."""
    kept = get_object_or_404(Page, pk=pk, body__isnull=False)
    response = HttpResponse(bytes(kept.body or b""), content_type="application/octet-stream")
    response["Content-Disposition"] = f'attachment; filename="page-{kept.pk}.html"'
    return response
