"""Every verdict through trafilatura, as archives and other desks read it: claim, finding and day are found."""

from __future__ import annotations

import json
from collections.abc import Iterator

import trafilatura
from lxml import html

from scripts.site_audit.served import Served


def findings(served: Served) -> Iterator[str]:
    for page in served.verdicts():
        address, source = served.address_of(page), page.read_text()
        told = trafilatura.extract(source, output_format="json", with_metadata=True, url=served.site.url + address)
        if told is None:
            yield f"{address}: trafilatura finds no text"
            continue
        read = json.loads(told)
        heading = " ".join(html.fromstring(source.encode()).xpath("string(//h1)").split())
        if heading not in f"{read['title']} {read['text']}":
            yield f"{address}: trafilatura does not find the claim, but {read['title']}"
        if not read.get("date"):
            yield f"{address}: trafilatura finds no day"
