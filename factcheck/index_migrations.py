"""A migration step that adds an index while others go on writing."""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.operations import AddIndexConcurrently
from django.db.migrations import AddIndex


class AddIndexBesideWrites(AddIndexConcurrently):
    """Locks no table of PostgreSQL; SQLite has one writer, who waits for any migration. Needs `atomic = False`."""

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        build = AddIndexConcurrently if schema_editor.connection.vendor == "postgresql" else AddIndex
        build.database_forwards(self, app_label, schema_editor, from_state, to_state)

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        drop = AddIndexConcurrently if schema_editor.connection.vendor == "postgresql" else AddIndex
        drop.database_backwards(self, app_label, schema_editor, from_state, to_state)

    def _ensure_not_in_transaction(self, schema_editor: Any) -> None:
        if not schema_editor.collect_sql:  # whoever only wants to read the statements may do so anywhere
            super()._ensure_not_in_transaction(schema_editor)
