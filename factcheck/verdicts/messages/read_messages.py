"""Noting what of their messages somebody has read. It is no act for the ledger: it concerns nobody else."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.utils import timezone

from factcheck.verdicts.models import Message


def read(message: Message) -> None:
    """Call a message read, with all that led its recipient to the same page before it."""
    same_page = Message.objects.to(message.recipient).filter(claim=message.claim, verdict=message.verdict)
    same_page.unread().filter(pk__lte=message.pk).update(read_at=timezone.now())


def read_all(person: User, *, until: int) -> int:
    """Call all read that the person could see, up to the message of this key; returns how many were not yet."""
    return Message.objects.to(person).unread().filter(pk__lte=until).update(read_at=timezone.now())
