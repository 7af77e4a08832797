"""What editors give to take in other desks' checks, and to say what one is about."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from factcheck.articles.formats.claim_review import checks_in
from factcheck.articles.formats.incoming import ImportRefused
from factcheck.claims.models import Claim
from factcheck.claims.take_position import state_claim
from factcheck.desk.forms import PlainLabels
from factcheck.desk.widgets import looked_up
from factcheck.verdicts.models import OutsideCheck

MOST_BYTES = 20_000_000


class AddChecksForm(PlainLabels, forms.Form):
    """A file, or pasted text, that holds the checks of another desk; `checks` are those it holds."""

    file = forms.FileField(
        label=_("File"),
        required=False,
        help_text=_("The page of a check as it was sent, its JSON, or a feed of several."),
    )
    pasted = forms.CharField(
        label=_("Or its text"), required=False, widget=forms.Textarea(attrs={"rows": 4, "spellcheck": "false"})
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        file, pasted = data.get("file"), data.get("pasted", "")
        if file and file.size > min(MOST_BYTES, settings.IMPORT_MAX_BYTES):
            raise ValidationError(
                gettext("%(file)s is too large here. Use manage.py import_checks for it.") % {"file": file.name}
            )
        if not file and not pasted.strip():
            raise ValidationError(gettext("Choose a file, or paste what the other desk published."))
        try:
            data["checks"] = checks_in(file.read() if file else pasted.encode())
        except ImportRefused as refusal:
            raise ValidationError(str(refusal)) from None
        return data


class PlaceForm(PlainLabels, forms.Form):
    """The claim of this desk that a check is about; a new one is stated by its words, an empty field takes it off."""

    claim = forms.CharField(
        label=_("The claim here that it is about"),
        max_length=Claim._meta.get_field("text").max_length,
        required=False,
        help_text=_("Empty: none of this desk’s claims."),
        widget=forms.TextInput(attrs=looked_up("desk:similar", target="#similar", known="claims")),
    )

    def claim_of(self, editor: Any) -> Claim | None:
        """The claim of these words, stated if the desk has none. Raises ValidationError."""
        words = " ".join(self.cleaned_data["claim"].split())
        return state_claim(words, editor=editor) if words else None


def first_words(check: OutsideCheck) -> dict[str, str]:
    """What the form to place it begins with."""
    return {"claim": check.claim.text if check.claim else ""}
