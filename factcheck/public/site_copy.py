"""A copy of the whole public site as files, for a web server that shows it while the site does not answer.

Each address is asked of the site as a reader would ask it, and what it leads to is asked next: no list says which pages
there are. A copy is a folder of its own and takes its name only once it is whole. What did not change since the copy
before is not made again. Searching, and whatever else answers a question, has no copy.
"""

from __future__ import annotations

import fcntl
import json
import os
import re
import shutil
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import Self
from urllib.parse import parse_qsl, unquote, urldefrag, urljoin, urlsplit
from wsgiref.util import setup_testing_defaults

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler, WSGIRequest
from django.http import StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from lxml import etree, html

from factcheck.languages.of_page import READERS
from factcheck.site.identity import the_site

BEGINNINGS = ("public:home", "data:sitemap", "data:robots")
PAGES_OF_LISTS = frozenset({"page", "before", "after"})  # the only questions whose answers are copied
PAGES = ".pages.json"
LINK_HEADER = re.compile(r"<([^<>]+)>")
MARKUP = re.compile(r"(?:text/html|application/(?:\w+\+)?xml)\b")


class CopyFailed(Exception):
    """No copy was made, and the one before stands; the message says why and what to do."""


@dataclass(frozen=True)
class Copied:
    """What came of a copy, in addresses: made anew, the same as before, and no longer there."""

    written: int
    same: int
    gone: int


def copy_site(to: Path) -> Copied:
    """Have `to`, a link that this makes and moves, lead to a new copy beside it. Raises CopyFailed.

    A reader of the files sees the copy before or the new one whole, never some of both.
    """
    if to.exists() and not to.is_symlink():
        raise CopyFailed(f"{to} is there and is no copy of the site. Name a folder that is not there yet.")
    try:
        to.parent.mkdir(parents=True, exist_ok=True)
        with (to.parent / f".{to.name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return _copy(to)
    except BlockingIOError:
        raise CopyFailed(f"Another copy to {to} is being made. Wait for it to end.") from None
    except OSError as error:
        raise CopyFailed(f"The copy could not be written: {error}.") from None


def _copy(to: Path) -> Copied:
    before = Copy.found(to.resolve()) if to.is_symlink() else None
    new = Copy(to.with_name(f".{to.name}-{datetime.now(UTC):%Y%m%dT%H%M%S%fZ}"), {})
    try:
        same = new.fill(before)
        new.lead_here(to)
    except BaseException:
        shutil.rmtree(new.folder, ignore_errors=True)
        raise
    for older in to.parent.glob(f".{to.name}-*"):
        if older != new.folder:
            shutil.rmtree(older)
    gone = set(before.pages) - set(new.pages) if before else set()
    return Copied(written=len(new.pages) - same, same=same, gone=len(gone))


@dataclass(frozen=True)
class Copy:
    """One copy: its folder, and of each address the ETag, empty where there is none, and what its headers name."""

    folder: Path
    pages: dict[str, list[str]]

    @classmethod
    def found(cls, folder: Path) -> Self | None:
        """The copy in a folder, if its addresses can be read: without them all are made anew."""
        try:
            return cls(folder, json.loads((folder / PAGES).read_text()))
        except (OSError, ValueError):
            return None

    def fill(self, before: Copy | None) -> int:
        """Copy every page; returns how many are as they were."""
        static = Path(settings.STATIC_ROOT)
        if not static.is_dir():
            raise CopyFailed(f"There are no static files in {static}. Run manage.py collectstatic first.")
        shutil.copytree(static, self.folder / settings.STATIC_URL.strip("/"))
        site = WSGIHandler()
        waiting = deque(reverse(name) for name in BEGINNINGS)
        asked, same = set(waiting), 0
        while waiting:
            address = waiting.popleft()
            etag, *named = before.pages.get(address, [""]) if before else [""]
            request = _request(address, etag)
            answer = site.get_response(request)
            if before and answer.status_code == 304:
                same += 1
                self.take_over(address, before)
            elif _is_copied(request, answer):
                named = [*_links_in_header(answer)]
                self.write(address, answer)
            else:
                continue
            self.pages[address] = [answer.headers.get("ETag", ""), *named]
            found = sorted({*self.links_of(address), *named} - asked)
            asked.update(found)
            waiting.extend(found)
        (self.folder / PAGES).write_text(json.dumps(self.pages))
        return same

    def file_of(self, address: str) -> Path:
        """Where an address stands: `/claims/` in `claims/index.html`, `/claims/?page=2` in `claims/@page=2.html`."""
        path, _, query = address.partition("?")
        name = unquote(path).lstrip("/")
        if query:
            name += f"@{query}{PurePosixPath(name).suffix if not path.endswith('/') else '.html'}"
        elif path.endswith("/"):
            name += "index.html"
        return self.folder / name

    def take_over(self, address: str, before: Copy) -> None:
        file = self.file_of(address)
        file.parent.mkdir(parents=True, exist_ok=True)
        os.link(before.file_of(address), file)

    def write(self, address: str, answer: HttpResponseBase) -> None:
        file = self.file_of(address)
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("wb") as written:
            written.writelines(_parts_of(answer))

    def links_of(self, address: str) -> Iterator[str]:
        """The addresses of this site that a copied page leads to, if they are copied at all."""
        file, base = self.file_of(address), the_site().address(address)
        if file.suffix == ".html":
            page = html.parse(str(file), html.HTMLParser(encoding="utf-8")).getroot()
            found = page.xpath("//@href | //@src | //meta/@content[starts-with(., 'http')]")
        elif file.suffix in {".xml", ".atom"}:
            found = etree.parse(str(file)).xpath("//*[local-name()='loc']/text() | //@href")
        else:
            found = []
        for link in found:
            if (inside := _inside(urljoin(base, str(link).strip()))) is not None:
                yield inside

    def lead_here(self, link: Path) -> None:
        fresh = self.folder.with_name(f"{self.folder.name}.link")
        fresh.symlink_to(self.folder.name)
        fresh.replace(link)


def _inside(url: str) -> str | None:
    """The path and query of an address of this site that may have a copy."""
    parts, site = urlsplit(urldefrag(url).url), the_site()
    asked = parse_qsl(parts.query, keep_blank_values=True)
    names = {name for name, value in asked if "/" not in value}  # a report says by `page` what it is about
    if (parts.scheme, parts.netloc) != (site.scheme, site.host) or parts.path.startswith(settings.STATIC_URL):
        return None
    if parts.query and not (len(asked) == len(names) == 1 and names <= PAGES_OF_LISTS):
        return None
    return f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"


def _links_in_header(answer: HttpResponseBase) -> Iterator[str]:
    for link in LINK_HEADER.findall(answer.headers.get("Link", "")):
        if (inside := _inside(link)) is not None:
            yield inside


def _request(address: str, etag: str) -> WSGIRequest:
    """What a browser asks that has a page with this ETag."""
    path, _, query = address.partition("?")
    site = the_site()
    environ = {
        "PATH_INFO": unquote(path).encode().decode("latin-1"),
        "QUERY_STRING": query,
        "HTTP_HOST": site.host,
        "wsgi.url_scheme": site.scheme,
        "wsgi.input": BytesIO(),
    }
    if etag:
        environ["HTTP_IF_NONE_MATCH"] = etag
    setup_testing_defaults(environ)
    return WSGIRequest(environ)


def _is_copied(request: WSGIRequest, answer: HttpResponseBase) -> bool:
    """Whether it is a page for readers that is there. Raises CopyFailed where the site cannot answer."""
    match = request.resolver_match
    is_for_readers = match is not None and not READERS.isdisjoint(match.namespaces)
    if answer.status_code >= 500 or (is_for_readers and "no-store" in answer.get("Cache-Control", "")):
        raise CopyFailed(f"The site cannot answer {request.path} just now. The log says why; then copy again.")
    return is_for_readers and answer.status_code == 200


def _parts_of(answer: HttpResponseBase) -> Iterator[bytes]:
    if isinstance(answer, StreamingHttpResponse):
        yield from answer.streaming_content  # type: ignore[misc]  # no view of ours answers asynchronously
    else:
        yield answer.content  # type: ignore[attr-defined]  # every other answer has it
