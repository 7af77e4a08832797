"""Withdrawing what was marked wrongly, with a reason: the statement goes, and with it what stood on it alone."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from factcheck.claims.correct_statement import StatementHeld, held, told
from factcheck.claims.models import Claim, Conflict, Position, Statement
from factcheck.claims.suggest_conflicts import suggest_for
from factcheck.ledger.chain import record, take_turn
from factcheck.ledger.held_rows import why_it_stays
from factcheck.ledger.models import Entry

KEPT = ("article", "source", "manner", "exact", "prefix", "suffix", "start", "end", "role", "said_on")
JUDGED = ("relation", "state", "explanation", "because", "score")
MARKED = ("created_by", "created_at")


@transaction.atomic
def withdraw(statement: Statement, *, reason: str, editor: User) -> Entry:
    """Remove a statement with its positions and conflicts, all of which the ledger keeps.

    Raises StatementHeld if a verdict rests on it, ValidationError without a reason.
    """
    reason = " ".join(reason.split())
    if not reason:
        raise ValidationError({"reason": _("Say why, for whoever marked it and whoever looks for it.")})
    take_turn()
    statement = held(statement)
    if because := why_it_stays(statement):
        raise StatementHeld(because)
    kept = _kept_of(statement)
    key = statement.pk
    try:
        statement.delete()
    except ProtectedError as error:
        raise StatementHeld(
            _("A verdict names this statement as evidence. Take it out of the evidence first, or correct it.")
        ) from error
    statement.pk = key
    return record("statement.withdrawn", actor=editor, on=statement, reason=reason, **kept)


@transaction.atomic
def take_back(position: Position, *, editor: User) -> Entry:
    """Untie a statement from a claim; suggested conflicts follow. Raises StatementHeld if a public verdict shows it."""
    take_turn()
    locked = Position.objects.select_for_update(no_key=True, of=("self",)).select_related("claim")
    stored = locked.filter(pk=position.pk).first()
    if not stored:
        raise StatementHeld(_("It is taken back already."))
    if because := why_it_stays(stored):
        raise StatementHeld(because)
    statement, key = stored.statement, stored.pk
    stored.delete()
    stored.pk = key
    told_of = {"claim": stored.claim_id, "statement": statement.pk, "stance": stored.stance}
    entry = record("position.taken_back", actor=editor, on=stored, **told_of)
    suggest_for(statement)
    return entry


def _kept_of(statement: Statement) -> dict[str, Any]:
    """All that goes with a statement and that the desk cannot work out again."""
    positions = list(statement.positions.values("pk", "claim", "stance"))
    judged = Conflict.objects.involving([statement]).exclude(state=Conflict.State.SUGGESTED)
    conflicts = list(judged.values("pk", "first_id", "second_id", *JUDGED))
    origin_of = list(Claim.objects.filter(origin=statement).values_list("pk", flat=True))
    claims = sorted({*(position["claim"] for position in positions), *origin_of})
    return {
        "was": told(statement, (*KEPT, *MARKED)),
        "positions": positions,
        "conflicts": conflicts,
        "origin_of": origin_of,
        "claims": claims,
    }
