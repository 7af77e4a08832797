"""Paging through long lists by where the last page ended: no row is counted or skipped, and new rows move nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model, Q, QuerySet
from django.http import HttpRequest

BETWEEN = "_"


@dataclass(frozen=True)
class ListPage[T]:
    """Some rows of a list, newest first; `before` and `after` lead to its neighbours and are empty at the ends."""

    object_list: Sequence[T]
    before: str = ""
    after: str = ""

    def __iter__(self) -> Iterator[T]:
        return iter(self.object_list)

    def __len__(self) -> int:
        return len(self.object_list)


def page_of[T: Model](
    rows: QuerySet[T], request: HttpRequest, *, by: Sequence[str], size: int = 50, is_ascending: bool = False
) -> ListPage[T]:
    """The page that `?after=` or `?before=` asks for, the first if neither is sound or nothing is left there.

    `by` names fields that are never empty, the last of them unique; rows stand by them in descending order, unless
    `is_ascending` says so.
    """
    forwards, backwards = (list(by), newest_first(by)) if is_ascending else (newest_first(by), list(by))
    ahead, behind = ("gt", "lt") if is_ascending else ("lt", "gt")
    if values := _read(rows.model, by, request.GET.get("before", "")):
        newer = rows.filter(_beyond(by, values, behind)).order_by(*backwards)
        found = list(newer[: size + 1])
        if len(found) > size:
            shown = found[size - 1 :: -1]
            return ListPage(shown, before=_mark(shown[0], by), after=_mark(shown[-1], by))
    elif values := _read(rows.model, by, request.GET.get("after", "")):
        older = rows.filter(_beyond(by, values, ahead)).order_by(*forwards)
        found = list(older[: size + 1])
        if found:
            return _page(found, by, size, is_first=False)
    return _page(list(rows.order_by(*forwards)[: size + 1]), by, size, is_first=True)


def newest_first(by: Sequence[str]) -> list[str]:
    return [f"-{name}" for name in by]


def _page[T: Model](found: list[T], by: Sequence[str], size: int, *, is_first: bool) -> ListPage[T]:
    shown = found[:size]
    return ListPage(
        shown,
        before="" if is_first else _mark(shown[0], by),
        after=_mark(shown[-1], by) if len(found) > size else "",
    )


def _mark(row: Model, by: Sequence[str]) -> str:
    """Where a row stands in the order, as an address can carry it."""
    values = (getattr(row, name) for name in by)
    return BETWEEN.join(value.isoformat() if isinstance(value, date) else str(value) for value in values)


def _read(model: type[Model], by: Sequence[str], mark: str) -> list[Any]:
    """The values that a mark carries; none if it is not one of this list."""
    written = mark.rsplit(BETWEEN, len(by) - 1)
    if not mark or len(written) != len(by):
        return []
    try:
        values = [_field(model, name).to_python(value) for name, value in zip(by, written, strict=True)]
    except ValidationError:
        return []
    return values if None not in values else []


def _field(model: type[Model], name: str) -> Any:
    field: Any = model._meta.get_field(name)
    return field.output_field if field.generated else field


def _beyond(by: Sequence[str], values: Sequence[Any], side: str) -> Q:
    """Rows on one side of a place in the order. The first condition is implied; it lets the database begin there."""
    beyond, alike = Q(), Q()
    for name, value in zip(by, values, strict=True):
        beyond |= alike & Q(**{f"{name}__{side}": value})
        alike &= Q(**{name: value})
    return Q(**{f"{by[0]}__{side}e": values[0]}) & beyond
