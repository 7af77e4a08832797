"""The ledger: every act that mattered, and the proof that none was rewritten."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from factcheck.desk.access import DeskRequest, editor_required
from factcheck.ledger.chain import ChainBroken, verify
from factcheck.ledger.models import Entry
from factcheck.search.pages import page_of


@require_safe
@editor_required
def ledger(request: DeskRequest) -> HttpResponse:
    """The acts, newest first; `?verify=1` walks the whole chain, and the revisions it vouches for, first."""
    proof: dict[str, int | list[str]] = {}
    if "verify" in request.GET:
        try:
            proof = {"verified": verify()}
        except ChainBroken as broken:
            proof = {"faults": broken.faults}
    page = page_of(Entry.objects.select_related("actor"), request, by=("id",), size=100)
    return render(request, "desk/ledger/list.html", {"page": page, **proof})
