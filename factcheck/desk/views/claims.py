"""Claims: the list, what stands for and against one, and its conflicts."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from factcheck.claims.models import Claim, Conflict
from factcheck.claims.positioning import state_claim
from factcheck.claims.settling import settle
from factcheck.claims.weighing import weigh
from factcheck.desk.access import DeskRequest, editor_required
from factcheck.desk.forms import ClaimForm, ConflictForm
from factcheck.verdicts.drafting import draft


@require_http_methods(["GET", "HEAD", "POST"])
@editor_required
def claims(request: DeskRequest) -> HttpResponse:
    form = ClaimForm(request.POST or None)
    if form.is_valid():
        return redirect("desk:claim", slug=state_claim(form.cleaned_data["text"], editor=request.user).slug)
    words = request.GET.get("q", "").strip()
    found = Claim.objects.with_counts().select_related("verdict__rating").filter(text__icontains=words)
    page = Paginator(found, 50).get_page(request.GET.get("page"))
    context = {"page": page, "q": words, "form": form}
    return render(request, "desk/claims/list.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD"])
@editor_required
def claim(request: DeskRequest, slug: str) -> HttpResponse:
    shown = get_object_or_404(Claim.objects.select_related("verdict__rating"), slug=slug)
    context = {
        "claim": shown,
        "balance": weigh(shown),
        "conflicts": Conflict.objects.about(shown).with_statements(),
        "states": ConflictForm.base_fields["state"].choices,  # type: ignore[attr-defined]
    }
    return render(request, "desk/claims/detail.html", context)


@require_POST
@editor_required
def begin_verdict(request: DeskRequest, slug: str) -> HttpResponse:
    shown = get_object_or_404(Claim, slug=slug)
    return redirect("desk:verdict", slug=draft(shown, author=request.user).slug)


@require_POST
@editor_required
def conflict(request: DeskRequest, pk: int) -> HttpResponse:
    """Open, explain or dismiss a conflict, and go back to where it was shown."""
    shown = get_object_or_404(Conflict.objects.with_statements(), pk=pk)
    form = ConflictForm(request.POST)
    if form.is_valid():
        try:
            settled = settle(shown, editor=request.user, **form.cleaned_data)
            messages.success(request, f"The conflict is {settled.get_state_display()}.")
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
    else:
        messages.error(request, "Choose whether the conflict is open, explained or dismissed.")
    about = Claim.objects.filter(positions__statement=shown.first).filter(positions__statement=shown.second).first()
    return redirect("desk:claim", slug=about.slug) if about else redirect("desk:home")
