"""Who changed which part of a verdict, as the ledger tells it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from factcheck.ledger.models import Entry
from factcheck.ledger.people import name_of
from factcheck.verdicts.models import Verdict

TEXT, EVIDENCE = "text", "evidence"  # an entry of an older release does not say which part of the text
PARTS = {
    "rating": _("The rating"),
    "conclusion": _("The conclusion"),
    "reasoning": _("The reasoning"),
    TEXT: _("The text"),
    EVIDENCE: _("The evidence"),
}


@dataclass(frozen=True)
class Contribution:
    """One part of a verdict, and who changed it, in the order in which they first did."""

    part: str
    people: Collection[str]


def contributions(verdict: Verdict) -> list[Contribution]:
    """Who changed what since the verdict was last published, or since it was begun."""
    by_part: dict[str, dict[str, None]] = {part: {} for part in PARTS}
    changes = _changes(verdict)
    if verdict.current:
        released = Entry.objects.on(verdict.current).values("pk")[:1]
        changes = changes.filter(pk__gt=Coalesce(Subquery(released), 0))
    for entry in changes:
        for part in _parts_of(entry.act, entry.details):
            by_part[part].setdefault(_name(entry.actor))
    return [Contribution(str(PARTS[part]), list(people)) for part, people in by_part.items() if people]


def changed_by_others(verdict: Verdict, *, since: int, person: User) -> dict[str, list[str]]:
    """By the name of each part of the text: who else changed it after the verdict's edition `since`."""
    by_part: dict[str, dict[str, None]] = {}
    for entry in _changes(verdict).filter(details__edition__gt=since).exclude(actor=person):
        for part in entry.details.get("parts", ()):
            by_part.setdefault(part, {}).setdefault(_name(entry.actor))
    return {part: list(people) for part, people in by_part.items()}


def _changes(verdict: Verdict) -> QuerySet[Entry]:
    acts = Q(act="verdict.changed") | Q(act__startswith="evidence.")
    return Entry.objects.on(verdict).filter(acts).select_related("actor").order_by("pk")


def _parts_of(act: str, details: Mapping[str, Any]) -> list[str]:
    if act != "verdict.changed":
        return [EVIDENCE]
    return list(details.get("parts", ())) or [TEXT]


def _name(actor: User | None) -> str:
    return name_of(actor) if actor else gettext("the desk")
