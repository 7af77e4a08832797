"""The ledger: every act that mattered, and the proof that none was rewritten."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from factcheck.desk.access import DeskRequest, editor_required
from factcheck.ledger.models import Entry
from factcheck.ledger.recording import ChainBroken, verify


@require_safe
@editor_required
def ledger(request: DeskRequest) -> HttpResponse:
    """The acts, newest first; `?verify=1` walks the whole chain first."""
    proof: dict[str, int | str] = {}
    if "verify" in request.GET:
        try:
            proof = {"verified": verify()}
        except ChainBroken as broken:
            proof = {"broken": str(broken)}
    page = Paginator(Entry.objects.select_related("actor"), 100).get_page(request.GET.get("page"))
    return render(request, "desk/ledger/list.html", {"page": page, **proof})
