"""Sharing out the work: who has a claim until when, one or many at once, and who has a page open."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django.views.decorators.vary import vary_on_headers

from factcheck.articles.models import Article
from factcheck.claims.models import Claim
from factcheck.desk.access import DeskRequest, editor_required
from factcheck.desk.back import back_of
from factcheck.desk.team.forms import AssignmentForm, ManyForm
from factcheck.desk.team.page import assignment_of
from factcheck.desk.undo_offer import offering_undo
from factcheck.verdicts.assignments import WORKS_ON_THE_DESK, NotOfTheDesk, assign_all
from factcheck.verdicts.models import Verdict
from factcheck.verdicts.presence import greet

SHARED: dict[str, type[models.Model]] = {"article": Article, "claim": Claim, "verdict": Verdict}
STOP_ASKING = 286  # htmx takes it as the end of polling


@require_http_methods(["GET", "HEAD", "POST"])
@vary_on_headers("HX-Request")
@editor_required
def assignment(request: DeskRequest, slug: str) -> HttpResponse:
    """Who works on a claim until when: the panel of its page, or a page of its own without JavaScript."""
    claim = get_object_or_404(Claim.objects.select_related("assignment__assignee"), slug=slug)
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
    }
    template = "desk/teamwork/assignment.html" if request.htmx else "desk/teamwork/assign.html"
    return render(request, template, context, status=422 if form.errors else 200)


@require_POST
@editor_required
def assign_many(request: DeskRequest) -> HttpResponse:
    """Assign what is ticked in a list; what cannot be done is said on a page that keeps every choice."""
    form = ManyForm(request.POST)
    if form.is_valid() and _assign(form, form.cleaned_data["claims"], request):
        return redirect(back_of(request) or "desk:claims")
    ticked = Claim.objects.filter(pk__in=filter(str.isdecimal, request.POST.getlist("claims")))
    context = {"many": form, "claims": ticked, "back": back_of(request)}
    return render(request, "desk/teamwork/assign_many.html", context, status=422)


@require_POST
@login_not_required
def here(request: DeskRequest, kind: str, pk: int) -> HttpResponse:
    """Say that one has a page open and hear who else has: 204 if that is what the page shows already.

    Asked by the clock, so it never sends anybody to the login page: what they are typing there would be lost.
    """
    if not request.user.is_authenticated:
        return render(request, "desk/teamwork/signed_out.html", status=STOP_ASKING)
    if not request.user.has_perm(WORKS_ON_THE_DESK):
        raise PermissionDenied
    if kind not in SHARED or pk > models.BigIntegerField.MAX_BIGINT:
        raise Http404("Nobody is told who is on pages of this kind.")
    others = greet(request.user, SHARED[kind](pk=pk))
    if request.POST.get("shown") == ",".join(str(other.pk) for other in others):
        return HttpResponse(status=204)
    return render(request, "desk/teamwork/others.html", {"others": others})


@require_safe
@editor_required
def keys(request: DeskRequest) -> HttpResponse:
    """The keys of every page."""
    return render(request, "desk/keys/page.html")


def _assign(form: Any, claims: list[Claim], request: DeskRequest) -> bool:
    """Whether it was done; if not, the form says why."""
    task = form.task()
    try:
        with offering_undo(request, _told(len(claims)) if task else "Nothing was changed."):
            assign_all(claims, editor=request.user, **task)
    except NotOfTheDesk as refusal:
        form.add_error("assignee", str(refusal))
    except ValidationError as error:
        form.add_error(None, error.messages)
    return not form.errors


def _told(count: int) -> str:
    return "Assigned." if count == 1 else f"{count} claims assigned."
