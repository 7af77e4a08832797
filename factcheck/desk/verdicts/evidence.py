"""What a verdict rests on: adding evidence, changing it, taking it away, putting it in order."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST
from django.views.decorators.vary import vary_on_headers

from factcheck.claims.models import Statement
from factcheck.desk.access import DeskRequest, editor_required
from factcheck.desk.verdicts.forms import DraftForm, EvidenceForm
from factcheck.desk.verdicts.page import verdict_page
from factcheck.desk.verdicts.save_typed import give_back, save_typed
from factcheck.desk.verdicts.steps import attempt
from factcheck.desk.verdicts.typed import ADDED, TypedForm
from factcheck.typed_numbers import number_in, numbers_in
from factcheck.verdicts import draft_verdict
from factcheck.verdicts.models import Evidence, NotAllowed, Verdict
from factcheck.verdicts.pictures import PictureRefused
from factcheck.verdicts.store_picture import store_picture


@require_POST
@vary_on_headers("HX-Request")
@editor_required
def evidence(request: DeskRequest, slug: str) -> HttpResponse:
    shown = get_object_or_404(Verdict.objects.with_people(), slug=slug)
    statement = number_in(request.POST.get("statement", ""))
    if statement is None:
        return _add_from_outside(request, shown)
    new = Evidence(statement=get_object_or_404(Statement, pk=statement))
    return attempt(
        request, shown, lambda: draft_verdict.add_evidence(shown, new, editor=request.user), _("Evidence added.")
    )


@require_POST
@vary_on_headers("HX-Request")
@editor_required
def remove_evidence(request: DeskRequest, slug: str, pk: int) -> HttpResponse:
    shown = get_object_or_404(Evidence.objects.select_related("verdict"), pk=pk, verdict__slug=slug)
    return attempt(
        request,
        shown.verdict,
        lambda: draft_verdict.remove_evidence(shown, editor=request.user),
        _("Evidence removed."),
    )


@require_POST
@vary_on_headers("HX-Request")
@editor_required
def order_evidence(request: DeskRequest, slug: str) -> HttpResponse:
    """Put the evidence into the order of the keys in `order`, which stand between commas."""
    shown = get_object_or_404(Verdict.objects.with_people(), slug=slug)
    order = numbers_in(request.POST.get("order", "").split(","))
    return attempt(
        request,
        shown,
        lambda: draft_verdict.arrange_evidence(shown, order, editor=request.user),
        _("Put in this order."),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@editor_required
def change_evidence(request: DeskRequest, slug: str, pk: int) -> HttpResponse:
    """Say otherwise what something from outside is, who made it and when; what it shows stays where it stands."""
    found = Evidence.objects.select_related("verdict__claim", "picture").filter(statement=None, verdict__slug=slug)
    shown = get_object_or_404(found, pk=pk)
    form = _evidence_form(request, shown) if request.method == "POST" else EvidenceForm(instance=shown)
    if form.is_valid():
        try:
            draft_verdict.annotate_evidence(shown, editor=request.user, **form.said)
        except (NotAllowed, ValidationError) as refusal:
            form.add_error(None, refusal.messages if isinstance(refusal, ValidationError) else str(refusal))
        else:
            messages.success(request, _("Saved."))
            return redirect("desk:verdict", slug)
    context = {"evidence": shown, "form": form}
    return render(request, "desk/verdicts/change_evidence.html", context, status=422 if form.errors else 200)


@require_POST
@editor_required
def upload_picture(request: DeskRequest) -> HttpResponse:
    """Keep a picture as soon as it is chosen, pasted or dropped: its part of the form, 422 where it is refused."""
    form = _evidence_form(request, Evidence())
    refused = "upload" in form.errors or not form.stored
    return render(request, "desk/verdicts/picture.html", {"form": form}, status=422 if refused else 200)


def _add_from_outside(request: DeskRequest, shown: Verdict) -> HttpResponse:
    form = _evidence_form(request, Evidence(verdict=shown))
    if form.is_valid():
        return attempt(
            request,
            shown,
            lambda: draft_verdict.add_evidence(shown, form.instance, editor=request.user),
            _("Evidence added."),
            used=ADDED,
        )
    if failed := save_typed(request, shown):
        return failed
    shown = Verdict.objects.with_people().get(pk=shown.pk)
    typed = TypedForm.of(request.POST)
    if request.htmx:
        page = verdict_page(shown, reader=request.user, typed=typed, evidence_form=form)
        return render(request, "desk/verdicts/evidence.html", {"verdict": shown, "page": page}, status=422)
    return give_back(request, shown, DraftForm(instance=shown), typed, status=422, evidence_form=form)


def _evidence_form(request: DeskRequest, evidence: Evidence) -> EvidenceForm:
    """The form as it was sent; a picture that came with it is stored first, and stands in it by its hash from now on.

    A browser cannot be given a file back: whatever else is wrong, the picture is there already.
    """
    refusal = ""
    if upload := request.FILES.get("upload"):
        posted = request.POST.copy()
        try:
            posted["picture"] = store_picture(upload, editor=request.user).sha256
        except PictureRefused as refused:
            refusal = str(refused)
        request.POST = posted  # type: ignore[assignment]  # what is kept of the form is read from it
    form = EvidenceForm(request.POST, instance=evidence)
    if refusal:
        form.add_error("upload", refusal)
    return form
