"""What the log says of a request: its number, its route and how it ended. Nothing of what anybody wrote or who it is.

An address can hold a claim's words or a secret link, an exception's message the row that it failed at. So addresses are
told by their route, and a traceback keeps its places and leaves out its message.
"""

from __future__ import annotations

import json
import logging
import re
import time
import traceback
from collections.abc import Callable
from contextvars import ContextVar
from datetime import UTC, datetime
from types import TracebackType
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

type View = Callable[[HttpRequest], HttpResponseBase]
type Failure = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]

HEADER = "X-Request-ID"
GIVEN = re.compile(r"[\w-]{8,64}", re.ASCII)
TOLD_OF_A_REQUEST = ("method", "route", "status", "milliseconds")
logger = logging.getLogger(__name__)
request_number: ContextVar[str] = ContextVar("request_number", default="")


def number_requests(get_response: View) -> View:
    """Middleware, the outermost: logs each request under a number, its own or what a server before this gave it."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        given, began = request.headers.get(HEADER, ""), time.perf_counter()
        number = given if GIVEN.fullmatch(given) else uuid4().hex[:16]
        request_number.set(number)  # until the next request: Django logs a refusal after every middleware
        response = get_response(request)
        response.headers[HEADER] = number
        told = {
            "method": request.method,
            "route": route_of(request),
            "status": response.status_code,
            "milliseconds": round(1000 * (time.perf_counter() - began)),
        }
        logger.info("%(method)s %(route)s %(status)s in %(milliseconds)s ms", told, extra=told)
        return response

    return middleware


def route_of(request: HttpRequest) -> str:
    """The route that a request took, without the values in its address."""
    return f"/{request.resolver_match.route}" if request.resolver_match else "no such address"


class RequestFilter(logging.Filter):
    """Gives each record the number of its request, and the route in place of the address that Django names."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.request_number = request_number.get() or "-"
        request = getattr(record, "request", None)
        if isinstance(request, HttpRequest) and isinstance(record.args, tuple):
            record.args = tuple(route_of(request) if told == request.path else told for told in record.args)
        return True


class PlainLines(logging.Formatter):
    """Lines for people."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(request_number)s %(name)s: %(message)s")

    def formatException(self, ei: Failure) -> str:  # noqa: N802 - logging's own name
        if settings.DEBUG:
            return super().formatException(ei)
        kind, _message, at = ei
        return "".join([*traceback.format_tb(at), kind.__qualname__ if kind else ""]).rstrip()


class JsonLines(PlainLines):
    """One JSON object a line, for programs that collect logs."""

    def format(self, record: logging.LogRecord) -> str:
        told: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, tz=UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "request": getattr(record, "request_number", "-"),
            "message": record.getMessage(),
        }
        told |= {name: getattr(record, name) for name in TOLD_OF_A_REQUEST if hasattr(record, name)}
        if record.exc_info and record.exc_info[0]:
            told["failure"] = self.formatException(record.exc_info)
        return json.dumps(told)
