"""The same as a page says, as JSON: by what the browser accepts, or at the page's address with `.json` behind it.

It is what the API answers, so that there is one way to tell it.
"""

from __future__ import annotations

from functools import lru_cache, wraps
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.urls import NoReverseMatch, URLPattern, path, reverse
from django.utils.cache import patch_vary_headers

from factcheck.public.api.document import operations
from factcheck.public.api.open_data import View

OF_JSON = "_json"  # behind the name of a page
PAGED = frozenset({"page", "before"})  # what lists of the API do not go by


def page_with_twin(route: str, view: View, name: str, *, twin: str = "", **given: str) -> list[URLPattern]:
    """A page, and the operation of the API that tells the same: that of its name, unless `twin` names another.

    `given` is what the address of the page does not say.
    """
    operation = operations[twin or name]

    @wraps(operation)
    def data(request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        return operation(request, **given, **kwargs)

    @wraps(view)
    def negotiated(request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        chosen = data if _wants_data(request) and not PAGED & request.GET.keys() else view
        response = chosen(request, **kwargs)
        patch_vary_headers(response, ["Accept"])
        return response

    json_route = f"{route.rstrip('/') or 'index'}.json"
    return [path(route, negotiated, name=name), path(json_route, data, name=f"{name}{OF_JSON}")]


def _wants_data(request: HttpRequest) -> bool:
    return _prefers_data(request.META.get("HTTP_ACCEPT", "*/*"))


@lru_cache(256)
def _prefers_data(accepted: str) -> bool:
    """Whether a header asks for JSON before a page; browsers send few headers, and reading one takes a while."""
    asking = HttpRequest()
    asking.META["HTTP_ACCEPT"] = accepted
    return asking.get_preferred_type(["text/html", "application/json"]) == "application/json"


def json_twin(request: HttpRequest) -> str:
    """The address of the page's twin; empty where it has none, or shows a part of a list that has none."""
    match = request.resolver_match
    if not match or match.namespace != "public" or request.GET:
        return ""
    try:
        return reverse(f"public:{match.url_name}{OF_JSON}", kwargs=match.kwargs)
    except NoReverseMatch:
        return ""
