"""What a claim's page shows of its statements: for and against, over time, in conflict."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet

from factcheck.claims.balance import Balance, weigh
from factcheck.claims.models import Claim, Conflict
from factcheck.claims.similar_claims import similar_claims
from factcheck.desk.claims.position_filter import PositionFilter
from factcheck.desk.claims.timeline import Timeline, timeline
from factcheck.verdicts.watch_published import why_out_of_step


@dataclass(frozen=True)
class ClaimPage:
    """One claim; balance and timeline show what the filters let through, all else counts every statement.

    `changed_since` tells in sentences what was changed under its published verdict.
    """

    filters: PositionFilter
    balance: Balance
    timeline: Timeline | None
    is_contested: bool
    conflicts: QuerySet[Conflict]
    may_join: bool
    changed_since: list[str]
    similar: list[Claim]


def claim_page(claim: Claim, filters: PositionFilter) -> ClaimPage:
    """The page of a claim; one without a verdict may be joined into a similar one."""
    balance = weigh(claim)
    kept = filters.kept(balance)
    may_join = claim.verdict is None
    return ClaimPage(
        filters,
        kept,
        timeline(kept),
        balance.is_contested,
        Conflict.objects.between(balance.statements).with_statements(),
        may_join,
        [] if may_join else why_out_of_step(claim.verdict),
        [similar for similar in similar_claims(claim.text) if similar != claim] if may_join else [],
    )
