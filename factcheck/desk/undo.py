"""Taking back what one did last: the offer beside the message that it is done, and the view that does it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from urllib.parse import urldefrag

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from factcheck.claims.models import Conflict
from factcheck.desk.access import DeskRequest, back_of, editor_required
from factcheck.ledger.models import Entry
from factcheck.ledger.undo import CannotUndo
from factcheck.typed_numbers import numbers_in
from factcheck.verdicts import undo_acts

MOST_ACTS = 400


@contextmanager
def offering_undo(request: DeskRequest, done: str) -> Iterator[None]:
    """Say `done` if the block ends well, with an Undo for what the person did in it, where that can be taken back.

    The acts are the ledger's: those that the person added while the block ran. `desk/messages.html` shows the button.
    """
    own = Entry.objects.filter(actor=request.user)
    last = own.values_list("pk", flat=True).first() or 0
    yield
    acts = own.filter(pk__gt=last).order_by("pk")
    is_offered = all(map(undo_acts.can_be_undone, acts))
    messages.success(request, done, extra_tags="-".join(str(act.pk) for act in acts) if is_offered else "")


@require_POST
@editor_required
def undo(request: DeskRequest, acts: str) -> HttpResponse:
    """Undo the acts whose numbers in the ledger are joined by hyphens, and go back to where that was asked."""
    entries = Entry.objects.filter(pk__in=_numbers(acts))
    try:
        undo_acts.undo(entries, editor=request.user)
    except (CannotUndo, ValidationError) as refusal:
        reason = " ".join(refusal.messages) if isinstance(refusal, ValidationError) else str(refusal)
        messages.error(request, _("It could not be undone. %(reason)s") % {"reason": reason})
    else:
        messages.success(request, _("Undone."))
        if back_of(request):
            return redirect(f"{urldefrag(back_of(request)).url}{_row_of(entries)}")
    return redirect(back_of(request) or "desk:home")


def _row_of(entries: Iterable[Entry]) -> str:
    """Where in a list the row is to be found that an act was on: a conflict that was settled there is back."""
    kind = Conflict._meta.label_lower
    return next((f"#conflict-{entry.subject_id}" for entry in entries if entry.subject_type == kind), "")


def _numbers(acts: str) -> list[int]:
    named = acts.split("-")
    numbers = numbers_in(named)
    if not 0 < len(named) == len(numbers) <= MOST_ACTS:
        raise Http404("These are no acts.")
    return numbers
