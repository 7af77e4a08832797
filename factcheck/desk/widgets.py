"""Widgets that the forms of several rooms share."""

from __future__ import annotations

from typing import Any

from django import forms
from django.urls import reverse_lazy


def looked_up(address: str, *, target: str, known: str = "") -> dict[str, Any]:
    """Attributes of a field whose words are looked up while they are typed; `known` lists what there is to pick."""
    return {
        **({"list": known} if known else {}),
        "autocomplete": "off",
        "hx-get": reverse_lazy(address),
        "hx-trigger": "input changed delay:300ms",
        "hx-target": target,
        "hx-swap": "innerHTML",
        "hx-sync": "this:replace",
    }


class MomentInput(forms.DateTimeInput):
    """A day and a time of day, by the clock of the site."""

    input_type = "datetime-local"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%dT%H:%M")


class DateInput(forms.DateInput):
    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")
