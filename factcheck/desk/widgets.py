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

    def __init__(self, **attributes: str) -> None:
        super().__init__(attributes, format="%Y-%m-%dT%H:%M")


class DateInput(forms.DateInput):
    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class PictureInput(forms.FileInput):
    """A picture, which is sent and shown as soon as it is chosen."""

    def __init__(self) -> None:
        super().__init__(
            {
                "accept": "image/png,image/jpeg,image/webp,image/gif",
                "hx-post": reverse_lazy("desk:upload_picture"),
                "hx-encoding": "multipart/form-data",
                "hx-params": "upload,csrfmiddlewaretoken",
                "hx-target": "#picture",
                "hx-swap": "outerHTML",
                "data-focus": "",
            }
        )
