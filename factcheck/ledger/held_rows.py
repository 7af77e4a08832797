"""Rows that have to stay as they are because something public rests on them.

A room above says which of its rows, and why; whoever changes rows past the desk's own steps asks here first: the
administrators' pages, a fixture, the undoing of an import.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from django.db import models

type Holder = Callable[[models.Model, Collection[str] | None], str]

_holders: dict[str, list[Holder]] = {}


def hold_rows(*labels: str, by: Holder) -> None:
    """Have `by` say why a row of these models stays as it is, empty if it need not.

    It is given the row as it is stored, and the names of the fields that would change; None if the row would go.
    """
    for label in labels:
        holders = _holders.setdefault(label, [])
        if by not in holders:
            holders.append(by)


def held_models() -> Collection[str]:
    """The labels of models of which a row may be held."""
    return tuple(_holders)


def why_it_stays(row: models.Model, *, changed: Collection[str] | None = None) -> str:
    """In a sentence, why a stored row cannot be removed, or these fields of it not be changed; empty if they can."""
    for holder in _holders.get(row._meta.label_lower, ()):
        if because := holder(row, changed):
            return because
    return ""
