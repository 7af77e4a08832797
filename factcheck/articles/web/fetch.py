"""Fetching one page of the web by its address, as its publisher allows and as little as that takes."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from http import HTTPStatus

from factcheck.articles.reading.findings import CONTROL
from factcheck.articles.web.connection import (
    CHECK,
    MOST_REDIRECTS,
    PASTE,
    SECONDS,
    Answer,
    Deadline,
    FetchRefused,
    get,
    target_of,
)
from factcheck.articles.web.robots import Robots
from factcheck.languages.sentences import noted

LONGEST = 10_000_000  # bytes of one page, decompressed
PAGES = ("text/html", "application/xhtml+xml")
PLAIN = "text/plain"


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as it was received: decompressed, and not changed otherwise."""

    url: str
    status: int
    headers: list[tuple[str, str]]
    body: bytes
    kind: str
    charset: str
    robots: str

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.body).hexdigest()


def fetch(url: str) -> Fetched:
    """Raises FetchRefused."""
    deadline = Deadline(SECONDS)
    robots = Robots(deadline)
    for _ in range(MOST_REDIRECTS + 1):
        target = target_of(url)
        note = robots.must_allow(target)
        answer = get(target, deadline=deadline, most=LONGEST)
        if not answer.leads_to:
            return _fetched(answer, note)
        url = answer.leads_to
    raise FetchRefused(
        noted(
            "The address leads on more than %(most_redirects)s times, last to %(url)s.",
            most_redirects=MOST_REDIRECTS,
            url=url,
        ),
        CHECK,
    )


def _fetched(answer: Answer, robots: str) -> Fetched:
    host, kind = answer.target.host, answer.headers.get_content_type() if "Content-Type" in answer.headers else ""
    if answer.status != HTTPStatus.OK:
        raise FetchRefused(noted("%(host)s answered %(status)s.", host=host, status=_phrase(answer.status)), PASTE)
    if kind not in (*PAGES, PLAIN):
        sent = kind or noted("something it does not name")
        raise FetchRefused(noted("%(host)s sent %(kind)s, which is no page.", host=host, kind=sent), PASTE)
    if not answer.is_whole:
        raise FetchRefused(noted("The page is longer than %(longest)s MB.", longest=f"{LONGEST / 1e6:.0f}"), PASTE)
    return Fetched(
        url=answer.target.url,
        status=answer.status,
        headers=[(name, CONTROL.sub("", value)) for name, value in answer.headers.items()],
        body=answer.body,
        kind=kind,
        charset=answer.headers.get_content_charset() or "",
        robots=robots,
    )


def _phrase(status: int) -> str:
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)
