"""Narrowing what was found: by outlet, years, source and the like, with how many rows each choice would leave."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.db.models import F, Model, QuerySet
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from factcheck.typed_numbers import numbers_in

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise

OFFERED = 12
YEARS = re.compile(r"(?!0000)([0-9]{4})|((?!0000)[0-9]{4})?-((?!0000)[0-9]{4})?")
NONE = "none"
WITHOUT = gettext_lazy("none")

type Counts = Mapping[tuple[Any, Any], int]  # how many rows have each value, which is named by the second


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
    label: _StrOrPromise
    path: str
    named_by: str = ""  # another field, beside `path`
    names: Mapping[str, _StrOrPromise] = field(default_factory=dict)
    without: _StrOrPromise = WITHOUT  # what rows without a value are called
    told: Callable[[str], str] = str  # how a name is told that the database keeps
    given: Mapping[str, Coalesce] = field(default_factory=dict)  # what `path` begins with, if it is no field

    @property
    def parameters(self) -> Sequence[str]:
        """The names in the address that say what is chosen."""
        return (self.name,)

    def chosen_in(self, asked: QueryDict) -> str:
        """The value that an address asks for; empty for any."""
        return asked.get(self.name, "").replace("\0", "")

    def named(self, chosen: str, choices: Iterable[Choice]) -> str:
        """What a chosen value is called."""
        otherwise = str(self.without) if chosen == NONE else chosen
        return next((choice.label for choice in choices if choice.value == chosen), otherwise)

    def narrow[T: Model](self, rows: QuerySet[T], value: str) -> QuerySet[T]:
        """Rows with this value; none if no row can have it."""
        try:
            return self._narrowed(rows, {f"{self.path}__isnull": True} if value == NONE else {self.path: value})
        except ValueError:  # letters for the number of a row
            return rows.none()

    def columns(self) -> tuple[Combinable, Combinable]:
        """What tells the value of a row, and what names it."""
        value = self.given.get(self.path, F(self.path))
        return value, F(self.named_by) if self.named_by else value

    def counts(self, values: Iterable[tuple[Any, Any]], rows: QuerySet[Any], keys: Sequence[int]) -> Counts:
        """How many rows have each value, where `values` are those of their columns and `keys` their own."""
        return Counter(values)

    def choices(self, counts: Counts) -> list[Choice]:
        """The commonest values, those of most rows first."""
        choices = [Choice(*self._told(value, name), count) for (value, name), count in counts.items()]
        return sorted(choices, key=lambda choice: (-choice.count, choice.label))[:OFFERED]

    def _narrowed[T: Model](self, rows: QuerySet[T], wanted: Mapping[str, Any]) -> QuerySet[T]:
        narrowed: QuerySet[T] = rows.alias(**self.given).filter(**wanted)
        return narrowed

    def _told(self, value: Any, name: Any) -> tuple[str, str]:
        """A value as the address has it, and its name."""
        if value is None:
            return NONE, str(self.without)
        return str(value), str(self.names.get(str(value), self.told(name)))


@dataclass(frozen=True)
class Years(Facet):
    """The year of a day: one, or from one to another."""

    @property
    def parameters(self) -> Sequence[str]:
        return (self.name, f"{self.name}_from", f"{self.name}_to")

    def chosen_in(self, asked: QueryDict) -> str:
        one, first, last = (asked.get(name, "").replace("\0", "").strip() for name in self.parameters)
        return one or (f"{first}-{last}" if first or last else "")

    def named(self, chosen: str, choices: Iterable[Choice]) -> str:
        first, to, last = chosen.partition("-")
        if not to:
            return super().named(chosen, choices)
        if first and last:
            return _("{first} to {last}").format(first=first, last=last)
        return _("since {year}").format(year=first) if first else _("until {year}").format(year=last)

    def narrow[T: Model](self, rows: QuerySet[T], value: str) -> QuerySet[T]:
        years = YEARS.fullmatch(value)
        if value == NONE or not years:
            return super().narrow(rows, NONE) if value == NONE else rows.none()
        one, first, last = years.groups()
        bounds = {f"{self.path}__year__gte": one or first, f"{self.path}__year__lte": one or last}
        return self._narrowed(rows, {name: int(year) for name, year in bounds.items() if year})

    def counts(self, values: Iterable[tuple[Any, Any]], rows: QuerySet[Any], keys: Sequence[int]) -> Counts:
        return Counter((year_of(day), year_of(day)) for day, _ in values)


@dataclass(frozen=True, kw_only=True)
class Several(Facet):
    """Rows of another model that a row can have several of: the sources of a claim. `named_by` is a field of theirs."""

    model: Any

    def columns(self) -> tuple[Combinable, Combinable]:
        return F("pk"), F("pk")

    def counts(self, values: Iterable[tuple[Any, Any]], rows: QuerySet[Any], keys: Sequence[int]) -> Counts:
        """The commonest values alone; two queries. Counted here: to group so many, SQLite takes seconds."""
        counted: Any = rows.model
        held = counted.objects.filter(pk__in=keys).order_by().values_list("pk", self.path)
        counts = Counter(value for _, value in set(held) if value is not None)
        commonest = sorted(counts, key=lambda value: (-counts[value], value))[:OFFERED]
        return {(value, name): counts[value] for value, name in self._names(commonest)}

    def named(self, chosen: str, choices: Iterable[Choice]) -> str:
        """Its name even if it is not among the commonest."""
        names = [name for _, name in self._names(numbers_in([chosen]))]
        return names[0] if names else super().named(chosen, choices)

    def _names(self, values: Sequence[Any]) -> Iterable[tuple[Any, str]]:
        named: Iterable[tuple[Any, str]] = self.model.objects.filter(pk__in=values).values_list("pk", self.named_by)
        return named

    def _narrowed[T: Model](self, rows: QuerySet[T], wanted: Mapping[str, Any]) -> QuerySet[T]:
        model: Any = rows.model
        every = model.objects.all()
        if wanted == {f"{self.path}__isnull": True}:
            return rows.exclude(pk__in=every.filter(**{f"{self.path}__isnull": False}).values("pk"))
        return rows.filter(pk__in=every.filter(**wanted).values("pk"))


def year_of(day: date | None) -> int | None:
    if isinstance(day, datetime):
        return timezone.localtime(day).year
    return day.year if day else None
