"""Deciding what a suggested conflict is worth."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.db import transaction

from factcheck.claims.models import Conflict
from factcheck.ledger.chain import record, take_turn


@transaction.atomic
def settle(conflict: Conflict, *, state: str, editor: User, explanation: str = "") -> Conflict:
    """Open, explain or dismiss a conflict. Raises ValidationError if it is explained without an explanation."""
    take_turn()  # marking a statement has it when it looks for conflicts
    conflict = Conflict.objects.select_for_update(no_key=True).get(pk=conflict.pk)
    before = [conflict.state, conflict.explanation]
    conflict.state, conflict.explanation = state, explanation.strip()
    conflict.full_clean()
    conflict.save()
    record(f"conflict.{state}", actor=editor, on=conflict, before=before)
    return conflict
