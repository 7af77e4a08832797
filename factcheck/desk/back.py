"""Going back to the page that a form stood on: the form says it in a field named `back`."""

from __future__ import annotations

from django.utils.http import url_has_allowed_host_and_scheme

from factcheck.desk.access import DeskRequest


def back_of(request: DeskRequest) -> str:
    """The page of this site that the form says it stood on; empty if it names none."""
    back = request.POST.get("back", "") or request.GET.get("back", "")
    return back if url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()}) else ""
