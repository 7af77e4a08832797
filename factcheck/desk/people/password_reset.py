"""A new password by mail. Whether somebody has an address is not said, by no word and by no answer that is quicker."""

from __future__ import annotations

from typing import Any

from axes.utils import reset
from django.conf import settings
from django.contrib.auth import views
from django.http import HttpResponse, HttpResponseRedirect

from factcheck.desk.people.forms import NewPasswordForm, ResetForm
from factcheck.people.change_account import change_password
from factcheck.people.send_mail import send_reset_link


class AskForReset(views.PasswordResetView):
    """Asks for a mail address and sends a link to it."""

    template_name = "desk/people/reset.html"
    form_class = ResetForm

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs, sends_mail=settings.SENDS_MAIL)

    def form_valid(self, form: Any) -> HttpResponse:
        if settings.SENDS_MAIL:
            send_reset_link.enqueue(form.cleaned_data["email"])
        return HttpResponseRedirect(str(self.get_success_url()))


class ResetAsked(views.PasswordResetDoneView):
    """Says what happens now, the same to everybody."""

    template_name = "desk/people/reset_asked.html"


class ResetPassword(views.PasswordResetConfirmView):
    """The page that the link leads to. Django has it work once, and only for the password that was forgotten."""

    template_name = "desk/people/reset_password.html"
    form_class = NewPasswordForm

    def form_valid(self, form: Any) -> HttpResponse:
        change_password(form.user, password=form.cleaned_data["new_password1"], act="reset")
        reset(username=form.user.get_username())  # who reads the mail need not wait for whoever guessed
        del self.request.session[views.INTERNAL_RESET_SESSION_TOKEN]
        return HttpResponseRedirect(str(self.get_success_url()))


class ResetDone(views.PasswordResetCompleteView):
    """Says that the new password counts."""

    template_name = "desk/people/reset_done.html"
