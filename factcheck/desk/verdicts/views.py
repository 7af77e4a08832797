"""Verdicts: the list, and the working text of one with what it rests on."""

from __future__ import annotations

from uuid import uuid4

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from factcheck.desk.access import DeskRequest, editor_required
from factcheck.desk.team.assignments import form_for_many
from factcheck.desk.verdicts.forms import DraftForm
from factcheck.desk.verdicts.save_typed import as_typed, go_on, save_typed, show_verdict
from factcheck.desk.verdicts.typed import TypedForm
from factcheck.desk.verdicts.verdict_line import VerdictLine
from factcheck.prepared_queries import prepared
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
    lines = [VerdictLine.of(one) for one in page]
    context = {"page": page, "lines": lines, "status": status, "statuses": Verdict.Status.choices}
    context |= {"many": form_for_many(request)}
    return render(request, "desk/verdicts/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@editor_required
def verdict(request: DeskRequest, slug: str) -> HttpResponse:
    """The working text; posting saves it, merged with what somebody else saved meanwhile."""
    shown = next(iter(_with_all_around(slug=slug)), None)
    if shown is None:
        raise Http404
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


@prepared
def _with_all_around(slug: str) -> QuerySet[Verdict]:
    verdicts = Verdict.objects.with_people().with_origins().with_topics()
    return verdicts.select_related("claim__assignment__assignee").filter(slug=slug)
