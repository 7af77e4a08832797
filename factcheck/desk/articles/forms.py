"""What editors type to bring an article in, and to correct what was read of it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from factcheck.articles.formats.incoming import LENGTHS, ImportRefused, Incoming, is_web_address
from factcheck.articles.formats.page import is_page
from factcheck.articles.models import Article, Outlet
from factcheck.articles.models.languages import language_choices
from factcheck.desk.forms import PlainLabels
from factcheck.desk.widgets import DateInput

OFFERED = 200  # outlets to pick from while typing


class RecordForm(PlainLabels, forms.ModelForm[Article]):
    """What is known of an article beside its text. A paper that the desk does not know yet is named here too."""

    outlet = forms.CharField(
        label="Paper",
        max_length=200,
        help_text="Begin to type and pick one the desk has, or write a new one.",
        widget=forms.TextInput(attrs={"list": "outlets", "autocomplete": "off"}),
    )

    class Meta:
        model = Article
        fields = ["headline", "byline", "agency", "published_on", "language"]
        widgets = {"published_on": DateInput}

    field_order = ["headline", "outlet", "published_on", "byline", "agency", "language"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["outlet"] = self.instance.outlet.name
        self.fields["language"] = forms.ChoiceField(choices=language_choices(self.instance.language))

    def clean_outlet(self) -> Outlet:
        name = " ".join(self.cleaned_data["outlet"].split())
        return Outlet.objects.filter(name__iexact=name).first() or Outlet(name=name)


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
