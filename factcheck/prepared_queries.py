"""Querysets whose SQL is compiled once, however often their rows are asked for.

Django takes longer to build a queryset and to compile it than a database takes to answer it. What a queryset holds
beside the values that it is given must be the same at every call: no day of today, no name of somebody.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from threading import local
from typing import Any, NoReturn, Self

from django.conf import settings
from django.db.models import Model, QuerySet, prefetch_related_objects
from django.db.models.base import ModelState
from django.db.models.query import ModelIterable
from django.db.models.signals import post_init, pre_init

from factcheck.stamps.reads import connection_read

MARK = 2_000_000_000  # stands for a whole number in any column
DECIDING_SETTINGS = ("SHOWS_CONTESTED_CLAIMS",)  # by which querysets hold other rows
MOST = 10_000_000  # values of one argument

type Value = str | int | Sequence[int] | Sequence[str]


class PreparedQuery[Row]:
    """The rows of a queryset that is built from a few values, each a text, a whole number, or some of either.

    No value at all in a sequence finds nothing. Prefetches of the queryset are made as ever.
    """

    def __init__(self, build: Callable[..., QuerySet[Any, Row]]) -> None:
        self._build = build
        self._compiled = local()

    def __call__(self, **given: Value) -> list[Row]:
        values = {name: _filled_up(value) for name, value in given.items()}
        if any(value == () for value in values.values()):
            return []
        return self._compiled_for(given, values).rows([value for several in values.values() for value in several])

    def answered(self, **given: Value) -> AnsweredRows[Row]:
        """The same before anything is made of them; give no empty sequence. The queryset is of models."""
        values = {name: _filled_up(value) for name, value in given.items()}
        compiled = self._compiled_for(given, values)
        return AnsweredRows(compiled.asked([value for several in values.values() for value in several]), compiled)

    def _compiled_for(self, given: Mapping[str, Value], values: Mapping[str, tuple[str | int, ...]]) -> _Compiled[Row]:
        decided = (getattr(settings, name) for name in DECIDING_SETTINGS)
        shape = (
            connection_read().alias,
            *decided,
            *((name, len(value), type(value[0])) for name, value in values.items()),
        )
        compiled: dict[Any, _Compiled[Row]] = self._compiled.__dict__
        if shape not in compiled:
            marks = {name: _marks(value, number) for number, (name, value) in enumerate(values.items())}
            is_many = {name: not isinstance(value, (str, int)) for name, value in given.items()}
            queryset = self._build(**{name: mark if is_many[name] else mark[0] for name, mark in marks.items()})
            compiled[shape] = _Compiled(queryset, [mark for several in marks.values() for mark in several])
        return compiled[shape]


@dataclass(frozen=True)
class AnsweredRows[Row]:
    """Rows as the database gave them: equal where it gave the same, so that what is made of them can be kept by them.

    Their models are made anew for whoever asks, who may change them.
    """

    raw: tuple[tuple[Any, ...], ...]
    _compiled: _Compiled[Row] = field(compare=False, repr=False)

    def made(self) -> list[Row]:
        return self._compiled.made(self.raw)


class _Compiled[Row]:
    """One queryset with marks in place of its values, and the statement that it comes to."""

    def __init__(self, queryset: QuerySet[Any, Row], marks: Sequence[str | int]) -> None:
        self._queryset: Any = queryset
        self._compiler = queryset.query.get_compiler(connection=connection_read())
        self._sql, parameters = self._compiler.as_sql()
        place = {mark: number for number, mark in enumerate(marks)}
        self._places = [place.get(one) if isinstance(one, (str, int)) else None for one in parameters]
        if missing := set(place.values()).difference(self._places):
            raise ValueError(f"{len(missing)} of the values of {queryset.model.__name__} are not in its query.")
        self._parameters = parameters
        converters = self._compiler.get_converters(expression for expression, _, _ in self._compiler.select)
        self._compiler.get_converters = lambda _: converters
        queryset.query.get_compiler = self._with_values  # type: ignore[method-assign]
        self._models = _models_of(self._queryset, self._compiler)

    def rows(self, values: Sequence[str | int]) -> list[Row]:
        """The rows for these values."""
        if self._models:
            return self.made(self.asked(values))
        self._fill_in(values)
        return self._with_prefetched(list(self._queryset._iterable_class(self._queryset)))  # noqa: SLF001 - as Django does

    def asked(self, values: Sequence[str | int]) -> tuple[tuple[Any, ...], ...]:
        """What the database answers."""
        self._fill_in(values)
        return tuple(row for part in self._compiler.execute_sql() for row in part)

    def made(self, raw: Iterable[tuple[Any, ...]]) -> list[Row]:
        """The models of what was answered."""
        if not self._models:
            raise TypeError(f"The rows of {self._queryset.model.__name__} are not made here.")
        read = self._compiler.results_iter([raw])
        return self._with_prefetched([self._models.made_of(row) for row in read])

    def _fill_in(self, values: Sequence[str | int]) -> None:
        parameters = tuple(
            one if place is None else values[place] for one, place in zip(self._parameters, self._places, strict=True)
        )
        self._compiler.as_sql = lambda: (self._sql, parameters)

    def _with_prefetched(self, rows: list[Row]) -> list[Row]:
        if lookups := self._queryset._prefetch_related_lookups:  # noqa: SLF001
            prefetch_related_objects(rows, *lookups)  # type: ignore[type-var]
        return rows

    def _with_values(self, *_: Any, **__: Any) -> Any:
        return self._compiler


class _Models:
    """What makes the row of a model, with those that came by `select_related`, of the columns of a statement.

    It does what `Model.from_db` does, but for each query once what that asks of each row: which column is which field.
    """

    def __init__(self, told: Mapping[str, Any], compiler: Any, alias: str, fetch_mode: Any) -> None:
        places = told["select_fields"]
        self._model: type[Model] = told["model"]
        self._columns = slice(places[0], places[-1] + 1)
        self._names = [column.target.attname for column, *_ in compiler.select[self._columns]]
        self._key = places[0] + self._names.index(self._model._meta.pk.attname)
        self._state = {"adding": False, "db": alias, "fetch_mode": fetch_mode}
        self._related = [
            (_Models(other, compiler, alias, fetch_mode), other["local_setter"], other["remote_setter"])
            for other in told.get("related_klass_infos", ())
        ]
        self._annotated: list[tuple[str, int]] = []
        self.are_plain: bool = _is_plain(self._model) and all(models.are_plain for models, *_ in self._related)

    def with_annotations(self, places: Mapping[str, int] | None) -> Self:
        self._annotated = [*(places or {}).items()]
        return self

    def made_of(self, row: Sequence[Any]) -> Any:
        """The model, None where a join found none."""
        if row[self._key] is None:
            return None
        made = self._model.__new__(self._model)
        made._state = state = ModelState()  # noqa: SLF001 - as Django does
        state.__dict__.update(self._state)
        made.__dict__.update(zip(self._names, row[self._columns], strict=True))
        for models, set_here, set_there in self._related:
            other = models.made_of(row)
            set_here(made, other)
            if other is not None:
                set_there(other, made)
        for name, place in self._annotated:
            setattr(made, name, row[place])
        return made


def _models_of(queryset: Any, compiler: Any) -> _Models | None:
    """None where rows are no models, or where Django does more to make them."""
    mode, known = queryset._fetch_mode, queryset._known_related_objects  # noqa: SLF001
    if queryset._iterable_class is not ModelIterable or mode.track_peers or known:  # noqa: SLF001
        return None
    models = _Models(compiler.klass_info, compiler, queryset.db, mode)
    return models.with_annotations(compiler.annotation_col_map) if models.are_plain else None


def _is_plain(model: type[Model]) -> bool:
    """Whether nothing hears of its rows being made, and nothing is inherited from another table."""
    is_heard = pre_init.has_listeners(model) or post_init.has_listeners(model)
    return not is_heard and not model._meta.parents


def prepared[Row](build: Callable[..., QuerySet[Any, Row]]) -> PreparedQuery[Row]:
    """Ask for the rows of the queryset that a function builds, without building it each time."""
    return PreparedQuery(build)


class HandedOut[Row: Model](QuerySet[Row]):
    """Related rows that were read with others; whoever wants some of them, or others, asks for them anew."""

    def _chain(self) -> NoReturn:
        raise TypeError("These rows were handed out: ask for others by their own model.")


def hand_out[Row: Model](
    owners: Iterable[Model], name: str, model: type[Row], rows: Iterable[Row], *, owner_of: Callable[[Row], Any]
) -> None:
    """Give each owner its related rows, as `prefetch_related` does: `owner.name.all()` asks nothing then."""
    by_owner: dict[Any, list[Row]] = {}
    for row in rows:
        by_owner.setdefault(owner_of(row), []).append(row)
    for owner in owners:
        handed: Any = HandedOut(model)
        handed._result_cache, handed._prefetch_done = by_owner.get(owner.pk, []), True  # noqa: SLF001 - as Django does
        owner.__dict__.setdefault("_prefetched_objects_cache", {})[name] = handed


def _filled_up(value: Value) -> tuple[str | int, ...]:
    """The values, the last repeated up to the next power of two: each number of them is compiled by itself."""
    if isinstance(value, (str, int)):
        return (value,)
    length = 1 << max(0, len(value) - 1).bit_length()
    return (*value, *[*value][-1:] * (length - len(value)))


def _marks(values: Sequence[str | int], argument: int) -> list[str | int]:
    """Something to find each value's place by, of the same type."""
    numbers = range(argument * MOST, argument * MOST + len(values))
    return [f"value {n}" if isinstance(value, str) else MARK + n for n, value in zip(numbers, values, strict=True)]
