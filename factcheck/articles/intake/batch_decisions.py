"""What a person decides of a batch: the name of each button on its page is the step that it takes."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial

from django.contrib.auth.models import User
from django.utils.translation import gettext as _

from factcheck.articles.fixtures import load
from factcheck.articles.fixtures.load import CannotCarryOut
from factcheck.articles.formats.incoming import ImportRefused
from factcheck.articles.intake import uploads
from factcheck.articles.intake.batch_page import outcomes_told
from factcheck.articles.journal import CannotUndoImport, undo
from factcheck.articles.models import ImportBatch

REFUSALS = (CannotCarryOut, CannotUndoImport, ImportRefused, OSError)  # each says in a sentence why nothing was done


def decide(batch: ImportBatch, pressed: Collection[str], *, actor: User) -> str:
    """Take the first step whose button was pressed, and tell what it did; nothing is told of what goes on in the
    background. Raises one of REFUSALS.
    """
    steps: dict[str, Callable[[], str]] = {
        "import": partial(_import, batch, actor),
        "look": partial(_look, batch),
        "discard": partial(_discard, batch),
        "undo": partial(_undo, batch, actor),
    }
    return next((take() for name, take in steps.items() if name in pressed), "")


def _import(batch: ImportBatch, actor: User) -> str:
    uploads.start(batch, actor=actor)
    batch.refresh_from_db()
    if batch.status != ImportBatch.Status.DONE:
        return ""
    return _("Imported %(batch)s: %(counts)s.") % {"batch": batch.name, "counts": outcomes_told(batch.counts)}


def _look(batch: ImportBatch) -> str:
    uploads.look_at(batch)
    return ""


def _discard(batch: ImportBatch) -> str:
    load.discard(batch)
    return _("Discarded %(batch)s; nothing was imported.") % {"batch": batch.name}


def _undo(batch: ImportBatch, actor: User) -> str:
    undo(batch, actor=actor)
    return _("Undone: what %(batch)s created is gone, and what it changed is as it was before.") % {"batch": batch.name}
