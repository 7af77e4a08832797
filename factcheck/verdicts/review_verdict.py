"""Bringing a draft before a second person, and taking it back."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.db import transaction

from factcheck.ledger.chain import record
from factcheck.verdicts.models import NotAllowed, Verdict


@transaction.atomic
def submit(verdict: Verdict, *, editor: User) -> Verdict:
    """Ask for review. Raises NotAllowed if it is no draft, ValidationError if rating or conclusion is missing."""
    verdict = Verdict.objects.select_for_update().get(pk=verdict.pk)
    if not verdict.is_draft:
        raise NotAllowed(f"Only a draft goes to review; this verdict is {verdict.get_status_display()}.")
    verdict.status = Verdict.Status.IN_REVIEW
    verdict.full_clean()
    verdict.save()
    record("verdict.submitted", actor=editor, on=verdict, edition=verdict.edition)
    return verdict


@transaction.atomic
def send_back(verdict: Verdict, *, reviewer: User, note: str) -> Verdict:
    """Return a verdict to its author with a note of what is to be done. Raises NotAllowed if it is not in review."""
    verdict = Verdict.objects.select_for_update().get(pk=verdict.pk)
    must_be_in_review(verdict)
    verdict.status = Verdict.Status.DRAFT
    verdict.save()
    record("verdict.sent_back", actor=reviewer, on=verdict, note=note)
    return verdict


def must_be_in_review(verdict: Verdict) -> None:
    if not verdict.is_in_review:
        raise NotAllowed(
            f"This verdict is {verdict.get_status_display()}, not in review; somebody may have been quicker. "
            "Reload the page to see its state."
        )
