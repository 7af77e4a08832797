"""Approving a verdict for later: the time at which it becomes public, and thinking better of it."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from factcheck.desk.access import DeskRequest, reviewer_required
from factcheck.desk.verdicts.forms import PublishForm, ScheduleForm
from factcheck.desk.verdicts.steps import approval_fields, attempt, refused_at
from factcheck.desk.verdicts.typed import CHANGE, TypedForm
from factcheck.verdicts import schedule_verdict
from factcheck.verdicts.models import Verdict


@require_POST
@reviewer_required
def schedule(request: DeskRequest, slug: str) -> HttpResponse:
    """Approve what was read, as `publish` does, for the time that is given."""
    shown = get_object_or_404(Verdict.objects.with_people(), slug=slug)
    typed, time, change = (
        TypedForm.of(request.POST),
        ScheduleForm(request.POST),
        PublishForm(request.POST, prefix=CHANGE),
    )
    if not time.is_valid():
        return refused_at(request, shown, typed, schedule_form=time)
    if shown.is_public and not change.is_valid():
        return refused_at(request, shown, typed, publish=change)
    told = change.cleaned_data if shown.is_public else {}
    at, seen, ticked = time.cleaned_data["publish_at"], request.POST.get("seen", ""), typed.ticked
    return attempt(
        request,
        shown,
        lambda: schedule_verdict.schedule(shown, reviewer=request.user, at=at, seen=seen, ticked=ticked, **told),
        _("Approved and scheduled. Readers see nothing of it before."),
        used=approval_fields(ticked),
    )


@require_POST
@reviewer_required
def unschedule(request: DeskRequest, slug: str) -> HttpResponse:
    shown = get_object_or_404(Verdict, slug=slug)
    done = _("It is in review again, and will not become public by itself.")
    return attempt(request, shown, lambda: schedule_verdict.unschedule(shown, reviewer=request.user), done)
