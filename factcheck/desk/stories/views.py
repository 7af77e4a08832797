"""Stories: the versions and what each carries, and two of them side by side."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from factcheck.articles.models import Article, Story
from factcheck.claims.carriage import carriage_matrix
from factcheck.compare.display import Show, show
from factcheck.desk.access import DeskRequest, editor_required
from factcheck.desk.stories.family_table import family_table

VIEWS = {"side": "side by side", "inline": "one text"}


@require_safe
@editor_required
def story(request: DeskRequest, slug: str) -> HttpResponse:
    shown = get_object_or_404(Story.objects.prefetch_related("articles__outlet"), slug=slug)
    matrix = carriage_matrix(shown)
    context = {"story": shown, "matrix": matrix, "family": family_table(matrix.versions)}
    return render(request, "desk/stories/detail.html", context)


@require_safe
@vary_on_headers("HX-Request")
@editor_required
def compare(request: DeskRequest, slug: str) -> HttpResponse:
    """Two versions beside each other, the original and the next by default; the address keeps every choice."""
    shown = get_object_or_404(Story.objects.prefetch_related("articles__outlet"), slug=slug)
    versions = shown.versions
    original = _chosen(versions, request.GET.get("original", ""), versions[0])
    version = _chosen(versions, request.GET.get("version", ""), next((v for v in versions if v != original), original))
    only = Show(request.GET["show"]) if request.GET.get("show") in Show else Show.ALL
    view = request.GET.get("view", "")
    context = {
        "story": shown,
        "versions": versions,
        "original": original,
        "version": version,
        "comparison": show(
            original.text,
            version.text,
            language=original.language,
            only=only,
            headlines=(original.headline, version.headline),
        ),
        "only": only,
        "shows": list(Show),
        "view": view if view in VIEWS else "side",
        "views": VIEWS,
    }
    return render(request, "desk/stories/compare.html" + ("#comparison" if request.htmx else ""), context)


def _chosen(versions: list[Article], wanted: str, otherwise: Article) -> Article:
    return next((version for version in versions if str(version.pk) == wanted), otherwise)
