"""What people type about their own account, and about those whom they invite."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth import authenticate
from django.contrib.auth.forms import PasswordResetForm, SetPasswordForm, SetPasswordMixin, UsernameField
from django.contrib.auth.models import User
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from factcheck.desk.access import DeskRequest
from factcheck.desk.forms import PlainLabels
from factcheck.people.models import Invitation
from factcheck.people.throttle import refusal_of

LONGEST_NAME = 150


class FullNameField(forms.CharField):
    """How readers know a person; a mail address is no name, since it would stand under what they publish."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.TextInput(attrs={"autocomplete": "name"})
        super().__init__(**{"label": _("Full name"), "max_length": LONGEST_NAME, "widget": widget, **kwargs})

    def clean(self, value: Any) -> str:
        name = " ".join(super().clean(value).split())
        if "@" in name:
            raise ValidationError(gettext("Readers see this name. Give one that is no mail address."))
        return name


class NameForm(PlainLabels, forms.Form):
    """One's full name."""

    name = FullNameField(
        required=False,
        help_text=_("Readers see it under verdicts. Without one they see “an editor of this desk”, or “a reviewer”."),
    )


class ConfirmedForm(PlainLabels, forms.Form):
    """A form that asks for one's password again; wrong ones are counted as those of signing in are."""

    password = forms.CharField(
        label=_("Your password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def __init__(self, *args: Any, request: DeskRequest, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.request = request

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        login = self.request.user.get_username()
        if authenticate(self.request, username=login, password=password) is None:
            raise ValidationError(
                refusal_of(self.request, login) or gettext("This is not your password. Type it again.")
            )
        return password


class MailAddressForm(ConfirmedForm):
    """Where one's mail goes."""

    address = forms.EmailField(
        label=_("Mail address"),
        help_text=_("For a new password, should you forget yours. Readers never see it."),
    )

    field_order = ["address", "password"]


class NewPasswordForm(PlainLabels, SetPasswordForm[User]):
    """A new password, typed twice."""


class OwnPasswordForm(ConfirmedForm, NewPasswordForm):
    """A new password of somebody who knows the old one."""

    field_order = ["password", "new_password1", "new_password2"]

    def __init__(self, *args: Any, request: DeskRequest, **kwargs: Any) -> None:
        super().__init__(request.user, *args, request=request, **kwargs)
        self.fields["password"].label = gettext("Your password until now")


class ResetForm(PlainLabels, PasswordResetForm):
    """The address to which a link to a new password is sent, if somebody has it."""


class InvitationForm(PlainLabels, forms.ModelForm[Invitation]):
    """Whom to invite, and to do what."""

    role = forms.ChoiceField(
        label=_("Role"), choices=Invitation.Role, widget=forms.RadioSelect, initial=Invitation.Role.EDITOR
    )

    class Meta:
        model = Invitation
        fields = ["address", "role"]


class AcceptForm(PlainLabels, SetPasswordMixin[User], forms.Form):
    """The account that somebody who was invited makes."""

    login = UsernameField(
        label=_("Name to sign in with"),
        max_length=150,
        validators=[UnicodeUsernameValidator()],
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none"}),
        help_text=_("Letters, digits and @ . + - _. Readers never see it."),
    )
    name = FullNameField(help_text=_("Readers see it under your verdicts."))
    password1, password2 = SetPasswordMixin.create_password_fields(label2=_("The password again"))

    def __init__(self, *args: Any, invitation: Invitation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.invitation = invitation

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        self.validate_passwords("password1", "password2")
        person = User(username=data.get("login", ""), first_name=data.get("name", ""), email=self.invitation.address)
        self.validate_password_for_user(person, "password2")
        return data
