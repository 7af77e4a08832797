"""What editors type to set right what was marked, and why they withdraw it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from factcheck.claims.mark_statement import SelectionRefused, find_words
from factcheck.claims.models import Statement
from factcheck.compare import Span
from factcheck.desk.statements.forms import StatementForm

OF_SOURCE = {"source", "kind", "people"}


class CorrectionForm(StatementForm):
    """A statement as it stands, to be changed; the words are looked for near where they stood."""

    exact = forms.CharField(
        label=_("The words"),
        strip=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("More or fewer of them, as the article has them."),
    )
    prefix = suffix = start = claim = stance = None  # type: ignore[assignment]

    def __init__(self, *args: Any, statement: Statement, **kwargs: Any) -> None:
        super().__init__(*args, article=statement.article, initial=_as_marked(statement), **kwargs)
        self.statement = statement
        for field in self.fields.values():
            field.show_hidden_initial = True  # so that only what this person changed is set
        self.fields["role"].help_text = gettext("What the paper calls the speaker here.")

    @property
    def corrected(self) -> dict[str, Any]:
        """The fields that were changed, for `correct`; of a source its name."""
        data, changed = self.cleaned_data, set(self.changed_data)
        fields: dict[str, Any] = {name: data[name] for name in ("manner", "role", "said_on") if name in changed}
        if "exact" in changed:
            fields["span"] = data["span"]
        if changed & OF_SOURCE:
            fields["source"] = data["source"]
        return fields

    def _span(self, data: dict[str, Any]) -> Span | None:
        try:
            return find_words(self.article.text, data.get("exact", "").replace("\r\n", "\n"), near=self.statement.start)
        except SelectionRefused as refusal:
            raise ValidationError({"exact": str(refusal)}, code="selection") from refusal


def _as_marked(statement: Statement) -> dict[str, Any]:
    source = statement.source
    return {
        "exact": statement.exact,
        "manner": statement.manner,
        "source": source.name if source else "",
        "kind": source.kind if source else "person",
        "people": source.people if source else 1,
        "is_on_record": source.is_on_record if source else True,
        "role": statement.role,
        "said_on": statement.said_on,
    }
