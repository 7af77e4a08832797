"""Has PostgreSQL count the tables that an import fills, as it fills them.

It plans a query by what it counted, and of what one transaction wrote nobody counts anything until that is committed:
amid the first import of a desk it would take tables of many thousands of rows for empty ones, and read them whole.
"""

from __future__ import annotations

from django.apps import apps
from django.db import connection

from factcheck.articles.models import Article

FEW = 1_000  # articles: of so many a whole table is read in no time


class PlannedTables:
    """How many articles one import added since they were counted."""

    def __init__(self) -> None:
        self._new = 0
        self._counted: int | None = None

    def grow(self, articles: int) -> None:
        """Have them counted again once there are twice as many."""
        if connection.vendor != "postgresql":
            return
        self._new += articles
        if self._new < FEW:
            return
        if self._counted is None:
            self._counted = _counted()
        if self._new > self._counted:
            _count()
            self._counted, self._new = self._counted + self._new, 0


def _counted() -> int:
    """How many articles there were when they were last counted."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT reltuples FROM pg_class WHERE oid = %s::regclass", [Article._meta.db_table])
        return int(cursor.fetchone()[0])  # -1 if they never were


def _count() -> None:
    """A table that somebody else counts at this moment is passed over: nobody waits for the end of an import."""
    tables = ", ".join(f'"{model._meta.db_table}"' for model in apps.get_app_config("articles").get_models())
    with connection.cursor() as cursor:
        cursor.execute(f"ANALYZE (SKIP_LOCKED) {tables}")
