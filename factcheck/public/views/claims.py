"""Claims that readers may see, and who said what of each."""

from __future__ import annotations

from django.db.models import FETCH_RAISE
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from factcheck.claims.balance import weigh, weigh_all
from factcheck.claims.join_claims import joined_into
from factcheck.claims.models import Claim
from factcheck.public.exhibits import arrange
from factcheck.public.pages import page_of, readers_page
from factcheck.public.visible import pages_named_in
from factcheck.verdicts.snapshot import tell_sides


@readers_page
def claims(request: HttpRequest) -> HttpResponse:
    claims = Claim.objects.public().select_related("verdict__current").fetch_mode(FETCH_RAISE)
    page = page_of(claims, request, size=30)
    return render(request, "public/claims/list.html", {"page": page, "balances": weigh_all(list(page))})


@readers_page
def claim(request: HttpRequest, slug: str) -> HttpResponse:
    claims = Claim.objects.public().select_related("verdict__current").fetch_mode(FETCH_RAISE)
    if into := joined_into(slug):
        return redirect(into, permanent=True)
    claim = get_object_or_404(claims, slug=slug)
    for_and_against, other_sides = arrange(tell_sides(weigh(claim)))
    quotations = [quotation for side in (*for_and_against, *other_sides) for quotation in side.quotations]
    context = {
        "claim": claim,
        "for_and_against": for_and_against,
        "other_sides": other_sides,
        "pages": pages_named_in(quotations),
    }
    return render(request, "public/claims/detail.html", context)
