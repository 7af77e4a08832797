"""What the menu of every page of the desk says of messages."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from factcheck.verdicts.models import Message


def unread(request: HttpRequest) -> dict[str, Any]:
    """How many messages the person has not read, counted once and only where a page asks for it."""
    return {"unread_messages": SimpleLazyObject(lambda: Message.objects.to(request.user).unread().count())}
