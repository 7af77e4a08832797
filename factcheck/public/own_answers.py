"""What a demonstration answers where Django's development server would show how the site is built."""

from __future__ import annotations

from collections.abc import Callable

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.urls import get_resolver
from django.utils.translation import override
from django.views.defaults import page_not_found

type Answer = Callable[[HttpRequest], HttpResponseBase]


def in_our_words(get_response: Answer) -> Answer:
    """Middleware: a page that is not there, or a fault, is told as on a real site; the terminal still tells all."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        if not response.get("Content-Type", "").startswith("text/html"):
            return response
        with override(getattr(request, "LANGUAGE_CODE", None)):
            if response.status_code == 404:
                return page_not_found(request, Http404("There is no such page."))
            if response.status_code == 500:
                page: HttpResponseBase = get_resolver().resolve_error_handler(500)(request)
                return page
        return response

    return answer
