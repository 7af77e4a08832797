"""What browsers report against the content policy: counted, bounded, and shown to administrators."""

from __future__ import annotations

import json

import pytest
from django.core.cache import cache

from factcheck.operation import policy_reports
from factcheck.operation.models import PolicyReport

pytestmark = pytest.mark.django_db
ADDRESS = "/policy-reports"
OLD = {
    "csp-report": {
        "document-uri": "https://desk.example/claims/?q=secret",
        "effective-directive": "script-src-elem",
        "blocked-uri": "https://elsewhere.example/a.js?key=1",
    }
}
NEW = [{"type": "csp-violation", "body": {"documentURL": "https://desk.example/", "effectiveDirective": "style-src"}}]


@pytest.fixture(autouse=True)
def nothing_sent():
    cache.delete("policy-reports:127.0.0.1")


def report(client, sent):
    body = sent if isinstance(sent, str) else json.dumps(sent)
    return client.post(ADDRESS, body, content_type="application/csp-report").status_code


def test_the_policy_of_a_page_names_where_to_report(client):
    assert f"report-uri {ADDRESS}" in client.get("/about/")["Content-Security-Policy"]


def test_a_breach_is_counted_without_the_rest_of_its_addresses_and_shown_to_administrators(
    client, as_user, administrator
):
    assert [report(client, OLD), report(client, OLD), report(client, NEW)] == [204, 204, 204]

    kept = set(PolicyReport.objects.values_list("page", "rule", "blocked", "count"))
    assert kept == {("/claims/", "script-src-elem", "https://elsewhere.example", 2), ("/", "style-src", "", 1)}
    assert "script-src-elem" in as_user(administrator).get("/admin/operation/policyreport/").text


@pytest.mark.parametrize(
    "sent", ["", "[", "[" * 9000, "null", '{"csp-report": 1}', '[{"body": {"documentURL": "http://["}}]']
)
def test_what_is_no_report_is_kept_nowhere(sent, client):
    assert report(client, sent) == 204
    assert not PolicyReport.objects.exists()


def test_neither_many_reports_nor_large_ones_fill_the_database(client, monkeypatch):
    monkeypatch.setattr(policy_reports, "MOST_KINDS", 3)
    monkeypatch.setattr(policy_reports, "RATE", "6/min")

    told = [report(client, [{"body": {**NEW[0]["body"], "blockedURL": f"https://{i}.example/"}}]) for i in range(8)]

    assert told == [204] * 6 + [429] * 2
    assert list(PolicyReport.objects.values_list("blocked", flat=True)) == [f"https://{i}.example" for i in (5, 4, 3)]
    assert report(client, "x" * policy_reports.LARGEST * 2) == 413
