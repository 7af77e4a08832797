"""Django fixtures, JSON or JSON Lines, row by row: what each row would do, and why it cannot be done.

Only what the list below names can come in this way: never people, rights, verdicts, revisions or ledger entries.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import models

from factcheck.articles.incoming import ImportRefused

IMPORTABLE = (  # each after those it refers to
    "articles.outlet",
    "articles.story",
    "articles.article",
    "claims.source",
    "claims.statement",
    "claims.claim",
    "claims.position",
    "claims.conflict",
    "verdicts.rating",
)
REASONS = {
    "auth": "People and their rights are not imported; manage them under Authentication.",
    "ledger": "The ledger is written by the desk alone.",
    "verdicts": "Verdicts and what belongs to them go through review, and are not imported.",
    "claims": "The desk works this out itself.",
}
MOST_ROWS = 2_000
MOST_BYTES = 20_000_000
REMEDY = "Write a fixture as Django's dumpdata does: JSON, or JSON Lines."


class RowRefused(Exception):
    """A row that cannot be taken in, and the field that is wrong with it, if it is one."""

    def __init__(self, reason: str, *, field: str = "") -> None:
        self.reason, self.field = reason, field
        super().__init__(reason)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a fixture; `number` counts rows of JSON, and lines of JSON Lines, from 1."""

    number: int
    label: str
    pk: Any
    fields: dict[str, Any]

    @property
    def model(self) -> type[models.Model]:
        """The model of the row. Raises RowRefused for one that does not exist or is not imported."""
        try:
            model = apps.get_model(self.label)
        except (LookupError, ValueError):
            raise RowRefused(f"There is no model “{self.label}”.", field="model") from None
        if model._meta.label_lower not in IMPORTABLE:
            reason = REASONS.get(model._meta.app_label, "Rows of this kind are not imported.")
            raise RowRefused(reason, field="model")
        return model


def rows_of(data: bytes) -> list[Row]:
    """The rows of a fixture file. Raises ImportRefused, with the row's number, where it is not one."""
    if len(data) > MOST_BYTES:
        raise ImportRefused(f"It holds more than {MOST_BYTES / 1e6:.0f} MB.", "Split it.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ImportRefused("It is not UTF-8 text.", REMEDY) from None
    if not text.strip():
        raise ImportRefused("The file is empty.", REMEDY)
    found = [_row(number, value) for number, value in (_array(text) if text.lstrip()[0] == "[" else _lines(text))]
    if not found:
        raise ImportRefused("It holds no rows.", REMEDY)
    if len(found) > MOST_ROWS:
        raise ImportRefused(f"It holds {len(found):,} rows; {MOST_ROWS:,} is the most.", "Split it.")
    return found


def _array(text: str) -> Iterator[tuple[int, Any]]:
    try:
        yield from enumerate(json.loads(text), 1)
    except json.JSONDecodeError as error:
        raise ImportRefused(f"It is not JSON at line {error.lineno}, column {error.colno}.", REMEDY) from None
    except (ValueError, RecursionError):
        raise ImportRefused("It is not JSON that can be read.", REMEDY) from None


def _lines(text: str) -> Iterator[tuple[int, Any]]:
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                yield number, json.loads(line)
            except (ValueError, RecursionError):
                raise ImportRefused("The line is not JSON.", REMEDY, row=number) from None


def _row(number: int, value: Any) -> Row:
    is_row = isinstance(value, dict) and isinstance(value.get("model"), str) and isinstance(value.get("fields"), dict)
    if not is_row:
        raise ImportRefused("It is no fixture row: it has no “model” and “fields”.", REMEDY, row=number)
    if unknown := value.keys() - {"model", "pk", "fields"}:
        name = min(unknown)
        raise ImportRefused("A row has “model”, “pk” and “fields” alone.", "Remove it.", row=number, field=name)
    return Row(number, value["model"].lower(), value.get("pk"), value["fields"])
