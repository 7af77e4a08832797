"""Bulk import in the administrators' pages: a file is uploaded, looked at row by row, then imported or discarded."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from factcheck.articles import formats
from factcheck.articles.fixtures import load
from factcheck.articles.fixtures.load import CannotCarryOut
from factcheck.articles.formats.columns import DESCRIBED
from factcheck.articles.formats.incoming import Given, ImportRefused
from factcheck.articles.intake import uploads
from factcheck.articles.intake.preview import WORTH_A_LOOK, Preview, PreviewRow
from factcheck.articles.intake.refused_rows import refused_name
from factcheck.articles.journal import CannotUndoImport, undo
from factcheck.articles.models import ImportBatch, ImportRow, Outcome
from factcheck.articles.registry import importable_models
from factcheck.ledger.admin import person_of

GUESS = ("", "as its content tells")
ROWS_SHOWN = 100
importer_required = permission_required("articles.add_importbatch", raise_exception=True)


class UploadForm(forms.Form):
    """A file, and what only the person who has it knows of it."""

    file = forms.FileField(label="File")
    shape = forms.ChoiceField(label="Format", choices=[GUESS, *formats.TOLD.items()], required=False)
    outlet = forms.CharField(label="Outlet", max_length=200, required=False, help_text="Where a row names none.")
    language = forms.CharField(label="Language", max_length=12, required=False, help_text="Such as en or es.")
    encoding = forms.CharField(
        label="Encoding", max_length=40, required=False, help_text="Such as windows-1251, where it is not UTF-8."
    )

    def given(self) -> Given:
        return Given(outlet=self.cleaned_data["outlet"], language=self.cleaned_data["language"])


@dataclass(frozen=True, slots=True)
class PreviewGroup:
    """What the first rows of one outcome would do, and how many there are."""

    outcome: Outcome
    count: int
    rows: Sequence[PreviewRow]


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast a batch goes on: rows done, the share of the file that is read, rows a second, and seconds left."""

    rows: int
    percent: int
    rate: int
    left: int | None

    @classmethod
    def of(cls, batch: ImportBatch) -> Pace | None:
        if not (batch.is_at_work and batch.began_at and batch.alive_at):
            return None
        seconds = max((batch.alive_at - batch.began_at).total_seconds(), 0.001)
        rows = batch.taken or batch.counts.get("read", 0)
        share = batch.at / batch.size if batch.size else 0
        left = round(seconds / share - seconds) if share else None
        return cls(rows, round(100 * share), round(rows / seconds), left)

    @property
    def speed(self) -> str:
        left = "" if self.left is None else f", about {self.left} s left"
        return f"{self.rate:,} rows a second{left}"


@dataclass(frozen=True, slots=True)
class BatchPage:
    """A batch whatever became of it, what its rows did or would do, and whether it can be imported."""

    batch: ImportBatch
    preview: Preview
    pace: Pace | None
    refused: Sequence[ImportRow]

    @classmethod
    def of(cls, batch: ImportBatch) -> BatchPage:
        return cls(batch, Preview.from_json(batch.preview), Pace.of(batch), list(batch.rows.refused()[:ROWS_SHOWN]))

    @property
    def shape(self) -> str:
        return formats.TOLD.get(self.batch.shape, self.batch.shape)

    @property
    def counts_told(self) -> str:
        return _counts_told(self.batch.counts if self.batch.done_at else self.preview.counts)

    @property
    def groups(self) -> list[PreviewGroup]:
        counts, first = self.preview.counts, self.preview.first
        return [PreviewGroup(outcome, counts[outcome], first[outcome]) for outcome in WORTH_A_LOOK if outcome in first]

    @property
    def refused_count(self) -> int:
        count: int = self.batch.counts.get(Outcome.REFUSED, 0)
        return count

    @property
    def bad(self) -> int:
        return self.preview.counts[Outcome.REFUSED]

    @property
    def good(self) -> int:
        return self.preview.counts.total() - self.bad - self.preview.counts[Outcome.UNCHANGED]

    @property
    def is_whole_only(self) -> bool:
        return self.batch.shape == formats.FIXTURE

    @property
    def can_be_imported(self) -> bool:
        return bool(self.good) and not (self.bad and self.is_whole_only)

    @property
    def is_sampled(self) -> bool:
        return bool(self.preview.counts[Outcome.SOUND])

    @property
    def import_label(self) -> str:
        if not self.bad:
            return "Import all rows"
        return f"Import the {self.good:,} good {'row' if self.good == 1 else 'rows'}"


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
        request, "Import a file", form=form, importable=importable_models(), columns=DESCRIBED, shapes=formats.TOLD
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
    steps: dict[str, Callable[[], str]] = {
        "import": lambda: _import(request, batch),
        "look": lambda: _look(batch),
        "discard": lambda: _discard(batch),
        "undo": lambda: _undo(request, batch),
    }
    step = next((steps[name] for name in steps if name in request.POST), None)
    try:
        if step and (told := step()):
            messages.success(request, told)
    except (CannotCarryOut, CannotUndoImport, ImportRefused, OSError) as error:
        messages.error(request, str(error))
    return redirect("admin:articles_importbatch_preview", batch.pk)


def _import(request: HttpRequest, batch: ImportBatch) -> str:
    uploads.start(batch, actor=person_of(request))
    batch.refresh_from_db()
    if batch.status != ImportBatch.Status.DONE:
        return ""
    return f"Imported {batch.name}: {_counts_told(batch.counts)}."


def _look(batch: ImportBatch) -> str:
    uploads.look_at(batch)
    return ""


def _discard(batch: ImportBatch) -> str:
    load.discard(batch)
    return f"Discarded {batch.name}; nothing was imported."


def _undo(request: HttpRequest, batch: ImportBatch) -> str:
    undo(batch, actor=person_of(request))
    return f"Undone: what {batch.name} created is gone, and what it changed is as it was before."


def _counts_told(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{counts[outcome]:,} {outcome}" for outcome in WORTH_A_LOOK if counts.get(outcome))


def _attachment(name: str) -> str:
    plain = "".join(
        letter if letter.isascii() and letter not in '"\\' and letter.isprintable() else "_" for letter in name
    )
    return f'attachment; filename="{plain}"'


def _context(request: HttpRequest, title: str, **rest: Any) -> dict[str, Any]:
    return {**admin.site.each_context(request), "opts": ImportBatch._meta, "title": title, **rest}
