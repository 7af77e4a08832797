"""Taking back what one did last, from the message that said it was done."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from factcheck.claims.undo_acts import CannotUndo
from factcheck.desk.access import DeskRequest, editor_required
from factcheck.desk.back import back_of
from factcheck.ledger.models import Entry
from factcheck.verdicts import undo_acts

MOST_ACTS = 400


@require_POST
@editor_required
def undo(request: DeskRequest, acts: str) -> HttpResponse:
    """Undo the acts whose numbers in the ledger are joined by hyphens, and go back to where that was asked."""
    entries = Entry.objects.filter(pk__in=_numbers(acts))
    try:
        undo_acts.undo(entries, editor=request.user)
    except (CannotUndo, ValidationError) as refusal:
        reason = " ".join(refusal.messages) if isinstance(refusal, ValidationError) else str(refusal)
        messages.error(request, f"It could not be undone. {reason}")
    else:
        messages.success(request, "Undone.")
    return redirect(back_of(request) or "desk:home")


def _numbers(acts: str) -> list[int]:
    numbers = acts.split("-")
    if len(numbers) > MOST_ACTS or not all(number.isdecimal() and len(number) < 19 for number in numbers):
        raise Http404("These are no acts.")
    return [*map(int, numbers)]
