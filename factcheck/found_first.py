"""Rows whose key another queryset has, which is asked for its keys before anything is joined.

PostgreSQL moves no condition past eight joins (`join_collapse_limit`): behind so many it would look for `IN (…)` in all
rows, each with everything that belongs to it.
"""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.lookups import In
from django.db.models.sql.compiler import SQLCompiler


@models.AutoField.register_lookup
@models.BigAutoField.register_lookup
class _FoundFirst(In):
    lookup_name = "found_first"

    def as_postgresql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> tuple[str, tuple[Any, ...]]:
        column, given = self.process_lhs(compiler, connection)
        keys, found_by = self.process_rhs(compiler, connection)
        return f"{column} = ANY(ARRAY{keys})", (*given, *found_by)


def found_first(keys: models.QuerySet[Any, Any]) -> models.Q:
    """A condition for `filter`; give a queryset of one column."""
    return models.Q(pk__found_first=keys)
