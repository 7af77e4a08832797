"""Which site a form was sent from, as the browser says in `Origin`: for forms that no token and no cookie hold."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest


def is_from_here(request: HttpRequest) -> bool:
    """Whether the browser says that the form stood on a page of this site."""
    origin = request.headers.get("Origin", "")
    return urlsplit(origin).netloc == request.get_host() or origin in settings.CSRF_TRUSTED_ORIGINS


def is_from_elsewhere(request: HttpRequest) -> bool:
    """Whether the browser says that it stood on another's; what is no browser says nothing."""
    return "Origin" in request.headers and not is_from_here(request)
