"""Articles: the list, and the reading page on which statements are marked."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import OuterRef, Subquery
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django.views.decorators.vary import vary_on_headers

from factcheck.articles.models import Article, Outlet, Page
from factcheck.articles.models.articles import ArticleQuerySet
from factcheck.claims.dismiss_suggestion import dismiss
from factcheck.claims.models import Statement
from factcheck.claims.strips import strip_of_version
from factcheck.compare import Span
from factcheck.desk.access import DeskRequest, editor_required
from factcheck.desk.articles.page import article_page
from factcheck.desk.kept_blocks import kept_blocks, place
from factcheck.desk.statements.forms import StatementForm
from factcheck.desk.statements.mark_statement import mark_as_typed
from factcheck.desk.statements.offers import Offers, known_as, newest_claims, newest_sources
from factcheck.desk.team.presence import presence_on
from factcheck.desk.undo import offering_undo
from factcheck.search.matches import matching
from factcheck.search.pages import page_of
from factcheck.search.words import words_of
from factcheck.typed_numbers import number_in

OFFERED = 200  # outlets to pick from
ASKED = ("spotted", "words", "claim")  # what the address of a reading page may say
WORKSPACE = "desk/articles/workspace.html"


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
    asked = {name: request.GET[name] for name in ASKED if name in request.GET}
    if request.method != "POST" and not request.htmx:
        return _kept_page(request, pk, asked)
    shown = get_object_or_404(_articles_read(), pk=pk)
    form = StatementForm(request.POST or None, article=shown)
    if form.is_valid() and (statement := mark_as_typed(form, request)):
        asked = {"claim": form.cleaned_data["claim"]}
        if not request.htmx:
            return redirect(_kept(statement, asked))
        form = StatementForm(article=shown)
    context = {
        **_workspace(shown, form, asked, newest_sources(), newest_claims()),
        "keeps_form": "accepted" in request.POST and not form.is_bound,
    }
    status = 422 if form.errors else 200
    if request.htmx:
        return render(request, WORKSPACE, context, status=status)
    context |= {"here": presence_on(request, shown), "title": shown.headline}
    context |= {"content": render_to_string("desk/articles/page.html", context, request)}
    return render(request, "desk/articles/detail.html", context, status=status)


@require_POST
@vary_on_headers("HX-Request")
@editor_required
def dismiss_suggestion(request: DeskRequest, pk: int) -> HttpResponse:
    """Never suggest these words of an article again."""
    shown = get_object_or_404(_articles_read(), pk=pk)
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
    context = _workspace(shown, StatementForm(article=shown), {}, newest_sources(), newest_claims())
    return render(request, WORKSPACE, {**context, "keeps_form": True})


def _kept(statement: Statement, asked: dict[str, str]) -> str:
    """The address of a statement's words, with the claim that the next one is likely to be marked for."""
    page, _, place = statement.get_absolute_url().partition("#")
    return f"{page}?{urlencode(asked)}#{place}" if asked["claim"] else statement.get_absolute_url()


def _articles_read() -> ArticleQuerySet:
    page_received = Page.objects.filter(article=OuterRef("pk")).values("pk")[:1]
    return Article.objects.with_outlets().with_comparison().annotate(page_key=Subquery(page_received))


def _kept_page(request: DeskRequest, key: int, asked: dict[str, str]) -> HttpResponse:
    """The page with an empty form, or with one that the address fills in."""

    def make() -> dict[str, Any]:
        shown, offered = get_object_or_404(_articles_read(), pk=key), (place("sources"), place("claims"))
        return {**_workspace(shown, StatementForm(article=shown), asked, *offered), "here": place("here")}

    live = {"here": presence_on(request, Article(pk=key)), "sources": newest_sources(), "claims": newest_claims()}
    templates = ["desk/articles/page.html#title", "desk/articles/page.html"]
    title, content = kept_blocks(templates, (key, *asked.items()), make, live, request=request)
    return render(request, "desk/articles/detail.html", {"title": title, "content": content})


def _workspace(
    shown: Article, form: StatementForm, asked: dict[str, str], sources: SafeString, claims: SafeString
) -> dict[str, Any]:
    """The text with its notes, the form, and what is suggested; `sources` and `claims` are options to pick from."""
    page = article_page(shown, {} if form.is_bound else asked)
    if page.claim:
        form.initial["claim"] = page.claim.text
    if page.chosen:
        form.choose(page.chosen.span, page.chosen.spotted)
    typed = form.initial.get("source", "")
    offers = Offers(sources, claims, typed, known_as(typed))
    return {"article": shown, "page": page, "form": form, "offers": offers, "strips": strip_of_version(shown)}
