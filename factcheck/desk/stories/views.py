"""Stories: the versions and what each carries, and two of them side by side."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

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
from factcheck.desk.kept_blocks import kept_blocks
from factcheck.desk.stories.comparison import CHOICES, comparison_page


@require_safe
@editor_required
def story(request: DeskRequest, slug: str) -> HttpResponse:
    shown = get_object_or_404(Story.objects.at_address(slug))
    if shown.slug != slug:
        return redirect("desk:story", slug=shown.slug)  # not for good: a join may be taken back
    (content,) = kept_blocks(["desk/stories/story.html"], shown.pk, lambda: _story(shown.pk))
    return render(request, "desk/stories/detail.html", {"story": shown, "content": content})


def _story(key: int) -> dict[str, Any]:
    is_public = Exists(Statement.objects.public().filter(article__story=OuterRef("pk")))
    shown = get_object_or_404(Story.objects.annotate(is_public=is_public).prefetch_related("articles__outlet"), pk=key)
    matrix, denying = carriage_matrix(shown), Position.objects.denying_in(shown)
    strips = matrix.strips(matrix.utterances, denying=denying, shows_unmarked=True)
    return {"story": shown, "matrix": matrix, "strips": strips}


@require_safe
@vary_on_headers("HX-Request")
@editor_required
def compare(request: DeskRequest, slug: str) -> HttpResponse:
    """Two versions beside each other, the original and the next by default; the address keeps every choice."""
    shown = get_object_or_404(Story.objects.at_address(slug))
    if shown.slug != slug:
        return redirect(reverse("desk:compare", args=[shown.slug], query=request.GET))
    chosen = {name: request.GET.get(name, "") for name in CHOICES}
    template = "desk/stories/compared.html" + ("#comparison" if request.htmx else "")
    about = (shown.pk, *chosen.values())
    (content,) = kept_blocks([template], about, lambda: _compared(shown.pk, chosen))
    if request.htmx:
        return HttpResponse(content)
    return render(request, "desk/stories/compare.html", {"story": shown, "content": content})


def _compared(key: int, chosen: Mapping[str, str]) -> dict[str, Any]:
    shown = get_object_or_404(Story.objects.prefetch_related("articles__outlet"), pk=key)
    matrix, denying = carriage_matrix(shown), Position.objects.denying_in(shown)
    strips = matrix.strips(matrix.utterances, denying=denying, shows_unmarked=True)
    return {"story": shown, "page": comparison_page(matrix, chosen, strips=strips, denying=denying)}
