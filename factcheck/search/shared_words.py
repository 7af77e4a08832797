"""Asking the database's index of words for the rows that share most with a text, rare words counting most."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import connections

from factcheck.search.index import COLUMN, index_of
from factcheck.search.matches import as_fts5, as_tsquery
from factcheck.search.words import Query, SearchTerm

ASSUMED = 100  # rows on other matters: among the first few rows of a desk no word is common yet
MOST_ROWS = 1_000  # the newest that hold one word; a word of more rows tells little

HOLDING = {
    "sqlite": """
        SELECT {number} AS word, id
        FROM (SELECT rowid AS id FROM {index} WHERE {index} MATCH %s ORDER BY rowid DESC LIMIT {rows}) AS held
    """,
    "postgresql": """
        SELECT {number} AS word, id FROM (
          SELECT id FROM {table} WHERE {column} @@ to_tsquery('simple', %s) ORDER BY id DESC LIMIT {rows}
        ) AS held
    """,
}
SHARING = """
    WITH held AS ({holding}),
    size AS (SELECT count(*) + {assumed} AS n FROM {table}),
    rarity AS (SELECT word, ln(1 + 1.0 * (SELECT n FROM size) / count(*)) AS weight FROM held GROUP BY word),
    shared AS (SELECT id, sum(weight) AS weight FROM held JOIN rarity ON rarity.word = held.word GROUP BY id),
    total AS (SELECT sum(weight) + ({words} - count(*)) * ln(1 + (SELECT n FROM size)) AS weight FROM rarity)
    SELECT {fields}, shared.weight / (SELECT weight FROM total) AS share
    FROM shared JOIN {table} ON {table}.id = shared.id
    ORDER BY shared.weight DESC, {table}.id DESC LIMIT {most}
"""


def sharing(model: Any, words: Iterable[str], *, most: int) -> Iterable[Any]:
    """The rows whose own words share most with some words in small letters, in any form of them.

    `share` of a row says which part of the words it holds, from 0 to 1, each weighed by how rare it is.
    """
    asked = [Query((SearchTerm((word,)),)) for word in dict.fromkeys(words)]
    if not asked:
        return []
    vendor, table = connections[model.objects.db].vendor, model._meta.db_table
    place = {"table": table, "index": index_of(table), "column": COLUMN}
    holding = (HOLDING[vendor].format(number=number, rows=MOST_ROWS, **place) for number in range(len(asked)))
    fields = ", ".join(f"{table}.{field.column}" for field in model._meta.concrete_fields)
    numbers = {"words": len(asked), "assumed": ASSUMED, "most": most}
    sql = SHARING.format(holding=" UNION ALL ".join(holding), fields=fields, **numbers, **place)
    typed = [as_fts5(one) if vendor == "sqlite" else as_tsquery(one) for one in asked]
    shared: Iterable[Any] = model.objects.raw(sql, typed)
    return shared
