"""What is answered when the server is at fault, or is asked too often. It asks no database.

Where what the site needs is gone (its database, the room on its disk), that is said, and a form gets its words back.
"""

from __future__ import annotations

import errno
import sys
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import SuspiciousOperation
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template import loader
from django_htmx.http import retarget

from factcheck.desk.too_large import long_texts
from factcheck.operation.log_lines import request_number

FULL_OR_READ_ONLY = {errno.ENOSPC, errno.EDQUOT, errno.EROFS}
TRY_AGAIN_AFTER = 30  # seconds


def server_error(request: HttpRequest) -> HttpResponse:
    """500 for a fault of the code; 503 where the site lacks what it needs. It is called while the fault is handled."""
    reference = request_number.get()
    if not _lacks_what_it_needs(sys.exception()):
        return HttpResponse(loader.render_to_string("500.html", {"reference": reference}), status=500)
    return _put_off(request, 503, TRY_AGAIN_AFTER, {"reference": reference})


def asked_too_often(request: HttpRequest, wait: int) -> HttpResponse:
    """429: what was asked may be asked again in so many seconds."""
    return _put_off(request, 429, wait, {"wait": wait})


def _put_off(request: HttpRequest, status: int, wait: int, told: dict[str, Any]) -> HttpResponse:
    """A page, or a message on the page that is open, that says to come again; a form gets its words back."""
    context = {**told, "texts": _texts(request), "is_form": request.method == "POST"}
    if getattr(request, "htmx", False):
        message = loader.render_to_string(f"{status}_message.html", context)
        response = retarget(HttpResponse(message, status=status), "#messages")
    else:
        response = HttpResponse(loader.render_to_string(f"{status}.html", context), status=status)
    response.headers["Retry-After"] = str(wait)
    response.headers["Cache-Control"] = "no-store"
    return response


def _lacks_what_it_needs(fault: BaseException | None) -> bool:
    if isinstance(fault, OSError) and fault.errno in FULL_OR_READ_ONLY:
        return True
    return isinstance(fault, OperationalError | InterfaceError)


def _texts(request: HttpRequest) -> list[tuple[str, str]]:
    """What somebody typed into a form of this site's own; a form elsewhere is not echoed on a page of ours."""
    if urlsplit(request.headers.get("Origin", "")).netloc != request.get_host():
        return []
    try:
        return long_texts(request.POST)
    except (SuspiciousOperation, OSError):  # it did not arrive whole
        return []
