"""Verdicts: the list, and the working text of one with what it rests on."""

from __future__ import annotations

from uuid import uuid4

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from factcheck.desk.access import DeskRequest, editor_required
from factcheck.desk.team.forms import ManyForm
from factcheck.desk.verdicts.forms import DraftForm
from factcheck.desk.verdicts.save_typed import as_typed, go_on, save_typed, show_verdict
from factcheck.desk.verdicts.typed import TypedForm
from factcheck.search.pages import page_of
from factcheck.verdicts.keep_unsaved import unsaved_of
from factcheck.verdicts.models import Verdict


@require_safe
@editor_required
def verdicts(request: DeskRequest) -> HttpResponse:
    status = request.GET.get("status", "")
    found = (
        Verdict.objects.visible_to(request.user)
        .select_related("claim__assignment__assignee", "rating", "last_editor")
        .with_badges()
    )
    if status in Verdict.Status.values:
        found = found.filter(status=status)
    page = page_of(found, request, by=("changed_at", "id"))
    context = {"page": page, "status": status, "statuses": Verdict.Status.choices, "many": ManyForm()}
    return render(request, "desk/verdicts/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@editor_required
def verdict(request: DeskRequest, slug: str) -> HttpResponse:
    """The working text; posting saves it, merged with what somebody else saved meanwhile."""
    verdicts = Verdict.objects.with_people().with_origins().with_topics().select_related("claim__assignment__assignee")
    shown = get_object_or_404(verdicts, slug=slug)
    if request.method == "POST":
        failed = save_typed(request, shown)
        if not failed:
            messages.success(request, _("Saved."))
        return failed or go_on(request, shown)
    unsaved = unsaved_of(request.user, shown)
    kept = TypedForm.kept(unsaved) if unsaved else TypedForm()
    if unsaved and kept.differs_from(shown) and "take" not in request.GET:
        typed = TypedForm(uuid4().hex)
        return show_verdict(request, shown, DraftForm(instance=shown), typed, unsaved=unsaved)
    return show_verdict(request, shown, as_typed(shown, kept), kept if unsaved else TypedForm(uuid4().hex))
