"""Tasks whose worker is gone: the administrators and monitors are told, and `catch_up` has them done."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from factcheck.articles.intake.uploads import read_batch
from factcheck.operation.catch_up import what_waits
from factcheck.verdicts.schedule_verdict import publish_what_is_due

pytestmark = pytest.mark.django_db


@pytest.fixture
def begun(settings):
    """A task that a worker began so long ago, and did not end: `begun(publish_what_is_due, minutes=5)`."""
    settings.TASKS = {"default": {"BACKEND": settings.BY_WORKERS, "QUEUES": ["default", settings.IMPORTS_QUEUE]}}

    def begin(task, *words, **ago):
        stored = DBTaskResult.objects.get(pk=task.enqueue(*words).id)
        stored.claim("gone")
        DBTaskResult.objects.filter(pk=stored.pk).update(started_at=timezone.now() - timedelta(**ago))
        return stored

    return begin


def test_a_task_that_was_begun_long_ago_is_told_and_done_again(begun, client):
    task = begun(publish_what_is_due, hours=2)
    told = [*what_waits()]
    asked = client.get("/readyz").json()["queue"]

    call_command("catch_up", verbosity=0)

    assert len(told) == 1
    assert "manage.py catch_up" in asked
    assert not [*what_waits()]
    assert list(DBTaskResult.objects.ready()) == [task]


def test_neither_a_task_at_work_nor_an_import_is_begun_again(begun):
    begun(publish_what_is_due, minutes=5)
    begun(read_batch, 1, hours=5)

    call_command("catch_up", verbosity=0)

    assert not DBTaskResult.objects.ready().exists()
    assert not [*what_waits()]
