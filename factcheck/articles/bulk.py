"""Bulk import in the administrators' pages: a fixture is uploaded, looked at row by row, then done or discarded."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.decorators import permission_required
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from factcheck.articles import loading
from factcheck.articles.fixtures import IMPORTABLE, MOST_BYTES, MOST_ROWS, rows_of
from factcheck.articles.incoming import ImportRefused
from factcheck.articles.loading import CannotCarryOut, Fate, RowOutcome
from factcheck.articles.models import ImportBatch
from factcheck.ledger.admin import person_of

ROWS_SHOWN = 500
importer_required = permission_required("articles.add_importbatch", raise_exception=True)


class UploadForm(forms.Form):
    """A fixture file; one that is no fixture is refused with a sentence, before anything of it is kept."""

    file = forms.FileField(
        label="Fixture file", help_text=f"JSON or JSON Lines, at most {MOST_ROWS:,} rows and {MOST_BYTES // 10**6} MB."
    )

    def clean_file(self) -> UploadedFile[bytes]:
        file: UploadedFile[bytes] = self.cleaned_data["file"]
        if (file.size or 0) > MOST_BYTES:
            raise forms.ValidationError(f"{file.name}: It holds more than {MOST_BYTES / 1e6:.0f} MB. Split it.")
        try:
            rows_of(file.read())
        except ImportRefused as refusal:
            raise forms.ValidationError(str(refusal.within(file.name or ""))) from None
        file.seek(0)
        return file


@importer_required
@require_http_methods(["GET", "POST"])
def upload(request: HttpRequest) -> HttpResponse:
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        digest = hashlib.sha256(file.read()).hexdigest()
        file.seek(0)
        batch = ImportBatch.objects.create(
            name=file.name[:255], sha256=digest, file=file, created_by=person_of(request)
        )
        return redirect("admin:articles_importbatch_preview", batch.pk)
    context = _context(request, "Import a file", form=form, importable=IMPORTABLE)
    return render(request, "admin/articles/importbatch/upload.html", context, status=422 if form.errors else 200)


@importer_required
@require_http_methods(["GET", "POST"])
def preview(request: HttpRequest, pk: int) -> HttpResponse:
    batch = get_object_or_404(ImportBatch, pk=pk)
    if request.method == "POST":
        return _decide(request, batch)
    if batch.status != ImportBatch.Status.PREVIEWED:
        return redirect("admin:articles_importbatch_change", pk)
    try:
        outcomes = loading.preview(batch)
    except (ImportRefused, OSError) as error:
        messages.error(request, f"The file {batch.name} cannot be read any more: {error}")
        return redirect("admin:articles_importbatch_changelist")
    context = _context(request, f"Import {batch.name}?", batch=batch, **_shown(outcomes))
    return render(request, "admin/articles/importbatch/preview.html", context)


def _decide(request: HttpRequest, batch: ImportBatch) -> HttpResponseRedirect:
    changelist = reverse("admin:articles_importbatch_changelist")
    try:
        if "import" in request.POST:
            done = loading.carry_out(batch, actor=person_of(request))
            told = ", ".join(f"{count:,} {fate}" for fate, count in done.counts.items())
            messages.success(request, f"Imported {batch.name}: {told}.")
            return HttpResponseRedirect(changelist)
        loading.discard(batch)
        messages.success(request, f"Discarded {batch.name}; nothing was imported.")
    except (CannotCarryOut, ImportRefused, OSError) as error:
        messages.error(request, f"Not imported: {error}")
        return redirect("admin:articles_importbatch_preview", batch.pk)
    return HttpResponseRedirect(changelist)


def _shown(outcomes: Sequence[RowOutcome]) -> dict[str, Any]:
    """The counts, the first refused rows and the first of the others; whether there is something to do."""
    counts = loading.counted(outcomes)
    refused = [outcome for outcome in outcomes if outcome.fate == Fate.REFUSED]
    others = [outcome for outcome in outcomes if outcome.fate != Fate.REFUSED]
    return {
        "counts": [(fate.value, counts.get(fate.value, 0)) for fate in Fate],
        "refused": refused[:ROWS_SHOWN],
        "outcomes": others[:ROWS_SHOWN],
        "hidden": max(0, len(refused) - ROWS_SHOWN) + max(0, len(others) - ROWS_SHOWN),
        "can_import": not refused and any(counts.get(fate) for fate in (Fate.CREATED, Fate.CHANGED)),
    }


def _context(request: HttpRequest, title: str, **rest: Any) -> dict[str, Any]:
    return {**admin.site.each_context(request), "opts": ImportBatch._meta, "title": title, **rest}
