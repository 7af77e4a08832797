"""Articles: the list, and the reading page on which statements are marked."""

from __future__ import annotations

from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import OuterRef, Subquery
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django.views.decorators.vary import vary_on_headers

from factcheck.articles.models import Article, Outlet, Page
from factcheck.claims.dismiss_suggestion import dismiss
from factcheck.claims.models import Statement
from factcheck.claims.strips import strip_of_version
from factcheck.compare import Span
from factcheck.desk.access import DeskRequest, editor_required
from factcheck.desk.articles.page import article_page
from factcheck.desk.statements.forms import StatementForm
from factcheck.desk.statements.mark_statement import mark_as_typed
from factcheck.desk.statements.offers import offers_for
from factcheck.desk.undo import offering_undo
from factcheck.search.matches import matching
from factcheck.search.pages import page_of
from factcheck.search.words import words_of
from factcheck.typed_numbers import number_in
from factcheck.verdicts.presence import greet

OFFERED = 200  # outlets to pick from


@require_safe
@editor_required
def articles(request: DeskRequest) -> HttpResponse:
    words, outlet = words_of(request), request.GET.get("outlet", "")
    found = matching(Article.objects.in_lists(), words.query)
    if (key := number_in(outlet)) is not None:
        found = found.filter(outlet=key)
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
    """The reading page; posting marks words of it as a statement.

    `?spotted=` or `?words=` fills the form with those words; `?claim=` with the claim that statements are marked for.
    """
    page_received = Page.objects.filter(article=OuterRef("pk")).values("pk")[:1]
    articles_read = Article.objects.with_outlets().with_comparison().annotate(page_key=Subquery(page_received))
    shown = get_object_or_404(articles_read, pk=pk)
    form, asked = StatementForm(request.POST or None, article=shown), request.GET.dict()
    if form.is_valid() and (statement := mark_as_typed(form, request)):
        asked = {"claim": form.cleaned_data["claim"]}
        if not request.htmx:
            return redirect(_kept(statement, asked))
        form = StatementForm(article=shown)
    return _reading_page(request, shown, form, asked, keeps_form="accepted" in request.POST)


@require_POST
@vary_on_headers("HX-Request")
@editor_required
def dismiss_suggestion(request: DeskRequest, pk: int) -> HttpResponse:
    """Never suggest these words of an article again."""
    shown = get_object_or_404(Article.objects.with_outlets(), pk=pk)
    start, end = (number_in(request.POST.get(name, "")) for name in ("start", "end"))
    try:
        if start is None or end is None:
            raise ValidationError(_("These are no words of the article."))
        with offering_undo(request, _("Dismissed. It is not suggested again.")):
            dismiss(shown, span=Span(start, end), editor=request.user)
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
    if not request.htmx:
        return redirect(shown)
    return _reading_page(request, shown, StatementForm(article=shown), {}, keeps_form=True)


def _kept(statement: Statement, asked: dict[str, str]) -> str:
    """The address of a statement's words, with the claim that the next one is likely to be marked for."""
    page, _, place = statement.get_absolute_url().partition("#")
    return f"{page}?{urlencode(asked)}#{place}" if asked["claim"] else statement.get_absolute_url()


def _reading_page(
    request: DeskRequest, shown: Article, form: StatementForm, asked: dict[str, str], *, keeps_form: bool
) -> HttpResponse:
    """The page, or for htmx its workspace; `keeps_form` leaves in the browser's form what is typed there."""
    page = article_page(shown, {} if form.is_bound else asked)
    if page.claim:
        form.initial["claim"] = page.claim.text
    if page.chosen:
        form.choose(page.chosen.span, page.chosen.spotted)
    context = {
        "article": shown,
        "page": page,
        "form": form,
        "offers": offers_for(form.initial.get("source", "")),
        "others": [] if request.htmx else greet(request.user, shown),
        "strips": [] if request.htmx else strip_of_version(shown),
        "keeps_form": keeps_form and not form.is_bound,
    }
    template = "desk/articles/detail.html" + ("#workspace" if request.htmx else "")
    return render(request, template, context, status=422 if form.errors else 200)
