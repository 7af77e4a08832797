"""Signing in, without losing what was typed: a form that was sent after its session ended is carried through.

The browser keeps it, in hidden fields of the pages on the way. Nothing that somebody sent without being signed in is
stored here, and whoever else signs in at the same screen later is shown nothing of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Self
from urllib.parse import urlsplit

from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.models import User
from django.contrib.auth.views import LoginView
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.utils.decorators import method_decorator
from django.views.csrf import csrf_failure
from django.views.decorators.cache import never_cache

from factcheck.desk.forms import CodeForm, LoginForm
from factcheck.people.second_step import (
    Enrolment,
    begin_second_step,
    enrolment_of,
    has_second_step,
    must_take_second_step,
)

PREFIX = "carried-"
NOT_CARRIED = ("csrfmiddlewaretoken", "code")
HELD = "half_signed_in"  # where the session says whose password was right, while the second step is outstanding
HELD_FOR = 10 * 60  # seconds
BACKEND = "factcheck.desk.access.AccountBackend"


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
    authentication_form: type[Any] = LoginForm

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs, carried=CarriedForm.through(self.request, ""))
        of_django = ("site", "site_name")  # the host's name, in place of the site's own
        return {name: value for name, value in context.items() if name not in of_django}

    def form_valid(self, form: Any) -> HttpResponse:
        return let_in(self.request, form.get_user(), CarriedForm.through(self.request, self.get_success_url()))

    def form_invalid(self, form: Any) -> HttpResponse:
        has_to_wait = getattr(self.request, "axes_locked_out", False)
        return self.render_to_response(self.get_context_data(form=form), status=429 if has_to_wait else 200)


@method_decorator([login_not_required, never_cache], name="dispatch")
class SecondStep(SignIn):
    """The code of somebody whose password was right, or the first code of an app that they have to set up."""

    template_name = "second_step.html"
    authentication_form = CodeForm

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        self.person = held_person(request)
        if self.person is None:
            return _begin_again(request, self.get_redirect_url(request))
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        assert self.person  # noqa: S101 - dispatch let nobody else in
        return super().get_context_data(**kwargs, enrolment=_missing_enrolment(self.person))

    def get_form_kwargs(self) -> dict[str, Any]:
        assert self.person  # noqa: S101
        return {**super().get_form_kwargs(), "person": self.person, "is_new": not has_second_step(self.person)}

    def form_valid(self, form: Any) -> HttpResponse:
        person = form.get_user()
        carried = CarriedForm.through(self.request, self.get_success_url())
        del self.request.session[HELD]
        login(self.request, person, backend=BACKEND)
        if form.recovery_codes:
            context = {"codes": form.recovery_codes, "carried": carried}
            return render(self.request, "desk/people/recovery_codes.html", context)
        return _go_on(self.request, carried)

    def form_invalid(self, form: Any) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form), status=422)


def let_in(request: HttpRequest, person: User, carried: CarriedForm) -> HttpResponse:
    """Sign in somebody whose password was right and go on to where they wanted; ask for the second step before it."""
    request.session.pop(HELD, None)
    if not must_take_second_step(person):
        login(request, person, backend=BACKEND)
        return _go_on(request, carried)
    request.session.cycle_key()  # whoever knew the session before knows it no more
    held = {"person": person.pk, "hash": person.get_session_auth_hash(), "at": timezone.now().timestamp()}
    request.session[HELD] = held
    if is_new := not has_second_step(person):
        begin_second_step(person)
    form = CodeForm(request, person=person, is_new=is_new)
    enrolment = _missing_enrolment(person)
    context = {"form": form, "carried": carried, "next": carried.action, "enrolment": enrolment}
    return render(request, "second_step.html", context)


def held_person(request: HttpRequest) -> User | None:
    """Whose password was right in this session a few minutes ago, and has not changed since."""
    held = request.session.get(HELD, {"at": 0})
    if timezone.now().timestamp() - held["at"] > HELD_FOR:
        return None
    person = User.objects.filter(pk=held["person"], is_active=True).first()
    is_same = person is not None and constant_time_compare(held["hash"], person.get_session_auth_hash())
    return person if is_same else None


def ask_to_sign_in(request: HttpRequest) -> HttpResponse:
    """The page to sign in that carries the form of this request along."""
    carried = CarriedForm.of(request)
    context = {"form": LoginForm(request), "carried": carried, "next": carried.action, "action": reverse("login")}
    return render(request, "login.html", context, status=401)


def _begin_again(request: HttpRequest, target: str) -> HttpResponse:
    """The page to sign in for somebody who took too long, with all that was carried so far."""
    carried = CarriedForm.through(request, target)
    context = {"form": LoginForm(request), "carried": carried, "next": target, "action": reverse("login")}
    return render(request, "login.html", {**context, "took_too_long": True}, status=401)


def _missing_enrolment(person: User) -> Enrolment | None:
    return None if has_second_step(person) else enrolment_of(person)


def _go_on(request: HttpRequest, carried: CarriedForm) -> HttpResponse:
    if carried.fields:
        return render(request, "desk/carried.html", {"carried": carried})
    return HttpResponseRedirect(carried.action)


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
        if name not in NOT_CARRIED and "password" not in name:
            yield from ((name, text) for text in texts)
