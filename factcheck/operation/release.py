"""Whether the database fits this release of the code."""

from typing import Any

from django.db import connection
from django.db.migrations.executor import MigrationExecutor


def waiting_migrations(database: Any = connection) -> int:
    """How many steps of this release the database lacks. Raises DatabaseError if it cannot be asked."""
    executor = MigrationExecutor(database)
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
