"""What editors type to mark a statement, and to say which claim it is for or against."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from factcheck.articles.models import Article
from factcheck.claims.mark_statement import SelectionRefused, find_selection
from factcheck.claims.models import Position, Source, Statement
from factcheck.claims.spot_statements import Spotted
from factcheck.compare import Span
from factcheck.compare.words.segments import sentences
from factcheck.desk.forms import PlainLabels
from factcheck.desk.widgets import DateInput, looked_up


class PositionForm(PlainLabels, forms.Form):
    """Which claim a statement is for or against."""

    claim = forms.CharField(
        label=_("Claim"),
        max_length=200,
        help_text=_("One checkable sentence. Begin to type and pick one the desk has, or write a new one."),
        widget=forms.TextInput(attrs=looked_up("desk:similar", target="#similar", known="claims")),
    )
    stance = forms.ChoiceField(label=_("The statement"), choices=Position.Stance.choices)


class StatementForm(PlainLabels, forms.Form):
    """Words of an article, who says them, and, if it is clear already, for or against what."""

    exact = forms.CharField(widget=forms.HiddenInput, required=False, strip=False)
    prefix = forms.CharField(  # type: ignore[assignment]  # the selector's word; forms keep theirs apart
        widget=forms.HiddenInput, required=False, strip=False
    )
    suffix = forms.CharField(widget=forms.HiddenInput, required=False, strip=False)
    start = forms.IntegerField(widget=forms.HiddenInput, required=False)
    manner = forms.ChoiceField(label=_("How it is given"), choices=Statement.Manner.choices, initial="indirect")
    source = forms.CharField(
        label=_("Who says so"),
        max_length=300,
        required=False,
        help_text=_("A name, or the paper's words for people it does not name."),
        widget=forms.TextInput(attrs=looked_up("desk:known_sources", target="#known-source", known="sources")),
    )
    kind = forms.ChoiceField(label=_("What kind of source"), choices=Source.Kind.choices)
    people = forms.IntegerField(label=_("How many people"), min_value=1, max_value=9999, initial=1)
    role = forms.CharField(
        label=_("Role"), max_length=300, required=False, help_text=_("For a new source: “Russian lawmaker”.")
    )
    is_on_record = forms.BooleanField(label=_("On the record"), required=False, initial=True)
    said_on = forms.DateField(
        label=_("Said on"),
        required=False,
        widget=DateInput,
        help_text=_("Empty if it was said when the article came out."),
    )
    claim = forms.CharField(
        label=_("Claim"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs=looked_up("desk:similar", target="#similar", known="claims")),
    )
    stance = forms.ChoiceField(label=_("The statement"), choices=Position.Stance.choices, required=False)

    def __init__(self, *args: Any, article: Article, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.article = article

    @property
    def has_error_in_more(self) -> bool:
        """Whether something is wrong in what the form shows only if it is asked for."""
        return any(name in self.errors for name in ("kind", "people", "manner", "role", "said_on"))

    def choose(self, span: Span, spotted: Spotted | None) -> None:
        """Fill in the words, and what the article seems to say of them, to be changed; what is missing comes first."""
        self.initial.update(exact=span.of(self.article.text), start=span.start)
        if spotted:
            self.initial.update(
                source=spotted.source.name,
                role=spotted.source.role,
                kind=spotted.kind,
                people=spotted.source.people,
                manner=spotted.manner,
                is_on_record=spotted.is_on_record,
                stance=spotted.stance,
            )
        self.fields[self._first_missing()].widget.attrs["data-focus"] = True

    def _first_missing(self) -> str:
        missing = (name for name in ("source", "claim") if not self.initial.get(name))
        return next(missing, "stance")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        data["span"] = self._span(data)
        if not data.get("source") and data.get("manner") != Statement.Manner.OWN_WORDS:
            self.add_error("source", gettext("Say who speaks, or that these are the paper's own words."))
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
        widget=forms.RadioSelect, error_messages={"required": _("Choose the sentence that holds the statement.")}
    )
    exact = forms.CharField(
        label=_("Only these words of it"),
        required=False,
        help_text=_("Copied from the sentence. Empty if the whole sentence is the statement."),
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
            self.add_error("exact", gettext("These words do not stand in the sentence. Copy them from it as they are."))
            return None
        return Span(sentence.start + place, sentence.start + place + len(words)) if words else sentence
