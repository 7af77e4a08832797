"""Pages that cost the server much, and how often they are answered: each account at the desk, elsewhere each network.

Far more often than a person asks; a program that asks without end must not take the site from everybody else.
"""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from factcheck.operation.faults import asked_too_often
from factcheck.people.rates import seconds_to_wait

COSTLY = frozenset(
    {
        "public:search",  # ranks what it finds
        "public:compare",  # compares two whole texts
        "desk:compare",
        "desk:search",
        "desk:similar",  # asked while a claim is typed
        "desk:preview",  # compares a draft with what is public
        "desk:add_articles",  # reads files and fetches pages
        "desk:upload_picture",  # draws the picture anew
        "desk:checks",  # reads a file
    }
)

type View = Callable[..., HttpResponseBase]


def bound_costly_pages(get_response: View) -> View:
    """Middleware, behind those that know who asks."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        return get_response(request)

    def process_view(request: HttpRequest, *_: object) -> HttpResponseBase | None:
        match = request.resolver_match
        if match is None or match.view_name not in COSTLY:
            return None
        is_desk = "desk" in match.namespaces
        wait = seconds_to_wait(request, rate=settings.COSTLY_RATE, what=match.view_name, by_account=is_desk)
        return asked_too_often(request, wait) if wait else None

    middleware.process_view = process_view  # type: ignore[attr-defined]  # where Django looks for it
    return middleware
