"""Keeping what somebody typed and has not saved, until it is saved or thrown away."""

from __future__ import annotations

from collections.abc import Mapping

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from factcheck.prepared_queries import prepared
from factcheck.verdicts.models import UnsavedText, Verdict


class OtherWordsWait(Exception):
    """The person has words of another sitting on this verdict that were neither taken in nor thrown away."""


def unsaved_of(person: User, verdict: Verdict) -> UnsavedText | None:
    """What this person typed here and has not saved."""
    return next(iter(_unsaved(verdict=verdict.pk, person=person.pk)), None)


@prepared
def _unsaved(verdict: int, person: int) -> QuerySet[UnsavedText]:
    return UnsavedText.objects.filter(verdict=verdict, person=person)


@transaction.atomic
def keep_unsaved(verdict: Verdict, *, person: User, sitting: str, fields: Mapping[str, str]) -> UnsavedText:
    """Keep what was typed in one sitting in place of what it kept before. Raises OtherWordsWait.

    It is no act for the ledger: nothing that anybody else sees has changed.
    """
    clean = {name: text.replace("\x00", "") for name, text in fields.items()}
    kept, is_new = UnsavedText.objects.select_for_update(no_key=True).get_or_create(
        verdict=verdict,
        person=person,
        defaults={"sitting": sitting, "fields": clean, "kept_at": timezone.now()},
    )
    if kept.sitting != sitting:
        raise OtherWordsWait(_("Words that you typed earlier wait to be taken in or discarded."))
    if not is_new:
        kept.fields, kept.kept_at = clean, timezone.now()
        kept.save()
    return kept


def forget_unsaved(verdict: Verdict, *, person: User, sitting: str) -> None:
    """Let go of what was typed in one sitting: it is saved, or not wanted."""
    UnsavedText.objects.filter(verdict=verdict, person=person, sitting=sitting).delete()
