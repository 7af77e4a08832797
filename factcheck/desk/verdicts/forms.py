"""What editors type in a verdict, and what goes with each of its steps."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar, cast
from urllib.parse import urlsplit

from django import forms
from django.conf import settings
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from factcheck.articles.models.languages import language_choices
from factcheck.desk.forms import PlainLabels
from factcheck.desk.team.forms import PersonField
from factcheck.desk.verdicts.typed import RETRACT, SEND_BACK
from factcheck.desk.widgets import MomentInput, PictureInput
from factcheck.languages.retold import retold
from factcheck.verdicts.draft_verdict import Draft
from factcheck.verdicts.models import Evidence, Picture, Rating, Revision, SecondOpinion, Takedown, Verdict
from factcheck.verdicts.partial_dates import PartialDate
from factcheck.verdicts.pictures import MOST_PIXELS
from factcheck.verdicts.translate_verdict import language_of

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
        labels = {"rating": _("Rating"), "conclusion": _("Conclusion"), "reasoning": _("Reasoning")}
        widgets = {
            "conclusion": forms.Textarea(attrs={"rows": 2, "maxlength": 300}),
            "reasoning": forms.Textarea(attrs={"rows": 18, "maxlength": LONGEST_TEXT}),
        }
        help_texts = {
            "reasoning": _("Markdown: *emphasis*, **strong**, [link](address), > quotation, - list, [[statement:12]].")
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["rating"].empty_label = gettext("- Select an option -")  # type: ignore[attr-defined]
        self.fields["base_rating"].initial = self.instance.rating_id
        for name in ("conclusion", "reasoning", "edition"):
            self.fields[f"base_{name}"].initial = getattr(self.instance, name)

    def offer(self, ratings: Iterable[Rating]) -> None:
        """Offer these, read by whichever part of the page comes first, instead of asking for them again."""
        field = cast("forms.ModelChoiceField[Rating]", self.fields["rating"])
        field.choices = lambda: [("", field.empty_label), *((rating.pk, retold(rating.label)) for rating in ratings)]

    def clean_reasoning(self) -> str:
        reasoning = _lines(self.cleaned_data["reasoning"])
        if len(reasoning) > LONGEST_TEXT:
            raise ValidationError(
                gettext("The text has %(count)s characters. Bring it below %(longest_text)s.")
                % {"count": len(reasoning), "longest_text": LONGEST_TEXT}
            )
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


class EvidenceForm(PlainLabels, forms.ModelForm[Evidence]):
    """Something from outside that a verdict rests on.

    `upload` takes a file; what is stored of it is named by `picture`, so that it is there when the form is given back.
    """

    upload = forms.FileField(label=_("Picture"), required=False, widget=PictureInput)
    picture = forms.ModelChoiceField(
        Picture.objects.filter(takedown=None),
        to_field_name="sha256",
        required=False,
        widget=forms.HiddenInput,
        error_messages={"invalid_choice": _("This picture is no longer stored. Choose its file again.")},
    )
    made_on = forms.CharField(
        label=_("When it was made"),
        required=False,
        max_length=40,
        help_text=_("As much as is known: 2019-02-14, 2019-02 or 2019."),
    )

    class Meta:
        model = Evidence
        fields = ["medium", "title", "picture", "alt", "maker", "made_on", "url", "archive_url", "note"]
        labels = {"title": _("Title"), "url": _("Address")}
        widgets = {"alt": forms.Textarea(attrs={"rows": 3})}
        help_texts = {"alt": _("For readers who cannot see it: what is to be seen, and every word in it that matters.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, auto_id="evidence-%s", **kwargs)
        if self.instance.picture:
            self.initial["picture"] = self.instance.picture.sha256
        self.fields["medium"].required = False
        self.fields["title"].required = True
        self.fields["title"].error_messages["required"] = gettext("Give it a title.")
        most = settings.PICTURE_MAX_BYTES // 1_000_000
        self.fields["upload"].help_text = gettext(
            "PNG, JPEG, WebP or GIF, at most %(most)s MB and %(most_pixels)s million pixels. "
            "What the file "
            "says of place, time and camera is taken off."
        ) % {"most": most, "most_pixels": MOST_PIXELS // 1000000}
        for field in self.fields.values():
            field.widget.attrs["form"] = "draft"
            field.show_hidden_initial = bool(self.instance.pk)  # what the person saw, beside what they make of it

    def clean_alt(self) -> str:
        return " ".join(self.cleaned_data["alt"].split())

    def clean_made_on(self) -> str:
        typed = self.cleaned_data["made_on"]
        try:
            return PartialDate.read(typed).iso if typed else ""
        except ValueError as error:
            raise ValidationError(str(error)) from None

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if self.is_document:
            data["picture"], data["alt"] = None, ""
        if data.get("picture") and not data.get("alt"):
            self.add_error("alt", gettext("Say in words what the picture shows, for readers who cannot see it."))
        if not (data.get("url") or data.get("picture") or "url" in self.errors or "picture" in self.errors):
            self.add_error("url", self._where())
        return data

    def _where(self) -> str:
        if self.is_document:
            return gettext("Give the address where it stands.")
        return gettext("Give the address where it stands, or upload a picture of it.")

    @property
    def is_document(self) -> bool:
        return (self["medium"].value() or Evidence.Medium.DOCUMENT) == Evidence.Medium.DOCUMENT

    @property
    def said(self) -> dict[str, Any]:
        """What the person made otherwise, by field; the rest stays as somebody else may have made it meanwhile."""
        changed = {*self.changed_data, *(("picture", "alt") if self.is_document else ())}
        return {name: value for name, value in self.cleaned_data.items() if name in changed - {"upload"}}

    @property
    def is_begun(self) -> bool:
        """Whether something stands in its fields."""
        return self.is_bound or any(text for name, text in self.initial.items() if name != "medium")

    @cached_property
    def stored(self) -> Picture | None:
        """The picture that was uploaded with it."""
        sha256 = self["picture"].value()
        return Picture.objects.filter(sha256=sha256).first() if sha256 else None


class NoteForm(PlainLabels, forms.Form):
    """A sentence that goes with a step. The page is one form, so the step is the prefix of its note."""

    NOTES: ClassVar = {
        SEND_BACK: (_("What is to be done"), _("Say in a sentence what is to be done before it can be published.")),
        RETRACT: (_("Why"), _("Say why in a sentence or two.")),
    }

    note = forms.CharField(widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, *args: Any, prefix: str, **kwargs: Any) -> None:
        super().__init__(*args, prefix=prefix, **kwargs)
        self.fields["note"].label, self.fields["note"].error_messages["required"] = self.NOTES[prefix]


class TakedownForm(PlainLabels, forms.ModelForm[Takedown]):
    """Why a published picture goes."""

    class Meta:
        model = Takedown
        fields = ["reason", "keeps_words"]
        widgets = {"reason": forms.Textarea(attrs={"rows": 2, "maxlength": 300})}
        error_messages = {"reason": {"required": _("Say why; readers see it in the picture’s place.")}}


class OpinionForm(PlainLabels, forms.ModelForm[SecondOpinion]):
    """How somebody rates a claim who has not seen the verdict on it."""

    class Meta:
        model = SecondOpinion
        fields = ["rating", "sentence"]
        widgets = {"sentence": forms.Textarea(attrs={"rows": 2, "maxlength": 300})}
        labels = {"rating": _("How do you rate the claim?"), "sentence": _("Why, in a sentence")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["rating"].empty_label = gettext("- Select an option -")  # type: ignore[attr-defined]
        for field in self.fields.values():
            field.required = True


class AskForm(PlainLabels, forms.Form):
    """Whom to ask for a second opinion."""

    opinion_of = PersonField(User.objects.none(), label=_("Ask"), empty_label=_("nobody yet"))

    def __init__(self, *args: Any, people: QuerySet[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["opinion_of"].queryset = people  # type: ignore[attr-defined]


class TranslationForm(PlainLabels, forms.Form):
    """Which verdict says the same, and in which language the one is that joins the others."""

    other = forms.CharField(
        label=_("The verdict that says the same in another language"),
        max_length=500,
        help_text=_("Its address, on the desk or on the public site."),
        error_messages={"required": _("Give the address of the other verdict.")},
    )
    language = forms.ChoiceField()

    def __init__(self, *args: Any, shown: Verdict, reader: User, **kwargs: Any) -> None:
        """`shown` joins the others of the verdict that is named, unless it has others: then that one joins these."""
        super().__init__(*args, **kwargs)
        self.shown, self.reader = shown, reader
        self.has_others = hasattr(shown, "translation")
        language = self.fields["language"]
        language.label = gettext("Its language") if self.has_others else gettext("Language of this verdict")
        own = "" if self.has_others else language_of(shown)
        language.choices = [("", ""), *language_choices(own or "en")]  # type: ignore[attr-defined]
        language.initial = own

    def clean_other(self) -> Verdict:
        slug = urlsplit(self.cleaned_data["other"]).path.strip("/").rpartition("/")[2]
        found = Verdict.objects.visible_to(self.reader).with_people().filter(slug=slug).first()
        if found is None:
            raise ValidationError(gettext("No verdict has this address. Copy it from the verdict’s page."))
        return found

    @property
    def joins(self) -> tuple[Verdict, Verdict]:
        """The verdict that joins, and the one that it joins."""
        other = self.cleaned_data["other"]
        return (other, self.shown) if self.has_others else (self.shown, other)


class SettlementForm(PlainLabels, forms.Form):
    """Why a verdict keeps its rating though the second opinion is another. It is part of the page's one form."""

    settlement = forms.CharField(
        label=_("Why the verdict keeps its rating"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2, "form": "draft"}),
    )


class ScheduleForm(PlainLabels, forms.Form):
    """When an approved verdict becomes public."""

    use_required_attribute = False  # it stands in the form that publishes at once, too

    publish_at = forms.DateTimeField(
        label=_("Public from"),
        widget=MomentInput(form="draft"),
        error_messages=dict.fromkeys(
            ["required", "invalid"], _("Choose the day and the time at which it becomes public.")
        ),
    )


class PublishForm(PlainLabels, forms.Form):
    """What a later revision is to readers: who submits it may propose that, who publishes it says it."""

    kind = forms.ChoiceField(label=_("This revision is"), choices=[*Revision.CHANGES.items()])
    note = forms.CharField(
        label=_("What changed and why"),
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Readers see it at the top of the verdict."),
        error_messages={"required": _("Say what changed and why; readers see it.")},
    )

    def propose(self) -> dict[str, str]:
        """What was filled in so far; a proposal may be without a note."""
        self.fields["note"].required = False
        return dict(self.cleaned_data) if self.is_valid() else {}


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").strip()
