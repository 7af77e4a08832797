"""Readers' pages that are made once, and answered from what was kept until something that they show changes.

A page is kept with the stamps of the tables that it was made from, as they stood before it was begun. It holds as long
as they stand so, and once they do not, if its queries are answered as they were: no list says which change empties
which page, and nothing has to be emptied. What cannot be kept so (an address with a query that no list has, an answer
for one person, a table that nobody watches) is made each time.
"""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Self

import django
from django.conf import settings
from django.core.cache import caches
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.template.response import SimpleTemplateResponse
from django.utils.cache import set_response_etag
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from factcheck.public.compression import compress, decompress, encoding_for
from factcheck.public.kept_parts import forget_parts
from factcheck.stamps.answers import QueryAnswer
from factcheck.stamps.reads import Stamps, TablesRead, connection_read, noting_reads, stamps_now

IN_MEMORY = 256  # pages, in each process
CODE = (("factcheck", "*.py"), ("templates", "*.html"), ("locale", "*.mo"))
SHOWN_SETTINGS = (
    "SITE_NAME",
    "SITE_URL",
    "SITE_EMAIL",
    "IS_DEMONSTRATION",
    "SHOWS_CONTESTED_CLAIMS",
    "QUOTE_WORDS",
    "TIME_ZONE",
    "LANGUAGES",
    "LANGUAGE_CODE",
)

type MakePage = Callable[[], HttpResponseBase]


@dataclass(frozen=True)
class KeptPage:
    """One answer, the stamps of what it was made from, and what its queries were answered; None if that is not known.

    `unasked` are the scopes of which no query tells what it took from them.
    """

    body: bytes
    headers: dict[str, str]
    made_from: Stamps
    answers: tuple[QueryAnswer, ...] | None = None
    unasked: frozenset[str] = frozenset()

    def holds(self, stamps: Stamps) -> bool:
        return all(stamps.get(scope, 0) == stamp for scope, stamp in self.made_from.items())

    def renewed(self, stamps: Stamps) -> Self | None:
        """The same page for these stamps, if its queries are answered now as they were."""
        is_same = all(stamps.get(scope, 0) == self.made_from[scope] for scope in self.unasked)
        read = connection_read()
        if self.answers is None or not is_same or not all(answer.is_given_again(read) for answer in self.answers):
            return None
        return replace(self, made_from={scope: stamps.get(scope, 0) for scope in self.made_from})

    @classmethod
    def of(cls, response: HttpResponse, read: TablesRead) -> Self:
        set_response_etag(response)
        headers = dict(response.items())
        return cls(response.content, headers, read.made_from, read.answers.told(), frozenset(read.unasked))

    def response(self) -> HttpResponse:
        return HttpResponse(self.body, headers=self.headers)

    def response_in_an_outage(self) -> HttpResponse:
        """The same while the database cannot say whether it still holds: a page says so, and no cache may have it."""
        response = self.response()
        decompress(response)
        if response["Content-Type"].startswith("text/html"):
            response.content = response.content.replace(b"<main", _outage() + b"<main", 1)
        del response["ETag"]
        response["Cache-Control"] = "no-store"
        return response


def kept_page(request: HttpRequest, make: MakePage, *, parameter: str = "", form: str = "") -> HttpResponseBase:
    """The page at this address: as it was kept, else as `make` makes it now, which is kept then.

    `parameter` names what the address may say behind its `?`; with anything else there the page is made anew. `form`
    tells apart what one address answers in several forms.
    """
    encoding = encoding_for(request)
    key = _key(request, parameter, f"{encoding} {form}") if settings.KEEPS_PAGES else ""
    if not key:
        return _made(make, encoding)
    try:
        stamps = stamps_now()
        kept = _find(key, stamps)
    except (OperationalError, InterfaceError):
        if last := _at_hand.get(key) or caches["pages"].get(key):
            return last.response_in_an_outage()
        raise
    if kept:
        return kept.response()
    with noting_reads(stamps) as read:
        response = _made(make, encoding)
    if read.is_known and _can_be_kept(request, response):
        assert isinstance(response, HttpResponse)  # noqa: S101 - asked just before
        _keep(key, KeptPage.of(response, read))
    return response


def _outage() -> bytes:
    told = _(
        "The site cannot reach its database just now. This is the page as it was last; what came since, a correction "
        "too, is not on it."
    )
    return f'<p class="notice">{told}</p>\n  '.encode()


def etag_of_all(request: HttpRequest) -> str:
    """The ETag of an answer that is not kept, which all rows may show in: another one once any of them was written."""
    shown = (getattr(settings, name) for name in SHOWN_SETTINGS)
    about = (_release(), get_language(), *shown, request.path, sorted(stamps_now().items()))
    return f'W/"{hashlib.sha256(repr(about).encode()).hexdigest()[:32]}"'


def forget_pages() -> None:
    """Make every page anew, with all its parts; what this process holds alone, others go on with theirs."""
    with _lock:
        _at_hand.clear()
    caches["pages"].clear()
    forget_parts()


def _can_be_kept(request: HttpRequest, response: HttpResponseBase) -> bool:
    is_for_all = not response.cookies and not request.session.accessed
    return isinstance(response, HttpResponse) and response.status_code == 200 and is_for_all


def _made(make: MakePage, encoding: str) -> HttpResponseBase:
    response = make()
    if isinstance(response, SimpleTemplateResponse):
        response.render()  # what it shows is asked for only now
    compress(response, encoding)
    return response


def _key(request: HttpRequest, parameter: str, form: str) -> str:
    """What the page is kept under; empty if it is not to be: nobody fills the cache by thinking up addresses."""
    query = request.META.get("QUERY_STRING", "")
    if query and not (parameter and query == f"{parameter}={_plain(request, parameter)}"):
        return ""
    shown = (getattr(settings, name) for name in SHOWN_SETTINGS)
    about = (_release(), get_language(), form, *shown, request.path, query)
    return hashlib.sha256(repr(about).encode()).hexdigest()


def _plain(request: HttpRequest, parameter: str) -> str:
    """The number of a page of a list, written in the one way that is kept."""
    given = request.GET.get(parameter, "")
    return given if given.isdecimal() and given.isascii() and len(given) <= 5 and given[0] != "0" else "?"


@cache
def _release() -> str:
    """What tells one state of the code from another: a page that an earlier release made is not shown by the next."""
    digest = hashlib.sha256(django.get_version().encode())
    code = [file for folder, names in CODE for file in sorted((settings.BASE_DIR / folder).rglob(names))]
    for file in [*code, Path(settings.STATIC_ROOT) / "staticfiles.json"]:
        digest.update(file.read_bytes() if file.exists() else b"")
    return digest.hexdigest()


_at_hand: OrderedDict[str, KeptPage] = OrderedDict()
_lock = Lock()


def _find(key: str, stamps: Stamps) -> KeptPage | None:
    """What still holds of what this process has at hand, or of what another one kept meanwhile."""
    with _lock:
        if (at_hand := _at_hand.get(key)) and at_hand.holds(stamps):
            _at_hand.move_to_end(key)
            return at_hand
    kept: KeptPage | None = caches["pages"].get(key) or at_hand
    if kept and not kept.holds(stamps):
        kept = kept.renewed(stamps)
    if kept:
        _hold(key, kept)
    return kept


def _keep(key: str, page: KeptPage) -> None:
    caches["pages"].set(key, page)
    _hold(key, page)


def _hold(key: str, page: KeptPage) -> None:
    with _lock:
        _at_hand[key] = page
        _at_hand.move_to_end(key)
        if len(_at_hand) > IN_MEMORY:
            _at_hand.popitem(last=False)
