"""Signing in, without losing what was typed: a form that was sent after its session ended is carried through.

The browser keeps it, in hidden fields of the pages on the way. Nothing that somebody sent without being signed in is
stored here, and whoever else signs in at the same screen later is shown nothing of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Self
from urllib.parse import urlsplit

from django.contrib.auth.views import LoginView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.csrf import csrf_failure

from factcheck.desk.forms import LoginForm

PREFIX = "carried-"
NOT_CARRIED = ("csrfmiddlewaretoken",)


@dataclass(frozen=True)
class CarriedForm:
    """A form that was sent and not taken: its fields in their order, and where it is to go."""

    action: str
    fields: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, request: HttpRequest) -> Self:
        """The form that this request sends."""
        return cls(request.get_full_path(), tuple(_fields(request)))

    @classmethod
    def through(cls, request: HttpRequest, action: str) -> Self:
        """The form that this request carries beside name and password."""
        fields = ((name.removeprefix(PREFIX), text) for name, text in _fields(request) if name.startswith(PREFIX))
        return cls(action, tuple(fields))

    @property
    def prefixed(self) -> list[tuple[str, str]]:
        return [(PREFIX + name, text) for name, text in self.fields]


class SignIn(LoginView):
    """Name and password; a form that was carried here goes on to its address once they are right."""

    template_name = "login.html"
    authentication_form = LoginForm

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs, carried=CarriedForm.through(self.request, ""))

    def form_valid(self, form: Any) -> HttpResponse:
        response = super().form_valid(form)
        carried = CarriedForm.through(self.request, self.get_success_url())
        return render(self.request, "desk/carried.html", {"carried": carried}) if carried.fields else response


def ask_to_sign_in(request: HttpRequest) -> HttpResponse:
    """The page to sign in that carries the form of this request along."""
    carried = CarriedForm.of(request)
    context = {"form": LoginForm(request), "carried": carried, "next": carried.action, "action": reverse("login")}
    return render(request, "login.html", context, status=401)


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form of this site's own that was opened before its sender signed in again is given back with a new token.

    One of another site is refused as ever: it would do its act by the second click.
    """
    is_own = urlsplit(request.headers.get("Origin", "")).netloc == request.get_host()
    is_signed_in = hasattr(request, "user") and request.user.is_authenticated
    if is_own and is_signed_in and request.path.startswith(reverse("desk:home")):
        return render(request, "desk/carried.html", {"carried": CarriedForm.of(request)}, status=403)
    return csrf_failure(request, reason)


def _fields(request: HttpRequest) -> Iterable[tuple[str, str]]:
    for name, texts in request.POST.lists():
        if name not in NOT_CARRIED:
            yield from ((name, text) for text in texts)
