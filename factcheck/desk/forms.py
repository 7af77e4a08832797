"""What editors type in, checked before a verb is called."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.forms import AuthenticationForm
from django.core.exceptions import ValidationError
from django.urls import reverse_lazy

from factcheck.articles.formats.incoming import LENGTHS, ImportRefused, Incoming, is_web_address
from factcheck.articles.formats.page import is_page
from factcheck.articles.models import Article
from factcheck.claims.mark_statement import SelectionRefused, find_selection
from factcheck.claims.models import Claim, Conflict, Position, Source, Statement
from factcheck.claims.spot_statements import Spotted
from factcheck.compare import Span
from factcheck.compare.words.segments import sentences
from factcheck.verdicts.draft_verdict import Draft
from factcheck.verdicts.models import Evidence, Rating, Revision, Verdict


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


class DateInput(forms.DateInput):
    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class PlainLabels(forms.BaseForm):
    """Labels without a colon behind them."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})


class LoginForm(PlainLabels, AuthenticationForm):
    """Name and password."""


class RecordForm(PlainLabels, forms.ModelForm[Article]):
    """What is known of an article beside its text."""

    class Meta:
        model = Article
        fields = ["headline", "byline", "agency", "published_on", "outlet"]
        widgets = {"published_on": DateInput}


class PositionForm(PlainLabels, forms.Form):
    """Which claim a statement is for or against."""

    claim = forms.CharField(
        max_length=200,
        help_text="One checkable sentence. Begin to type and pick one the desk has, or write a new one.",
        widget=forms.TextInput(attrs=looked_up("desk:similar", target="#similar", known="claims")),
    )
    stance = forms.ChoiceField(label="The statement", choices=Position.Stance.choices)


class StatementForm(PlainLabels, forms.Form):
    """Words of an article, who says them, and, if it is clear already, for or against what."""

    exact = forms.CharField(widget=forms.HiddenInput, required=False, strip=False)
    prefix = forms.CharField(  # type: ignore[assignment]  # the selector's word; forms keep theirs apart
        widget=forms.HiddenInput, required=False, strip=False
    )
    suffix = forms.CharField(widget=forms.HiddenInput, required=False, strip=False)
    start = forms.IntegerField(widget=forms.HiddenInput, required=False)
    manner = forms.ChoiceField(label="How it is given", choices=Statement.Manner.choices, initial="indirect")
    source = forms.CharField(
        label="Who says so",
        max_length=300,
        required=False,
        help_text="A name, or the paper's words for people it does not name.",
        widget=forms.TextInput(attrs=looked_up("desk:known_sources", target="#known-source", known="sources")),
    )
    kind = forms.ChoiceField(label="What kind of source", choices=Source.Kind.choices)
    people = forms.IntegerField(label="How many people", min_value=1, max_value=9999, initial=1)
    role = forms.CharField(max_length=300, required=False, help_text="For a new source: “Russian lawmaker”.")
    is_on_record = forms.BooleanField(label="On the record", required=False, initial=True)
    said_on = forms.DateField(
        label="Said on", required=False, widget=DateInput, help_text="Empty if it was said when the article came out."
    )
    claim = forms.CharField(
        label="Claim",
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs=looked_up("desk:similar", target="#similar", known="claims")),
    )
    stance = forms.ChoiceField(label="The statement", choices=Position.Stance.choices, required=False)

    def __init__(self, *args: Any, article: Article, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.article = article

    def take(self, spotted: Spotted) -> None:
        """Fill in what the article seems to say, for the editor to change; what is missing comes first."""
        self.initial = {
            "exact": spotted.exact,
            "start": spotted.span.start,
            "source": spotted.source.name,
            "role": spotted.source.role,
            "kind": spotted.kind,
            "people": spotted.source.people,
            "manner": spotted.manner,
            "is_on_record": spotted.is_on_record,
        }
        self.fields["claim" if spotted.source.name else "source"].widget.attrs["data-focus"] = True

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        data["span"] = self._span(data)
        if not data.get("source") and data.get("manner") != Statement.Manner.OWN_WORDS:
            self.add_error("source", "Say who speaks, or that these are the paper's own words.")
        if data.get("kind") != Source.Kind.ANONYMOUS:
            data["people"] = 1
        return data

    def _span(self, data: dict[str, Any]) -> Span | None:
        try:
            return find_selection(
                self.article.text,
                exact=data.get("exact", "").replace("\r\n", "\n"),
                prefix=data.get("prefix", ""),
                suffix=data.get("suffix", ""),
                start=data.get("start"),
            )
        except SelectionRefused as refusal:
            raise ValidationError(str(refusal), code="selection") from refusal


class SentenceForm(StatementForm):
    """A statement that is chosen from a list of the article's sentences: the whole sentence, or words of it."""

    sentence = forms.ChoiceField(
        widget=forms.RadioSelect, error_messages={"required": "Choose the sentence that holds the statement."}
    )
    exact = forms.CharField(
        label="Only these words of it",
        required=False,
        help_text="Copied from the sentence. Empty if the whole sentence is the statement.",
    )

    def __init__(self, *args: Any, article: Article, **kwargs: Any) -> None:
        super().__init__(*args, article=article, **kwargs)
        choices = [(f"{s.start}-{s.end}", s.of(article.text)) for s in sentences(article.text)]
        self.fields["sentence"].choices = choices  # type: ignore[attr-defined]

    def _span(self, data: dict[str, Any]) -> Span | None:
        if not data.get("sentence"):
            return None
        sentence = Span(*map(int, data["sentence"].split("-")))
        words = data.get("exact", "")
        place = sentence.of(self.article.text).find(words)
        if place < 0:
            self.add_error("exact", "These words do not stand in the sentence. Copy them from it as they are.")
            return None
        return Span(sentence.start + place, sentence.start + place + len(words)) if words else sentence


class WebAddressField(forms.URLField):
    """An address of the web, and of nothing else that has addresses."""

    default_validators = [is_web_address]

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=LENGTHS["url"], assume_scheme="https", **kwargs)


class AddressForm(PlainLabels, forms.Form):
    """The address of an article that the server is to fetch."""

    url = WebAddressField(
        label="Address of an article",
        widget=forms.URLInput(attrs={"placeholder": "https://", "autocomplete": "off", "autofocus": True}),
    )


class PasteForm(PlainLabels, forms.Form):
    """A text copied from a page, and what the person who copied it knows of it."""

    received = forms.CharField(
        label="Text",
        strip=False,
        widget=forms.Textarea(attrs={"rows": 14, "autofocus": True}),
        help_text="All of it as you copied it, headline and date too. What is not the article is marked, never lost.",
    )
    url = WebAddressField(label="Address", required=False)
    outlet = forms.CharField(
        max_length=200, required=False, widget=forms.TextInput(attrs={"list": "outlets", "autocomplete": "off"})
    )
    headline = forms.CharField(max_length=500, required=False)
    published_on = forms.DateField(label="Date", required=False, widget=DateInput)

    def clean_received(self) -> str:
        received: str = self.cleaned_data["received"].replace("\r\n", "\n")
        if is_page(received[:4096].encode("utf-8", "replace")):
            raise ValidationError("It is the source of a page. Copy the text as the browser shows it.")
        return received

    def incoming(self) -> Incoming:
        return Incoming(is_page=True, **self.cleaned_data)

    def refuse(self, refusal: ImportRefused) -> None:
        """Say why beside the field it is about; what was typed stays."""
        name = "received" if refusal.field == "text" else refusal.field
        self.add_error(name if name in self.fields else None, f"{refusal.reason} {refusal.remedy}")


class ClaimForm(PlainLabels, forms.ModelForm[Claim]):
    """A new claim."""

    class Meta:
        model = Claim
        fields = ["text"]
        labels = {"text": "Claim"}
        help_texts = {"text": "One sentence that can be checked, at most 200 characters; under 75 reads best."}
        widgets = {"text": forms.TextInput(attrs=looked_up("desk:similar", target="#similar"))}


class ConflictForm(PlainLabels, forms.Form):
    """What a conflict is worth."""

    state = forms.ChoiceField(
        choices=[choice for choice in Conflict.State.choices if choice[0] != Conflict.State.SUGGESTED]
    )
    explanation = forms.CharField(
        label="How both can stand, or why they cannot", required=False, widget=forms.Textarea(attrs={"rows": 3})
    )


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
            "reasoning": forms.Textarea(attrs={"rows": 16}),
        }
        help_texts = {"reasoning": "Markdown: *emphasis*, **strong**, [link](address), > quotation, - list."}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("rating", "conclusion", "reasoning"):
            self.fields[f"base_{name}"].initial = self.initial.get(name)

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


class PublishForm(PlainLabels, forms.Form):
    """What a new revision is to readers."""

    kind = forms.ChoiceField(
        label="This revision is",
        choices=[
            (Revision.Kind.UPDATED, "an update: new facts"),
            (Revision.Kind.CORRECTED, "a correction: something was wrong"),
            (Revision.Kind.CLARIFIED, "a clarification: something was unclear"),
        ],
    )
    note = forms.CharField(
        label="What changed and why",
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Readers see it at the top of the verdict.",
    )


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").strip()
