"""Figures for Prometheus: what all processes of a machine measured, and what the database says when it is asked.

Routes name no row, so that the figures hold nothing of what is written here.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.crypto import constant_time_compare
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django_tasks_db.models import DBTaskResult
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

from factcheck.articles.models import ImportBatch
from factcheck.ledger.models import Head
from factcheck.operation import health
from factcheck.operation.log_lines import View, route_of

SHARED_FOLDER = "PROMETHEUS_MULTIPROC_DIR"  # prometheus_client reads it when it is imported
BOUNDS = (0.025, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30)  # seconds
own = CollectorRegistry()
answered = Histogram(
    *("factcheck_request_seconds", "Requests by how long they took.", ["method", "route", "status"]),
    buckets=BOUNDS,
    registry=own,
)


def measure_requests(get_response: View) -> View:
    """Middleware: measures how long each request took."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        began = time.perf_counter()
        response = get_response(request)
        method = request.method if request.method in ("GET", "HEAD", "POST") else "other"
        answered.labels(method, route_of(request), response.status_code).observe(time.perf_counter() - began)
        return response

    return middleware


@login_not_required
@require_safe
@never_cache
def metrics(request: HttpRequest) -> HttpResponse:
    """All figures, to who sends METRICS_TOKEN as a bearer's; where that is not set there is no such page."""
    sent = request.headers.get("Authorization", "").removeprefix("Bearer ")
    if not settings.METRICS_TOKEN or not constant_time_compare(sent, settings.METRICS_TOKEN):
        raise Http404("There is no such page.")
    shared = CollectorRegistry()
    if SHARED_FOLDER in os.environ:
        MultiProcessCollector(shared)  # type: ignore[no-untyped-call]
    else:
        shared.register(own)
    shared.register(StoredFigures())
    return HttpResponse(generate_latest(shared), content_type=CONTENT_TYPE_LATEST)


class StoredFigures(Collector):
    """What is asked when the figures are: whether the site is well, and what waits, failed and was recorded."""

    def describe(self) -> list[GaugeMetricFamily]:
        """Nothing is asked before the figures are wanted."""
        return []

    def collect(self) -> Iterator[GaugeMetricFamily]:
        state = health.state()
        well = GaugeMetricFamily(
            "factcheck_well", "Whether what the site needs is well, as /readyz says.", labels=["part"]
        )
        for part, told in state.items():
            well.add_metric([part], told == health.WELL)
        yield well
        if state["database"] != health.WELL:
            return
        tasks = GaugeMetricFamily("factcheck_tasks", "Background tasks.", labels=["queue", "status"])
        for queue, status, count in DBTaskResult.objects.order_by().values_list("queue_name", "status", Count("pk")):
            tasks.add_metric([queue, status], count)
        yield tasks
        imports = GaugeMetricFamily("factcheck_imports", "Import batches.", labels=["status"])
        for status, count in ImportBatch.objects.order_by().values_list("status", Count("pk")):
            imports.add_metric([status], count)
        yield imports
        head = Head.objects.filter(pk=1).first()
        entries = "Entries of the ledger, as its head counts them."
        yield GaugeMetricFamily("factcheck_ledger_entries", entries, value=head.length if head else 0)
