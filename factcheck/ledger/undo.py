"""What taking back an act needs, in any room: the row as the act left it, and an error that says why it stays."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext as _

from factcheck.ledger.models import Entry
from factcheck.ledger.people import name_of


class CannotUndo(Exception):
    """Something builds on the act, or it is taken back already; the message says what."""


def as_left[Row: models.Model](model: type[Row], entry: Entry) -> Row:
    """The row that an act was on, locked. Raises CannotUndo if it is gone or something was done to it since."""
    row = models.QuerySet(model).select_for_update(no_key=True).filter(pk=entry.subject_id).first()
    if not row:
        raise CannotUndo(_("This is gone already, so there is nothing to undo."))
    if later := Entry.objects.on(row).filter(pk__gt=entry.pk).select_related("actor").first():
        if later.details.get("undoes") == entry.pk:
            raise CannotUndo(_("This is undone already."))
        actor = name_of(later.actor) if later.actor else _("The desk")
        raise CannotUndo(_("%(actor)s has changed this since.") % {"actor": actor})
    return row
