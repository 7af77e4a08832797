"""The people of the desk and those who are invited to it, and the page to which an invitation leads."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required, permission_required
from django.contrib.auth.models import User
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.tasks import TaskResultStatus
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST
from django_otp.plugins.otp_totp.models import TOTPDevice

from factcheck.desk.access import DeskRequest
from factcheck.desk.people.forms import AcceptForm, InvitationForm
from factcheck.desk.sign_in import CarriedForm, let_in
from factcheck.people.invite_people import (
    AlreadyHere,
    NameTaken,
    NotOpen,
    accept_invitation,
    find_invitation,
    invite,
    invite_again,
    revoke_invitation,
)
from factcheck.people.models import VALID_FOR, Invitation
from factcheck.people.second_step import take_off_second_step
from factcheck.people.send_mail import invitation_link, send_invitation

inviter_required = permission_required("people.add_invitation", raise_exception=True)
keeper_of_accounts_required = permission_required("auth.change_user", raise_exception=True)


@dataclass(frozen=True)
class PeoplePage:
    """Who works on the desk and who is invited to; `link` is that of an invitation that no mail could bring."""

    form: InvitationForm
    link: str = ""

    @property
    def people(self) -> QuerySet[User]:
        devices = TOTPDevice.objects.filter(user=OuterRef("pk"), confirmed=True)
        people = User.objects.annotate(has_second_step=Exists(devices)).prefetch_related("groups")
        return people.order_by("-is_active", "first_name", "last_name", "username")

    @property
    def invitations(self) -> QuerySet[Invitation]:
        return Invitation.objects.unanswered().select_related("invited_by")

    @property
    def sends_mail(self) -> bool:
        return settings.SENDS_MAIL

    @property
    def days(self) -> int:
        return VALID_FOR.days


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@inviter_required
def people(request: DeskRequest) -> HttpResponse:
    """Everybody who works here, and a form that invites one more."""
    form = InvitationForm(request.POST or None)
    invited = _invite(form, request) if form.is_valid() else None
    if invited:
        return _with_link(invited, request, _("Invited. The link is on its way to %(address)s."))
    page = PeoplePage(form)
    return render(request, "desk/people/people.html", {"page": page}, status=422 if form.errors else 200)


@never_cache
@require_POST
@inviter_required
def again(request: DeskRequest, pk: int) -> HttpResponse:
    """Send an invitation again, whose mail was lost or came too late; its earlier link leads nowhere then."""
    invited = get_object_or_404(Invitation, pk=pk)
    try:
        invite_again(invited, inviter=request.user)
    except NotOpen as refusal:
        messages.error(request, str(refusal))
        return redirect("people:people")
    return _with_link(invited, request, _("Sent again to %(address)s. The earlier link leads nowhere now."))


@require_POST
@inviter_required
def revoke(request: DeskRequest, pk: int) -> HttpResponse:
    try:
        revoke_invitation(get_object_or_404(Invitation, pk=pk), actor=request.user)
    except NotOpen as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("The invitation is revoked; its link leads nowhere."))
    return redirect("people:people")


@require_POST
@keeper_of_accounts_required
def take_off(request: DeskRequest, pk: int) -> HttpResponse:
    """Take the second step off an account whose owner lost the device, and sign them out everywhere."""
    person = get_object_or_404(User.objects.exclude(pk=request.user.pk), pk=pk)
    take_off_second_step(person, actor=request.user)
    messages.success(request, _("The second step is taken off, and they are signed out everywhere."))
    return redirect("people:people")


@never_cache
@login_not_required
@sensitive_post_parameters("password1", "password2")
@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest, secret: str) -> HttpResponse:
    """Make the account of who has the link, and sign them in. The same page answers every link that cannot be used.

    Who is signed in has an account already, and is only told to sign out.
    """
    try:
        invited = find_invitation(secret)
        form = AcceptForm(request.POST or None, invitation=invited)
        if not request.user.is_authenticated and form.is_valid():
            person = accept_invitation(
                secret,
                login=form.cleaned_data["login"],
                name=form.cleaned_data["name"],
                password=form.cleaned_data["password1"],
            )
            return let_in(request, person, CarriedForm(reverse("desk:home"), ()))
    except NotOpen:
        return render(request, "desk/people/not_open.html", status=404)
    except NameTaken as refusal:
        form.add_error("login", str(refusal))
    context = {"form": form, "invitation": invited}
    return render(request, "desk/people/invitation.html", context, status=422 if form.errors else 200)


def _invite(form: InvitationForm, request: DeskRequest) -> Invitation | None:
    """The new invitation; none if the form says why nobody is invited."""
    address, role = form.cleaned_data["address"], form.cleaned_data["role"]
    try:
        return invite(address, role=role, inviter=request.user)
    except AlreadyHere as refusal:
        form.add_error("address", str(refusal))
        return None


def _with_link(invited: Invitation, request: DeskRequest, told: str) -> HttpResponse:
    """Have a mail bring the link and tell of it; the page that shows it where none can."""
    if settings.SENDS_MAIL:
        if send_invitation.enqueue(invited.pk, get_language() or "").status != TaskResultStatus.FAILED:
            messages.success(request, told % {"address": invited.address})
            return redirect("people:people")
        messages.error(request, _("The mail could not be sent."))
    page = PeoplePage(InvitationForm(), invitation_link(invited))
    return render(request, "desk/people/people.html", {"page": page})
