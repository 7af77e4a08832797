"""Claims: the list, what stands for and against one, and its conflicts."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet, prefetch_related_objects
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from factcheck.claims.join_claims import CannotJoin
from factcheck.claims.models import Claim
from factcheck.claims.show_claim import CannotShow, hide, show
from factcheck.claims.similar_claims import similar_claims
from factcheck.claims.take_position import state_claim
from factcheck.desk.access import DeskRequest, editor_required, reviewer_required
from factcheck.desk.claims.claim_list import ClaimFilter, choices_of, claim_list
from factcheck.desk.claims.forms import ClaimForm, RewordForm
from factcheck.desk.claims.page import claim_page
from factcheck.desk.claims.position_filter import PositionFilter
from factcheck.desk.kept_blocks import kept_blocks, place
from factcheck.desk.team.assignments import form_for_many
from factcheck.desk.team.page import team_on
from factcheck.desk.team.presence import presence_on
from factcheck.desk.team.task_line import TaskLine
from factcheck.desk.undo import offering_undo
from factcheck.prepared_queries import prepared
from factcheck.search.words import Words, words_of
from factcheck.verdicts.draft_verdict import begin
from factcheck.verdicts.join_claims import join
from factcheck.verdicts.models import NotAllowed, verdicts_of_claims
from factcheck.verdicts.reword_claim import reword


@require_http_methods(["GET", "HEAD", "POST"])
@editor_required
def claims(request: DeskRequest) -> HttpResponse:
    form = ClaimForm(request.POST or None)
    if form.is_valid():
        return redirect("desk:claim", slug=state_claim(form.cleaned_data["text"], editor=request.user).slug)
    words, filters = words_of(request), ClaimFilter.chosen_in(request.GET)
    (narrowing,) = kept_blocks(
        ["desk/claims/filter.html"], (filters, words.typed), lambda: {**choices_of(filters), "words": words}
    )
    context = {"words": words, "state": _form_to_state(request, form), "filter": narrowing}
    context |= {"found": _found(request, filters, words)}
    return render(request, "desk/claims/list.html", context, status=422 if form.errors or words.problem else 200)


def _found(request: DeskRequest, filters: ClaimFilter, words: Words) -> SafeString:
    """The page of the list; by the day, since it tells what is overdue, and by the person where that decides."""

    def make() -> dict[str, Any]:
        found = claim_list(request, filters, words.query)
        pages = render_to_string("search/pages.html", {"page": found.page, "is_ranked": filters.order}, request)
        return {"list": found, "words": words, "pages": pages, "many": place("many")}

    person: Any = request.user
    reader = person.pk if filters.is_mine or person.owes_opinion else None
    about = (request.META.get("QUERY_STRING", ""), reader, timezone.localdate())
    (found,) = kept_blocks(["desk/claims/found.html"], about, make, {"many": form_for_many(request)})
    return found


def _form_to_state(request: DeskRequest, form: ClaimForm) -> SafeString:
    template = "desk/claims/state.html"
    if form.is_bound:
        return render_to_string(template, {"form": form}, request)
    (empty,) = kept_blocks([template], "", lambda: {"form": form}, request=request)
    return empty


@require_safe
@editor_required
def claim(request: DeskRequest, slug: str) -> HttpResponse:
    shown = next(iter(_at_address(slug=slug)), None)
    if shown is None:
        raise Http404
    if shown.slug != slug:
        return redirect("desk:claim", slug=shown.slug, permanent=True)
    person: Any = request.user
    may_review = person.has_perm("verdicts.review_verdict")
    reader = person.pk if person.owes_opinion else None
    row = tuple(getattr(shown, field.attname) for field in Claim._meta.concrete_fields)
    task = TaskLine.of(shown.assignment) if hasattr(shown, "assignment") else None
    (content,) = kept_blocks(
        ["desk/claims/claim.html"],
        (request.get_full_path(), may_review, reader, row, task),
        lambda: {**_page(request, shown), "may_review": may_review},
        {"here": presence_on(request, shown)},
        request=request,
    )
    return render(request, "desk/claims/detail.html", {"claim": shown, "content": content})


def _page(request: DeskRequest, shown: Claim) -> dict[str, Any]:
    """What the page shows, but for who else has it open; of the request, nothing but its address."""
    prefetch_related_objects([shown], verdicts_of_claims(request.user), "topics")
    return {
        "claim": shown,
        "page": claim_page(shown, PositionFilter.chosen_in(request.GET)),
        "team": team_on(shown, request),
        "here": place("here"),
        "request": {"get_full_path": request.get_full_path()},
    }


@prepared
def _at_address(slug: str) -> QuerySet[Claim]:
    return Claim.objects.select_related("assignment__assignee").at_address(slug)


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
