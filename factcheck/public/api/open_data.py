"""How the API is served: to every page on the web, kept until something that it shows changes, and not too fast.

Who asks makes no difference: no cookie is read, so that one kept answer is everybody's.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import conditional_page

from factcheck.people.rates import seconds_to_wait
from factcheck.public.api.problem import problem
from factcheck.public.kept_pages import kept_page
from factcheck.public.pages import SHARED
from factcheck.public.replica import reading_from_replica

METHODS = "GET, HEAD, OPTIONS"
OPEN = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Link, Retry-After",
}
PREFLIGHT = {
    "Access-Control-Allow-Methods": METHODS,
    "Access-Control-Allow-Headers": "Accept, If-None-Match",
    "Access-Control-Max-Age": "86400",
}

type View = Callable[..., HttpResponseBase]


def open_data(view: View, *, rate: str = "") -> View:
    """A view that answers every page on the web with what is public. `rate` is another than the settings give."""

    @conditional_page
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        def make() -> HttpResponseBase:
            response = view(request, *args, **kwargs)
            patch_cache_control(response, **SHARED)
            return response

        with reading_from_replica():
            return kept_page(request, make, form="data")

    @wraps(view)
    def served(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = refusal(request, rate or settings.API_RATE) or answer(request, *args, **kwargs)
        for name, value in OPEN.items():
            response[name] = value
        return response

    return csrf_exempt(login_not_required(served))


def refusal(request: HttpRequest, rate: str) -> HttpResponse | None:
    """The answer to what is no question, or comes too soon after others; None where there is nothing against it."""
    if request.method == "OPTIONS":
        return HttpResponse(status=HTTPStatus.NO_CONTENT, headers={**PREFLIGHT, "Allow": METHODS})
    if request.method not in ("GET", "HEAD"):
        told = problem(HTTPStatus.METHOD_NOT_ALLOWED, _("This data can only be read: ask with GET."))
        told["Allow"] = METHODS
        return told
    wait = seconds_to_wait(request, rate=rate, what="data")
    if not wait:
        return None
    sentence = _("Too many requests came from your address. Ask again in %(wait)s seconds.") % {"wait": wait}
    told = problem(HTTPStatus.TOO_MANY_REQUESTS, sentence)
    told["Retry-After"] = str(wait)
    return told
