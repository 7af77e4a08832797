"""What is answered when the server is at fault. It asks no database, and names the request as the log does.

Where what the site needs is gone (its database, the room on its disk), that is said, and a form gets its words back.
"""

from __future__ import annotations

import errno
import sys
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
    context = {"reference": reference, "texts": _texts(request), "is_form": request.method == "POST"}
    if getattr(request, "htmx", False):
        response = retarget(HttpResponse(loader.render_to_string("503_message.html", context), status=503), "#messages")
    else:
        response = HttpResponse(loader.render_to_string("503.html", context), status=503)
    response.headers["Retry-After"] = str(TRY_AGAIN_AFTER)
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
