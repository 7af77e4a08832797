"""Conflicts: the list of what is suggested or open, and one with both sides in their surroundings."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.html import format_html
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from factcheck.claims.models import Claim, Conflict
from factcheck.claims.settle_conflict import settle
from factcheck.desk.access import DeskRequest, back_of, editor_required
from factcheck.desk.conflicts.confrontation import confront
from factcheck.desk.conflicts.forms import ConflictForm
from factcheck.desk.conflicts.list_filter import ConflictFilter, filter_of
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
    state, asked = request.GET.get("state", Conflict.State.SUGGESTED), filter_of(request)
    every = Conflict.objects.filter(state=state)
    rows, by = every.filter(asked.fits), ("created_at", "id")
    if state == Conflict.State.SUGGESTED:
        rows, by = every.leading(asked.fits).with_likewise(), ("score", "id")
    rows = rows.with_statements().select_related("first__article__story", "second__article__story")
    page = page_of(rows, request, by=by, size=30)
    context = {"page": page, "state": state, "states": Conflict.State.choices, "asked": asked}
    context |= {"stories": asked.stories(every), "sources": asked.sources(every)}
    return render(request, "desk/conflicts/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@editor_required
def conflict(request: DeskRequest, pk: int) -> HttpResponse:
    """Both sides of one conflict; posting opens, explains or dismisses it. After a suggestion comes the next.

    What the list was narrowed to goes along in the address.
    """
    found = Conflict.objects.with_statements().select_related("first__article__story", "second__article__story")
    shown = get_object_or_404(found, pk=pk)
    asked = filter_of(request)
    following = _next_after(shown, asked)
    form = ConflictForm(request.POST or None, initial={"state": shown.state, "explanation": shown.explanation})
    if form.is_valid():
        stays = shown.state != Conflict.State.SUGGESTED or back_of(request)
        onward = None if stays else following
        then = f"{(onward or shown).get_absolute_url()}{asked.query}"
        try:
            with offering_undo(request, _done(shown, form.cleaned_data["state"], onward)):
                settle(shown, editor=request.user, **form.cleaned_data)
        except ValidationError as error:
            form.add_error("explanation", error.messages)
        else:
            return redirect(back_of(request) or then)
    context = {
        "conflict": shown,
        "confrontation": confront(shown),
        "claims": Claim.objects.filter(positions__statement=shown.first).filter(positions__statement=shown.second),
        "form": form,
        "next": following,
        "asked": asked,
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


def _next_after(conflict: Conflict, asked: ConflictFilter) -> Conflict | None:
    """The suggestion that stands behind a conflict in the order of the list; None behind the last."""
    is_behind = Q(score__lt=conflict.score) | Q(score=conflict.score, pk__lt=conflict.pk)
    suggested = Conflict.objects.suggested().leading(asked.fits)
    return suggested.filter(is_behind).with_statements().without_texts().first()


def _done(conflict: Conflict, state: str, onward: Conflict | None) -> str:
    """What was done to a conflict; which one that was, where the page that says so is of another."""
    done = str(DONE[Conflict.State(state)])
    if onward is None:
        return done
    return format_html(
        gettext('{} It was between <a href="{}">{} and {}</a>; this is the next suggestion.'),
        done,
        conflict.get_absolute_url(),
        conflict.first.speaker,
        conflict.second.speaker,
    )
