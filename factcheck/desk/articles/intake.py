"""What was inferred of a received text, for a person to see and change."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.formats import date_format
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from factcheck.articles.editing import (
    BlockHere,
    CannotMend,
    ReceivedLine,
    blocks_in,
    choose_lines,
    correct_record,
    received_lines,
)
from factcheck.articles.models import Article, Outlet
from factcheck.desk.access import DeskRequest, back_of, editor_required
from factcheck.desk.articles.forms import OFFERED, OriginForm, RecordForm
from factcheck.typed_numbers import numbers_in
from factcheck.verdicts.snapshot.excerpts import shortened

POSTED = ("kept", "take_in", "leave_out")
MOST_COMPLETED = 100  # articles of one page


@dataclass(frozen=True)
class IntakePage:
    """An article as it came and as it is read; its lines are fixed once statements are marked in it."""

    article: Article
    lines: list[tuple[ReceivedLine, BlockHere | None]]
    blocks: list[BlockHere]
    inferred: list[dict[str, Any]]
    is_fixed: bool


@require_http_methods(["GET", "HEAD", "POST"])
@editor_required
def intake(request: DeskRequest, pk: int) -> HttpResponse:
    """The text as received beside the reading text; posting changes the record, or which lines are the article."""
    shown = get_object_or_404(Article.objects.with_outlets(), pk=pk)
    form = RecordForm(request.POST if "record" in request.POST else None, instance=shown)
    if request.method == "POST" and _mend(request, shown, form):
        return redirect("desk:intake", pk=pk)
    context = {"page": _intake_page(shown), "form": form, "outlets": Outlet.objects.all()[:OFFERED]}
    return render(request, "desk/articles/intake.html", context, status=422 if form.errors else 200)


@require_POST
@editor_required
def complete(request: DeskRequest) -> HttpResponse:
    """Fill in the papers and days of all articles of one page that were asked for and typed there."""
    keys = numbers_in(request.POST.getlist("article")[:MOST_COMPLETED])
    kept, refused = [], False
    for article in Article.objects.with_outlets().filter(pk__in=keys).order_by("pk"):
        told, form = f"“{shortened(article.headline, 50)}”", OriginForm(request.POST, prefix=str(article.pk))
        try:
            if form.is_valid() and (known := form.known()):
                correct_record(article, actor=request.user, **known)
                kept.append(f"{get_text_list([*map(_named, known.items())], _('and'))} ({told})")
        except ValidationError as error:
            form.add_error(None, error.messages)
        if form.errors:
            refused = True
            messages.error(request, f"{told}: {' '.join(map(str, chain(*form.errors.values())))}")
    if kept:
        messages.success(request, _("Kept: %(articles)s.") % {"articles": ", ".join(kept)})
    elif not refused:
        messages.info(request, _("Nothing was filled in. Give a day or a paper, then save."))
    return redirect(back_of(request) or "desk:home")


def _named(known: tuple[str, Any]) -> str:
    name, value = known
    return date_format(value) if name == "published_on" else str(value)


def _intake_page(shown: Article) -> IntakePage:
    blocks = {here.start: here for here in blocks_in(shown)}
    return IntakePage(
        Article.objects.with_outlets().get(pk=shown.pk),
        [(line, blocks.get(line.start)) for line in received_lines(shown)],
        [*blocks.values()],
        [finding for finding in shown.findings if not finding["leaves_out"]],
        shown.statements.exists(),
    )


def _mend(request: DeskRequest, shown: Article, form: RecordForm) -> bool:
    """Whether what was posted is done; if not, the form says why."""
    if "record" in request.POST:
        return form.is_valid() and _correct(request, shown, form)
    try:
        choose_lines(shown, kept=_kept(request.POST, shown), actor=request.user)
    except CannotMend as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("The reading text is made of the lines you chose."))
    return True


def _kept(posted: QueryDict, shown: Article) -> set[int]:
    """Where the lines begin that are to be the article: those ticked, or those so far but for one."""
    starts = {name: set(numbers_in(posted.getlist(name))) for name in POSTED}
    if not starts["take_in"] | starts["leave_out"]:
        return starts["kept"]
    so_far = {line.start for line in received_lines(shown) if line.is_in}
    return (so_far | starts["take_in"]) - starts["leave_out"]


def _correct(request: DeskRequest, shown: Article, form: RecordForm) -> bool:
    try:
        correct_record(shown, actor=request.user, **form.cleaned_data)
    except ValidationError as error:
        form.add_error(None, error.messages)
        return False
    messages.success(request, _("The record is corrected."))
    return True
