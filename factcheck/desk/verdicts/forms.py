"""What editors type in a verdict, and what goes with each of its steps."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from factcheck.desk.forms import PlainLabels
from factcheck.desk.team.forms import PersonField
from factcheck.desk.widgets import MomentInput
from factcheck.verdicts.draft_verdict import Draft
from factcheck.verdicts.models import Evidence, Rating, Revision, SecondOpinion, Verdict

LONGEST_TEXT = 100_000  # characters: with the text it started from it stays below what a request may hold


class DraftForm(PlainLabels, forms.ModelForm[Verdict]):
    """The working text of a verdict, beside the text it started from."""

    base_rating = forms.ModelChoiceField(Rating.objects, required=False, widget=forms.HiddenInput)
    base_conclusion = forms.CharField(required=False, widget=forms.HiddenInput, strip=False)
    base_reasoning = forms.CharField(required=False, widget=forms.HiddenInput, strip=False)

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
        saved = {"rating": self.instance.rating_id, "conclusion": self.instance.conclusion}
        for name, text in {**saved, "reasoning": self.instance.reasoning}.items():
            self.fields[f"base_{name}"].initial = text

    def clean_reasoning(self) -> str:
        reasoning = _lines(self.cleaned_data["reasoning"])
        if len(reasoning) > LONGEST_TEXT:
            raise ValidationError(f"The text has {len(reasoning)} characters. Bring it below {LONGEST_TEXT}.")
        return reasoning

    def base(self) -> Draft:
        data = self.cleaned_data
        return Draft(data["base_rating"], data["base_conclusion"].replace("\r\n", "\n"), _lines(data["base_reasoning"]))

    def rebase(self, seen: Draft) -> None:
        """Go on from what somebody else saved, now that the editor sees it; what was typed stays."""
        base = {
            "base_rating": str(seen.rating.pk) if seen.rating else "",
            "base_conclusion": seen.conclusion,
            "base_reasoning": seen.reasoning,
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
    """A sentence that goes with an act."""

    note = forms.CharField(widget=forms.Textarea(attrs={"rows": 2}))


class RetractionForm(PlainLabels, forms.Form):
    """Why a verdict is to be retracted, or why it is not. It is part of the page's one form, so its name is its own."""

    retraction_note = forms.CharField(label="Why", widget=forms.Textarea(attrs={"rows": 2, "form": "draft"}))


class OpinionForm(PlainLabels, forms.ModelForm[SecondOpinion]):
    """How somebody rates a claim who has not seen the verdict on it."""

    class Meta:
        model = SecondOpinion
        fields = ["rating", "sentence"]
        widgets = {"sentence": forms.Textarea(attrs={"rows": 2, "maxlength": 300})}
        labels = {"rating": "How do you rate the claim?", "sentence": "Why, in a sentence"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.required = True


class AskForm(PlainLabels, forms.Form):
    """Whom to ask for a second opinion."""

    opinion_of = PersonField(User.objects.none(), label="Ask", empty_label="nobody yet")

    def __init__(self, *args: Any, people: QuerySet[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["opinion_of"].queryset = people  # type: ignore[attr-defined]


class SettlementForm(PlainLabels, forms.Form):
    """Why a verdict keeps its rating though the second opinion is another. It is part of the page's one form."""

    settlement = forms.CharField(
        label="Why the verdict keeps its rating",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2, "form": "draft"}),
    )


class ScheduleForm(PlainLabels, forms.Form):
    """When an approved verdict becomes public."""

    use_required_attribute = False  # it stands in the form that publishes at once, too

    publish_at = forms.DateTimeField(label="Public from", widget=MomentInput)


class PublishForm(PlainLabels, forms.Form):
    """What a new revision is to readers."""

    kind = forms.ChoiceField(label="This revision is", choices=[*Revision.CHANGES.items()])
    note = forms.CharField(
        label="What changed and why",
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Readers see it at the top of the verdict.",
    )


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").strip()
