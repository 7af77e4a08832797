"""Buttons that stand on a verdict's page and lead away from it: what is typed there is kept first, for coming back."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.contrib.auth.views import LogoutView
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from factcheck.desk.access import DeskRequest, editor_required
from factcheck.desk.undo import undo
from factcheck.desk.verdicts.save_typed import as_typed, give_back, keep_typed
from factcheck.desk.verdicts.typed import TypedForm
from factcheck.verdicts.keep_unsaved import OtherWordsWait
from factcheck.verdicts.models import Verdict


@require_POST
@editor_required
def undo_beside(request: DeskRequest, slug: str, acts: str) -> HttpResponse:
    """Undo what one did last; what is typed stands on the page again. It is not saved: that would be in the way."""

    def go() -> HttpResponse:
        undo(request, acts)
        return redirect(f"{reverse('desk:verdict', args=[slug])}?take")

    return _keeping(request, slug, go)


@require_POST
@editor_required
def sign_out_beside(request: DeskRequest, slug: str) -> HttpResponse:
    """Sign out; what is typed is offered again when the person comes back."""
    return _keeping(request, slug, lambda: LogoutView.as_view()(request))


def _keeping(request: DeskRequest, slug: str, go: Callable[[], HttpResponse]) -> HttpResponse:
    """Go once the typed words are kept; where older ones are in their place, stay and say so."""
    shown = get_object_or_404(Verdict.objects.with_people(), slug=slug)
    try:
        keep_typed(request, shown)
    except OtherWordsWait as wait:
        messages.error(request, _("%(wait)s Do that, or save what you type here, and press again.") % {"wait": wait})
        typed = TypedForm.of(request.POST)
        return give_back(request, shown, as_typed(shown, typed), typed, status=409)
    return go()
