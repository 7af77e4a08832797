"""The steps of a verdict to the public: review and publication."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from factcheck.desk.access import DeskRequest, editor_required, reviewer_required
from factcheck.desk.undo import offering_undo
from factcheck.desk.verdicts.forms import NoteForm, PublishForm
from factcheck.desk.verdicts.save_typed import as_typed, give_back, go_on, save_typed
from factcheck.desk.verdicts.typed import CHANGE, SEND_BACK, TICK, TypedForm
from factcheck.verdicts import publish_verdict, review_verdict
from factcheck.verdicts.models import NotAllowed, Verdict

OF_CHANGE = (f"{CHANGE}-kind", f"{CHANGE}-note")


@require_POST
@editor_required
def submit(request: DeskRequest, slug: str) -> HttpResponse:
    """Bring it before a reviewer; of what is public already, with what its author proposes to call the change."""
    shown = get_object_or_404(Verdict.objects.with_people(), slug=slug)
    proposed = PublishForm(request.POST, prefix=CHANGE).propose() if shown.is_public else {}
    return attempt(
        request,
        shown,
        lambda: review_verdict.submit(shown, editor=request.user, **proposed),
        _("It is in review. Somebody else has to approve it."),
        used=OF_CHANGE,
    )


@require_POST
@reviewer_required
def send_back(request: DeskRequest, slug: str) -> HttpResponse:
    shown = get_object_or_404(Verdict.objects.with_people(), slug=slug)
    return with_note(
        request,
        shown,
        lambda note: review_verdict.send_back(shown, reviewer=request.user, note=note),
        _("Sent back."),
        step=SEND_BACK,
    )


@require_POST
@reviewer_required
def publish(request: DeskRequest, slug: str) -> HttpResponse:
    """Publish what the reviewer saw, with what they ticked and, of a later revision, what they say it is."""
    shown = get_object_or_404(Verdict.objects.with_people(), slug=slug)
    typed, form = TypedForm.of(request.POST), PublishForm(request.POST, prefix=CHANGE)
    if shown.is_public and not form.is_valid():
        return refused_at(request, shown, typed, publish=form)
    told = form.cleaned_data if shown.is_public else {}
    seen, ticked = request.POST.get("seen", ""), typed.ticked
    return attempt(
        request,
        shown,
        lambda: publish_verdict.publish(shown, reviewer=request.user, seen=seen, ticked=ticked, **told),
        _("Published. Readers see it now."),
        used=approval_fields(ticked),
    )


def approval_fields(ticked: Collection[str]) -> tuple[str, ...]:
    """The fields beside the text that approving takes: what the change is called, when it comes out, the ticks."""
    return (*OF_CHANGE, "publish_at", *(f"{TICK}{key}" for key in ticked))


def with_note(request: DeskRequest, shown: Verdict, act: Callable[[str], Any], done: str, *, step: str) -> HttpResponse:
    """A step that says why; without a word of why, the page with all that was typed."""
    form = NoteForm(request.POST, prefix=step)
    if not form.is_valid():
        return refused_at(request, shown, TypedForm.of(request.POST), **{step: form})
    note = form.cleaned_data["note"]
    return attempt(request, shown, lambda: act(note), done, used=(form.add_prefix("note"),))


def refused_at(request: DeskRequest, shown: Verdict, typed: TypedForm, **step: Any) -> HttpResponse:
    """The page with all that was typed and nothing done; the form of the step says what it lacks."""
    for form in step.values():
        reasons = [reason for reasons in form.errors.values() for reason in reasons]
        messages.error(request, " ".join([_("Nothing was done."), *reasons]))
    return give_back(request, shown, as_typed(shown, typed), typed, status=422, **step)


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
