"""Readers' pages from a replica of the database, where `DATABASE_REPLICA_URL` names one.

Only what anybody may read goes there. A replica is a moment behind, so people of the desk and whatever is written go by
the database itself. A page is kept with the stamps of the database that it was made from.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, InterfaceError, OperationalError, connections
from django.db.models import Model

REPLICA = "replica"
logger = logging.getLogger(__name__)
_is_read: ContextVar[bool] = ContextVar("the replica is read", default=False)


class ReplicaRouter:
    """Sends what a page for readers asks to the replica, and everything else to the database itself."""

    def db_for_read(self, model: type[Model], **hints: Any) -> str | None:
        return REPLICA if _is_read.get() else None

    def db_for_write(self, model: type[Model], **hints: Any) -> str:
        return DEFAULT_DB_ALIAS

    def allow_relation(self, one: Model, other: Model, **hints: Any) -> bool:
        """Rows of both are the same rows."""
        return True

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool:
        return db != REPLICA


@contextmanager
def reading_from_replica() -> Iterator[None]:
    """Read from the replica until the block ends; from the database itself if there is none, or none that answers."""
    token = _is_read.set(REPLICA in settings.DATABASES and _answers())
    try:
        yield
    finally:
        _is_read.reset(token)


def _answers() -> bool:
    try:
        connections[REPLICA].cursor().close()  # a connection that broke off is opened anew
    except (OperationalError, InterfaceError) as error:
        logger.warning("The replica cannot be reached (%r): readers' pages are read from the database itself.", error)
        return False
    return True
