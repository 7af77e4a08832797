"""Correcting what was marked: the words, who speaks, how it is given, when it was said, what the paper calls them."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from factcheck.claims.follow_statements import follow
from factcheck.claims.mark_statement import anchor
from factcheck.claims.models import Statement
from factcheck.claims.suggest_conflicts import suggest_for
from factcheck.compare import Span
from factcheck.ledger.chain import record, take_turn
from factcheck.ledger.held_rows import why_it_stays
from factcheck.ledger.models import Entry

ANCHOR = ("exact", "prefix", "suffix", "start", "end")


class StatementHeld(Exception):
    """A statement, or what it says of a claim, that has to stay as it is; the message says why."""


@transaction.atomic
def correct(statement: Statement, *, editor: User, span: Span | None = None, **fields: Any) -> Entry | None:
    """Set fields of a statement: source, manner, role, said_on; with `span` other words of its article.

    Words that change are followed into every version anew; conflicts are suggested by what is said now. Only what
    differs is set: None if nothing does. Raises StatementHeld if a public verdict rests on what would change,
    ValidationError if a rule of statements is broken.
    """
    take_turn()
    statement = held(statement)
    if span:
        fields |= anchor(statement.article.text, span)
    changed = {name: value for name, value in fields.items() if getattr(statement, name) != value}
    if not changed:
        return None
    if because := why_it_stays(statement, changed=changed):
        raise StatementHeld(because)
    was = told(statement, changed)
    now = told(put(statement, changed), changed)
    entry = record("statement.corrected", actor=editor, on=statement, was=was, now=now)
    suggest_for(statement)
    return entry


def put(statement: Statement, changed: dict[str, Any]) -> Statement:
    """Store changed fields, and follow the words if they are others now. Raises ValidationError."""
    for name, value in changed.items():
        setattr(statement, name, value)
    statement.full_clean()
    statement.save(update_fields=list(changed))
    if any(name in changed for name in ANCHOR):
        statement.carriages.all().delete()
        follow(Statement.objects.filter(pk=statement.pk))
    return statement


def told(statement: Statement, names: Collection[str]) -> dict[str, Any]:
    """Fields of a statement as plain JSON, by the names of their columns."""
    columns = [field.attname for field in statement._meta.concrete_fields if field.name in names]
    return {column: _plain(getattr(statement, column)) for column in columns}


def read_told(statement_told: dict[str, Any]) -> dict[str, Any]:
    """What `told` wrote, as a statement takes it."""
    said_on = statement_told.get("said_on")
    return statement_told | ({"said_on": date.fromisoformat(said_on)} if said_on else {})


def held(statement: Statement) -> Statement:
    """The statement as it is stored now, held until the act is done. Raises StatementHeld if it is gone."""
    locked = Statement.objects.select_for_update(no_key=True, of=("self",)).with_articles()
    if not (stored := locked.filter(pk=statement.pk).first()):
        raise StatementHeld(_("The statement is gone: somebody withdrew it."))
    return stored


def _plain(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value
