"""`manage.py migrate`, which two machines may run at once: the second waits, and finds nothing left to do."""

from __future__ import annotations

from typing import Any

from django.core.management.commands import migrate

from factcheck.operation.turns import alone_at_migrating


class Command(migrate.Command):
    def handle(self, *args: Any, **options: Any) -> None:
        with alone_at_migrating():
            super().handle(*args, **options)
