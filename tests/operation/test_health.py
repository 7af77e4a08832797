"""What a load balancer and a monitor are told."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from factcheck.ledger.chain import record
from factcheck.ledger.models import Head
from factcheck.verdicts.schedule_verdict import publish_what_is_due
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db
WELL = {"database": "ok", "cache": "ok", "queue": "ok", "ledger": "ok"}


def test_a_site_that_is_well_says_so_to_anybody(client):
    record("user.made", actor=None, on=UserFactory())

    assert client.get("/healthz").json() == {"web": "ok"}
    assert client.get("/readyz").json() == WELL


def test_a_probe_without_https_is_answered(client, settings):
    settings.SECURE_SSL_REDIRECT = True

    assert client.get("/healthz").status_code == 200


def test_work_that_no_worker_takes_up_is_told(client, settings):
    settings.TASKS = {"default": {"BACKEND": settings.BY_WORKERS, "QUEUES": ["default"]}}
    publish_what_is_due.enqueue()
    assert client.get("/readyz").status_code == 200
    DBTaskResult.objects.update(enqueued_at=timezone.now() - timedelta(hours=1))

    answer = client.get("/readyz")

    assert answer.status_code == 503
    assert answer.json() == {**WELL, "queue": "1 tasks wait for a worker for over five minutes"}


def test_a_ledger_that_does_not_end_with_its_head_is_told(client):
    Head.objects.create(pk=1, hash="1" * 64, length=1)

    assert "verify_ledger" in client.get("/readyz").json()["ledger"]


def test_a_cache_that_does_not_answer_is_told_without_a_traceback(client, settings):
    settings.CACHES = {
        "default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": "redis://127.0.0.1:1"}
    }

    answer = client.get("/readyz")

    assert answer.status_code == 503
    assert answer.json()["cache"] == "cannot be asked (ConnectionError)"
