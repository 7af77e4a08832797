"""`manage.py createsuperuser`: Django's own, and an entry in the ledger for the account that it makes."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.management.commands import createsuperuser
from django.contrib.auth.models import User

from factcheck.ledger.chain import record


class Command(createsuperuser.Command):
    def handle(self, *args: Any, **options: Any) -> None:
        """It asks questions on the way, so no transaction is held open from the first to the entry."""
        known = set(User.objects.values_list("pk", flat=True))
        super().handle(*args, **options)
        for made in User.objects.filter(is_superuser=True).exclude(pk__in=known):
            changes = {"username": ["", made.get_username()], "is_superuser": ["False", "True"]}
            record("user.made", actor=None, on=made, changes=changes)
