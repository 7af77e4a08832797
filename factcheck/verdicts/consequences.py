"""What changing something would mean for the verdicts that show it, told before it is done. It changes nothing."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db import models

from factcheck.ledger.held_rows import why_it_stays
from factcheck.verdicts.models import Verdict
from factcheck.verdicts.watch_reviews import showing_row


@dataclass(frozen=True)
class Consequences:
    """Verdicts that would go back to draft, public ones whose page stays as it is, and why nothing can be done."""

    reopened: Sequence[Verdict]
    public: Sequence[Verdict]
    because: str


def consequences_of_change(*rows: models.Model, reader: User, changed: Collection[str] | None = None) -> Consequences:
    """What changing these fields of the rows, or removing them if None are given, would mean."""
    because = next(filter(None, (why_it_stays(row, changed=changed) for row in rows)), "")
    found = {verdict.pk: verdict for row in rows for verdict in _shown_to(reader, row)}
    reopened = [verdict for verdict in found.values() if verdict.is_sealed]
    public = [verdict for verdict in found.values() if verdict.status == Verdict.Status.PUBLISHED]
    return Consequences(reopened, public, because)


def _shown_to(reader: User, row: models.Model) -> models.QuerySet[Verdict]:
    return showing_row(row).visible_to(reader).select_related("claim").order_by("pk")
