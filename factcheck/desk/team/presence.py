"""Who has a page open."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.views.decorators.http import require_POST

from factcheck.articles.models import Article
from factcheck.claims.models import Claim
from factcheck.desk.access import DeskRequest
from factcheck.verdicts.assignments import WORKS_ON_THE_DESK
from factcheck.verdicts.models import Verdict
from factcheck.verdicts.presence import greet

SHARED: dict[str, type[models.Model]] = {"article": Article, "claim": Claim, "verdict": Verdict}
STOP_ASKING = 286  # htmx takes it as the end of polling


def presence_on(request: DeskRequest, page: models.Model) -> SafeString:
    """Note that the person has a page open, and tell who else has."""
    context = {"kind": page._meta.model_name, "subject": page, "others": greet(request.user, page)}
    return render_to_string("desk/team/here.html", context, request)


@require_POST
@login_not_required
def here(request: DeskRequest, kind: str, pk: int) -> HttpResponse:
    """Say that one has a page open and hear who else has: 204 if that is what the page shows already.

    Asked by the clock, so it never sends anybody to the login page: what they are typing there would be lost.
    """
    if not request.user.is_authenticated:
        return render(request, "desk/team/signed_out.html", status=STOP_ASKING)
    if not request.user.has_perm(WORKS_ON_THE_DESK):
        raise PermissionDenied
    if kind not in SHARED or pk > models.BigIntegerField.MAX_BIGINT:
        raise Http404("Nobody is told who is on pages of this kind.")
    others = greet(request.user, SHARED[kind](pk=pk))
    if request.POST.get("shown") == ",".join(str(other.pk) for other in others):
        return HttpResponse(status=204)
    return render(request, "desk/team/others.html", {"others": others})
