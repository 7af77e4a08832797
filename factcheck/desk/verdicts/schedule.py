"""Approving a verdict for later: the time at which it becomes public, and thinking better of it."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from factcheck.desk.access import DeskRequest, reviewer_required
from factcheck.desk.verdicts.forms import PublishForm, ScheduleForm
from factcheck.desk.verdicts.steps import attempt, refused
from factcheck.verdicts import schedule_verdict
from factcheck.verdicts.models import Verdict


@require_POST
@reviewer_required
def schedule(request: DeskRequest, slug: str) -> HttpResponse:
    """Approve what was read, as `publish` does, for the time that is given."""
    shown = get_object_or_404(Verdict, slug=slug)
    time = ScheduleForm(request.POST)
    if not time.is_valid():
        return refused(request, shown, "Choose the day and the time at which it becomes public.")
    told: dict[str, str] = {}
    if shown.is_public:
        change = PublishForm(request.POST)
        if not change.is_valid():
            return refused(request, shown, "Say what the new revision is, and what changed and why.")
        told = change.cleaned_data
    at, seen = time.cleaned_data["publish_at"], request.POST.get("seen", "")
    return attempt(
        request,
        shown,
        lambda: schedule_verdict.schedule(shown, reviewer=request.user, at=at, seen=seen, **told),
        "Approved and scheduled. Readers see nothing of it before.",
    )


@require_POST
@reviewer_required
def unschedule(request: DeskRequest, slug: str) -> HttpResponse:
    shown = get_object_or_404(Verdict, slug=slug)
    done = "It is in review again, and will not become public by itself."
    return attempt(request, shown, lambda: schedule_verdict.unschedule(shown, reviewer=request.user), done)
