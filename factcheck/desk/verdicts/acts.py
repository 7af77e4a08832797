"""The acts around review and after publication: taking a verdict out of review, and retracting what is public."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from factcheck.desk.access import DeskRequest, editor_required, reviewer_required
from factcheck.desk.verdicts.forms import RetractionForm
from factcheck.desk.verdicts.steps import attempt, refused
from factcheck.desk.verdicts.typed import RETRACTION
from factcheck.verdicts import retract_verdict
from factcheck.verdicts.models import RetractionProposal, Verdict
from factcheck.verdicts.recall_submission import recall as recall_submission


@require_POST
@editor_required
def recall(request: DeskRequest, slug: str) -> HttpResponse:
    """Withdraw a verdict from review: it is a draft again."""
    shown = get_object_or_404(Verdict, slug=slug)
    done = "Withdrawn from review. It is a draft again."
    return attempt(request, shown, lambda: recall_submission(shown, editor=request.user), done)


@require_POST
@editor_required
def propose_retraction(request: DeskRequest, slug: str) -> HttpResponse:
    shown = get_object_or_404(Verdict, slug=slug)
    return _with_note(
        request,
        shown,
        lambda note: retract_verdict.propose_retraction(shown, editor=request.user, note=note),
        "Proposed. Another reviewer decides; until then readers see the verdict as it is.",
    )


@require_POST
@reviewer_required
def retract(request: DeskRequest, slug: str) -> HttpResponse:
    """Retract alone, because it is urgent."""
    shown = get_object_or_404(Verdict, slug=slug)
    return _with_note(
        request,
        shown,
        lambda note: retract_verdict.retract_urgently(shown, reviewer=request.user, note=note),
        "Retracted. The page says that it was urgent.",
    )


@require_POST
@reviewer_required
def confirm_retraction(request: DeskRequest, slug: str, pk: int) -> HttpResponse:
    shown = get_object_or_404(Verdict, slug=slug)
    proposal = RetractionProposal(pk=pk, verdict=shown)
    return attempt(
        request, shown, lambda: retract_verdict.confirm_retraction(proposal, reviewer=request.user), "Retracted."
    )


@require_POST
@reviewer_required
def refuse_retraction(request: DeskRequest, slug: str, pk: int) -> HttpResponse:
    shown = get_object_or_404(Verdict, slug=slug)
    proposal = RetractionProposal(pk=pk, verdict=shown)
    return _with_note(
        request,
        shown,
        lambda note: retract_verdict.refuse_retraction(proposal, reviewer=request.user, note=note),
        "Refused. The verdict stands.",
    )


@require_POST
@editor_required
def drop_retraction(request: DeskRequest, slug: str, pk: int) -> HttpResponse:
    shown = get_object_or_404(Verdict, slug=slug)
    proposal = RetractionProposal(pk=pk, verdict=shown)
    return attempt(
        request,
        shown,
        lambda: retract_verdict.drop_retraction(proposal, editor=request.user),
        "Your proposal is taken back.",
    )


def _with_note(request: DeskRequest, shown: Verdict, act: Callable[[str], object], done: str) -> HttpResponse:
    form = RetractionForm(request.POST)
    if not form.is_valid():
        return refused(request, shown, "Say why in a sentence or two.")
    note = form.cleaned_data["retraction_note"]
    return attempt(request, shown, lambda: act(note), done, used=RETRACTION)
