"""What other desks found: the list, taking checks in, and saying which claim of this desk one is about."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from factcheck.claims.similar_claims import similar_claims
from factcheck.desk.access import DeskRequest, editor_required
from factcheck.desk.checks.forms import AddChecksForm, PlaceForm, first_words
from factcheck.search.pages import page_of
from factcheck.verdicts.add_outside_checks import add_checks, place_check, rated_here
from factcheck.verdicts.models import OutsideCheck


@require_http_methods(["GET", "HEAD", "POST"])
@editor_required
def checks(request: DeskRequest) -> HttpResponse:
    """The checks of other desks, the newest first; posting takes those of a file in."""
    form = AddChecksForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        added = add_checks(form.cleaned_data["checks"], editor=request.user)
        messages.success(request, _("Checks of other desks: %(in_words)s.") % {"in_words": added.in_words})
        for refusal in added.refused:
            messages.error(request, refusal)
        return redirect("desk:checks")
    only_unplaced = "unplaced" in request.GET
    found = OutsideCheck.objects.unplaced() if only_unplaced else OutsideCheck.objects.all()
    page = page_of(found.select_related("claim"), request, by=("id",), size=30)
    context = {"page": page, "rated": rated_here(page), "form": form, "only_unplaced": only_unplaced}
    return render(request, "desk/checks/list.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@editor_required
def check(request: DeskRequest, pk: int) -> HttpResponse:
    """One check; posting says which claim of this desk it is about."""
    shown = get_object_or_404(OutsideCheck.objects.select_related("claim"), pk=pk)
    form = PlaceForm(request.POST or None, initial=first_words(shown))
    if form.is_valid():
        try:
            place_check(shown, claim=(claim := form.claim_of(request.user)), editor=request.user)
        except ValidationError as error:
            form.add_error("claim", error.messages)
        else:
            messages.success(request, _("Placed beside the claim.") if claim else _("It stands beside no claim."))
            return redirect("desk:claim", slug=claim.slug) if claim else redirect("desk:checks")
    [(_check, rating)] = rated_here([shown])
    context = {"check": shown, "rating": rating, "form": form, "similar": similar_claims(shown.claim_text)}
    return render(request, "desk/checks/detail.html", context, status=422 if form.errors else 200)
