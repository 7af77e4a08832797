"""Giving a claim to somebody of the desk, with how much it presses and until when."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, TypedDict, Unpack

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from factcheck.claims.models import Claim
from factcheck.ledger.chain import record
from factcheck.ledger.people import name_of
from factcheck.verdicts.models import Assignment

WORKS_ON_THE_DESK = "verdicts.change_verdict"
REVIEWS = "verdicts.review_verdict"


class NotOfTheDesk(Exception):
    """The person may not work on claims; the message says what to do."""


class Task(TypedDict, total=False):
    """What of an assignment is to change; what is left out stays."""

    assignee: User | None
    priority: int
    due_on: date | None


def people_of_the_desk() -> QuerySet[User]:
    """Those to whom a claim can be given, by name."""
    return _people_who(WORKS_ON_THE_DESK)


def reviewers_of_the_desk() -> QuerySet[User]:
    """Those who may approve what they were not the last to change, by name."""
    return _people_who(REVIEWS)


@transaction.atomic
def assign(claim: Claim, *, editor: User, **task: Unpack[Task]) -> Assignment:
    """Change who works on a claim, its priority or its due date; nothing is recorded if nothing changes.

    Raises NotOfTheDesk for an assignee without access, ValidationError if a rule of assignments is broken.
    """
    assignee = task.get("assignee")
    if assignee and not (assignee.is_active and assignee.has_perm(WORKS_ON_THE_DESK)):
        raise NotOfTheDesk(
            _("%(assignee)s does not work on the desk any more. Choose somebody else.")
            % {"assignee": name_of(assignee)}
        )
    assignment = _locked(claim, editor)
    before = told(assignment)
    for name, value in task.items():
        setattr(assignment, name, value)
    if (after := told(assignment)) != before:
        assignment.assigned_by = editor
        assignment.full_clean()
        assignment.save()
        record("claim.assigned", actor=editor, on=assignment, before=before, after=after)
    return assignment


@transaction.atomic
def assign_all(claims: Iterable[Claim], *, editor: User, **task: Unpack[Task]) -> list[Assignment]:
    """Do the same to many claims, or to none if one is refused."""
    return [assign(claim, editor=editor, **task) for claim in claims]


def told(assignment: Assignment) -> dict[str, Any]:
    """What the ledger keeps of an assignment, enough to bring it back."""
    return {
        "assignee": assignment.assignee_id,
        "priority": assignment.priority,
        "due_on": assignment.due_on.isoformat() if assignment.due_on else None,
    }


def _locked(claim: Claim, editor: User) -> Assignment:
    assignments = Assignment.objects.select_for_update(no_key=True, of=("self",)).select_related("claim")
    return assignments.get_or_create(claim=claim, defaults={"assigned_by": editor})[0]


def _people_who(may: str) -> QuerySet[User]:
    backend = "django.contrib.auth.backends.ModelBackend"
    return User.objects.with_perm(may, backend=backend).order_by("first_name", "last_name", "username")
