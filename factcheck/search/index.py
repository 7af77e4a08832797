"""A migration step that has the database itself keep an index of the words of a table.

The database follows every change, whichever way it came: an import that stores rows in bulk, a fixture, plain SQL.
SQLite keeps an FTS5 table beside the table, PostgreSQL a generated `tsvector` column that the models do not know of.
The words of the first column, a headline or a name, count more than others where rows are put in order of relevance.
Where a later migration adds or alters a field, Django builds the table anew on SQLite, without its triggers: repeat
this step there.
"""

from __future__ import annotations

from typing import Any

from django.db.migrations import RunPython

COLUMN = "search_words"  # on PostgreSQL
FIRST = 10  # times as much as another counts a word of the first column; PostgreSQL's labels A and D have it so
SIGNS = "-+./:@_~&;<>=?%#"  # of which PostgreSQL would make addresses, numbers, tags and compounds
LETTERS = "\u00c0-\u200f\u2028-\U0010ffff"  # all that can bear an accent, and no typographic sign
LONGEST = 200_000  # characters of a row; a tsvector holds at most 1 MB

BARE = "written"
for sign in SIGNS:  # many times cheaper than translate()
    BARE = f"replace({BARE}, '{sign}', ' ')"
POSTGRESQL = [
    f"""
    CREATE OR REPLACE FUNCTION search_words(written text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
      SELECT to_tsvector('simple', CASE
        WHEN octet_length(written) > {LONGEST} OR written ~ '[{LETTERS}]'
          THEN regexp_replace(normalize(left({BARE}, {LONGEST}), NFD), '[\u0300-\u036f]', '', 'g')
        ELSE {BARE}
      END)
    $$
    """,
    "ALTER TABLE {table} DROP COLUMN IF EXISTS {column}",
    "ALTER TABLE {table} ADD COLUMN {column} tsvector GENERATED ALWAYS AS ({vector}) STORED",
    "CREATE INDEX IF NOT EXISTS {index} ON {table} USING gin ({column})",
]
POSTGRESQL_DROP = ["ALTER TABLE {table} DROP COLUMN IF EXISTS {column}"]
ACTS = ("insert", "delete", "update")
SQLITE_DROP = [*(f"DROP TRIGGER IF EXISTS {{index}}_{act}" for act in ACTS), "DROP TABLE IF EXISTS {index}"]
SQLITE = [
    *SQLITE_DROP,
    """
    CREATE VIRTUAL TABLE {index} USING fts5(
      {columns}, content='{table}', content_rowid='id', tokenize='unicode61 remove_diacritics 2'
    )
    """,
    "CREATE TRIGGER {index}_insert AFTER INSERT ON {table} BEGIN {insert}; END",
    "CREATE TRIGGER {index}_delete AFTER DELETE ON {table} BEGIN {delete}; END",
    "CREATE TRIGGER {index}_update AFTER UPDATE ON {table} WHEN {changed} BEGIN {delete}; {insert}; END",
    "INSERT INTO {index} ({index}) VALUES ('rebuild')",
]


def index_of(table: str) -> str:
    return f"{table}_{COLUMN}"


def make_searchable(table: str, columns: list[str]) -> RunPython:
    """The migration operation that indexes the words of text columns that are never null."""

    def forwards(_apps: Any, schema_editor: Any) -> None:
        _execute(POSTGRESQL if _is_postgresql(schema_editor) else SQLITE, schema_editor)

    def backwards(_apps: Any, schema_editor: Any) -> None:
        _execute(POSTGRESQL_DROP if _is_postgresql(schema_editor) else SQLITE_DROP, schema_editor)

    def _execute(statements: list[str], schema_editor: Any) -> None:
        for statement in statements:
            schema_editor.execute(_filled(statement, table, columns), params=None)

    return RunPython(forwards, backwards)


def _is_postgresql(schema_editor: Any) -> bool:
    return bool(schema_editor.connection.vendor == "postgresql")


def _filled(statement: str, table: str, columns: list[str]) -> str:
    new, old = (", ".join(f"{row}.{column}" for column in columns) for row in ("new", "old"))
    first, others = columns[0], " || ' ' || ".join(columns[1:])
    parts = {
        "{insert}": "INSERT INTO {index} (rowid, {columns}) VALUES (new.id, {new})",
        "{delete}": "INSERT INTO {index} ({index}, rowid, {columns}) VALUES ('delete', old.id, {old})",
        "{changed}": " OR ".join(f"old.{column} IS NOT new.{column}" for column in columns),
        "{vector}": f"setweight(search_words({first}), 'A')" + (f" || search_words({others})" if others else ""),
        "{new}": new,
        "{old}": old,
        "{columns}": ", ".join(columns),
        "{index}": index_of(table),
        "{table}": table,
        "{column}": COLUMN,
    }
    for name, sql in parts.items():
        statement = statement.replace(name, sql)
    return statement
