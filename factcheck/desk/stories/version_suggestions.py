"""What is asked of versions: whether two articles are of one story, and whether what one left out is worth more."""

from __future__ import annotations

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from factcheck.articles.models import VersionSuggestion
from factcheck.articles.versions.dismiss_denial import CannotDismiss, dismiss
from factcheck.articles.versions.suggestions import CannotDecide, accept, call_same_event, refuse
from factcheck.claims.carriage import Matrix
from factcheck.claims.dropped_denials import dropped_denials
from factcheck.desk.access import DeskRequest, back_of, editor_required
from factcheck.desk.stories.comparison import comparison_page
from factcheck.desk.undo import offering_undo
from factcheck.search.pages import page_of
from factcheck.typed_numbers import number_in

State = VersionSuggestion.State
ANSWERS = {State.ACCEPTED: accept, State.SAME_EVENT: call_same_event, State.REFUSED: refuse}


@require_safe
@editor_required
def versions(request: DeskRequest) -> HttpResponse:
    state = request.GET.get("state", State.SUGGESTED)
    suggestions = VersionSuggestion.objects.with_articles()
    if state == State.SUGGESTED:
        page = page_of(suggestions.open(), request, by=("id",), size=30)
    else:
        page = page_of(suggestions.filter(state=state), request, by=("decided_at", "id"), size=30)
    return render(request, "desk/versions/list.html", {"page": page, "state": state, "states": State.choices})


@require_POST
@editor_required
def dismiss_denials(request: DeskRequest, pk: int) -> HttpResponse:
    """Call what a version left out not worth more: the denial that is named, or all of that version."""
    found = dropped_denials().filter(comparison=pk)
    if "all" not in request.POST:
        found = found.filter(pk=number_in(request.POST.get("denial", "")) or 0)
    try:
        with offering_undo(request, _("Taken off the list.")), transaction.atomic():
            for denial in found:
                dismiss(denial, actor=request.user)
    except CannotDismiss as refusal:
        messages.error(request, str(refusal))
    return redirect(back_of(request) or "desk:home")


@require_http_methods(["GET", "HEAD", "POST"])
@editor_required
def version(request: DeskRequest, pk: int) -> HttpResponse:
    """Both articles side by side; posting an answer decides whether they are versions of one story."""
    suggestion = get_object_or_404(VersionSuggestion.objects.with_articles(), pk=pk)
    answer = request.POST.get("state", "")
    if answer in ANSWERS:
        try:
            with offering_undo(request, _("Kept: %(answer)s.") % {"answer": State(answer).label}):
                ANSWERS[State(answer)](suggestion, actor=request.user)
        except CannotDecide as refusal:
            messages.error(request, str(refusal))
        return redirect(back_of(request) or "desk:versions")
    page = comparison_page(Matrix([suggestion.candidate, suggestion.article], []), request.GET)
    context = {"suggestion": suggestion, "page": page}
    return render(request, "desk/versions/detail.html", context, status=422 if request.method == "POST" else 200)
