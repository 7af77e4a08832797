"""Saying what a statement means for a claim, and noticing what it then contradicts."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.db import transaction

from factcheck.claims.models import Claim, ClaimAlias, Position, Statement
from factcheck.claims.suggest_conflicts import suggest_for
from factcheck.ledger.chain import record, take_turn
from factcheck.slugs import unique_slug


@transaction.atomic
def state_claim(text: str, *, editor: User | None) -> Claim:
    """The claim with this text, made if nobody has made it, even at the same moment.

    Raises ValidationError if it is no claim.
    """
    text = " ".join(text.split())
    take_turn()
    if claim := Claim.objects.filter(text=text).first():
        return claim
    claim = Claim(text=text, slug=unique_slug(Claim, text, besides=ClaimAlias), created_by=editor)
    claim.full_clean()
    claim.save()
    record("claim.stated", actor=editor, on=claim)
    return claim


@transaction.atomic
def take_position(statement: Statement, *, claim: Claim, stance: str, editor: User | None) -> Position:
    """Tie a statement to a claim, or change how it is tied; suggests what it then conflicts with."""
    position, is_new = Position.objects.get_or_create(statement=statement, claim=claim, defaults={"stance": stance})
    before = None if is_new else position.stance
    if before == stance:
        return position
    position.stance = stance
    position.full_clean()
    position.save()
    record("position.taken", actor=editor, on=position, claim=claim.pk, stance=stance, before=before)
    suggest_for(statement)
    return position
