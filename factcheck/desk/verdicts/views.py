"""Verdicts: the list, and the working text of one with what it rests on."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from factcheck.desk.access import DeskRequest, editor_required
from factcheck.desk.team.forms import ManyForm
from factcheck.desk.team.page import team_on
from factcheck.desk.verdicts.forms import DraftForm
from factcheck.desk.verdicts.page import verdict_page
from factcheck.search.pages import page_of
from factcheck.verdicts.draft_verdict import Draft, EditClash, revise
from factcheck.verdicts.models import NotAllowed, Verdict
from factcheck.verdicts.presence import greet


@require_safe
@editor_required
def verdicts(request: DeskRequest) -> HttpResponse:
    status = request.GET.get("status", "")
    found = Verdict.objects.select_related("claim__assignment__assignee", "rating", "last_editor", "current")
    if status in Verdict.Status.values:
        found = found.filter(status=status)
    page = page_of(found, request, by=("changed_at", "id"))
    context = {"page": page, "status": status, "statuses": Verdict.Status.choices, "many": ManyForm()}
    return render(request, "desk/verdicts/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@editor_required
def verdict(request: DeskRequest, slug: str) -> HttpResponse:
    """The working text; posting saves it, merged with what somebody else saved meanwhile."""
    verdicts = Verdict.objects.with_people().select_related("claim__assignment__assignee")
    shown = get_object_or_404(verdicts, slug=slug)
    before = Draft(shown.rating, shown.conclusion, shown.reasoning)
    form = DraftForm(request.POST or None, instance=shown)
    if form.is_valid():
        try:
            revise(shown, editor=request.user, base=form.base(), draft=form.draft())
        except EditClash as clash:
            form.add_error(None, f"{clash} Your text is still here; below it stands what they saved.")
            form.rebase(before)
            context = _context(request, shown, form, theirs=before)
            return render(request, "desk/verdicts/detail.html", context, status=409)
        except NotAllowed as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, "Saved.")
        return redirect("desk:verdict", slug=slug)
    context = _context(request, shown, form)
    return render(request, "desk/verdicts/detail.html", context, status=422 if form.errors else 200)


def _context(request: DeskRequest, shown: Verdict, form: DraftForm, *, theirs: Draft | None = None) -> dict[str, Any]:
    return {
        "verdict": shown,
        "page": verdict_page(shown, reader=request.user, theirs=theirs),
        "form": form,
        "team": team_on(shown, request),
        "others": greet(request.user, shown),
    }
