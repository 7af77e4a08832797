"""Whether the site is well, for load balancers and monitors: a word on each thing it needs, nothing of what it holds.

`/healthz` answers while the process does; `/readyz` asks database, cache, queue and ledger.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import timedelta

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.cache import cache
from django.db import transaction
from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django_tasks_db.models import DBTaskResult

from factcheck.ledger.models import GENESIS, Entry, Head
from factcheck.operation.abandoned_tasks import abandoned_tasks
from factcheck.operation.release import waiting_migrations

logger = logging.getLogger(__name__)
LONGEST_WAIT = timedelta(minutes=5)
WELL = "ok"


@login_not_required
@require_safe
@never_cache
def healthz(_request: HttpRequest) -> JsonResponse:
    """That this process answers."""
    return JsonResponse({"web": WELL})


@login_not_required
@require_safe
@never_cache
def readyz(_request: HttpRequest) -> JsonResponse:
    """Each thing the site needs with “ok” or what is wrong with it; 503 where anything is."""
    told = state()
    return JsonResponse(told, status=200 if set(told.values()) == {WELL} else 503)


def state() -> dict[str, str]:
    """Each thing the site needs with WELL, or what is wrong with it."""
    return {name: _asked(check) for name, check in CHECKS.items()}


def _asked(check: Callable[[], str]) -> str:
    try:
        with transaction.atomic():
            return check()
    except Exception as error:  # whatever is wrong with it is the answer
        logger.warning("readyz: %s", error)
        return f"cannot be asked ({type(error).__name__})"


def _database() -> str:
    waiting = waiting_migrations()
    return f"lacks {waiting} steps of this release" if waiting else WELL


def _cache() -> str:
    cache.set("readyz", WELL, timeout=60)
    return WELL if cache.get("readyz") == WELL else "keeps nothing"


def _queue() -> str:
    """An import may have to wait for another; everything else is done at once."""
    now = timezone.now()
    since = now - LONGEST_WAIT
    overdue = DBTaskResult.objects.ready().filter(enqueued_at__lt=since).exclude(run_after__range=(since, now))
    waiting = overdue.exclude(queue_name=settings.IMPORTS_QUEUE).count()
    if waiting:
        return f"{waiting} tasks wait for a worker for over five minutes"
    abandoned = abandoned_tasks().count()
    return f"{abandoned} tasks were begun over an hour ago and not ended: run manage.py catch_up" if abandoned else WELL


def _ledger() -> str:
    head, last = Head.objects.filter(pk=1).first(), Entry.objects.only("hash").first()
    ends_as_it_should = (head.hash if head else GENESIS) == (last.hash if last else GENESIS)
    return WELL if ends_as_it_should else "does not end with its head: run manage.py verify_ledger"


CHECKS = {"database": _database, "cache": _cache, "queue": _queue, "ledger": _ledger}
