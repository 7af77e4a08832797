"""What editors type to share out their work: who has a claim until when, and comments."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.urls import reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from factcheck.claims.models import Claim
from factcheck.desk.forms import PlainLabels
from factcheck.desk.widgets import DateInput
from factcheck.ledger.people import name_of
from factcheck.typed_numbers import numbers_in
from factcheck.verdicts.assignments import Task, people_of_the_desk
from factcheck.verdicts.models import Assignment, Comment

MOST_CLAIMS = 200
KEEP, NOBODY = "", "nobody"


class PersonField(forms.ModelChoiceField[User]):
    """A choice among the people of the desk, by their names."""

    def label_from_instance(self, obj: User) -> str:
        return name_of(obj)


class AssignmentForm(PlainLabels, forms.Form):
    """Who works on one claim. It knows what the page showed, so that nothing somebody else changed is set back."""

    assignee = PersonField(
        User.objects.none(),
        label=_("Assigned to"),
        required=False,
        empty_label=_("nobody"),
        show_hidden_initial=True,
        widget=forms.Select(attrs={"data-focus": True}),
    )
    priority = forms.TypedChoiceField(
        label=_("Priority"), coerce=int, choices=Assignment.Priority.choices, show_hidden_initial=True
    )
    due_on = forms.DateField(label=_("Due"), required=False, widget=DateInput, show_hidden_initial=True)

    def __init__(self, *args: Any, assignment: Assignment, **kwargs: Any) -> None:
        now = {"assignee": assignment.assignee_id, "priority": assignment.priority, "due_on": assignment.due_on}
        super().__init__(*args, initial=now, **kwargs)
        self.fields["assignee"].queryset = people_of_the_desk()  # type: ignore[attr-defined]

    def clean_due_on(self) -> Any:
        return _not_past(self.cleaned_data["due_on"]) if "due_on" in self.changed_data else self.cleaned_data["due_on"]

    def task(self) -> Task:
        """What the person changed of what they saw."""
        return cast("Task", {name: self.cleaned_data[name] for name in self.changed_data})


class TickedField(forms.ModelMultipleChoiceField[Claim]):
    """Rows ticked in a list; what cannot be the key of a row was not ticked there, and is none."""

    def clean(self, value: Any) -> Any:
        return super().clean(numbers_in(value or []))


class ManyForm(PlainLabels, forms.Form):
    """The same for many claims at once; what is left empty stays as it is for each."""

    claims = TickedField(Claim.objects.all(), error_messages={"required": _("Tick at least one claim in the list.")})
    assignee = forms.ChoiceField(label=_("Assign to"), required=False)
    priority = forms.TypedChoiceField(
        label=_("Priority"),
        coerce=int,
        empty_value=None,
        choices=[(KEEP, _("as it is")), *Assignment.Priority.choices],
        required=False,
    )
    due_on = forms.DateField(label=_("Due"), required=False, widget=DateInput)
    is_undated = forms.BooleanField(label=_("No due date"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(person.pk): person for person in people_of_the_desk()}
        choices = [
            (KEEP, gettext("as it is")),
            (NOBODY, gettext("nobody")),
            *((pk, name_of(one)) for pk, one in self.people.items()),
        ]
        self.fields["assignee"].choices = choices  # type: ignore[attr-defined]

    def clean_claims(self) -> Any:
        claims = self.cleaned_data["claims"]
        if len(claims) > MOST_CLAIMS:
            raise ValidationError(
                gettext("These are %(count)s claims. Tick at most %(most_claims)s at once.")
                % {"count": len(claims), "most_claims": MOST_CLAIMS}
            )
        return claims

    def clean_due_on(self) -> Any:
        return _not_past(self.cleaned_data["due_on"])

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("due_on") and data.get("is_undated"):
            self.add_error("due_on", gettext("Choose a day or no due date, not both."))
        if not self.errors and not self.task():
            raise ValidationError(gettext("Choose what to change: who works on them, the priority or the due date."))
        return data

    def task(self) -> Task:
        data, task = self.cleaned_data, Task()
        if data["assignee"] != KEEP:
            task["assignee"] = self.people.get(data["assignee"])
        if data["priority"] is not None:
            task["priority"] = data["priority"]
        if data["due_on"] or data["is_undated"]:
            task["due_on"] = data["due_on"]
        return task


class CommentForm(PlainLabels, forms.Form):
    """What somebody says about a claim or a draft."""

    text = forms.CharField(
        label=_("Comment"),
        max_length=Comment._meta.get_field("text").max_length,
        widget=forms.Textarea(
            attrs={"rows": 3, "data-names": reverse_lazy("desk:names"), "data-offered": _("People it may mean")}
        ),
        error_messages={"required": _("Write what you want to say first.")},
        help_text=_("For the desk; readers never see it. Whom you name with @ and their login is told."),
    )


def _not_past(day: Any) -> Any:
    if day and day < timezone.localdate():
        raise ValidationError(gettext("This day is past. Choose today or a later one."))
    return day
