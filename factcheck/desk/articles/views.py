"""Articles: the list, the reading page, and marking statements on it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.html import format_html
from django.views.decorators.http import require_http_methods, require_safe
from django.views.decorators.vary import vary_on_headers

from factcheck.articles.models import Article, Outlet
from factcheck.claims.carriage import sentence_around
from factcheck.claims.mark_statement import mark
from factcheck.claims.models import Claim, Conflict, Position, Source, Statement
from factcheck.claims.name_source import name_source
from factcheck.claims.spot_statements import spot_statements
from factcheck.claims.take_position import state_claim, take_position
from factcheck.compare import Span
from factcheck.desk.access import DeskRequest, editor_required
from factcheck.desk.articles.fates import fates_of
from factcheck.desk.articles.page import paragraphs_with_statements, with_conflicts
from factcheck.desk.forms import PositionForm, SentenceForm, StatementForm
from factcheck.desk.undo_offer import offering_undo
from factcheck.search.matches import matching
from factcheck.search.pages import page_of
from factcheck.search.words import words_of
from factcheck.verdicts.presence import greet

OFFERED = 200
READ_REPRINTS = 12  # of a story, to see what they left out


@require_safe
@editor_required
def articles(request: DeskRequest) -> HttpResponse:
    words, outlet = words_of(request), request.GET.get("outlet", "")
    found = matching(Article.objects.in_lists(), words.query)
    if outlet.isdecimal():
        found = found.filter(outlet=int(outlet))
    context = {
        "page": page_of(found, request, by=("listed_on", "id")),
        "words": words,
        "outlet": outlet,
        "outlets": Outlet.objects.all()[:OFFERED],
    }
    return render(request, "desk/articles/list.html", context, status=422 if words.problem else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@vary_on_headers("HX-Request")
@editor_required
def article(request: DeskRequest, pk: int) -> HttpResponse:
    """The reading page; `?spotted=` fills the form with a suggestion, posting marks words as a statement."""
    shown = get_object_or_404(Article.objects.with_outlets(), pk=pk)
    form = StatementForm(request.POST or None, article=shown)
    if form.is_valid() and (statement := _mark(form, request)) and not request.htmx:
        return redirect(statement)
    if form.is_bound and not form.errors:
        form = StatementForm(article=shown)
    template = "desk/articles/detail.html" + ("#workspace" if request.htmx else "")
    others = [] if request.htmx else greet(request.user, shown)
    context = {**_reading(shown, form, request.GET.get("spotted", "")), "others": others}
    return render(request, template, context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@editor_required
def sentences(request: DeskRequest, pk: int) -> HttpResponse:
    """Marking a statement by choosing its sentence, for when selecting is not possible."""
    shown = get_object_or_404(Article.objects.with_outlets(), pk=pk)
    form = SentenceForm(request.POST or None, article=shown)
    if form.is_valid() and (statement := _mark(form, request)):
        return redirect(statement)
    context = {"article": shown, "form": form, **_offers()}
    return render(request, "desk/articles/sentences.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@editor_required
def statement(request: DeskRequest, pk: int) -> HttpResponse:
    """One statement: its sentence, its positions; posting takes a position on a claim."""
    shown = get_object_or_404(Statement.objects.with_articles(), pk=pk)
    form = PositionForm(request.POST or None)
    if form.is_valid():
        with offering_undo(request, "Position saved."), transaction.atomic():
            _take_position(shown, form.cleaned_data, request)
        return redirect("desk:statement", pk=pk)
    around = sentence_around(shown.article.text, Span(shown.start, shown.end))
    context = {
        "statement": shown,
        "before": shown.article.text[around.start : shown.start],
        "after": shown.article.text[shown.end : around.end],
        "positions": shown.positions.select_related("claim"),
        "fates": fates_of(shown),
        "conflicts": Conflict.objects.standing().involving([shown]).with_statements(),
        "form": form,
        **_offers(),
    }
    return render(request, "desk/statements/detail.html", context, status=422 if form.errors else 200)


def _mark(form: StatementForm, request: DeskRequest) -> Statement | None:
    """The new statement; None, with the reason in the form, if a rule forbids it."""
    try:
        with offering_undo(request, "Marked as a statement."), transaction.atomic():
            marked = _mark_as_said(form, request)
    except ValidationError as error:
        form.add_error(None, error.messages)
        return None
    _point_at_conflict(marked, request)
    return marked


def _mark_as_said(form: StatementForm, request: DeskRequest) -> Statement:
    data = form.cleaned_data
    source = data["source"] and name_source(
        data["source"],
        kind=data["kind"],
        people=data["people"],
        role=data["role"],
        is_on_record=data["is_on_record"],
        story=form.article.story,
        editor=request.user,
    )
    marked = mark(
        form.article,
        span=data["span"],
        manner=data["manner"],
        source=source or None,
        role=data["role"],
        said_on=data["said_on"],
        editor=request.user,
    )
    if data["claim"]:
        _take_position(marked, data, request)
    return marked


def _point_at_conflict(marked: Statement, request: DeskRequest) -> None:
    """Lead from the message that a statement is marked to what it most likely clashes with."""
    if likeliest := Conflict.objects.suggested().involving([marked]).with_statements().first():
        other = likeliest.second if likeliest.first_id == marked.pk else likeliest.first
        told = format_html(
            'It may clash with what {} says. <a href="{}">See both side by side</a>',
            other.speaker,
            likeliest.get_absolute_url(),
        )
        messages.info(request, told)


def _take_position(marked: Statement, data: dict[str, Any], request: DeskRequest) -> None:
    claim = state_claim(data["claim"], editor=request.user)
    take_position(marked, claim=claim, stance=data["stance"] or Position.Stance.MENTIONS, editor=request.user)


def _reading(shown: Article, form: StatementForm, wanted: str) -> dict[str, Any]:
    """What the reading page shows; `wanted` is where the suggestion begins that the form is to be filled with."""
    statements = list(shown.statements.select_related("source").prefetch_related("positions__claim").order_by("start"))
    reprints = (
        shown.story.articles.reprints().values_list("text", flat=True)[:READ_REPRINTS] if shown.is_original else ()
    )
    spotted = spot_statements(shown.text, language=shown.language, marked=statements, versions=reprints)
    taken = next((one for one in spotted if str(one.span.start) == wanted and not form.is_bound), None)
    if taken:
        form.take(taken)
    conflicts = Conflict.objects.standing().involving(statements).with_statements().without_texts()
    return {
        "article": shown,
        "paragraphs": paragraphs_with_statements(shown.text, statements, spotted),
        "marked": with_conflicts(statements, conflicts.order_by("-score", "-id")),
        "spotted": spotted,
        "form": form,
        "typed": taken and taken.source.name,
        "known": taken and Source.objects.named().known_as(taken.source.name).first(),
        **_offers(),
    }


def _offers() -> dict[str, Any]:
    """Known names and claims to pick from while typing."""
    return {
        "known_sources": Source.objects.named().order_by("-id")[:OFFERED],
        "known_claims": Claim.objects.order_by("-id")[:OFFERED],
    }
