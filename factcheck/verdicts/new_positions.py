"""Positions that a public verdict does not show, because they were taken after it was published. It changes nothing."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib.auth.models import User

from factcheck.claims.models import Statement
from factcheck.claims.utterances import Utterance, utterances
from factcheck.verdicts.models import Revision, Verdict


def new_since_publication(verdict: Verdict, told: Iterable[Utterance]) -> set[int]:
    """The statements, by key, of those utterances of which the public state of a verdict quotes none."""
    if not verdict.current_id:
        return set()
    quoted = Revision.objects.get(pk=verdict.current_id).statements
    keys = ({statement.pk for statement in one.statements} for one in told)
    return set[int]().union(*(of_one for of_one in keys if quoted.isdisjoint(of_one)))


def verdicts_without(statement: Statement, *, reader: User) -> list[Verdict]:
    """The public verdicts on the claims of a statement whose pages do not show it, nor the same words elsewhere."""
    standing = Verdict.objects.standing().visible_to(reader).filter(claim__positions__statement=statement)
    verdicts = standing.select_related("claim").distinct()
    return [
        verdict for verdict in verdicts if statement.pk in new_since_publication(verdict, _told(statement, verdict))
    ]


def _told(statement: Statement, verdict: Verdict) -> list[Utterance]:
    """What of the statement's story stands on the claim, told once."""
    on_claim = Statement.objects.in_story(statement.article.story).filter(positions__claim=verdict.claim_id)
    rows = on_claim.select_related("article").prefetch_related("carriages")
    return utterances([*rows])
