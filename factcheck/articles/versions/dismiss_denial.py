"""Dismissing a denial that a version left out: the desk is not told of it again."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from factcheck.articles.models import DroppedDenial
from factcheck.ledger.chain import record


class CannotDismiss(Exception):
    """A finding that was dealt with already; the message says so."""


@transaction.atomic
def dismiss(denial: DroppedDenial, *, actor: User) -> DroppedDenial:
    """Take a dropped denial off the desk's list. Raises CannotDismiss if somebody did."""
    locked = DroppedDenial.objects.select_for_update(no_key=True, of=("self",)).select_related("comparison")
    denial = locked.get(pk=denial.pk)
    if denial.dismissed_at:
        raise CannotDismiss(_("Somebody dismissed this already."))
    denial.dismissed_by, denial.dismissed_at = actor, timezone.now()
    denial.save(update_fields=["dismissed_by", "dismissed_at"])
    record("denial.dismissed", actor=actor, on=denial, version=denial.comparison.version_id, words=denial.words)
    return denial
