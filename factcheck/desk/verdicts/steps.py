"""The steps of a verdict to the public: review and publication."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from factcheck.desk.access import DeskRequest, editor_required, reviewer_required
from factcheck.desk.undo import offering_undo
from factcheck.desk.verdicts.forms import NoteForm, PublishForm
from factcheck.desk.verdicts.save_typed import go_on, save_typed
from factcheck.verdicts import publish_verdict, review_verdict
from factcheck.verdicts.models import NotAllowed, Verdict


@require_POST
@editor_required
def submit(request: DeskRequest, slug: str) -> HttpResponse:
    shown = get_object_or_404(Verdict, slug=slug)
    done = "It is in review. Somebody else has to approve it."
    return attempt(request, shown, lambda: review_verdict.submit(shown, editor=request.user), done)


@require_POST
@reviewer_required
def send_back(request: DeskRequest, slug: str) -> HttpResponse:
    shown = get_object_or_404(Verdict, slug=slug)
    form = NoteForm(request.POST)
    if not form.is_valid():
        return refused(request, shown, "Say in a sentence what is to be done before it can be published.")
    note = form.cleaned_data["note"]
    return attempt(
        request, shown, lambda: review_verdict.send_back(shown, reviewer=request.user, note=note), "Sent back."
    )


@require_POST
@reviewer_required
def publish(request: DeskRequest, slug: str) -> HttpResponse:
    shown = get_object_or_404(Verdict, slug=slug)
    told: dict[str, str] = {}
    if shown.is_public:
        form = PublishForm(request.POST)
        if not form.is_valid():
            return refused(request, shown, "Say what the new revision is, and what changed and why.")
        told = form.cleaned_data
    return attempt(
        request,
        shown,
        lambda: publish_verdict.publish(shown, reviewer=request.user, seen=request.POST.get("seen", ""), **told),
        "Published. Readers see it now.",
    )


def attempt(
    request: DeskRequest, shown: Verdict, act: Callable[[], Any], done: str, *, used: tuple[str, ...] = ()
) -> HttpResponse:
    """Save what stands typed, call a verb, say what came of it, and go back to the verdict.

    `used` are the fields beside the text that the verb takes; they are empty afterwards, unless it is refused.
    """
    if failed := save_typed(request, shown):
        return failed
    try:
        with offering_undo(request, done):
            act()
    except NotAllowed as refusal:
        return refused(request, shown, str(refusal))
    except ValidationError as error:
        return refused(request, shown, *error.messages)
    return go_on(request, shown, used=used)


def refused(request: DeskRequest, shown: Verdict, *reasons: str) -> HttpResponse:
    messages.error(request, " ".join(reasons))
    return go_on(request, shown)
