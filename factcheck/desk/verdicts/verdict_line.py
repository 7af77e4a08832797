"""What the list of verdicts says of one, as plain values that its line is kept by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from django.utils.timesince import timesince

from factcheck.desk.team.task_line import TaskLine
from factcheck.ledger.people import name_of
from factcheck.verdicts.models import Verdict
from factcheck.verdicts.models.verdicts import Badge


@dataclass(frozen=True)
class VerdictLine:
    """A verdict as it reads now: `since` when it is so, and where readers find it, if they do."""

    slug: str
    claim_key: int
    claim: str
    badges: tuple[Badge, ...]
    rating: str
    editor: str
    since: str
    address: str
    task: TaskLine | None

    @classmethod
    def of(cls, verdict: Verdict) -> Self:
        claim = verdict.claim
        return cls(
            verdict.slug,
            claim.pk,
            claim.text,
            tuple(verdict.badges),
            str(verdict.rating or ""),
            name_of(verdict.last_editor),
            timesince(verdict.changed_at),
            verdict.get_absolute_url() if verdict.is_public else "",
            TaskLine.of(claim.assignment) if hasattr(claim, "assignment") else None,
        )
