"""Adding articles: files, a pasted text, addresses; what each would become, what was found, and taking it back."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe
from django.views.decorators.vary import vary_on_headers

from factcheck.articles.formats import TOLD
from factcheck.articles.formats.incoming import ImportRefused
from factcheck.articles.intake.additions import add
from factcheck.articles.intake.batch_decisions import REFUSALS, decide
from factcheck.articles.intake.fetched_pages import ask_for
from factcheck.articles.models import ImportBatch, Outlet, Page
from factcheck.desk.access import DeskRequest, editor_required
from factcheck.desk.articles.added_page import added_page, mine
from factcheck.desk.articles.forms import OFFERED, AddForm

SHOWN = 10  # of what was added or fetched last


@require_http_methods(["GET", "HEAD", "POST"])
@editor_required
def add_articles(request: DeskRequest) -> HttpResponse:
    """The one way in: files, a text, or addresses. Nothing is stored before the page that this leads to says so."""
    form = AddForm(request.POST or None, request.FILES or None, initial=_initial(request))
    if form.is_valid() and (target := _taken(form, request)):
        return target
    pages = Page.objects.without_bodies().filter(fetched_by=request.user)
    context = {
        "form": form,
        "outlets": Outlet.objects.all()[:OFFERED],
        "batches": mine(request.user)[:SHOWN],
        "pages": pages[:SHOWN],
        "formats": TOLD.values(),
    }
    return render(request, "desk/articles/add.html", context, status=422 if form.errors else 200)


@require_safe
@editor_required
def moved(request: DeskRequest) -> HttpResponse:
    """Where articles were pasted or fetched before there was one way in."""
    query = request.GET.urlencode()
    return redirect(f"{_address()}?{query}" if query else _address(), permanent=True)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@vary_on_headers("HX-Request")
@editor_required
def added(request: DeskRequest, pk: int) -> HttpResponse:
    """What was added at once, whatever became of it; posting stores it, discards it or takes it back."""
    batch = get_object_or_404(ImportBatch.objects.select_related("created_by"), pk=pk)
    if request.method == "POST":
        _must_be_theirs(batch, request)
        _decide(batch, request)
        return redirect("desk:added", pk=pk)
    template = "desk/articles/added.html" + ("#progress" if request.htmx else "")
    return render(request, template, {"batch": batch, "page": added_page(batch)})


def _address() -> str:
    return reverse("desk:add_articles")


def _initial(request: DeskRequest) -> dict[str, str]:
    return {"url": request.GET.get("url", "")}


def _taken(form: AddForm, request: DeskRequest) -> HttpResponse | None:
    """The page on which what was given goes on; none if it was refused, and the form says why."""
    try:
        batches = add(form.cleaned_data["files"], form.text, given=form.given(), actor=request.user)
    except ImportRefused as refusal:
        form.refuse(refusal)
        return None
    asked = [ask_for(address, editor=request.user) for address in form.addresses]
    if len(asked) + len(batches) > 1:
        return redirect("desk:add_articles")
    return redirect("desk:added", pk=batches[0].pk) if batches else redirect(asked[0])


def _must_be_theirs(batch: ImportBatch, request: DeskRequest) -> None:
    """What somebody added is theirs to decide, and an administrator's."""
    if batch.created_by_id != request.user.pk and not request.user.is_staff:
        raise PermissionDenied(_("Somebody else added it."))


def _decide(batch: ImportBatch, request: DeskRequest) -> None:
    try:
        decide(batch, request.POST.keys(), actor=request.user)
    except REFUSALS as refusal:
        messages.error(request, str(refusal))
