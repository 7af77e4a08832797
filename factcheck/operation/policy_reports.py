"""What browsers report when a page breaks the content policy: counted by kind, in a bounded number of rows.

Anybody can send such a report, so it proves nothing; what it names is kept short, without the rest of an address.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from django.contrib.auth.decorators import login_not_required
from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from factcheck.operation.models import PolicyReport
from factcheck.people.rates import seconds_to_wait

LARGEST = 16_384  # bytes of one report
MOST_KINDS = 200  # rows; the one told longest ago makes room
RATE = "20/min"  # requests of one network address
MOST_AT_ONCE = 10  # of one request


@csrf_exempt  # a browser sends it by itself, without a token
@login_not_required
@require_POST
def policy_reports(request: HttpRequest) -> HttpResponse:
    """Take in what a browser sends on its own: 204 whether it is kept or not, 413 or 429 for too much."""
    if int(request.META.get("CONTENT_LENGTH") or 0) > LARGEST:
        return HttpResponse(status=413)
    if seconds_to_wait(request, rate=RATE, what="policy-reports"):
        return HttpResponse(status=429)
    for page, rule, blocked in _breaches(request.body):
        _count(page=page, rule=rule, blocked=blocked)
    return HttpResponse(status=204)


def _breaches(body: bytes) -> Iterator[tuple[str, str, str]]:
    """Page, rule and what was blocked, of each report of either form that browsers have."""
    try:
        sent = json.loads(body)
    except (ValueError, RecursionError):
        return
    for report in (sent if isinstance(sent, list) else [sent])[:MOST_AT_ONCE]:
        told = report.get("csp-report") or report.get("body") if isinstance(report, dict) else None
        if isinstance(told, dict):
            page = _path(told.get("document-uri") or told.get("documentURL"))
            rule = _word(told.get("effective-directive") or told.get("effectiveDirective"))
            blocked = _origin(told.get("blocked-uri") or told.get("blockedURL"))
            if page and rule:
                yield page[:300], rule[:100], blocked[:300]


def _count(*, page: str, rule: str, blocked: str) -> None:
    _, is_new = PolicyReport.objects.get_or_create(page=page, rule=rule, blocked=blocked)
    if not is_new:
        same = PolicyReport.objects.filter(page=page, rule=rule, blocked=blocked)
        same.update(count=F("count") + 1, last_at=timezone.now())
    elif too_many := PolicyReport.objects.values_list("pk", flat=True)[MOST_KINDS:]:
        PolicyReport.objects.filter(pk__in=list(too_many)).delete()


def _word(told: Any) -> str:
    return "".join(sign for sign in told if sign.isprintable()) if isinstance(told, str) else ""


def _path(told: Any) -> str:
    try:
        return urlsplit(_word(told)).path
    except ValueError:
        return ""


def _origin(told: Any) -> str:
    """The origin of an address; a word such as `inline` as it is."""
    try:
        parts = urlsplit(_word(told))
    except ValueError:
        return ""
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else parts.path
