"""Words that are typed and not saved: keeping them while somebody types, and throwing them away when they say so."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from factcheck.desk.access import DeskRequest, editor_required
from factcheck.desk.verdicts.save_typed import keep_typed
from factcheck.verdicts.assignments import WORKS_ON_THE_DESK
from factcheck.verdicts.keep_unsaved import OtherWordsWait, forget_unsaved, unsaved_of
from factcheck.verdicts.models import Verdict


@require_POST
@login_not_required
def keep(request: DeskRequest, slug: str) -> HttpResponse:
    """Keep what is typed: 204, 401 with the way to sign in, or 409 while words of an earlier page wait.

    Asked by the clock, so it never sends anybody to the login page: what they are typing would be lost.
    """
    if not request.user.is_authenticated:
        return JsonResponse({"login": reverse("login")}, status=401)
    if not request.user.has_perm(WORKS_ON_THE_DESK):
        raise PermissionDenied
    shown = get_object_or_404(Verdict, slug=slug)
    try:
        keep_typed(request, shown)
    except OtherWordsWait as wait:
        return JsonResponse({"reason": str(wait)}, status=409)
    return HttpResponse(status=204)


@require_POST
@editor_required
def discard(request: DeskRequest, slug: str) -> HttpResponse:
    """Throw the person's unsaved words away; what stands typed on this page meanwhile takes their place."""
    shown = get_object_or_404(Verdict, slug=slug)
    if unsaved := unsaved_of(request.user, shown):
        forget_unsaved(shown, person=request.user, sitting=unsaved.sitting)
    keep_typed(request, shown)
    messages.success(request, _("Discarded."))
    return redirect(f"{reverse('desk:verdict', args=[slug])}?take")
