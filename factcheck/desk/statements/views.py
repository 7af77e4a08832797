"""Statements: one with its positions, and marking one by choosing its sentence."""

from __future__ import annotations

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from factcheck.articles.models import Article
from factcheck.claims.models import Statement
from factcheck.desk.access import DeskRequest, editor_required
from factcheck.desk.statements.forms import PositionForm, SentenceForm
from factcheck.desk.statements.mark_statement import mark_as_typed, take_typed_position
from factcheck.desk.statements.offers import offers_for
from factcheck.desk.statements.page import statement_page
from factcheck.desk.undo import offering_undo


@require_http_methods(["GET", "HEAD", "POST"])
@editor_required
def statement(request: DeskRequest, pk: int) -> HttpResponse:
    """One statement: its sentence, its positions; posting takes a position on a claim."""
    shown = get_object_or_404(Statement.objects.with_articles(), pk=pk)
    form = PositionForm(request.POST or None)
    if form.is_valid():
        with offering_undo(request, _("Position saved.")), transaction.atomic():
            take_typed_position(shown, form.cleaned_data, request)
        return redirect("desk:statement", pk=pk)
    context = {"statement": shown, "page": statement_page(shown, reader=request.user)}
    context |= {"form": form, "offers": offers_for()}
    return render(request, "desk/statements/detail.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@editor_required
def sentences(request: DeskRequest, pk: int) -> HttpResponse:
    """Marking a statement by choosing its sentence, for when selecting is not possible."""
    shown = get_object_or_404(Article.objects.with_outlets(), pk=pk)
    form = SentenceForm(request.POST or None, article=shown)
    if form.is_valid() and (marked := mark_as_typed(form, request)):
        return redirect(marked)
    context = {"article": shown, "form": form, "offers": offers_for()}
    return render(request, "desk/statements/sentences.html", context, status=422 if form.errors else 200)
