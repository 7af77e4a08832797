"""Claims: the list, what stands for and against one, and its conflicts."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from factcheck.claims.join_claims import CannotJoin
from factcheck.claims.models import Claim
from factcheck.claims.show_claim import CannotShow, hide, show
from factcheck.claims.similar_claims import similar_claims
from factcheck.claims.take_position import state_claim
from factcheck.desk.access import DeskRequest, editor_required, reviewer_required
from factcheck.desk.claims.claim_list import claim_list
from factcheck.desk.claims.forms import ClaimForm, RewordForm
from factcheck.desk.claims.page import claim_page
from factcheck.desk.claims.position_filter import PositionFilter
from factcheck.desk.team.forms import ManyForm
from factcheck.desk.team.page import team_on
from factcheck.desk.undo import offering_undo
from factcheck.search.words import words_of
from factcheck.verdicts.draft_verdict import begin
from factcheck.verdicts.join_claims import join
from factcheck.verdicts.models import NotAllowed, verdicts_of_claims
from factcheck.verdicts.presence import greet
from factcheck.verdicts.reword_claim import reword


@require_http_methods(["GET", "HEAD", "POST"])
@editor_required
def claims(request: DeskRequest) -> HttpResponse:
    form = ClaimForm(request.POST or None)
    if form.is_valid():
        return redirect("desk:claim", slug=state_claim(form.cleaned_data["text"], editor=request.user).slug)
    words = words_of(request)
    context = {
        "list": claim_list(request, words.query, reader=request.user),
        "words": words,
        "form": form,
        "many": ManyForm(),
    }
    return render(request, "desk/claims/list.html", context, status=422 if form.errors or words.problem else 200)


@require_safe
@editor_required
def claim(request: DeskRequest, slug: str) -> HttpResponse:
    claims = Claim.objects.select_related("assignment__assignee")
    claims = claims.prefetch_related(verdicts_of_claims(request.user), "topics")
    shown = get_object_or_404(claims.at_address(slug))
    if shown.slug != slug:
        return redirect("desk:claim", slug=shown.slug, permanent=True)
    context = {
        "claim": shown,
        "page": claim_page(shown, PositionFilter.chosen_in(request.GET)),
        "team": team_on(shown, request),
        "others": greet(request.user, shown),
    }
    return render(request, "desk/claims/detail.html", context)


@require_safe
@editor_required
def similar(request: DeskRequest) -> HttpResponse:
    """The claims that say nearly what is being typed, so that none is stated twice."""
    found = similar_claims(request.GET.get("text", "") or request.GET.get("claim", ""))
    return render(request, "desk/claims/similar.html", {"similar": found})


@require_http_methods(["GET", "HEAD", "POST"])
@editor_required
def reword_claim(request: DeskRequest, slug: str) -> HttpResponse:
    """Say a claim in other words; its verdict, if it has one, is a draft again then."""
    shown = get_object_or_404(Claim.objects.prefetch_related("verdicts__current").at_address(slug))
    form = RewordForm(request.POST or None, initial={"text": shown.text})
    if form.is_valid():
        try:
            with offering_undo(request, _("Reworded.")):
                reworded = reword(shown, text=form.cleaned_data["text"], editor=request.user)
        except ValidationError as error:
            form.add_error("text", error.messages)
        except NotAllowed as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("desk:claim", slug=Claim.objects.get(pk=reworded.subject_id).slug)
    return render(
        request, "desk/claims/reword.html", {"claim": shown, "form": form}, status=422 if form.errors else 200
    )


@require_POST
@reviewer_required
def show_claim(request: DeskRequest, slug: str) -> HttpResponse:
    """Have readers see a contested claim before there is a verdict on it."""
    shown = get_object_or_404(Claim.objects.at_address(slug))
    try:
        with offering_undo(request, _("Readers see it now, with both sides.")):
            show(shown, editor=request.user)
    except CannotShow as refusal:
        messages.error(request, str(refusal))
    return redirect("desk:claim", slug=shown.slug)


@require_POST
@reviewer_required
def hide_claim(request: DeskRequest, slug: str) -> HttpResponse:
    """Have readers see a claim only once it has a verdict."""
    shown = get_object_or_404(Claim.objects.at_address(slug))
    with offering_undo(request, _("Readers no longer see it.")):
        hide(shown, editor=request.user)
    return redirect("desk:claim", slug=shown.slug)


@require_POST
@editor_required
def join_claim(request: DeskRequest, slug: str) -> HttpResponse:
    """Join a claim into another that says the same."""
    shown = get_object_or_404(Claim.objects.at_address(slug))
    into = Claim.objects.filter(text=" ".join(request.POST.get("into", "").split())).first()
    if not into:
        messages.error(request, _("No claim has these words. Pick one that the desk has."))
        return redirect("desk:claim", slug=slug)
    try:
        join(shown, into=into, editor=request.user)
    except CannotJoin as refusal:
        messages.error(request, str(refusal))
        return redirect("desk:claim", slug=slug)
    messages.success(request, _("Joined. The old address leads here."))
    return redirect("desk:claim", slug=into.slug)


@require_POST
@editor_required
def begin_verdict(request: DeskRequest, slug: str) -> HttpResponse:
    shown = get_object_or_404(Claim.objects.at_address(slug))
    return redirect("desk:verdict", slug=begin(shown, author=request.user).slug)
