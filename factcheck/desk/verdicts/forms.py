"""What editors type in a verdict, and what goes with each of its steps."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError

from factcheck.desk.forms import PlainLabels
from factcheck.desk.verdicts.typed import RETRACT, SEND_BACK
from factcheck.verdicts.draft_verdict import Draft
from factcheck.verdicts.models import Evidence, Rating, Revision, Verdict

LONGEST_TEXT = 100_000  # characters: with the text it started from it stays below what a request may hold


class DraftForm(PlainLabels, forms.ModelForm[Verdict]):
    """The working text of a verdict, beside the text it started from."""

    base_rating = forms.ModelChoiceField(Rating.objects, required=False, widget=forms.HiddenInput)
    base_conclusion = forms.CharField(required=False, widget=forms.HiddenInput, strip=False)
    base_reasoning = forms.CharField(required=False, widget=forms.HiddenInput, strip=False)
    base_edition = forms.IntegerField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Verdict
        fields = ["rating", "conclusion", "reasoning"]
        widgets = {
            "conclusion": forms.Textarea(attrs={"rows": 2, "maxlength": 300}),
            "reasoning": forms.Textarea(attrs={"rows": 18, "maxlength": LONGEST_TEXT}),
        }
        help_texts = {
            "reasoning": "Markdown: *emphasis*, **strong**, [link](address), > quotation, - list, [[statement:12]]."
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["base_rating"].initial = self.instance.rating_id
        for name in ("conclusion", "reasoning", "edition"):
            self.fields[f"base_{name}"].initial = getattr(self.instance, name)

    def clean_reasoning(self) -> str:
        reasoning = _lines(self.cleaned_data["reasoning"])
        if len(reasoning) > LONGEST_TEXT:
            raise ValidationError(f"The text has {len(reasoning)} characters. Bring it below {LONGEST_TEXT}.")
        return reasoning

    def base(self) -> Draft:
        data = self.cleaned_data
        return Draft(data["base_rating"], data["base_conclusion"].replace("\r\n", "\n"), _lines(data["base_reasoning"]))

    def rebase(self, seen: Draft, edition: int) -> None:
        """Go on from what somebody else saved, now that the editor sees it; what was typed stays."""
        base = {
            "base_rating": str(seen.rating.pk) if seen.rating else "",
            "base_conclusion": seen.conclusion,
            "base_reasoning": seen.reasoning,
            "base_edition": str(edition),
        }
        self.data = {**{name: self.data.get(name, "") for name in self.fields}, **base}

    def draft(self) -> Draft:
        data = self.cleaned_data
        return Draft(data["rating"], " ".join(data["conclusion"].split()), _lines(data["reasoning"]))


class DocumentForm(PlainLabels, forms.ModelForm[Evidence]):
    """An outside document that a verdict rests on."""

    class Meta:
        model = Evidence
        fields = ["title", "url", "archive_url", "note"]


class NoteForm(PlainLabels, forms.Form):
    """A sentence that goes with a step. The page is one form, so the step is the prefix of its note."""

    NOTES: ClassVar = {
        SEND_BACK: ("What is to be done", "Say in a sentence what is to be done before it can be published."),
        RETRACT: ("Why it is retracted", "Say why the verdict is retracted; readers see the reason."),
    }

    note = forms.CharField(widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, *args: Any, prefix: str, **kwargs: Any) -> None:
        super().__init__(*args, prefix=prefix, **kwargs)
        self.fields["note"].label, self.fields["note"].error_messages["required"] = self.NOTES[prefix]


class PublishForm(PlainLabels, forms.Form):
    """What a later revision is to readers: who submits it may propose that, who publishes it says it."""

    kind = forms.ChoiceField(label="This revision is", choices=[*Revision.CHANGES.items()])
    note = forms.CharField(
        label="What changed and why",
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Readers see it at the top of the verdict.",
        error_messages={"required": "Say what changed and why; readers see it."},
    )

    def propose(self) -> dict[str, str]:
        """What was filled in so far; a proposal may be without a note."""
        self.fields["note"].required = False
        return dict(self.cleaned_data) if self.is_valid() else {}


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").strip()
