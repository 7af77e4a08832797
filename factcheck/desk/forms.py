"""What the forms of every room have in common: labels, a reason to withdraw something, and signing in."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from factcheck.people.second_step import CodeRefused, check_code, confirm_second_step
from factcheck.people.throttle import refusal_of


class PlainLabels(forms.BaseForm):
    """Labels without a colon behind them."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})


class WithdrawalForm(PlainLabels, forms.Form):
    """Why something goes that was added or marked by mistake; `examples` are reasons as people give them."""

    reason = forms.CharField(
        label=_("Why"),
        max_length=300,
        error_messages={"required": _("Say why, for whoever made it and whoever looks for it.")},
    )

    def __init__(self, *args: Any, examples: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].help_text = gettext("It stands in the record: %(examples)s.") % {"examples": examples}


class LoginForm(PlainLabels, AuthenticationForm):
    """Name and password."""

    def get_invalid_login_error(self) -> ValidationError:
        assert self.request  # noqa: S101 - a page to sign in always gives it
        refusal = refusal_of(self.request, self.cleaned_data["username"])
        return ValidationError(refusal) if refusal else super().get_invalid_login_error()


class CodeForm(PlainLabels, forms.Form):
    """The second step of signing in; of somebody who has none yet, the first code of the app being set up."""

    code = forms.CharField(
        label=_("Code"),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "autofocus": True, "spellcheck": "false"}),
        error_messages={"required": _("Type the code that the app shows.")},
    )

    def __init__(self, request: HttpRequest, *args: Any, person: User, is_new: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person
        self.is_new = is_new
        self.session_key = request.session.session_key
        self.device: Any = None
        self.recovery_codes: list[str] = []

    def clean_code(self) -> str:
        code: str = self.cleaned_data["code"]
        try:
            if self.is_new:
                self.recovery_codes, self.device = confirm_second_step(
                    self.person, code=code, session_key=self.session_key
                )
            else:
                self.device = check_code(self.person, code)
        except CodeRefused as refusal:
            raise ValidationError(str(refusal)) from refusal
        return code

    def get_user(self) -> User:
        self.person.otp_device = self.device  # type: ignore[attr-defined]  # where django-otp looks for it
        return self.person
