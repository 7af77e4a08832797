"""What editors type to deal with a letter."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from factcheck.claims.models import Claim
from factcheck.desk.forms import PlainLabels
from factcheck.verdicts.models.letters import LONGEST_LETTER


class AnswerForm(PlainLabels, forms.Form):
    """What whoever wrote is told."""

    answer = forms.CharField(
        label=_("Answer"),
        max_length=LONGEST_LETTER,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": _("Write what the reader is to be told.")},
    )


class DismissForm(PlainLabels, forms.Form):
    """Why nothing comes of a letter, for the desk."""

    note = forms.CharField(
        label=_("Note for the desk"), required=False, max_length=LONGEST_LETTER, widget=forms.TextInput
    )


class LetterClaimForm(PlainLabels, forms.Form):
    """The claim of a letter, as the desk would check it."""

    text = forms.CharField(
        label=_("The claim"),
        max_length=Claim._meta.get_field("text").max_length,
        help_text=_("One sentence that can be checked, at most 200 characters. A claim of the same words is found."),
    )
