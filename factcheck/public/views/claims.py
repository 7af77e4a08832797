"""Claims that readers may see, and who said what of each."""

from __future__ import annotations

from django.db.models import FETCH_RAISE
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from factcheck.claims.balance import weigh, weigh_all
from factcheck.claims.models import Claim
from factcheck.public.pages import numbered_page, readers_page
from factcheck.public.visible import pages_of, public_verdicts
from factcheck.verdicts.add_outside_checks import rated_here
from factcheck.verdicts.models import OutsideCheck
from factcheck.verdicts.snapshot import drawn_sides, printed_sides, timeline_of


@readers_page
def claims(request: HttpRequest) -> HttpResponse:
    claims = Claim.objects.public().prefetch_related(public_verdicts()).fetch_mode(FETCH_RAISE)
    page = numbered_page(claims, request, size=30)
    return render(request, "public/claims/list.html", {"page": page, "balances": weigh_all(list(page))})


@readers_page
def claim(request: HttpRequest, slug: str) -> HttpResponse:
    claims = Claim.objects.public().prefetch_related(public_verdicts()).fetch_mode(FETCH_RAISE)
    claim = get_object_or_404(claims.at_address(slug))
    if claim.slug != slug:
        return redirect(claim, permanent=True)
    sides = printed_sides(weigh(claim))
    context = {
        "claim": claim,
        "sides": sides,
        "drawn": drawn_sides(sides),
        "timeline": timeline_of(sides),
        "pages": pages_of(quotation for side in sides for quotation in side.quotations),
        "checks": rated_here(OutsideCheck.objects.filter(claim=claim)),
    }
    return render(request, "public/claims/detail.html", context)
