"""What is answered to a form that is larger than the server takes in: what to do, and the words, where they arrived.

They are shown to who sent them and kept nowhere.
"""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.views import defaults
from django_htmx.http import retarget

MOST_GIVEN_BACK = 8 * 1024 * 1024  # bytes that are read of such a form; what is longer stays in the browser
SHORTEST = 40  # characters: what is shorter is quickly typed again


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """413 for a form that is too large, 400 as ever for any other request that cannot be read."""
    if not isinstance(exception, RequestDataTooBig):
        return defaults.bad_request(request, exception)
    context = {"texts": _texts(request), "most": settings.DATA_UPLOAD_MAX_MEMORY_SIZE}
    if getattr(request, "htmx", False):
        return retarget(render(request, "desk/too_large_message.html", context, status=413), "#messages")
    return render(request, "413.html", context, status=413)


def _texts(request: HttpRequest) -> list[tuple[str, str]]:
    """Name and words of each field of the form that holds a text, if it came whole from somebody signed in."""
    is_form = request.content_type == "application/x-www-form-urlencoded"
    length = int(request.META.get("CONTENT_LENGTH") or 0)
    if not (is_form and length <= MOST_GIVEN_BACK and request.user.is_authenticated):
        return []
    return long_texts(QueryDict(request.read(length), encoding=request.encoding or settings.DEFAULT_CHARSET))


def long_texts(sent: QueryDict) -> list[tuple[str, str]]:
    """Name and words of each field that takes a while to type again."""
    fields = [(name, text) for name, texts in sent.lists() for text in texts]
    return [(name, text) for name, text in fields if len(text) >= SHORTEST and not _is_machinery(name)]


def _is_machinery(name: str) -> bool:
    return name == "csrfmiddlewaretoken" or "password" in name or name.startswith(("base_", "seen_"))
