"""The second step of one's own account: setting it up, new recovery codes, taking it off."""

from __future__ import annotations

import django_otp
from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from factcheck.desk.access import DeskRequest
from factcheck.desk.forms import CodeForm
from factcheck.desk.people.forms import ConfirmedForm
from factcheck.people.second_step import (
    IsRequired,
    begin_second_step,
    enrolment_of,
    has_second_step,
    recovery_codes_left,
    renew_recovery_codes,
    take_off_second_step,
)


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def second_step(request: DeskRequest) -> HttpResponse:
    """Whether it is set; a button named `act` begins to set it up, makes new codes or takes it off, with the password.

    What was begun is gone on with at `confirm`, whose form stands here meanwhile.
    """
    form = ConfirmedForm(request.POST or None, request=request)
    if form.is_valid():
        return _do(request, request.POST.get("act", ""))
    return _page(request, form=form, status=422 if form.errors else 200)


@never_cache
@require_POST
def confirm(request: DeskRequest) -> HttpResponse:
    """The first code that the app shows; the recovery codes are on the page that answers, and nowhere else."""
    form = CodeForm(request, request.POST, person=request.user, is_new=True)
    if not form.is_valid():
        return _page(request, form=ConfirmedForm(request=request), code_form=form, status=422)
    django_otp.login(request, form.device)
    return _codes(request, form.recovery_codes)


def _do(request: DeskRequest, act: str) -> HttpResponse:
    if act == "renew" and has_second_step(request.user):
        return _codes(request, renew_recovery_codes(request.user))
    try:
        if act == "off":
            take_off_second_step(request.user, actor=request.user)
            messages.success(request, _("The second step is taken off."))
        elif act == "begin":
            begin_second_step(request.user)
    except IsRequired as refusal:
        messages.error(request, str(refusal))
    return redirect("people:second_step")


def _codes(request: DeskRequest, codes: list[str]) -> HttpResponse:
    return render(request, "desk/people/recovery_codes.html", {"codes": codes})


def _page(request: DeskRequest, *, form: ConfirmedForm, code_form: CodeForm | None = None, status: int) -> HttpResponse:
    is_set = has_second_step(request.user)
    context = {
        "form": form,
        "code_form": code_form or CodeForm(request, person=request.user, is_new=True),
        "enrolment": enrolment_of(request.user),
        "codes_left": recovery_codes_left(request.user) if is_set else None,
        "is_required": settings.REQUIRE_TOTP,
    }
    return render(request, "desk/people/second_step.html", context, status=status)
