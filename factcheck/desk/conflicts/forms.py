"""What editors say of a conflict."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from factcheck.claims.models import Conflict
from factcheck.desk.forms import PlainLabels


class ConflictForm(PlainLabels, forms.Form):
    """What a conflict is worth."""

    state = forms.ChoiceField(
        choices=[choice for choice in Conflict.State.choices if choice[0] != Conflict.State.SUGGESTED]
    )
    explanation = forms.CharField(
        label=_("How both can stand, or why they cannot"), required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
