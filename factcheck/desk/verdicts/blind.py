"""Keeping a verdict from who is asked to rate its claim without seeing it, on every page and by every form of it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.deprecation import MiddlewareMixin
from django_htmx.http import HttpResponseClientRedirect

from factcheck.desk.access import DeskRequest
from factcheck.verdicts.models import SecondOpinion

OF_A_VERDICT = "desk/verdicts/<slug:slug>/"
OF_A_COMMENT = "desk/comments/<int:pk>/"


class BlindRatingMiddleware(MiddlewareMixin):
    """Sends them to the page where they rate it, whichever address of the verdict they ask for.

    It goes by the address, so a page that is added later is closed as well.
    """

    def process_view(self, request: DeskRequest, _view: Any, _args: Any, kwargs: dict[str, Any]) -> HttpResponse | None:
        about = _verdict_of(request.resolver_match.route if request.resolver_match else "", kwargs)
        person: Any = request.user
        if not about or not person.is_authenticated or not person.owes_opinion:
            return None
        asked = SecondOpinion.objects.awaited().filter(asked_of=person, **about).first()
        if asked is None:
            return None
        messages.info(request, "You are asked to rate this claim before you see the verdict on it.")
        response = redirect("desk:opinion", pk=asked.pk)
        return HttpResponseClientRedirect(response["Location"]) if request.htmx else response


def _verdict_of(route: str, kwargs: dict[str, Any]) -> dict[str, Any]:
    """How to find the verdict that an address is of; empty for any other address."""
    if route.startswith(OF_A_VERDICT):
        return {"verdict__slug": kwargs["slug"]}
    if route.startswith(OF_A_COMMENT):
        return {"verdict__comments": kwargs["pk"]}
    return {}
