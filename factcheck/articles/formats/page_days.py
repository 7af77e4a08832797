"""On which day a web page was published: never the day on which it was changed, and the day in the paper's own zone."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

MODIFIED = (
    *("article:modified_time", "og:updated_time", "datemodified", "last-modified", "lastmod", "dcterms.modified"),
    *("dc.date.modified", "article:modified", "modified", "modified_date", "parsely-modified"),
)
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)")


def in_own_zone(words: str, times: Iterable[str]) -> str:
    """A time, in the zone in which the same moment stands among a page's other times; it was UTC."""
    moment = _moment(words)
    if moment is None or moment.utcoffset():
        return words
    others = (other for time in times if (other := _moment(time)) is not None and other.utcoffset())
    return next((other.isoformat() for other in others if abs(other - moment) < timedelta(minutes=1)), words)


def times_in(tree: Any, metas: Iterable[str]) -> list[str]:
    """The times with a zone that a page gives in its meta tags, its scripts for machines and its own text."""
    scripts = tree.xpath("//script[contains(@type, 'ld+json')]/text()")
    shown = tree.xpath("//time/@datetime | //*[@itemprop]/@content")
    return [time for words in (*shown, *metas, *scripts) for time in TIME.findall(words)]


def _moment(words: str) -> datetime | None:
    found = TIME.fullmatch(words.strip())
    try:
        return datetime.fromisoformat(found[0]) if found else None
    except ValueError:
        return None
