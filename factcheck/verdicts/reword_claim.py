"""Rewording a claim with the verdict on it: whoever changes what a verdict is about changes the verdict."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from factcheck.claims import reword_claim
from factcheck.claims.models import Claim
from factcheck.languages.sentences import noted
from factcheck.ledger.chain import record, take_turn
from factcheck.ledger.models import Entry
from factcheck.verdicts.models import NotAllowed, Verdict


@transaction.atomic
def reword(claim: Claim, *, text: str, editor: User) -> Entry:
    """Give a claim other words; its verdict goes back to draft, and readers see the former ones until it is published.

    Raises NotAllowed if the verdict was retracted, ValidationError where claims do.
    """
    take_turn()  # whoever begins a verdict on it waits, or came first
    verdict = Verdict.objects.select_for_update(no_key=True).filter(claim=claim).order_by("-pk").first()
    if verdict and verdict.is_withdrawn:
        raise NotAllowed(_("The verdict on this claim was retracted, and both stay as they were. State a new claim."))
    before = _take_back(verdict, editor=editor) if verdict else None
    entry = reword_claim.reword(claim, text=text, editor=editor, before=before)
    if verdict and before and before["status"] != Verdict.Status.DRAFT:
        told = noted(
            "The claim was “%(details)s” and is “%(subject_name)s”.",
            details=entry.details["was"]["text"],
            subject_name=entry.subject_name,
        )
        record("verdict.reopened", actor=None, on=verdict, changes=[told], cause=entry.pk)
    return entry


def _take_back(verdict: Verdict, *, editor: User) -> dict[str, Any]:
    """Make a verdict a draft that this person changed last; returns how it stood, and which edition this is."""
    before = {"status": verdict.status, "last_editor": verdict.last_editor_id, "reviewer": verdict.reviewer_id}
    verdict.status = Verdict.Status.DRAFT
    verdict.last_editor, verdict.reviewer = editor, None
    verdict.edition += 1
    verdict.changed_at = timezone.now()
    verdict.full_clean()
    verdict.save()
    return {**before, "edition": verdict.edition}
