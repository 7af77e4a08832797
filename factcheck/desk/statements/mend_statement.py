"""Mending what was marked: correcting a statement, withdrawing it, taking back what it says of a claim."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from factcheck.claims.correct_statement import StatementHeld, correct
from factcheck.claims.models import Position, Statement
from factcheck.claims.withdraw_statement import take_back, withdraw
from factcheck.desk.access import DeskRequest, back_of, editor_required
from factcheck.desk.forms import WithdrawalForm
from factcheck.desk.statements.mark_statement import name_typed_source
from factcheck.desk.statements.mend_forms import CorrectionForm
from factcheck.desk.statements.offers import offers_for
from factcheck.desk.undo import offering_undo
from factcheck.verdicts.consequences import consequences_of_change
from factcheck.verdicts.grounds import STATEMENT


@require_http_methods(["GET", "HEAD", "POST"])
@editor_required
def correct_statement(request: DeskRequest, pk: int) -> HttpResponse:
    """The words of a statement, who says them, how and when, to be set right by whoever sees what is wrong."""
    shown = get_object_or_404(Statement.objects.with_articles(), pk=pk)
    form = CorrectionForm(request.POST or None, statement=shown)
    if form.is_valid() and _correct_as_typed(form, shown, request):
        return redirect("desk:statement", pk=pk)
    context = {
        "statement": shown,
        "form": form,
        "offers": offers_for(),
        "consequences": consequences_of_change(shown, reader=request.user, changed=STATEMENT),
    }
    return render(request, "desk/statements/correct.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@editor_required
def withdraw_statement(request: DeskRequest, pk: int) -> HttpResponse:
    """Asks why a statement should go, says what goes with it, and removes it."""
    shown = get_object_or_404(Statement.objects.with_articles(), pk=pk)
    form = WithdrawalForm(request.POST or None, examples=_("“Marked by mistake”, “The paper quotes itself”"))
    if form.is_valid():
        try:
            with offering_undo(request, _("Withdrawn.")):
                withdraw(shown, reason=form.cleaned_data["reason"], editor=request.user)
        except StatementHeld as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect(shown.article)
    context = {
        "statement": shown,
        "form": form,
        "positions": shown.positions.select_related("claim"),
        "consequences": consequences_of_change(shown, reader=request.user),
    }
    return render(request, "desk/statements/withdraw.html", context, status=422 if form.errors else 200)


@require_POST
@editor_required
def take_back_position(request: DeskRequest, pk: int) -> HttpResponse:
    """Untie a statement from a claim."""
    position = get_object_or_404(Position.objects.select_related("claim"), pk=pk)
    try:
        with offering_undo(request, _("Its position on “%(claim)s” is taken back.") % {"claim": position.claim}):
            take_back(position, editor=request.user)
    except StatementHeld as refusal:
        messages.error(request, str(refusal))
    back = back_of(request)
    return redirect(back) if back else redirect("desk:statement", pk=position.statement_id)


def _correct_as_typed(form: CorrectionForm, shown: Statement, request: DeskRequest) -> bool:
    """Whether it is corrected; the reason why not stands in the form."""
    try:
        with offering_undo(request, _("Corrected.")), transaction.atomic():
            fields = form.corrected
            if "source" in fields:
                fields["source"] = name_typed_source(form, request)
            correct(shown, editor=request.user, **fields)
    except StatementHeld as refusal:
        form.add_error(None, str(refusal))
    except ValidationError as error:
        form.add_error(None, error.messages)
    return not form.errors
