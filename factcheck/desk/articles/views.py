"""Articles: the list, and the reading page on which statements are marked."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe
from django.views.decorators.vary import vary_on_headers

from factcheck.articles.models import Article, Outlet
from factcheck.claims.strips import strip_of_version
from factcheck.desk.access import DeskRequest, editor_required
from factcheck.desk.articles.page import article_page
from factcheck.desk.statements.forms import StatementForm
from factcheck.desk.statements.mark_statement import mark_as_typed
from factcheck.desk.statements.offers import offers_for
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
    """The reading page; `?spotted=` or `?words=` fills the form with those words, posting marks them as a statement."""
    shown = get_object_or_404(Article.objects.with_outlets().with_comparison(), pk=pk)
    form = StatementForm(request.POST or None, article=shown)
    if form.is_valid() and (statement := mark_as_typed(form, request)) and not request.htmx:
        return redirect(statement)
    if form.is_bound and not form.errors:
        form = StatementForm(article=shown)
    page = article_page(shown, {} if form.is_bound else request.GET.dict())
    if page.chosen:
        form.choose(page.chosen.span, page.chosen.spotted)
    context = {
        "article": shown,
        "page": page,
        "form": form,
        "offers": offers_for(form.initial.get("source", "")),
        "others": [] if request.htmx else greet(request.user, shown),
        "strips": [] if request.htmx else strip_of_version(shown),
    }
    template = "desk/articles/detail.html" + ("#workspace" if request.htmx else "")
    return render(request, template, context, status=422 if form.errors else 200)
