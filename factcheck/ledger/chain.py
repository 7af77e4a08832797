"""Adding an entry to the ledger, and proving that none was changed, removed or put between."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import User
from django.db import models, transaction
from django.utils import timezone

from factcheck.ledger.models import GENESIS, Entry, Head


class ChainBroken(Exception):
    """The ledger does not add up; the message names the first entry that does not fit."""


@transaction.atomic
def record(act: str, *, actor: User | None, on: models.Model, **details: Any) -> Entry:
    """Append one act to the ledger, inside the transaction of the act itself.

    `details` must be plain JSON. `actor` is None for what the system does unasked.
    """
    head = Head.objects.select_for_update().get_or_create(pk=1)[0]
    entry = Entry(
        act=act,
        actor=actor,
        at=timezone.now(),
        subject_type=on._meta.label_lower,
        subject_id=on.pk,
        subject_name=str(on)[:300],
        details=details,
        previous_hash=head.hash,
    )
    entry.hash = entry.seal()
    entry.save(force_insert=True)
    head.hash, head.length = entry.hash, head.length + 1
    head.save()
    return entry


def verify() -> int:
    """Walk the whole chain and return how many entries it holds.

    Raises ChainBroken at the first entry whose hash or predecessor does not fit, or if the end is missing.
    """
    previous, count = GENESIS, 0
    for entry in Entry.objects.order_by("pk").iterator():
        if entry.previous_hash != previous or entry.hash != entry.seal():
            raise ChainBroken(f"Ledger entry {entry.pk} ({entry.act}) was changed, or one before it was removed.")
        previous, count = entry.hash, count + 1
    head = Head.objects.filter(pk=1).first() or Head()
    if (head.hash, head.length) != (previous, count):
        raise ChainBroken(f"The ledger should end with entry number {head.length}, but {count} are there.")
    return count
