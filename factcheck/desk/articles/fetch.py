"""Articles that an editor brings in: by an address that the server fetches, or as a text that was copied."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe
from django.views.decorators.vary import vary_on_headers

from factcheck.articles.formats.incoming import ImportRefused
from factcheck.articles.intake.batches import import_article
from factcheck.articles.intake.fetched_pages import ask_for
from factcheck.articles.intake.report import in_a_sentence
from factcheck.articles.models import Outlet, Page
from factcheck.desk.access import DeskRequest, editor_required
from factcheck.desk.articles.forms import OFFERED, AddressForm, PasteForm

SHOWN = 10  # pages fetched last


@require_http_methods(["GET", "HEAD", "POST"])
@editor_required
def fetch(request: DeskRequest) -> HttpResponse:
    """The form for an address; posting has the server fetch it."""
    form = AddressForm(request.POST or None)
    if form.is_valid():
        return redirect(ask_for(form.cleaned_data["url"], editor=request.user))
    pages = Page.objects.without_bodies().select_related("fetched_by")[:SHOWN]
    context = {"form": form, "pages": pages}
    return render(request, "desk/fetch/form.html", context, status=422 if form.errors else 200)


@require_safe
@never_cache
@vary_on_headers("HX-Request")
@editor_required
def page(request: DeskRequest, pk: int) -> HttpResponse:
    """How far a page has come that was asked for, and what became of it."""
    pages = Page.objects.without_bodies().select_related("fetched_by", "article__outlet")
    template = "desk/fetch/detail.html" + ("#progress" if request.htmx else "")
    return render(request, template, {"page": get_object_or_404(pages, pk=pk)})


@require_safe
@editor_required
def received(_request: DeskRequest, pk: int) -> HttpResponse:
    """The page as it was received, to keep and not to show: its scripts must not run among the desk's pages."""
    kept = get_object_or_404(Page, pk=pk, body__isnull=False)
    response = HttpResponse(bytes(kept.body or b""), content_type="application/octet-stream")
    response["Content-Disposition"] = f'attachment; filename="page-{kept.pk}.html"'
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@editor_required
def new_article(request: DeskRequest) -> HttpResponse:
    """The form for a copied text; posting takes it in and shows the article with what was inferred."""
    form = PasteForm(request.POST or None, initial={"url": request.GET.get("url", "")})
    if form.is_valid():
        try:
            outcome = import_article(form.incoming(), actor=request.user)
        except ImportRefused as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, in_a_sentence(outcome))
            return redirect(outcome.article)
    context = {"form": form, "outlets": Outlet.objects.all()[:OFFERED]}
    return render(request, "desk/articles/form.html", context, status=422 if form.errors else 200)
