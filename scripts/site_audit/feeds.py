"""Every feed through feedparser: well-formed, with what a reader of feeds shows, and no markup where text is said."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import feedparser

from scripts.site_audit.served import Served


def findings(served: Served) -> Iterator[str]:
    for file in served.feeds():
        address, feed = f"/{file.relative_to(served.copy)}", feedparser.parse(file.read_bytes())
        if feed.bozo:
            yield f"{address}: {feed.bozo_exception}"
        for lacking in [name for name in ("title", "link", "updated") if not feed.feed.get(name)]:
            yield f"{address}: the feed has no {lacking}"
        for entry in feed.entries:
            yield from of_entry(f"{address}, {entry.get('id')}", entry)


def of_entry(place: str, entry: Any) -> Iterator[str]:
    for lacking in [name for name in ("id", "title", "link", "updated", "summary") if not entry.get(name)]:
        yield f"{place}: no {lacking}"
    for name in ("title_detail", "summary_detail"):
        detail = entry.get(name)
        if detail and detail.type == "text/plain" and ("</" in detail.value or "&amp;" in detail.value):
            yield f"{place}: {name} says it is text and holds markup"
