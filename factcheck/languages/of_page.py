"""In which language a page is answered: a readers' page by its address, all else by the person's choice.

A readers' page never looks at what a browser prefers, so that one address is one page, whoever keeps a copy.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.urls import get_script_prefix
from django.utils.cache import patch_vary_headers
from django.utils.translation import activate, get_language, get_language_from_request, override

READERS = {"public", "data"}  # namespaces


@dataclass(frozen=True)
class PageInLanguage:
    """The same page in one of the site's languages."""

    language: str
    name: str
    path: str
    query: str
    is_shown: bool

    @property
    def address(self) -> str:
        return self.path + self.query

    @property
    def is_default(self) -> bool:
        """Whether it is the one that stands at the address without a prefix."""
        return self.language == str(settings.LANGUAGE_CODE)


class LanguageMiddleware:
    """Speaks the language of the address; outside readers' pages the account's, the browser's cookie's or its wish."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        request.LANGUAGE_CODE = language_of_path(request.path_info)
        with override(request.LANGUAGE_CODE):
            response = self.get_response(request)
        if response.headers.get("Content-Type", "").startswith("text/html"):
            response.headers.setdefault("Content-Language", request.LANGUAGE_CODE)
            if not is_for_readers(request):
                patch_vary_headers(response, ["Accept-Language", "Cookie"])
        return response

    def process_view(self, request: HttpRequest, *_view: Any) -> None:
        if not is_for_readers(request):
            request.LANGUAGE_CODE = language_of_person(request)
            activate(request.LANGUAGE_CODE)


def is_for_readers(request: HttpRequest) -> bool:
    """Whether the address alone says the language; of an address that leads nowhere, too."""
    match = request.resolver_match
    return match is None or match.namespace in READERS


def language_of_path(path: str) -> str:
    """The language that an address begins with; the site's own where it begins with none."""
    first = path.lstrip("/").partition("/")[0]
    others = {code for code, _ in settings.LANGUAGES} - {settings.LANGUAGE_CODE}
    return first if first in others else str(settings.LANGUAGE_CODE)


def language_of_person(request: HttpRequest) -> str:
    """What the account chose, if anybody is signed in; else what the browser's cookie or its header asks for."""
    if settings.SESSION_COOKIE_NAME in request.COOKIES:
        chosen = getattr(request.user, "language", None)
        if chosen in dict(settings.LANGUAGES):
            return str(chosen)
    return get_language_from_request(request)


def path_in(language: str, path: str) -> str:
    """The path of the same readers' page in another language."""
    root = get_script_prefix()
    rest = path.removeprefix(root)
    spoken = language_of_path(f"/{rest}")
    if spoken != settings.LANGUAGE_CODE:
        rest = rest.removeprefix(f"{spoken}/")
    return f"{root}{rest}" if language == settings.LANGUAGE_CODE else f"{root}{language}/{rest}"


def pages_in_languages(request: HttpRequest) -> list[PageInLanguage]:
    """The page at this address in each language; where the address leads nowhere, the front page."""
    match = request.resolver_match
    here = request.path if match else get_script_prefix()
    query = f"?{request.META['QUERY_STRING']}" if match and request.META.get("QUERY_STRING") else ""
    shown = get_language()
    return [
        PageInLanguage(code, name, path_in(code, here), query, is_shown=code == shown)
        for code, name in settings.LANGUAGES
    ]
