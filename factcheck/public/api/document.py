"""The API as one thing: its operations, its OpenAPI document, and how its problems are told."""

from __future__ import annotations

from functools import wraps
from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from ninja import NinjaAPI
from ninja.errors import ValidationError

from factcheck.public.api.exports import RATE, export
from factcheck.public.api.open_data import View, open_data
from factcheck.public.api.operations import claims, site, stories, verdicts
from factcheck.public.api.problem import MEDIA_TYPE, Fault, problem
from factcheck.public.api.shapes.site import licence_of
from factcheck.site.identity import the_site

ABOUT = """What the readers' pages of this fact-check desk show, as JSON. Anyone can read it, without a key, from any
page on the web; nothing can be written. Lists come newest first, in parts: `next`, and the `Link` header, lead on.
Answers carry an ETag: ask with `If-None-Match`, and what has not changed costs you nothing."""

api = NinjaAPI(title="Fact-check desk", version="1", description=ABOUT, openapi_url=None)
for router in (verdicts.router, claims.router, stories.router, site.router):
    api.add_router("", router)


@api.exception_handler(Http404)
def not_there(_request: HttpRequest, _error: Http404 | type[Http404]) -> HttpResponse:
    return problem(HTTPStatus.NOT_FOUND, _("There is nothing public at this address."))


@api.exception_handler(ValidationError)
def unreadable(_request: HttpRequest, error: Any) -> HttpResponse:
    faults = [Fault(name=str(found["loc"][-1]), reason=found["msg"]) for found in error.errors]
    sentence = _("The address asks for something that cannot be read: %(names)s.")
    names = ", ".join(dict.fromkeys(fault.name for fault in faults))
    return problem(HTTPStatus.UNPROCESSABLE_ENTITY, sentence % {"names": names}, faults)


def document() -> dict[str, Any]:
    """The OpenAPI document, with this site's address and licence."""
    site = the_site()
    told: dict[str, Any] = dict(api.get_openapi_schema(path_prefix="api/v1"))
    licence = {"name": "As the site says", "url": licence_of(site) or site.address("/")}
    told["info"] = {**told["info"], "license": licence}
    told["servers"] = [{"url": site.address("")}]
    for asked in told["paths"].values():
        for code, answer in asked["get"]["responses"].items():
            if str(code) != "200":
                answer["content"] = {MEDIA_TYPE: answer["content"]["application/json"]}
    return told


def openapi(_request: HttpRequest) -> HttpResponse:
    return JsonResponse(document())


def nothing_here(_request: HttpRequest, rest: str) -> HttpResponse:
    return problem(HTTPStatus.NOT_FOUND, _("The API has no such address: %(path)s.") % {"path": rest[:100]})


def _asked_with_get(view: View) -> View:
    """The library knows no HEAD; the server leaves the body out."""

    @wraps(view)
    def asked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        method, request.method = request.method, "GET"
        try:
            return view(request, *args, **kwargs)
        finally:
            request.method = method

    return asked


_found = [pattern for pattern in api.urls[0] if isinstance(pattern, URLPattern) and pattern.name != "api-root"]
operations: dict[str, View] = {str(found.name): open_data(_asked_with_get(found.callback)) for found in _found}
urlpatterns = [
    path("export/<slug:noun>.<slug:form>", open_data(export, rate=RATE), name="export"),
    path("api/v1/openapi.json", open_data(openapi), name="openapi"),
    *(path(f"api/v1/{found.pattern}", operations[str(found.name)], name=f"api_{found.name}") for found in _found),
    path("api/v1/<path:rest>", open_data(nothing_here), name="nothing_here"),
]
