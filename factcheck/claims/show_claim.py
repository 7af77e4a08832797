"""Making a contested claim public before there is a verdict on it, and taking it off the site again."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from factcheck.claims.models import Claim
from factcheck.ledger.chain import record, take_turn


class CannotShow(Exception):
    """Readers cannot be shown the claim; the message says why."""


@transaction.atomic
def show(claim: Claim, *, editor: User) -> None:
    """Have readers see a claim as long as it is contested; nothing is recorded if it was made public already.

    Raises CannotShow where it is not contested.
    """
    take_turn()
    claim = Claim.objects.select_for_update(no_key=True).get(pk=claim.pk)
    if claim.shown_at:
        return
    if not Claim.objects.contested().filter(pk=claim.pk).exists():
        raise CannotShow(_("Only a claim that one statement supports and another denies is public without a verdict."))
    claim.shown_at = timezone.now()
    claim.save(update_fields=["shown_at"])
    record("claim.shown", actor=editor, on=claim, before=None)


@transaction.atomic
def hide(claim: Claim, *, editor: User) -> None:
    """Have readers see a claim only once there is a published verdict on it."""
    take_turn()
    claim = Claim.objects.select_for_update(no_key=True).get(pk=claim.pk)
    if claim.shown_at is None:
        return
    before, claim.shown_at = claim.shown_at, None
    claim.save(update_fields=["shown_at"])
    record("claim.hidden", actor=editor, on=claim, before=before.isoformat())
