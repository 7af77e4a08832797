"""Background tasks that were begun and never ended, since the worker that had them is gone; and doing them again.

Every task may be done twice. Imports tell by themselves how far they came, and are carried on from their own page.
"""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.tasks import TaskResultStatus
from django.utils import timezone
from django_tasks_db.models import DBTaskResult, DBTaskResultQuerySet

LONGEST = timedelta(hours=1)  # that a task of seconds takes


def abandoned_tasks() -> DBTaskResultQuerySet:
    begun = DBTaskResult.objects.running().exclude(queue_name=settings.IMPORTS_QUEUE)
    return begun.filter(started_at__lt=timezone.now() - LONGEST)


def begin_again() -> int:
    """Have whichever worker is free take them up; returns how many."""
    return abandoned_tasks().update(status=TaskResultStatus.READY)
