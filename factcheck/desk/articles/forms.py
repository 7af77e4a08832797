"""What editors type to bring an article in, and to correct what was read of it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from factcheck.articles.formats.incoming import LENGTHS, Given, ImportRefused, is_web_address
from factcheck.articles.models import Article, Outlet
from factcheck.articles.models.languages import language_choices
from factcheck.desk.forms import PlainLabels
from factcheck.desk.widgets import DateInput

OFFERED = 200  # outlets to pick from while typing
MOST_ADDRESSES = 20  # fetched at once


class RecordForm(PlainLabels, forms.ModelForm[Article]):
    """What is known of an article beside its text. A paper that the desk does not know yet is named here too."""

    outlet = forms.CharField(
        label=_("Paper"),
        max_length=200,
        help_text=_("Begin to type and pick one the desk has, or write a new one."),
        widget=forms.TextInput(attrs={"list": "outlets", "autocomplete": "off"}),
    )

    class Meta:
        model = Article
        fields = ["headline", "byline", "agency", "published_on", "language"]
        labels = {"headline": _("Headline"), "byline": _("Byline"), "published_on": _("Published on")}
        widgets = {"published_on": DateInput}

    field_order = ["headline", "outlet", "published_on", "byline", "agency", "language"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["outlet"] = self.instance.outlet.name
        self.fields["language"] = forms.ChoiceField(
            label=gettext("Language"), choices=language_choices(self.instance.language)
        )

    def clean_outlet(self) -> Outlet:
        name = " ".join(self.cleaned_data["outlet"].split())
        return Outlet.objects.filter(name__iexact=name).first() or Outlet(name=name)


class OriginForm(forms.Form):
    """The paper and the day of an article, as far as they are asked for."""

    outlet = forms.CharField(label=_("Paper"), max_length=200, required=False)
    published_on = forms.DateField(label=_("Date"), required=False)

    def known(self) -> dict[str, Any]:
        """What was filled in, by the article's own names."""
        name = " ".join(self.cleaned_data["outlet"].split())
        outlet = (Outlet.objects.filter(name__iexact=name).first() or Outlet(name=name)) if name else None
        given = {"outlet": outlet, "published_on": self.cleaned_data["published_on"]}
        return {name: value for name, value in given.items() if value}


class WebAddressField(forms.URLField):
    """An address of the web, and of nothing else that has addresses."""

    default_validators = [is_web_address]

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=LENGTHS["url"], assume_scheme="https", **kwargs)


class FilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Any number of files at once."""

    widget = FilesInput

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        return [super(FilesField, self).clean(file, initial) for file in data or ()]


class AddForm(PlainLabels, forms.Form):
    """Articles on their way in, in any form, and what the person who adds them knows of them."""

    files = FilesField(  # type: ignore[assignment]  # the files as they came stand at this name in a form
        label=_("Files"), required=False, help_text=_("Any number at once.")
    )
    words = forms.CharField(
        label=_("A text, or addresses"),
        strip=False,
        required=False,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=(
            _(
                "All of a text as you copied it, headline and date too: what is not the article is marked, "
                "never lost. Or addresses, one a line, for the server to fetch."
            )
        ),
    )
    outlet = forms.CharField(
        label=_("Paper"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"list": "outlets", "autocomplete": "off"}),
    )
    published_on = forms.DateField(label=_("Date"), required=False, widget=DateInput)
    url = WebAddressField(label=_("Address of the text"), required=False)
    headline = forms.CharField(label=_("Headline"), max_length=500, required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not cleaned.get("files") and not cleaned.get("words", "").strip() and not self.errors:
            raise ValidationError(gettext("Give a file, a text or an address first."))
        if not self.addresses and "://" in self.text and len(self.text.split()) == 1:
            self.add_error("words", gettext("It is no address of the web: write it with http:// or https://."))
        if len(self.addresses) > MOST_ADDRESSES:
            self.add_error(
                "words",
                gettext("Give at most %(most_addresses)s addresses at once.") % {"most_addresses": MOST_ADDRESSES},
            )
        return cleaned

    @property
    def addresses(self) -> list[str]:
        """The addresses that were given, if every line is one."""
        lines = self.cleaned_data.get("words", "").split()
        return lines if all(map(_is_address, lines)) else []

    @property
    def text(self) -> str:
        """The text that was given, if it is not addresses."""
        return "" if self.addresses else self.cleaned_data.get("words", "")

    def given(self) -> Given:
        names = ("outlet", "published_on", "url", "headline")
        return Given(**{name: self.cleaned_data[name] for name in names})

    def refuse(self, refusal: ImportRefused) -> None:
        """Say why; what was typed stays."""
        self.add_error("words" if self.text and not self.cleaned_data["files"] else None, str(refusal))


def _is_address(line: str) -> bool:
    try:
        is_web_address(line)
    except ValidationError:
        return False
    return True
