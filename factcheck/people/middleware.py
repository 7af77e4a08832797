"""What the requests of somebody signed in pass. A page that does not look at the session is not made to."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.functional import SimpleLazyObject

from factcheck.people.sessions import BROWSER, LONGEST_BROWSER, SEEN_AT

type View = Callable[[HttpRequest], HttpResponse]

SEEN_EVERY = 5 * 60  # seconds: that somebody is still here is not written down at each page


def note_session(get_response: View) -> View:
    """Write down in which browser a session is used and when it was last, every few minutes at most."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        session = request.session
        if session.accessed and SESSION_KEY in session:
            browser = request.headers.get("User-Agent", "")[:LONGEST_BROWSER]
            is_stale = timezone.now().timestamp() - session.get(SEEN_AT, 0) > SEEN_EVERY
            if is_stale or browser != session.get(BROWSER, ""):
                session[BROWSER] = browser
        return response

    return middleware


def store_nothing(get_response: View) -> View:
    """Have nobody store what only somebody signed in may open: a shared screen shows it to no one later."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        match = request.resolver_match
        if match and getattr(match.func, "login_required", True):
            patch_cache_control(response, private=True, no_store=True)
        return response

    return middleware


def require_second_step(get_response: View) -> View:
    """Where a second step is required, whoever signed in without one is nobody, on every page there is.

    They are asked to sign in as if their session had ended, and led to set it up there.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        if settings.REQUIRE_TOTP:
            person = request.user
            let_in = SimpleLazyObject(lambda: person if _took_second_step(person) else AnonymousUser())
            request.user = let_in  # type: ignore[assignment]  # it stands for what it wraps
        return get_response(request)

    return middleware


def _took_second_step(person: object) -> bool:
    return getattr(person, "otp_device", None) is not None
