"""Conflicts: the list of what is suggested or open, and one with both sides in their surroundings."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from factcheck.claims.models import Claim, Conflict
from factcheck.claims.settle_conflict import settle
from factcheck.desk.access import DeskRequest, back_of, editor_required
from factcheck.desk.conflicts.confrontation import confront
from factcheck.desk.conflicts.forms import ConflictForm
from factcheck.desk.undo import offering_undo
from factcheck.search.pages import page_of

DONE = {
    Conflict.State.OPEN: _("The conflict is open."),
    Conflict.State.EXPLAINED: _("The conflict is explained."),
    Conflict.State.DISMISSED: _("The conflict is dismissed."),
}


DONE_ALIKE: dict[str, Callable[[int], str]] = {
    Conflict.State.OPEN: lambda count: (
        ngettext("%(count)s conflict is open.", "%(count)s conflicts are open.", count) % {"count": count}
    ),
    Conflict.State.DISMISSED: lambda count: (
        ngettext("%(count)s conflict is dismissed.", "%(count)s conflicts are dismissed.", count) % {"count": count}
    ),
}


@require_safe
@editor_required
def conflicts(request: DeskRequest) -> HttpResponse:
    state = request.GET.get("state", Conflict.State.SUGGESTED)
    rows, by = Conflict.objects.filter(state=state).with_statements(), ("created_at", "id")
    if state == Conflict.State.SUGGESTED:
        rows, by = rows.leading().with_likewise(), ("score", "id")
    page = page_of(rows, request, by=by, size=30)
    context = {"page": page, "state": state, "states": Conflict.State.choices}
    return render(request, "desk/conflicts/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@editor_required
def conflict(request: DeskRequest, pk: int) -> HttpResponse:
    """Both sides of one conflict; posting opens, explains or dismisses it."""
    found = Conflict.objects.with_statements().select_related("first__article__story", "second__article__story")
    shown = get_object_or_404(found, pk=pk)
    form = ConflictForm(request.POST or None, initial={"state": shown.state, "explanation": shown.explanation})
    if form.is_valid():
        try:
            with offering_undo(request, str(DONE[form.cleaned_data["state"]])):
                settled = settle(shown, editor=request.user, **form.cleaned_data)
        except ValidationError as error:
            form.add_error("explanation", error.messages)
        else:
            return redirect(back_of(request) or settled)
    context = {
        "conflict": shown,
        "confrontation": confront(shown),
        "claims": Claim.objects.filter(positions__statement=shown.first).filter(positions__statement=shown.second),
        "form": form,
        "next": Conflict.objects.suggested().exclude(pk=pk).with_statements().without_texts().first(),
    }
    return render(request, "desk/conflicts/detail.html", context, status=422 if form.errors else 200)


@require_POST
@editor_required
@transaction.atomic
def settle_likewise(request: DeskRequest, pk: int) -> HttpResponse:
    """Open or dismiss a suggestion and all else that its denying statement is suggested to deny."""
    suggested = Conflict.objects.alike(get_object_or_404(Conflict, pk=pk))
    done = DONE_ALIKE.get(request.POST.get("state", ""))
    if done is None:
        messages.error(request, _("Say that they clash, or that they do not."))
    else:
        with offering_undo(request, done(len(suggested))):
            for one in suggested:
                settle(one, editor=request.user, state=request.POST["state"])
    return redirect(back_of(request) or "desk:conflicts")
