"""`manage.py changepassword`: Django's own, and an entry in the ledger that says whose password it changed."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.management.commands import changepassword
from django.contrib.auth.models import User

from factcheck.ledger.people import record_password


class Command(changepassword.Command):
    def handle(self, *args: Any, **options: Any) -> str | None:
        before = dict(User.objects.values_list("pk", "password"))
        told = super().handle(*args, **options)
        for user in User.objects.all():
            if before.get(user.pk, user.password) != user.password:
                record_password(user, actor=None)
        return told
