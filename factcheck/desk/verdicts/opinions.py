"""Second opinions: asking for one, giving it without seeing the verdict, and answering one that differs."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from factcheck.claims.balance import Balance, weigh
from factcheck.desk.access import DeskRequest, back_of, editor_required
from factcheck.desk.verdicts.forms import AskForm, OpinionForm, SettlementForm
from factcheck.desk.verdicts.steps import attempt, refused
from factcheck.desk.verdicts.typed import SETTLEMENT
from factcheck.verdicts import second_opinion
from factcheck.verdicts.models import Evidence, NotAllowed, Rating, SecondOpinion, Verdict


@dataclass(frozen=True)
class OpinionPage:
    """What somebody sees who rates a claim blind: what is said of it and what there is to go by."""

    opinion: SecondOpinion
    balance: Balance
    evidence: list[Evidence]
    ratings: list[Rating]
    form: OpinionForm


@require_http_methods(["GET", "HEAD", "POST"])
@editor_required
def opinion(request: DeskRequest, pk: int) -> HttpResponse:
    """The claim and its evidence for who is asked; posting gives their rating. Everybody else is led to the verdict."""
    asked = get_object_or_404(SecondOpinion.objects.select_related("verdict__claim", "asked_by"), pk=pk)
    if asked.is_answered or asked.asked_of_id != request.user.pk:
        return redirect("desk:verdict", slug=asked.verdict.slug)
    form = OpinionForm(request.POST or None)
    if form.is_valid() and _give(request, asked, form):
        messages.success(request, _("Thank you. Your rating stands beside the verdict, which you see now."))
        return redirect("desk:verdict", slug=asked.verdict.slug)
    evidence = asked.verdict.evidence.select_related("statement__source", "statement__article__outlet")
    page = OpinionPage(asked, weigh(asked.verdict.claim), list(evidence), list(Rating.objects.all()), form)
    return render(request, "desk/verdicts/opinion.html", {"page": page}, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@editor_required
def ask_opinion(request: DeskRequest, slug: str) -> HttpResponse:
    """Whom to ask, on a page of its own."""
    shown = get_object_or_404(Verdict.objects.select_related("claim"), slug=slug)
    form = AskForm(request.POST or None, people=second_opinion.who_can_be_asked(shown, by=request.user))
    if form.is_valid():
        try:
            second_opinion.ask_opinion(shown, editor=request.user, of=form.cleaned_data["opinion_of"])
        except NotAllowed as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Asked. They do not see the verdict before they have rated the claim."))
            return redirect("desk:verdict", slug=slug)
    context = {"verdict": shown, "form": form}
    return render(request, "desk/verdicts/ask.html", context, status=422 if form.errors else 200)


@require_POST
@editor_required
def settle_opinion(request: DeskRequest, slug: str, pk: int) -> HttpResponse:
    shown = get_object_or_404(Verdict, slug=slug)
    form = SettlementForm(request.POST)
    if not form.is_valid():
        return refused(request, shown, _("Say in a sentence why the verdict keeps its rating."))
    opinion, sentence = SecondOpinion(pk=pk, verdict=shown), form.cleaned_data["settlement"]
    return attempt(
        request,
        shown,
        lambda: second_opinion.settle_opinion(opinion, editor=request.user, sentence=sentence),
        _("Settled."),
        used=SETTLEMENT,
    )


@require_POST
@editor_required
def drop_opinion(request: DeskRequest, pk: int) -> HttpResponse:
    """Take a question back, or decline it."""
    asked = get_object_or_404(SecondOpinion.objects.select_related("verdict"), pk=pk)
    try:
        second_opinion.drop_opinion(asked, editor=request.user)
    except NotAllowed as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("The question is taken back."))
    return redirect(back_of(request) or reverse("desk:verdict", args=[asked.verdict.slug]))


def _give(request: DeskRequest, asked: SecondOpinion, form: OpinionForm) -> bool:
    """Whether it was taken; if not, the form says why."""
    try:
        second_opinion.give_opinion(asked, rater=request.user, **form.cleaned_data)
    except NotAllowed as refusal:
        form.add_error(None, str(refusal))
    except ValidationError as error:
        form.add_error(None, error.messages)
    return not form.errors
