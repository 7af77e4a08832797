"""One request over the web to an address that was checked: no proxy, no cookie, no redirect, and an end in time.

The name is looked up once, every address it has is checked, and the connection goes to a checked one, so that a name
which answers otherwise a moment later changes nothing. A certificate is verified for the name.
"""

from __future__ import annotations

import io
import re
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from email.message import Message
from http.client import HTTPException, HTTPResponse
from typing import Any, NamedTuple
from urllib.parse import urljoin, urlsplit

from django.conf import settings
from django.utils.encoding import iri_to_uri

from factcheck.articles.formats.incoming import LENGTHS
from factcheck.articles.reading.findings import CONTROL
from factcheck.articles.web.addresses import is_public
from factcheck.languages.sentences import noted

SECONDS = 10.0  # for all that one fetch asks for, together
SECONDS_TO_CONNECT = 3.0  # to one of several addresses
REDIRECTS = (301, 302, 303, 307, 308)
MOST_REDIRECTS = 5
PORTS = {"http": 80, "https": 443}
PIECE = 65_536
ACCEPT = "text/html,application/xhtml+xml,text/plain;q=0.5"
ASCII_ONLY = re.compile(r"[!-~]+")
CHECK = noted("Check the address in a browser.")
PASTE = noted("Open the page in a browser and paste the article's text.")


class FetchRefused(Exception):
    """A page that the server does not fetch, or did not get: says what, why, and what to do."""

    def __init__(self, reason: str, remedy: str) -> None:
        super().__init__(f"{reason} {remedy}")


class Deadline:
    """The moment by which all waiting is over."""

    def __init__(self, seconds: float) -> None:
        self.seconds, self.at = seconds, time.monotonic() + seconds

    def left(self) -> float:
        """Seconds. Raises TimeoutError if there are none."""
        left = self.at - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return left


class Target(NamedTuple):
    """A web address in the parts that a request needs, each of plain ASCII."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def authority(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def origin(self) -> str:
        return f"{self.scheme}://{self.authority}"

    @property
    def url(self) -> str:
        return self.origin + self.path

    @property
    def is_chosen(self) -> bool:
        """Whether an administrator allowed this host and port, wherever it is."""
        host = self.authority.removesuffix(f":{self.port}")
        return f"{host}:{self.port}" in settings.FETCH_ALLOWED_HOSTS


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered; the body is decompressed, and cut short if it is not whole."""

    target: Target
    status: int
    headers: Message
    body: bytes
    is_whole: bool

    @property
    def leads_to(self) -> str:
        """The address a redirect leads to; empty if the answer is none."""
        location = (self.headers["Location"] or "") if self.status in REDIRECTS else ""
        location = CONTROL.sub("", location.encode("latin-1", "replace").decode("utf-8", "replace"))
        try:
            return urljoin(self.target.url, location) if location else ""
        except ValueError:
            return location


def target_of(url: str) -> Target:
    """Raises FetchRefused for an address that is none of the web, names a person, or a port of something else."""
    try:
        parts = urlsplit(url.strip())
        host, port = (parts.hostname or "").encode("idna").decode("ascii"), parts.port
    except ValueError:  # UnicodeError, of a name that no host can have, is one
        raise FetchRefused(noted("“%(url)s” is no web address.", url=url), CHECK) from None
    if parts.scheme not in PORTS or not ASCII_ONLY.fullmatch(host):
        raise FetchRefused(noted("“%(url)s” is no web address.", url=url), noted("Write it with http:// or https://."))
    if parts.username is not None or parts.password is not None:
        raise FetchRefused(noted("The address holds a user name or a password."), noted("Leave them out."))
    path = iri_to_uri(parts.path or "/") + (f"?{iri_to_uri(parts.query)}" if parts.query else "")
    target = Target(parts.scheme, host.rstrip("."), port or PORTS[parts.scheme], path)
    if target.port not in PORTS.values() and not target.is_chosen:
        raise FetchRefused(noted("Pages are not fetched from port %(port)s.", port=target.port), PASTE)
    if not ASCII_ONLY.fullmatch(path) or len(target.url) > LENGTHS["url"]:
        raise FetchRefused(
            noted(
                "The address has more than %(lengths)s characters, or some that none has.",
                lengths=f"{LENGTHS['url']:,}",
            ),
            CHECK,
        )
    return target


def get(target: Target, *, deadline: Deadline, most: int) -> Answer:
    """Ask once, reading at most so many bytes. Raises FetchRefused."""
    try:
        with ExitStack() as stack:
            connection = stack.enter_context(_connected(target, deadline))
            response = HTTPResponse(_Timed(connection, deadline), method="GET")  # type: ignore[arg-type]
            stack.callback(response.close)
            connection.settimeout(deadline.left())
            connection.sendall(_request(target))
            response.begin()
            body, is_whole = _body(response, most)
            return Answer(target, response.status, response.headers, body, is_whole)
    except TimeoutError:
        reason = noted(
            "%(host)s did not answer in full within %(seconds)s seconds.",
            host=target.host,
            seconds=f"{deadline.seconds:.0f}",
        )
        raise FetchRefused(reason, noted("Try again later, or: %(paste)s", paste=PASTE)) from None
    except ssl.SSLCertVerificationError as error:
        reason = noted(
            "The certificate of %(host)s cannot be trusted: %(verify_message)s.",
            host=target.host,
            verify_message=error.verify_message,
        )
        raise FetchRefused(reason, PASTE) from None
    except (OSError, HTTPException, zlib.error) as error:
        told = getattr(error, "strerror", None) or error or type(error).__name__
        reason = noted("The connection to %(host)s failed: %(told)s.", host=target.host, told=told)
        raise FetchRefused(reason, noted("%(check)s Then try again.", check=CHECK)) from None


def _connected(target: Target, deadline: Deadline) -> socket.socket:
    """A connection to the first address that takes one, encrypted for https. Raises FetchRefused, OSError."""
    found = _looked_up(target, deadline)
    if not target.is_chosen and not all(is_public(str(where[0])) for _, where in found):
        reason = noted("%(host)s is an address of a private network, or none of the public internet.", host=target.host)
        raise FetchRefused(reason, PASTE)
    failed = OSError(noted("it has no address"))
    for family, where in found:
        try:
            connection = _opened(family, where, seconds=min(deadline.left(), SECONDS_TO_CONNECT))
        except OSError as error:
            failed = error
        else:
            return _encrypted(connection, target, deadline) if target.scheme == "https" else connection
    raise failed


def _opened(family: int, where: Any, *, seconds: float) -> socket.socket:
    with ExitStack() as stack:
        connection = stack.enter_context(socket.socket(family, socket.SOCK_STREAM))
        connection.settimeout(seconds)
        connection.connect(where)
        stack.pop_all()
    return connection


def _looked_up(target: Target, deadline: Deadline) -> list[tuple[int, Any]]:
    """The addresses of the target's host, as families and socket addresses. Raises FetchRefused, TimeoutError.

    The lookup has no time limit of its own, so it is waited for in a thread that nobody else waits for.
    """
    found: list[tuple[int, Any]] = []
    problems: list[OSError] = []

    def look_up() -> None:
        try:
            answers = socket.getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM)
            found.extend((family, where) for family, _, _, _, where in answers)
        except OSError as error:
            problems.append(error)

    thread = threading.Thread(target=look_up, daemon=True)
    thread.start()
    thread.join(deadline.left())
    if thread.is_alive():
        raise TimeoutError
    if problems:
        raise FetchRefused(
            noted("There is no host “%(host)s”: %(strerror)s.", host=target.host, strerror=problems[0].strerror), CHECK
        )
    return found


def _encrypted(connection: socket.socket, target: Target, deadline: Deadline) -> socket.socket:
    with ExitStack() as stack:
        stack.callback(connection.close)
        connection.settimeout(deadline.left())
        encrypted = ssl.create_default_context().wrap_socket(connection, server_hostname=target.host)
        stack.pop_all()
    return encrypted


def _request(target: Target) -> bytes:
    lines = (
        f"GET {target.path} HTTP/1.1",
        f"Host: {target.authority}",
        f"User-Agent: {settings.FETCH_USER_AGENT} (+{settings.SITE_URL})",
        f"Accept: {ACCEPT}",
        "Accept-Encoding: gzip",
        "Connection: close",
        "\r\n",
    )
    return "\r\n".join(lines).encode("latin-1", "replace")


class _Timed:
    """A connection as `HTTPResponse` wants it, every wait of which ends at the deadline."""

    def __init__(self, connection: socket.socket, deadline: Deadline) -> None:
        self.connection, self.deadline = connection, deadline

    def makefile(self, mode: str) -> io.BufferedReader:
        return io.BufferedReader(_TimedReader(self.connection, self.deadline))


class _TimedReader(io.RawIOBase):
    def __init__(self, connection: socket.socket, deadline: Deadline) -> None:
        self.connection, self.deadline = connection, deadline

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        self.connection.settimeout(self.deadline.left())
        return self.connection.recv_into(buffer)


def _body(response: HTTPResponse, most: int) -> tuple[bytes, bool]:
    """The body, decompressed piece by piece so that a small one cannot grow past `most`; and whether it is whole."""
    body = bytearray()
    for piece in _pieces(response, most + 1):
        body += piece
        if len(body) > most:
            return bytes(body[:most]), False
    if response.length:
        raise HTTPException(noted("it broke off"))
    return bytes(body), True


def _pieces(response: HTTPResponse, most: int) -> Iterator[bytes]:
    encoding = response.headers.get("Content-Encoding", "identity").strip().casefold()
    if encoding in ("gzip", "x-gzip"):
        yield from _unzipped(response, most)
    elif encoding in ("identity", ""):
        while piece := response.read1(PIECE):
            yield piece
    else:
        raise HTTPException(noted("it sent %(encoding)s, which was not asked for", encoding=encoding))


def _unzipped(response: HTTPResponse, most: int) -> Iterator[bytes]:
    unzip = zlib.decompressobj(zlib.MAX_WBITS | 16)
    while piece := response.read1(PIECE):
        yield unzip.decompress(piece, most)
        while unzip.eof and unzip.unused_data:
            rest, unzip = unzip.unused_data, zlib.decompressobj(zlib.MAX_WBITS | 16)
            yield unzip.decompress(rest, most)
    if not unzip.eof:
        raise HTTPException(noted("it broke off"))
