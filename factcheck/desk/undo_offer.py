"""Offering, beside the message that an act is done, to take it back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.contrib import messages

from factcheck.desk.access import DeskRequest
from factcheck.ledger.models import Entry
from factcheck.verdicts.undo_acts import can_be_undone


@contextmanager
def offering_undo(request: DeskRequest, done: str) -> Iterator[None]:
    """Say `done` if the block ends well, with an Undo for what the person did in it, where that can be taken back.

    The acts are the ledger's: those that the person added while the block ran. `desk/messages.html` shows the button.
    """
    own = Entry.objects.filter(actor=request.user)
    last = own.values_list("pk", flat=True).first() or 0
    yield
    acts = own.filter(pk__gt=last).order_by("pk")
    is_offered = all(map(can_be_undone, acts))
    messages.success(request, done, extra_tags="-".join(str(act.pk) for act in acts) if is_offered else "")
