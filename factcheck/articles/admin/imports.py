"""Bulk import in the administrators' pages: a file is uploaded, looked at row by row, then imported or discarded."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods

from factcheck.articles import formats
from factcheck.articles.formats.columns import DESCRIBED
from factcheck.articles.formats.incoming import Given, ImportRefused
from factcheck.articles.intake import uploads
from factcheck.articles.intake.batch_decisions import REFUSALS, decide
from factcheck.articles.intake.batch_page import BatchPage
from factcheck.articles.intake.refused_rows import refused_name
from factcheck.articles.models import ImportBatch
from factcheck.articles.registry import importable_models
from factcheck.ledger.admin import person_of

GUESS = ("", _("as its content tells"))
importer_required = permission_required("articles.add_importbatch", raise_exception=True)


class UploadForm(forms.Form):
    """A file, and what only the person who has it knows of it."""

    file = forms.FileField(label=_("File"))
    shape = forms.ChoiceField(label=_("Format"), choices=[GUESS, *formats.TOLD.items()], required=False)
    outlet = forms.CharField(label=_("Outlet"), max_length=200, required=False, help_text=_("Where a row names none."))
    language = forms.CharField(label=_("Language"), max_length=12, required=False, help_text=_("Such as en or es."))
    encoding = forms.CharField(
        label=_("Encoding"), max_length=40, required=False, help_text=_("Such as windows-1251, where it is not UTF-8.")
    )

    def given(self) -> Given:
        return Given(outlet=self.cleaned_data["outlet"], language=self.cleaned_data["language"])


@importer_required
@require_http_methods(["GET", "POST"])
def upload(request: HttpRequest) -> HttpResponse:
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        try:
            batch = uploads.receive(
                told["file"],
                shape=told["shape"],
                encoding=told["encoding"],
                given=form.given(),
                actor=person_of(request),
            )
        except ImportRefused as refusal:
            form.add_error("file", str(refusal))
        else:
            return redirect("admin:articles_importbatch_preview", batch.pk)
    context = _context(
        request,
        gettext("Import a file"),
        form=form,
        importable=importable_models(),
        columns=DESCRIBED,
        shapes=formats.TOLD,
    )
    return render(request, "admin/articles/importbatch/upload.html", context, status=422 if form.errors else 200)


@importer_required
@require_http_methods(["GET", "POST"])
def preview(request: HttpRequest, pk: int) -> HttpResponse:
    """The page of a batch, whatever became of it, and the decisions about it."""
    batch = get_object_or_404(ImportBatch.objects.select_related("created_by"), pk=pk)
    if request.method == "POST":
        return _decide(request, batch)
    context = _context(request, batch.name, batch=batch, page=BatchPage.of(batch))
    return render(request, "admin/articles/importbatch/preview.html", context)


@importer_required
@require_GET
def refused(_request: HttpRequest, pk: int) -> StreamingHttpResponse:
    """The refused rows of a batch as JSON Lines, to be mended and uploaded."""
    batch = get_object_or_404(ImportBatch, pk=pk)
    lines = (f"{line}\n" for line in batch.rows.refused().values_list("line", flat=True).iterator())
    response = StreamingHttpResponse(lines, content_type="application/x-ndjson; charset=utf-8")
    response.headers["Content-Disposition"] = _attachment(refused_name(batch))
    return response


def _decide(request: HttpRequest, batch: ImportBatch) -> HttpResponseRedirect:
    try:
        if told := decide(batch, request.POST.keys(), actor=person_of(request)):
            messages.success(request, told)
    except REFUSALS as refusal:
        messages.error(request, str(refusal))
    return redirect("admin:articles_importbatch_preview", batch.pk)


def _attachment(name: str) -> str:
    plain = "".join(
        letter if letter.isascii() and letter not in '"\\' and letter.isprintable() else "_" for letter in name
    )
    return f'attachment; filename="{plain}"'


def _context(request: HttpRequest, title: str, **rest: Any) -> dict[str, Any]:
    return {**admin.site.each_context(request), "opts": ImportBatch._meta, "title": title, **rest}
