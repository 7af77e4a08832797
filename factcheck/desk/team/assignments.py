"""Sharing out the work: who has a claim until when, one or many at once."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST
from django.views.decorators.vary import vary_on_headers

from factcheck.claims.models import Claim
from factcheck.desk.access import DeskRequest, back_of, editor_required, written_beside
from factcheck.desk.kept_blocks import kept_blocks, place
from factcheck.desk.team.forms import AssignmentForm, ManyForm
from factcheck.desk.team.page import assignment_of
from factcheck.desk.undo import offering_undo
from factcheck.typed_numbers import numbers_in
from factcheck.verdicts.assignments import NotOfTheDesk, assign_all


@require_http_methods(["GET", "HEAD", "POST"])
@vary_on_headers("HX-Request")
@editor_required
def assignment(request: DeskRequest, slug: str) -> HttpResponse:
    """Who works on a claim until when: the panel of its page, or a page of its own without JavaScript."""
    claim = get_object_or_404(Claim.objects.select_related("assignment__assignee").at_address(slug))
    form = AssignmentForm(request.POST or None, assignment=assignment_of(claim, request))
    is_done = form.is_valid() and _assign(form, [claim], request)
    if is_done and not request.htmx:
        return redirect(back_of(request) or reverse("desk:claim", args=[slug]))
    if is_done:
        claim = Claim.objects.select_related("assignment__assignee").get(pk=claim.pk)
    context = {
        "claim": claim,
        "assignment": assignment_of(claim, request),
        "form": None if is_done or "closed" in request.GET else form,
        "back": back_of(request) or reverse("desk:claim", args=[slug]),
        "beside": written_beside(request),
    }
    template = "desk/team/assignment.html" if request.htmx else "desk/team/assignment_page.html"
    return render(request, template, context, status=422 if form.errors else 200)


def form_for_many(request: DeskRequest) -> SafeString:
    """The form below a list to change the claims ticked there, not yet filled in."""
    (empty,) = kept_blocks(
        ["desk/team/assign_many.html"],
        "",
        lambda: {"many": ManyForm(), "back": place("back")},
        {"back": escape(request.get_full_path())},
        request=request,
    )
    return empty


@require_POST
@editor_required
def assign_many(request: DeskRequest) -> HttpResponse:
    """Assign what is ticked in a list; what cannot be done is said on a page that keeps every choice."""
    form = ManyForm(request.POST)
    if form.is_valid() and _assign(form, form.cleaned_data["claims"], request):
        return redirect(back_of(request) or "desk:claims")
    ticked = Claim.objects.filter(pk__in=numbers_in(request.POST.getlist("claims")))
    context = {"many": form, "claims": ticked, "back": back_of(request)}
    return render(request, "desk/team/assign_many_page.html", context, status=422)


def _assign(form: Any, claims: list[Claim], request: DeskRequest) -> bool:
    """Whether it was done; if not, the form says why."""
    task = form.task()
    try:
        with offering_undo(request, _told(len(claims)) if task else _("Nothing was changed.")):
            assign_all(claims, editor=request.user, **task)
    except NotOfTheDesk as refusal:
        form.add_error("assignee", str(refusal))
    except ValidationError as error:
        form.add_error(None, error.messages)
    return not form.errors


def _told(count: int) -> str:
    return ngettext("Assigned.", "%(count)d claims assigned.", count) % {"count": count}
