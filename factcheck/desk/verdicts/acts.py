"""The acts around review and after publication: taking a verdict out of review."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from factcheck.desk.access import DeskRequest, editor_required
from factcheck.desk.verdicts.steps import attempt
from factcheck.verdicts.models import Verdict
from factcheck.verdicts.recall_submission import recall as recall_submission


@require_POST
@editor_required
def recall(request: DeskRequest, slug: str) -> HttpResponse:
    """Withdraw a verdict from review: it is a draft again."""
    shown = get_object_or_404(Verdict, slug=slug)
    done = "Withdrawn from review. It is a draft again."
    return attempt(request, shown, lambda: recall_submission(shown, editor=request.user), done)
