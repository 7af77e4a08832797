"""The page that is shown when the server is at fault. It asks no database, and names the request as the log does."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.template import loader

from factcheck.operation.log_lines import request_number


def server_error(_request: HttpRequest) -> HttpResponse:
    page = loader.render_to_string("500.html", {"reference": request_number.get()})
    return HttpResponse(page, status=500)
