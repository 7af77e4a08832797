"""`manage.py suggest_conflicts`: suggest conflicts for every stored statement, as after an import."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from factcheck.claims.models import Conflict, Statement
from factcheck.claims.suggest_conflicts import suggest_for


class Command(BaseCommand):
    help = "Suggests conflicts for every statement. What was suggested or settled before is not suggested again."

    def handle(self, *args: Any, verbosity: int, **options: Any) -> None:
        before = Conflict.objects.count()
        keys = list(Statement.objects.order_by("pk").values_list("pk", flat=True))
        for pk in keys:
            suggest_for(Statement.objects.with_articles().get(pk=pk))
        if verbosity:
            self.stdout.write(
                f"{len(keys):,} statements, {Conflict.objects.count() - before:,} more conflicts suggested."
            )
