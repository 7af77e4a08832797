"""How somebody wants to be told of each kind of thing."""

from __future__ import annotations

from typing import Any

from django import forms

from factcheck.desk.forms import PlainLabels
from factcheck.verdicts.models import Delivery, Message


class DeliveriesForm(PlainLabels, forms.Form):
    """A choice of ways for each kind of message; the field has the name of the kind."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for kind, label in Message.Kind.choices:
            self.fields[kind] = forms.ChoiceField(label=label, choices=Delivery.Way.choices, widget=forms.RadioSelect)
