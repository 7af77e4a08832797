"""Who has a page of the desk open. A table holds it, so any number of server processes agree without a shared cache."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from datetime import timedelta

from django.contrib.auth.models import User
from django.db import OperationalError, models
from django.db.models import Q
from django.utils import timezone

from factcheck.prepared_queries import prepared
from factcheck.verdicts.models import Presence

REWRITTEN = timedelta(seconds=10)


def greet(user: User, page: models.Model) -> list[User]:
    """Note that `user` has `page` open, and return the others who have, by name.

    One query, and a second one that writes, unless the last was written less than ten seconds ago. Where nothing can be
    written, the page is read all the same.
    """
    rows = _known(kind=str(page._meta.model_name), page=page.pk, user=user.pk)
    with suppress(OperationalError):
        _note(user, page, [row for row in rows if row.user_id == user.pk])
    others = [row.user for row in rows if row.user_id != user.pk and not row.is_over]
    return list(dict.fromkeys(others))


def _note(user: User, page: models.Model, own: Iterable[Presence]) -> None:
    here = next((row for row in own if row.is_on(page)), None)
    row = here or next((row for row in own if row.is_over), None) or Presence(user=user)
    now = timezone.now()
    if not here or abs(now - here.seen_at) >= REWRITTEN:
        row.kind, row.page, row.seen_at = str(page._meta.model_name), page.pk, now
        row.save()


@prepared
def _known(kind: str, page: int, user: int) -> models.QuerySet[Presence]:
    known = Presence.objects.filter(Q(kind=kind, page=page) | Q(user=user))
    return known.select_related("user").order_by("user__first_name", "user__last_name", "user", "-seen_at")
