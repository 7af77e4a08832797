"""Search over all that the desk holds, and the searches that people keep."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from django.views.decorators.vary import vary_on_headers
from django_htmx.http import replace_url

from factcheck.desk.access import DeskRequest, editor_required
from factcheck.desk.searchable import kinds_for
from factcheck.search.models import SavedSearch
from factcheck.search.results import results_of
from factcheck.search.words import unfinished


@require_safe
@vary_on_headers("HX-Request")
@editor_required
def search(request: DeskRequest) -> HttpResponse:
    """What is found; asked while somebody types, the last word may be a beginning, and the address comes to say so."""
    if request.htmx:
        asked: Any = request.GET.copy()
        asked["q"] = unfinished(asked.get("q", ""))
        request.GET = asked
    results = results_of(request, kinds_for(request.user))
    status = 422 if results.words.problem else 200
    if not request.htmx:
        context = {"results": results, "saved": SavedSearch.objects.visible_to(request.user)}
        return render(request, "desk/search/page.html", context, status=status)
    response = render(request, "desk/search/page.html#results", {"results": results}, status=status)
    return replace_url(response, f"{request.path}?{results.query}" if results.query else request.path)


@require_POST
@editor_required
def save_search(request: DeskRequest) -> HttpResponse:
    """Keep the search that the form carries, and go back to it."""
    return _kept(request, SavedSearch(owner=request.user, query=request.POST.get("query", "")))


@require_POST
@editor_required
def change_search(request: DeskRequest, pk: int) -> HttpResponse:
    """Rename one's own search, or share it."""
    return _kept(request, get_object_or_404(SavedSearch, pk=pk, owner=request.user))


@require_POST
@editor_required
def remove_search(request: DeskRequest, pk: int) -> HttpResponse:
    removed = get_object_or_404(SavedSearch, pk=pk, owner=request.user)
    removed.delete()
    messages.success(
        request, _("The saved search “%(removed)s” is gone; what it found is still there.") % {"removed": removed}
    )
    return redirect("desk:search")


def _kept(request: DeskRequest, saved: SavedSearch) -> HttpResponse:
    back = saved.get_absolute_url()
    saved.name, saved.is_shared = request.POST.get("name", "").strip(), "is_shared" in request.POST
    try:
        saved.full_clean()
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        saved.save()
        messages.success(request, _("Saved as “%(saved)s”.") % {"saved": saved})
    return redirect(back)
