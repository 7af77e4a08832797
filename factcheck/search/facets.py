"""Narrowing what was found: by outlet, year, source and the like, with how many rows each choice would leave."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db.models import F, Model, QuerySet
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce
from django.utils import timezone

OFFERED = 12
YEAR = re.compile(r"(?!0000)[0-9]{4}")
NONE = "none"
YEARLY = "__year"


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
        if self.path.endswith(YEARLY) and not YEAR.fullmatch(value) and value != NONE:
            return rows.none()
        wanted = {f"{self.path}__isnull": True} if value == NONE else {self.path: value}
        try:
            narrowed: QuerySet[T] = rows.alias(**self.given).filter(**wanted)
        except ValueError:  # letters for the number of a row
            return rows.none()
        return narrowed

    def columns(self) -> tuple[Combinable, Combinable]:
        """What tells the value of a row, and what names it."""
        value = self.given.get(self._day, F(self._day))
        return value, F(self.named_by) if self.named_by else value

    def choices(self, pairs: Iterable[tuple[Any, Any]]) -> list[Choice]:
        """The commonest values among pairs of value and name, those of most rows first."""
        if self._day != self.path:
            pairs = ((year_of(day), year_of(day)) for day, _ in pairs)
        counts = Counter(pairs)
        choices = [Choice(*self._told(value, name), count) for (value, name), count in counts.items()]
        return sorted(choices, key=lambda choice: (-choice.count, choice.label))[:OFFERED]

    @property
    def _day(self) -> str:
        return self.path.removesuffix(YEARLY)

    def _told(self, value: Any, name: Any) -> tuple[str, str]:
        """A value as the address has it, and its name."""
        if value is None:
            return NONE, self.without
        return str(value), self.names.get(str(value), str(name))


def year_of(day: date | None) -> int | None:
    if isinstance(day, datetime):
        return timezone.localtime(day).year
    return day.year if day else None
