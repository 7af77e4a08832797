"""How each person wants to be told of each kind of thing."""

from __future__ import annotations

from collections.abc import Mapping

from django.contrib.auth.models import User
from django.db import transaction

from factcheck.verdicts.models import Delivery, Message


def deliveries_of(person: User) -> dict[str, str]:
    """The way of each kind, chosen or usual."""
    chosen = dict(Delivery.objects.filter(person=person).values_list("kind", "way"))
    return {kind: chosen.get(kind, Delivery.usual(kind)) for kind in Message.Kind.values}


@transaction.atomic
def choose_deliveries(person: User, *, ways: Mapping[str, str]) -> None:
    """Keep the way of each kind in `ways`. It is no act for the ledger: it concerns nobody else."""
    rows = [Delivery(person=person, kind=kind, way=way) for kind, way in ways.items()]
    Delivery.objects.bulk_create(rows, update_conflicts=True, unique_fields=["person", "kind"], update_fields=["way"])
