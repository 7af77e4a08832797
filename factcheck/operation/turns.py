"""How long processes wait for the database and for each other."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection

MIGRATING = 7_309_453_881  # the advisory lock's number, anything that nobody else takes
LOCK_OF_SQLITE = ".migrating"


@contextmanager
def alone_at_migrating() -> Iterator[None]:
    """Wait until nobody else changes the tables, and keep others waiting until the block ends, however it ends.

    PostgreSQL holds the lock for the session, SQLite's is on a file beside the database.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [MIGRATING])
        try:
            yield
        finally:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [MIGRATING])
        return
    name = str(connection.settings_dict["NAME"])
    if "memory" in name:
        yield
        return
    with Path(f"{name}{LOCK_OF_SQLITE}").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def bound_statements(connection: Any, **_kwargs: Any) -> None:
    """Have PostgreSQL give up a query after STATEMENT_SECONDS; it hears of each new connection of a web process."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('statement_timeout', %s, false)", [f"{settings.STATEMENT_SECONDS}s"])
