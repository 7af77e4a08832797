"""The figures that Prometheus collects; tests/operation/test_serve.py asks several processes for them."""

from __future__ import annotations

import pytest

from factcheck.ledger.chain import record
from factcheck.operation.metrics import measure_requests
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("token", "sent"), [("", ""), ("", "Bearer "), ("right", ""), ("right", "Bearer wrong")])
def test_without_the_token_there_is_no_such_page(token, sent, client, settings):
    settings.METRICS_TOKEN = token

    assert client.get("/metrics", headers={"Authorization": sent}).status_code == 404


def test_requests_tasks_imports_and_the_ledger_are_told_by_route_and_number_alone(client, rf, settings):
    settings.METRICS_TOKEN = "right"
    record("user.made", actor=None, on=UserFactory())
    client.get("/")
    measure_requests(lambda _request: client.get("/healthz"))(rf.get("/secret-slug/"))

    told = client.get("/metrics", headers={"Authorization": "Bearer right"}).text

    for line in (
        'factcheck_request_seconds_count{method="GET",route="no such address",status="200"} 1.0',
        'factcheck_well{part="cache"} 1.0',
        "factcheck_ledger_entries 1.0",
    ):
        assert line in told
    assert "secret-slug" not in told
