"""What the log holds of a request, and the page that names a fault by the log's own number."""

from __future__ import annotations

import json
import logging
import re

import pytest
from django.test import Client
from django.urls import reverse

from factcheck.operation.log_lines import JsonLines, PlainLines, RequestFilter

WORDS = "She told me that in confidence."


@pytest.fixture
def lines(settings):
    """Asks an address and returns the answer with the lines of the log: `lines(JsonLines(), client, "/desk/")`."""
    handlers = []

    def ask(formatter, client, address, **how):
        told = []
        handler = logging.Handler()
        handler.setFormatter(formatter)
        handler.addFilter(RequestFilter())
        handler.emit = lambda record: told.append(handler.format(record)) if handler.filter(record) else None
        handlers.append(handler)
        logging.getLogger().addHandler(handler)
        return client.get(address, **how), told

    yield ask
    for handler in handlers:
        logging.getLogger().removeHandler(handler)


@pytest.mark.django_db
def test_a_request_is_one_line_with_its_number_route_and_end_and_without_its_address(lines):
    answer, [line, refusal] = lines(JsonLines(), Client(), "/verdicts/the-mayor-lied/?q=who")

    told = json.loads(line)
    assert told["request"] == answer["X-Request-ID"]
    assert (told["method"], told["route"], told["status"]) == ("GET", "/verdicts/<slug:slug>/", 404)
    assert json.loads(refusal)["request"] == answer["X-Request-ID"]
    assert "mayor" not in line + refusal


@pytest.mark.django_db
@pytest.mark.parametrize(("given", "is_kept"), [("a1b2c3d4-from-nginx", True), ("x\nforged", False), ("short", False)])
def test_the_number_of_a_server_before_this_is_kept_where_it_is_one(given, is_kept, client):
    answer = client.get("/healthz", headers={"X-Request-ID": given})

    assert (answer["X-Request-ID"] == given) == is_kept


@pytest.mark.django_db
@pytest.mark.parametrize("formatter", [JsonLines(), PlainLines()], ids=["json", "text"])
def test_a_fault_is_named_to_who_met_it_and_logged_without_words(formatter, lines, as_user, editor, monkeypatch):
    def fail(*_args):
        raise ValueError(WORDS)

    monkeypatch.setattr("factcheck.desk.keys.render", fail)
    client = as_user(editor)
    client.raise_request_exception = False

    answer, told = lines(formatter, client, reverse("desk:keys"))

    log = "\n".join(told)
    assert answer.status_code == 500
    reference = re.search("<code>(.+)</code>", answer.text)[1]
    assert reference == answer["X-Request-ID"]
    assert reference in log
    assert "ValueError" in log
    assert "keys.py" in log
    assert WORDS not in log
    assert editor.username not in log


@pytest.mark.django_db
def test_the_page_of_a_fault_asks_no_database(client, django_assert_num_queries, monkeypatch):
    monkeypatch.setattr("factcheck.operation.health.JsonResponse", lambda *_: 1 / 0)
    client.raise_request_exception = False

    with django_assert_num_queries(0):
        answer = client.get("/healthz")

    assert "Something went wrong" in answer.text
