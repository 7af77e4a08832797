"""What a claim's page shows of its statements: for and against, over time, in conflict."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse

from factcheck.articles.models import Story
from factcheck.claims.balance import Balance, weigh
from factcheck.claims.conflict_order import judged_first
from factcheck.claims.models import Claim, Conflict
from factcheck.claims.similar_claims import similar_claims
from factcheck.claims.strips import Strips, strips_of_balance
from factcheck.claims.timeline import Event, Timeline, timeline
from factcheck.claims.utterances import utterances
from factcheck.desk.claims.position_filter import PositionFilter
from factcheck.verdicts.add_outside_checks import rated_here
from factcheck.verdicts.models import OutsideCheck, Rating
from factcheck.verdicts.new_positions import new_since_publication
from factcheck.verdicts.snapshot import DrawnSide, drawn_sides, words_of_sides
from factcheck.verdicts.watch_published import why_out_of_step


@dataclass(frozen=True)
class ClaimPage:
    """One claim; balance and timeline show what the filters let through, all else counts every statement.

    `changed_since` tells in sentences what was changed under its published verdict, `new_since` are the keys of the
    statements that its public page does not show.
    """

    filters: PositionFilter
    balance: Balance
    sides: Sequence[DrawnSide]
    timeline: Timeline | None
    is_contested: bool
    is_public: bool
    may_be_shown: bool
    may_be_hidden: bool
    conflicts: list[Conflict]
    dismissed: list[Conflict]
    may_join: bool
    changed_since: list[str]
    new_since: set[int]
    similar: list[Claim]
    checks: list[tuple[OutsideCheck, Rating | None]]
    pictures: list[tuple[Story, Strips]]


def claim_page(claim: Claim, filters: PositionFilter) -> ClaimPage:
    """The page of a claim; one without a verdict may be joined into a similar one."""
    balance = weigh(claim)
    kept = filters.kept(balance)
    may_join = claim.verdict is None
    is_decided = any(verdict.current_id for verdict in claim.verdicts.all())
    is_shown = balance.is_contested and (claim.shown_at is not None or settings.SHOWS_CONTESTED_CLAIMS)
    conflicts = judged_first(Conflict.objects.between(balance.statements).with_statements())
    return ClaimPage(
        filters,
        kept,
        drawn_sides(words_of_sides(kept)),
        timeline(_events(kept)),
        balance.is_contested,
        is_decided or is_shown,
        balance.is_contested and not (is_decided or is_shown),
        is_shown and not (is_decided or settings.SHOWS_CONTESTED_CLAIMS),
        [conflict for conflict in conflicts if conflict.state != Conflict.State.DISMISSED],
        [conflict for conflict in conflicts if conflict.state == Conflict.State.DISMISSED],
        may_join,
        [] if may_join else why_out_of_step(claim.verdict),
        set() if may_join else new_since_publication(claim.verdict, utterances(balance.statements)),
        [similar for similar in similar_claims(claim.text) if similar != claim] if may_join else [],
        rated_here(OutsideCheck.objects.filter(claim=claim)),
        strips_of_balance(kept),
    )


def _events(balance: Balance) -> Iterator[Event]:
    for side in balance.sides:
        for statement in (utterance.statement for utterance in side.utterances):
            words, url = f"{statement.speaker}: {statement.exact}", reverse("desk:statement", args=[statement.pk])
            yield Event(side.stance, statement.said_or_published_on, words, url)
