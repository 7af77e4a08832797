"""What readers type who write to the desk, and what robots fill in that nobody sees."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from factcheck.verdicts.models.letters import LONGEST_LETTER, LONGEST_PLACE

LONGEST_CLAIM = 1_000


class LetterForm(forms.Form):
    """What every letter may have: an address to answer to, and the field that a person leaves empty."""

    address = forms.EmailField(
        label=_("Your mail address, if you want an answer by mail"),
        required=False,
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    website = forms.CharField(
        label=_("Leave this field empty"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )

    text: forms.CharField
    place: forms.CharField

    def clean_website(self) -> str:
        if self.cleaned_data["website"]:
            raise ValidationError(
                gettext("A field that nobody sees was filled in, as robots do. If you are none, send it again.")
            )
        return ""


class ReportForm(LetterForm):
    """An error: where it stands, and what is wrong."""

    place = forms.CharField(
        label=_("The page with the error"),
        max_length=LONGEST_PLACE,
        help_text=_("Its address, as it stands above the page."),
        error_messages={"required": _("Say on which page the error stands.")},
    )
    text = forms.CharField(
        label=_("What is wrong, and where it can be checked"),
        max_length=LONGEST_LETTER,
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages={"required": _("Say what is wrong.")},
    )
    field_order = ["place", "text", "address", "website"]


class ClaimLetterForm(LetterForm):
    """A claim, and where it was seen."""

    text = forms.CharField(
        label=_("The claim, in the words in which it was made"),
        max_length=LONGEST_CLAIM,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Say what the claim is.")},
    )
    place = forms.CharField(
        label=_("Where you saw or heard it"),
        required=False,
        max_length=LONGEST_PLACE,
        help_text=_("An address, a paper, a programme, a group; and when."),
    )
    field_order = ["text", "place", "address", "website"]
