"""A verdict on other sites: its picture beside a link, its card in a frame, and how it is cited."""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import FETCH_RAISE
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import Resolver404, resolve, reverse
from django.utils.csp import CSP
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.csp import csp_override

from factcheck.languages.of_page import language_of_path
from factcheck.public.api.open_data import open_data
from factcheck.public.api.problem import Fault, problem
from factcheck.public.pages import readers_page
from factcheck.public.share_verdict import FRAME, SharedVerdict
from factcheck.public.verdict_card import HEIGHT, WIDTH, VerdictCard
from factcheck.site.identity import the_site
from factcheck.verdicts.models import Revision

NARROWEST = 280  # pixels

# The one page that other sites may show in a frame of theirs.
POLICY: dict[str, Any] = {**settings.SECURE_CSP, "frame-ancestors": ["*"], "form-action": [CSP.NONE]}


def _standing(slug: str) -> Revision:
    """The state of a verdict that readers see now. Raises Http404."""
    return get_object_or_404(Revision.objects.current().fetch_mode(FETCH_RAISE), verdict__slug=slug)


@readers_page
def card(_request: HttpRequest, slug: str, digest: str) -> HttpResponse:
    """The picture; one of an earlier state leads to the one of now."""
    revision = _standing(slug)
    shown = VerdictCard.of(revision)
    if digest != shown.digest:
        return redirect("public:card", slug, shown.digest)
    return HttpResponse(shown.png(), content_type="image/png")


@xframe_options_exempt
@csp_override(POLICY)
@readers_page
def embedded(request: HttpRequest, slug: str) -> HttpResponse:
    """The verdict as a card for a frame on another site: no script, and as high as the frame."""
    return render(request, "public/verdicts/embedded.html", {"revision": _standing(slug)})


@readers_page
def bibtex(_request: HttpRequest, slug: str) -> HttpResponse:
    told = SharedVerdict.of(_standing(slug)).citation.bibtex
    return HttpResponse(told, content_type="application/x-bibtex; charset=utf-8")


@readers_page
def csl(_request: HttpRequest, slug: str) -> HttpResponse:
    told = json.dumps([SharedVerdict.of(_standing(slug)).citation.csl], ensure_ascii=False)
    return HttpResponse(told, content_type="application/vnd.citationstyles.csl+json; charset=utf-8")


@open_data
def oembed(request: HttpRequest) -> HttpResponse:
    """What a site needs to show a verdict that somebody linked to there (https://oembed.com)."""
    if request.GET.get("format", "json") != "json":
        return problem(HTTPStatus.NOT_IMPLEMENTED, _("This is told as JSON alone."))
    try:
        width = max(min(_pixels(request, "maxwidth", FRAME[0]), FRAME[0]), NARROWEST)
        height = max(min(_pixels(request, "maxheight", FRAME[1]), FRAME[1]), FRAME[1] // 2)
    except ValueError as error:
        fault = Fault(name=str(error), reason=_("It is no number of pixels."))
        return problem(HTTPStatus.UNPROCESSABLE_ENTITY, _("The address cannot be read."), [fault])
    url = request.GET.get("url", "")
    try:
        slug, language = _verdict_at(url)
        revision = _standing(slug)
    except Http404:
        return problem(HTTPStatus.NOT_FOUND, _("There is no public verdict at the address that “url” names."))
    with override(language):
        return JsonResponse(_told(revision, width, height))


def _told(revision: Revision, width: int, height: int) -> dict[str, Any]:
    shown = SharedVerdict.of(revision)
    return {
        "version": "1.0",
        "type": "rich",
        "title": shown.title,
        "provider_name": shown.site.name,
        "provider_url": shown.site.address(reverse("public:home")),
        "html": shown.framed(width, height),
        "width": width,
        "height": height,
        "thumbnail_url": shown.card,
        "thumbnail_width": WIDTH,
        "thumbnail_height": HEIGHT,
        "cache_age": 3600,
    }


def _pixels(request: HttpRequest, name: str, otherwise: int) -> int:
    """Raises ValueError with the name of what is no number."""
    given = request.GET.get(name, str(otherwise))
    if not (given.isascii() and given.isdecimal() and len(given) <= 6):
        raise ValueError(name)
    return int(given)


def _verdict_at(url: str) -> tuple[str, str]:
    """Slug and language of the verdict's page at an address of this site. Raises Http404 if it is none."""
    try:
        parts = urlsplit(url)
        language = language_of_path(parts.path)
        with override(language):
            match = resolve(parts.path)
    except (ValueError, Resolver404) as error:
        raise Http404 from error
    if parts.netloc != the_site().host:
        raise Http404
    if match.view_name not in ("public:verdict", "public:embedded", "public:revision"):
        raise Http404
    return match.kwargs["slug"], language
