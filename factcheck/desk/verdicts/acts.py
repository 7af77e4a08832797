"""The acts around review and after publication: taking a verdict out of review, and retracting what is public."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from factcheck.desk.access import DeskRequest, editor_required, reviewer_required
from factcheck.desk.undo import offering_undo
from factcheck.desk.verdicts.steps import attempt, with_note
from factcheck.desk.verdicts.typed import RETRACT
from factcheck.verdicts import draft_verdict, retract_verdict
from factcheck.verdicts.models import NotAllowed, RetractionProposal, Verdict
from factcheck.verdicts.recall_submission import recall as recall_submission


@require_POST
@editor_required
def recall(request: DeskRequest, slug: str) -> HttpResponse:
    """Withdraw a verdict from review: it is a draft again."""
    shown = _of(slug)
    done = _("Withdrawn from review. It is a draft again.")
    return attempt(request, shown, lambda: recall_submission(shown, editor=request.user), done)


@require_POST
@editor_required
def begin_correction(request: DeskRequest, slug: str) -> HttpResponse:
    """Make a draft of what is published, and go to it."""
    shown = _of(slug)
    try:
        with offering_undo(
            request, _("It is a draft now. Readers go on seeing what is published until it is reviewed.")
        ):
            draft_verdict.begin_correction(shown, editor=request.user)
    except NotAllowed as refusal:
        messages.error(request, str(refusal))
    return redirect("desk:verdict", slug=slug)


@require_POST
@editor_required
def propose_retraction(request: DeskRequest, slug: str) -> HttpResponse:
    shown = _of(slug)
    return with_note(
        request,
        shown,
        lambda note: retract_verdict.propose_retraction(shown, editor=request.user, note=note),
        _("Proposed. Another reviewer decides; until then readers see the verdict as it is."),
        step=RETRACT,
    )


@require_POST
@reviewer_required
def retract(request: DeskRequest, slug: str) -> HttpResponse:
    """Retract alone, because it is urgent."""
    shown = _of(slug)
    return with_note(
        request,
        shown,
        lambda note: retract_verdict.retract_urgently(shown, reviewer=request.user, note=note),
        _("Retracted. The page says that it was urgent."),
        step=RETRACT,
    )


@require_POST
@reviewer_required
def confirm_retraction(request: DeskRequest, slug: str, pk: int) -> HttpResponse:
    shown = _of(slug)
    proposal = RetractionProposal(pk=pk, verdict=shown)
    return attempt(
        request, shown, lambda: retract_verdict.confirm_retraction(proposal, reviewer=request.user), _("Retracted.")
    )


@require_POST
@reviewer_required
def refuse_retraction(request: DeskRequest, slug: str, pk: int) -> HttpResponse:
    shown = _of(slug)
    proposal = RetractionProposal(pk=pk, verdict=shown)
    return with_note(
        request,
        shown,
        lambda note: retract_verdict.refuse_retraction(proposal, reviewer=request.user, note=note),
        _("Refused. The verdict stands."),
        step=RETRACT,
    )


@require_POST
@editor_required
def drop_retraction(request: DeskRequest, slug: str, pk: int) -> HttpResponse:
    shown = _of(slug)
    proposal = RetractionProposal(pk=pk, verdict=shown)
    return attempt(
        request,
        shown,
        lambda: retract_verdict.drop_retraction(proposal, editor=request.user),
        _("Your proposal is taken back."),
    )


def _of(slug: str) -> Verdict:
    return get_object_or_404(Verdict.objects.with_people(), slug=slug)
