"""A person's own account: name, mail address, language, password, and the browsers in which they are signed in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse, HttpResponseBadRequest
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from factcheck.desk.access import DeskRequest
from factcheck.desk.people.forms import MailAddressForm, NameForm, OwnPasswordForm
from factcheck.ledger.people import byline_of
from factcheck.people.change_account import change_address, change_name, change_password, choose_language
from factcheck.people.end_sessions import end_other_sessions, end_session
from factcheck.people.models import OpenSession
from factcheck.people.second_step import has_second_step
from factcheck.people.send_mail import tell_former_address

YEAR = 31_536_000  # seconds


@dataclass(frozen=True)
class AccountPage:
    """What a person sees of their own account."""

    byline: str
    has_second_step: bool
    sessions: list[OpenSession]
    current: str | None  # the key of the session that asks

    @property
    def others(self) -> list[OpenSession]:
        return [session for session in self.sessions if session.pk != self.current]


@require_safe
@never_cache
def account(request: DeskRequest) -> HttpResponse:
    page = AccountPage(
        byline_of(request.user),
        has_second_step(request.user),
        list(OpenSession.objects.of(request.user)),
        request.session.session_key,
    )
    return render(request, "desk/people/account.html", {"page": page})


@require_http_methods(["GET", "HEAD", "POST"])
def name(request: DeskRequest) -> HttpResponse:
    form = NameForm(request.POST or None, initial={"name": request.user.get_full_name()})
    if form.is_valid():
        change_name(request.user, name=form.cleaned_data["name"])
        return _done(request, _("Your name is changed."))
    return _form(request, form, title=_("Your name"), button=_("Save the name"))


@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def address(request: DeskRequest) -> HttpResponse:
    former = request.user.email
    form = MailAddressForm(request.POST or None, request=request, initial={"address": former})
    if form.is_valid():
        change_address(request.user, address=form.cleaned_data["address"])
        tell_former_address(former, person=request.user)
        return _done(request, _("Your mail address is changed."))
    return _form(request, form, title=_("Your mail address"), button=_("Save the address"))


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def password(request: DeskRequest) -> HttpResponse:
    form = OwnPasswordForm(request.POST or None, request=request)
    if form.is_valid():
        new, key = form.cleaned_data["new_password1"], request.session.session_key
        change_password(request.user, password=new, session_key=key)
        update_session_auth_hash(request, request.user)
        return _done(request, _("Your password is changed, and you are signed out everywhere else."))
    return _form(request, form, title=_("Your password"), button=_("Change the password"))


@login_not_required
@require_POST
def language(request: DeskRequest) -> HttpResponse:
    """Have the desk speak another language, and the pages before it: to the account, or to a visitor's browser."""
    chosen = request.POST.get("language", "")
    if chosen not in dict(settings.LANGUAGES):
        return HttpResponseBadRequest(_("This site does not speak that language."), content_type="text/plain")
    if request.user.is_authenticated:
        choose_language(request.user, language=chosen)
    response = redirect(_page_before(request) or "people:account")
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        chosen,
        max_age=YEAR,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return response


@require_POST
def end_one(request: DeskRequest, handle: str) -> HttpResponse:
    """Sign one of one's own browsers out."""
    sessions = OpenSession.objects.of(request.user)
    session = next((session for session in sessions if session.handle == handle), None)
    if session is None:
        raise Http404("You are not signed in there, or not any more.")
    end_session(session, actor=request.user)
    return _done(request, _("Signed out: %(browser_in_words)s.") % {"browser_in_words": session.browser_in_words})


@require_POST
def end_others(request: DeskRequest) -> HttpResponse:
    """Sign all of one's own browsers out but this one."""
    count = end_other_sessions(request.user, but=request.session.session_key)
    return _done(request, _("Signed out everywhere else.") if count else _("You are signed in nowhere else."))


def _page_before(request: DeskRequest) -> str:
    """The page of this site on which the button stood, where the browser says so."""
    page = urlsplit(request.headers.get("Referer", ""))
    return urlunsplit(("", "", page.path, page.query, "")) if page.netloc == request.get_host() else ""


def _done(request: DeskRequest, told: str) -> HttpResponse:
    messages.success(request, told)
    return redirect("people:account")


def _form(request: DeskRequest, form: Any, *, title: str, button: str) -> HttpResponse:
    context = {"form": form, "title": title, "button": button}
    return render(request, "desk/people/form.html", context, status=422 if form.errors else 200)
