"""What the forms of every room have in common, and the form to sign in."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.forms import AuthenticationForm


class PlainLabels(forms.BaseForm):
    """Labels without a colon behind them."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})


class LoginForm(PlainLabels, AuthenticationForm):
    """Name and password."""
