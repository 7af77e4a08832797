"""The record: how anyone can check that no published verdict was rewritten, and the ledger's entries to do it by."""

from __future__ import annotations

import json
from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render

from factcheck.ledger.chain import head_of_chain
from factcheck.ledger.models import Entry
from factcheck.public.pages import readers_page


@readers_page
def record(request: HttpRequest) -> HttpResponse:
    return render(request, "public/record.html", {"head": head_of_chain()})


@readers_page
def ledger_lines(_request: HttpRequest) -> StreamingHttpResponse:
    """Every ledger entry as a line of JSON: acts on revisions whole, of others their place in the chain."""
    return StreamingHttpResponse(_lines(), content_type="application/jsonl; charset=utf-8")


def _lines() -> Iterator[str]:
    for entry in Entry.objects.order_by("pk").iterator():
        yield f"{json.dumps(entry.as_public(), sort_keys=True)}\n"
