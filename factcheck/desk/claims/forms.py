"""What editors type to state a claim."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from factcheck.claims.models import Claim
from factcheck.desk.forms import PlainLabels
from factcheck.desk.widgets import looked_up


class ClaimForm(PlainLabels, forms.ModelForm[Claim]):
    """A new claim."""

    class Meta:
        model = Claim
        fields = ["text"]
        labels = {"text": _("Claim")}
        help_texts = {"text": _("One sentence that can be checked, at most 200 characters; under 75 reads best.")}
        widgets = {"text": forms.TextInput(attrs=looked_up("desk:similar", target="#similar"))}


class RewordForm(PlainLabels, forms.Form):
    """Other words for a claim; the step itself says whether they are a claim's."""

    text = forms.CharField(
        label=_("The claim in other words"),
        max_length=200,
        help_text=_("One sentence that can be checked, at most 200 characters."),
    )
