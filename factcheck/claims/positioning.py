"""Saying what a statement means for a claim, and noticing what it then contradicts."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.db import transaction

from factcheck.articles.slugs import unique_slug
from factcheck.claims.models import Claim, Conflict, Position, Statement
from factcheck.ledger.recording import record

OPPOSITE = {
    Position.Stance.SUPPORTS: Position.Stance.DENIES,
    Position.Stance.DENIES: Position.Stance.SUPPORTS,
}


@transaction.atomic
def state_claim(text: str, *, editor: User | None) -> Claim:
    """The claim with this text, made if the desk has none yet. Raises ValidationError if it is no claim."""
    text = " ".join(text.split())
    if claim := Claim.objects.filter(text=text).first():
        return claim
    claim = Claim(text=text, slug=unique_slug(Claim, text), created_by=editor)
    claim.full_clean()
    claim.save()
    record("claim.stated", actor=editor, on=claim)
    return claim


@transaction.atomic
def take_position(statement: Statement, *, claim: Claim, stance: str, editor: User | None) -> Position:
    """Tie a statement to a claim, or change how it is tied; suggests a conflict with each opposite statement."""
    position, is_new = Position.objects.get_or_create(statement=statement, claim=claim, defaults={"stance": stance})
    if not is_new and position.stance == stance:
        return position
    position.stance = stance
    position.full_clean()
    position.save()
    record("position.taken", actor=editor, on=position, claim=claim.pk, stance=stance)
    _suggest_conflicts(position)
    return position


def _suggest_conflicts(position: Position) -> None:
    opposite = OPPOSITE.get(Position.Stance(position.stance))
    if not opposite:
        return
    for other in Statement.objects.filter(positions__claim=position.claim, positions__stance=opposite):
        first, second = sorted((position.statement, other), key=lambda statement: statement.pk)
        same_source = first.source_id is not None and first.source_id == second.source_id
        Conflict.objects.get_or_create(
            first=first,
            second=second,
            defaults={
                "relation": Conflict.Relation.REVERSES if same_source else Conflict.Relation.CONTRADICTS,
                "because": f"One supports and one denies “{position.claim}”",
            },
        )
