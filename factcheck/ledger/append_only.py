"""Migration steps that have the database itself refuse to rewrite the rows of a table.

SQLite's `INSERT OR REPLACE` removes a row without a delete trigger, and PostgreSQL's `TRUNCATE` without a row trigger,
so each has a trigger of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.migrations import RunPython

POSTGRESQL = """
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger AS $$
BEGIN
  RAISE EXCEPTION USING
    MESSAGE = 'rows of ' || TG_TABLE_NAME || ' are never changed or removed', ERRCODE = 'check_violation';
END
$$ LANGUAGE plpgsql;
CREATE TRIGGER {table}_is_append_only BEFORE UPDATE OR DELETE ON {table}
FOR EACH ROW EXECUTE FUNCTION refuse_change();
"""
POSTGRESQL_TRUNCATE = """
CREATE TRIGGER {table}_is_never_emptied BEFORE TRUNCATE ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
"""
POSTGRESQL_HEAD = """
CREATE OR REPLACE FUNCTION refuse_step() RETURNS trigger AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.id = OLD.id AND NEW.length = OLD.length + 1 THEN RETURN NEW; END IF;
  RAISE EXCEPTION USING
    MESSAGE = 'the head of the chain only moves on, one entry at a time', ERRCODE = 'check_violation';
END
$$ LANGUAGE plpgsql;
CREATE TRIGGER {table}_only_moves_on BEFORE UPDATE OR DELETE ON {table}
FOR EACH ROW EXECUTE FUNCTION refuse_step();
"""
SQLITE = """
CREATE TRIGGER {table}_never_{act}s BEFORE {act} ON {table}
BEGIN SELECT RAISE(ABORT, 'rows of {table} are never changed or removed'); END
"""
SQLITE_REPLACE = """
CREATE TRIGGER {table}_never_replaces BEFORE INSERT ON {table}
WHEN EXISTS (SELECT 1 FROM {table} WHERE {is_there})
BEGIN SELECT RAISE(ABORT, 'rows of {table} are never changed or removed'); END
"""
SQLITE_HEAD = """
CREATE TRIGGER {table}_only_moves_on BEFORE UPDATE ON {table}
WHEN NEW.id <> OLD.id OR NEW.length <> OLD.length + 1
BEGIN SELECT RAISE(ABORT, 'the head of the chain only moves on, one entry at a time'); END
"""


def make_append_only(table: str) -> RunPython:
    """The migration operation that puts triggers on `table`; works on PostgreSQL and SQLite."""
    sqlite = {f"{table}_never_{act}s": SQLITE.format(table=table, act=act) for act in ("update", "delete")}
    return _triggers(table, {f"{table}_is_append_only": POSTGRESQL.format(table=table)}, sqlite)


def refuse_replacement(table: str, *unique: Sequence[str]) -> RunPython:
    """The operation that keeps `table` from losing rows unseen; `unique` are its groups of columns that are keys."""
    groups = (" AND ".join(f"{name} = NEW.{name}" for name in group) for group in unique)
    replace = SQLITE_REPLACE.format(table=table, is_there=" OR ".join(f"({group})" for group in groups))
    postgresql = {f"{table}_is_never_emptied": POSTGRESQL_TRUNCATE.format(table=table)}
    return _triggers(table, postgresql, {f"{table}_never_replaces": replace})


def only_move_on(table: str) -> RunPython:
    """The operation that has the head of a chain grow by one entry at a time, and never go."""
    sqlite = {
        f"{table}_only_moves_on": SQLITE_HEAD.format(table=table),
        f"{table}_never_deletes": SQLITE.format(table=table, act="delete"),
    }
    return _triggers(table, {f"{table}_only_moves_on": POSTGRESQL_HEAD.format(table=table)}, sqlite)


def _triggers(table: str, postgresql: dict[str, str], sqlite: dict[str, str]) -> RunPython:
    def forwards(_apps: Any, schema_editor: Any) -> None:
        is_postgresql = schema_editor.connection.vendor == "postgresql"
        for statement in (postgresql if is_postgresql else sqlite).values():
            schema_editor.execute(statement)

    def backwards(_apps: Any, schema_editor: Any) -> None:
        is_postgresql = schema_editor.connection.vendor == "postgresql"
        for name in postgresql if is_postgresql else sqlite:
            schema_editor.execute(f"DROP TRIGGER {name} ON {table}" if is_postgresql else f"DROP TRIGGER {name}")

    return RunPython(forwards, backwards)
