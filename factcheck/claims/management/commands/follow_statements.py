"""`manage.py follow_statements`: write down what became of statements in versions that they were not followed into."""

from __future__ import annotations

from itertools import batched
from typing import Any

from django.core.management.base import BaseCommand

from factcheck.claims.follow_statements import follow
from factcheck.claims.models import Statement

TOGETHER = 200  # statements followed at once


class Command(BaseCommand):
    help = "Follows every statement into the versions of its story where that was not done; safe to repeat."

    def handle(self, *args: Any, verbosity: int, **options: Any) -> None:
        seen = count = 0
        for keys in batched(Statement.objects.order_by("pk").values_list("pk", flat=True).iterator(), TOGETHER):
            count += follow(Statement.objects.filter(pk__in=keys))
            seen += len(keys)
            if verbosity > 1:
                self.stdout.write(f"{seen:,} statements looked at")
        if verbosity:
            self.stdout.write(f"{seen:,} statements, followed into {count:,} more versions.")
