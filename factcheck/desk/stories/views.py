"""Stories: the versions and what each carries, and two of them side by side."""

from __future__ import annotations

from django.db.models import Exists, OuterRef
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from factcheck.articles.models import Story
from factcheck.claims.carriage import carriage_matrix
from factcheck.claims.models import Position, Statement
from factcheck.desk.access import DeskRequest, editor_required
from factcheck.desk.stories.comparison import comparison_page


@require_safe
@editor_required
def story(request: DeskRequest, slug: str) -> HttpResponse:
    is_public = Exists(Statement.objects.public().filter(article__story=OuterRef("pk")))
    stories = Story.objects.annotate(is_public=is_public).prefetch_related("articles__outlet")
    shown = get_object_or_404(stories.at_address(slug))
    if shown.slug != slug:
        return redirect("desk:story", slug=shown.slug)  # not for good: a join may be taken back
    matrix, denying = carriage_matrix(shown), Position.objects.denying_in(shown)
    strips = matrix.strips(matrix.utterances, denying=denying, shows_unmarked=True)
    context = {"story": shown, "matrix": matrix, "strips": strips}
    return render(request, "desk/stories/detail.html", context)


@require_safe
@vary_on_headers("HX-Request")
@editor_required
def compare(request: DeskRequest, slug: str) -> HttpResponse:
    """Two versions beside each other, the original and the next by default; the address keeps every choice."""
    shown = get_object_or_404(Story.objects.prefetch_related("articles__outlet").at_address(slug))
    if shown.slug != slug:
        return redirect(reverse("desk:compare", args=[shown.slug], query=request.GET))
    matrix, denying = carriage_matrix(shown), Position.objects.denying_in(shown)
    strips = matrix.strips(matrix.utterances, denying=denying, shows_unmarked=True)
    page = comparison_page(matrix, request.GET, strips=strips, denying=denying)
    context = {"story": shown, "page": page}
    return render(request, "desk/stories/compare.html" + ("#comparison" if request.htmx else ""), context)
