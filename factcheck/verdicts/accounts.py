"""Accounts that know what waits for their owner, which every page of the desk tells or goes by."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.db.models import Count, Exists, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from factcheck.verdicts.models import Message, SecondOpinion


def with_what_waits(accounts: QuerySet[User]) -> QuerySet[User]:
    """Each with `unread_messages`, their number, and `owes_opinion`: whether a second opinion is awaited from it."""
    unread = Message.objects.unread().filter(recipient=OuterRef("pk")).order_by().values("recipient")
    awaited = SecondOpinion.objects.awaited().filter(asked_of=OuterRef("pk"))
    return accounts.annotate(
        unread_messages=Coalesce(Subquery(unread.values(number=Count("pk"))), 0),
        owes_opinion=Exists(awaited),
    )
