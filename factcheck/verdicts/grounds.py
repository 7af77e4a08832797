"""What a public verdict rests on: it stays as it is until the verdict is revised.

How people and papers are named may change at any time, since a published page keeps the names that it was published
with. What was judged may not: who said what, for or against which claim, and by which step of the scale.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _

from factcheck.claims.models import Claim, Position, Statement
from factcheck.verdicts.models import Rating, Verdict

STATEMENT = {"article", "source", "manner", "exact", "start", "end", "said_on"}
POSITION = {"statement", "claim", "stance"}
CLAIM = {"origin"}  # its words and its address are held by the room of claims
RATING = {"label", "number"}
HELD = {Statement: STATEMENT, Position: POSITION, Claim: CLAIM, Rating: RATING}


def why_grounds_stay(row: models.Model, changed: Collection[str] | None) -> str:
    """In a sentence, why a statement, position, claim or rating stays; empty if no public verdict rests on it."""
    if changed is not None and not any(name in HELD[type(row)] for name in changed):
        return ""
    verdict = next(_resting_on(row), None)
    if verdict is None:
        return ""
    kind = row._meta.verbose_name
    if isinstance(row, Rating):
        return _("The verdict on “%(claim)s” is public with this rating. Make another rating for new verdicts.") % {
            "claim": verdict.claim
        }
    if verdict.is_withdrawn:
        return _("The verdict on “%(claim)s” was retracted, and this %(kind)s stays as it rested on it.") % {
            "claim": verdict.claim,
            "kind": kind,
        }
    return _(
        "The verdict on “%(claim)s” is public and rests on this %(kind)s. Change the verdict’s "
        "text first, so that it is a draft again: its next revision then shows readers this "
        "change, too."
    ) % {"claim": verdict.claim, "kind": kind}


def _resting_on(row: models.Model) -> Iterator[Verdict]:
    """The public verdicts that nobody is revising, whose page rests on the row as it is stored."""
    standing = Verdict.objects.public().filter(status__in=(Verdict.Status.PUBLISHED, Verdict.Status.RETRACTED))
    standing = standing.select_related("claim", "current")
    if isinstance(row, Rating):
        yield from standing.filter(current__rating=row)
    elif isinstance(row, Claim):
        yield from standing.filter(claim=row)
    elif isinstance(row, Position):
        yield from _quoting(standing.filter(claim=row.claim_id), row.statement_id)
    else:
        shows = Q(claim__positions__statement=row.pk) | Q(evidence__statement=row.pk) | Q(claim__origin=row.pk)
        yield from _quoting(standing.filter(shows).distinct(), row.pk)


def _quoting(verdicts: models.QuerySet[Verdict], statement: int) -> Iterator[Verdict]:
    for verdict in verdicts:
        if verdict.current and statement in verdict.current.statements:
            yield verdict
