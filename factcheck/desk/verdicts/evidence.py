"""What a verdict rests on: adding evidence, and taking it away."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from factcheck.claims.models import Statement
from factcheck.desk.access import DeskRequest, editor_required
from factcheck.desk.verdicts.forms import DocumentForm
from factcheck.desk.verdicts.steps import attempt, refused
from factcheck.verdicts import draft_verdict
from factcheck.verdicts.models import Evidence, Verdict


@require_POST
@editor_required
def evidence(request: DeskRequest, slug: str) -> HttpResponse:
    shown = get_object_or_404(Verdict, slug=slug)
    if request.POST.get("statement", "").isdecimal():
        found = get_object_or_404(Statement, pk=request.POST["statement"])
        new, form = Evidence(statement=found), None
    else:
        form = DocumentForm(request.POST, instance=Evidence(verdict=shown))
        if not form.is_valid():
            return refused(
                request, shown, *(f"{name}: {text}" for name, texts in form.errors.items() for text in texts)
            )
        new = form.instance
    return attempt(
        request, shown, lambda: draft_verdict.add_evidence(shown, new, editor=request.user), "Evidence added."
    )


@require_POST
@editor_required
def remove_evidence(request: DeskRequest, slug: str, pk: int) -> HttpResponse:
    shown = get_object_or_404(Evidence.objects.select_related("verdict"), pk=pk, verdict__slug=slug)
    return attempt(
        request, shown.verdict, lambda: draft_verdict.remove_evidence(shown, editor=request.user), "Evidence removed."
    )
