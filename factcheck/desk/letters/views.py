"""What readers wrote: the list, one letter, and what the desk makes of it."""

from __future__ import annotations

from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from factcheck.claims.models import Claim
from factcheck.claims.similar_claims import similar_claims
from factcheck.desk.access import DeskRequest, editor_required
from factcheck.desk.letters.forms import AnswerForm, DismissForm, LetterClaimForm
from factcheck.desk.undo import offering_undo
from factcheck.search.pages import ListPage, page_of
from factcheck.verdicts.letters import answer_letter
from factcheck.verdicts.letters.answer_letter import LetterClosed
from factcheck.verdicts.letters.forget_readers import forget_letter
from factcheck.verdicts.models import Letter, LetterWriter

LONGEST_CLAIM = Claim._meta.get_field("text").max_length or 200


@dataclass(frozen=True)
class LetterList:
    """A page of letters, those that are open unless the address asks for others."""

    page: ListPage[Letter]
    state: str
    kind: str
    states = Letter.State.choices
    kinds = Letter.Kind.choices


@dataclass(frozen=True)
class LetterPage:
    """One letter with the forms of all that can be done with it, one of which may hold what was refused."""

    letter: Letter
    answer: forms.Form
    dismiss: forms.Form
    claim: forms.Form
    writers: list[LetterWriter]
    similar: list[Claim]


@require_safe
@editor_required
def letters(request: DeskRequest) -> HttpResponse:
    """Open ones; `?state=` and `?kind=` ask for others, `?state=all` for those of every state."""
    state, kind = request.GET.get("state", ""), request.GET.get("kind", "")
    state = state if state == "all" or state in Letter.State.values else Letter.State.OPEN.value
    kind = kind if kind in Letter.Kind.values else ""
    found = Letter.objects.select_related("verdict__claim", "claim", "closed_by")
    found = found if state == "all" else found.filter(state=state)
    found = found.filter(kind=kind) if kind else found
    shown = LetterList(page_of(found, request, by=("id",), size=30), state, kind)
    return render(request, "desk/letters/list.html", {"list": shown})


@require_safe
@editor_required
def letter(request: DeskRequest, pk: int) -> HttpResponse:
    return _page(request, _of(pk))


@require_POST
@editor_required
def answer(request: DeskRequest, pk: int) -> HttpResponse:
    """Tell whoever wrote."""
    shown, form = _of(pk), AnswerForm(request.POST)
    if not form.is_valid():
        return _page(request, shown, answer=form)
    try:
        answer_letter.answer(shown, text=form.cleaned_data["answer"], editor=request.user)
    except LetterClosed as refusal:
        messages.error(request, str(refusal))
        return _page(request, _of(pk), answer=form)
    messages.success(request, _("Answered."))
    return redirect("desk:letters")


@require_POST
@editor_required
def dismiss(request: DeskRequest, pk: int) -> HttpResponse:
    """Put it aside; nobody is told."""
    shown, form = _of(pk), DismissForm(request.POST)
    if not form.is_valid():
        return _page(request, shown, dismiss=form)
    try:
        with offering_undo(request, _("Put aside.")):
            answer_letter.dismiss(shown, note=form.cleaned_data["note"], editor=request.user)
    except LetterClosed as refusal:
        messages.error(request, str(refusal))
        return redirect("desk:letter", pk=pk)
    return redirect("desk:letters")


@require_POST
@editor_required
def reopen(request: DeskRequest, pk: int) -> HttpResponse:
    answer_letter.reopen(_of(pk), editor=request.user)
    messages.success(request, _("It is open again."))
    return redirect("desk:letter", pk=pk)


@require_POST
@editor_required
def claim_of_letter(request: DeskRequest, pk: int) -> HttpResponse:
    """State the claim of it, and go there."""
    shown, form = _of(pk), LetterClaimForm(request.POST)
    if form.is_valid():
        try:
            with offering_undo(request, _("The letter is of this claim now.")):
                claim = answer_letter.claim_of(shown, text=form.cleaned_data["text"], editor=request.user)
        except ValidationError as refusal:
            form.add_error("text", refusal.messages)
        else:
            return redirect("desk:claim", slug=claim.slug)
    return _page(request, shown, claim=form)


@require_POST
@editor_required
def forget(request: DeskRequest, pk: int) -> HttpResponse:
    """Delete what it says and who wrote it, for good."""
    forget_letter(_of(pk), editor=request.user)
    messages.success(request, _("Its words are deleted, and so is the address of whoever wrote it."))
    return redirect("desk:letters")


def _of(pk: int) -> Letter:
    return get_object_or_404(Letter.objects.select_related("verdict__claim", "claim", "closed_by"), pk=pk)


def _page(request: DeskRequest, shown: Letter, **sent: forms.Form) -> HttpResponse:
    given: dict[str, forms.Form] = {
        "answer": AnswerForm(),
        "dismiss": DismissForm(),
        "claim": LetterClaimForm(initial={"text": Truncator(" ".join(shown.text.split())).chars(LONGEST_CLAIM)}),
        **sent,
    }
    asks = shown.kind == Letter.Kind.CLAIM and not shown.claim_id
    similar = similar_claims(shown.text[:LONGEST_CLAIM]) if asks else []
    page = LetterPage(letter=shown, writers=list(shown.writers.all()), similar=similar, **given)
    return render(request, "desk/letters/detail.html", {"page": page}, status=422 if sent else 200)
