"""What single keys do on the desk's pages."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from factcheck.desk.access import DeskRequest, editor_required


@require_safe
@editor_required
def keys(request: DeskRequest) -> HttpResponse:
    """The keys of every page."""
    return render(request, "desk/keys/page.html")
