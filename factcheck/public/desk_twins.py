"""The page of the desk that shows the same row as a reader's page, for people of the desk alone.

Readers' pages open no session for anybody who has none, so what a shared cache keeps is the same for all.
"""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

TWINS = {"verdict": "verdict", "revision": "verdict", "changes": "verdict"}
TWINS |= {name: name for name in ("claim", "story", "source")}


def is_known_here(request: HttpRequest) -> bool:
    """Whether the browser sent a session: then the answer may be for one person, and no shared cache keeps it."""
    return settings.SESSION_COOKIE_NAME in request.COOKIES


def desk_twin(request: HttpRequest) -> str:
    """The address of the twin; empty for visitors, and where a page has none."""
    match = request.resolver_match
    if not match or match.namespace != "public" or match.url_name not in TWINS or not is_known_here(request):
        return ""
    if not request.user.has_perm("verdicts.change_verdict"):
        return ""
    return reverse(f"desk:{TWINS[match.url_name]}", args=[match.kwargs["slug"]])
