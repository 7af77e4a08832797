"""Narrowing what was found: by outlet, year, source and the like, with how many rows each choice would leave."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, F, Model, QuerySet, TextField
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Coalesce, Left

OFFERED = 12
YEAR = re.compile(r"(?!0000)[0-9]{4}")
NONE = "none"


@dataclass(frozen=True)
class Choice:
    """One value that rows can be narrowed to; `count` is how many it leaves, `query` the address that narrows."""

    value: str
    label: str
    count: int
    query: str = ""


@dataclass(frozen=True)
class Facet:
    """One way to narrow rows: its name in the address, the field that it compares, and what names a value of it."""

    name: str
    label: str
    path: str
    named_by: str = ""  # another field, beside `path`
    names: Mapping[str, str] = field(default_factory=dict)
    without: str = "none"  # what rows without a value are called
    given: Mapping[str, Coalesce] = field(default_factory=dict)  # what `path` begins with, if it is no field

    def narrow[T: Model](self, rows: QuerySet[T], value: str) -> QuerySet[T]:
        """Rows with this value; none if no row can have it."""
        if self.path.endswith("__year") and not YEAR.fullmatch(value) and value != NONE:
            return rows.none()
        wanted = {f"{self.path}__isnull": True} if value == NONE else {self.path: value}
        try:
            narrowed: QuerySet[T] = rows.alias(**self.given).filter(**wanted)
        except ValueError:  # letters for the number of a row
            return rows.none()
        return narrowed

    def choices(self, rows: QuerySet[Any]) -> list[Choice]:
        """The commonest values among the rows, those that most rows have first."""
        named = {"facet_value": self._value(), "facet_name": F(self.named_by) if self.named_by else self._value()}
        counted = rows.alias(**self.given).order_by().values(**named).annotate(facet_count=Count("pk"))
        return [
            Choice(NONE if value is None else str(value), self._told(value, name), count)
            for value, name, count in counted.order_by("-facet_count", "facet_name").values_list(
                "facet_value", "facet_name", "facet_count"
            )[:OFFERED]
        ]

    def _value(self) -> Combinable:
        """What is counted; a year as the first digits of its day, as SQLite takes no year out of one by itself."""
        day = self.path.removesuffix("__year")
        return F(self.path) if day == self.path else Left(Cast(day, TextField()), 4)

    def _told(self, value: Any, name: Any) -> str:
        return self.without if value is None else self.names.get(str(value), str(name))
