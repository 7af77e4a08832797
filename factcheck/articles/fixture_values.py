"""The values of a fixture's row as its model holds them, and the stored row that it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from django.core.exceptions import FieldDoesNotExist, ObjectDoesNotExist, ValidationError
from django.db import models
from django.utils import timezone

from factcheck.articles.fixtures import Row, RowRefused
from factcheck.articles.models import sha256_of


class Missing(RowRefused):
    """A row refers to another that is not there, or not there yet."""


def field_of(model: type[models.Model], name: str) -> models.Field[Any, Any]:
    names = ", ".join(field.name for field in model._meta.concrete_fields)
    try:
        field = model._meta.get_field(name)
    except FieldDoesNotExist:
        field = None
    if not isinstance(field, models.Field) or field.primary_key or field.name != name:
        raise RowRefused(f"There is no such field; the fields are {names}.", field=name)
    return field


def value_of(field: models.Field[Any, Any], value: Any) -> Any:
    """A JSON value as the field holds it. Raises RowRefused for a wrong type, _Missing for what is not there."""
    if isinstance(field, models.ForeignKey):
        return None if value is None else _referred(field, value)
    if isinstance(field, models.CharField | models.TextField) and not isinstance(value, str):
        raise RowRefused("The value is not text.", field=field.name)
    try:
        found = field.to_python(value)
    except (ValidationError, TypeError, ValueError) as error:
        told = " ".join(error.messages) if isinstance(error, ValidationError) else "The value has the wrong type."
        raise RowRefused(told, field=field.name) from None
    return timezone.make_aware(found) if isinstance(found, datetime) and timezone.is_naive(found) else found


def _referred(field: models.ForeignKey[Any, Any], value: Any) -> models.Model:
    """The row a reference names by its key, or by a list of what makes it unique: its slug or name."""
    model: type[models.Model] = field.remote_field.model
    rows = _rows(model)
    kind = model._meta.verbose_name
    try:
        if not isinstance(value, list):
            found = rows.filter(pk=model._meta.pk.to_python(value)).first()
        elif natural := getattr(rows, "get_by_natural_key", None):
            found = natural(*value)
        else:
            found = _by_unique_field(model, value)
    except ObjectDoesNotExist:
        found = None
    except (ValidationError, TypeError, ValueError):
        raise RowRefused(f"“{value}” is no key of a {kind}.", field=field.name) from None
    if found is None:
        reason = (
            f"It refers to {kind} {value}, which is not on the desk, and in no row of the file that can be imported."
        )
        raise Missing(reason, field=field.name)
    return found


def _by_unique_field(model: type[models.Model], value: list[Any]) -> models.Model | None:
    names = [field.name for field in model._meta.concrete_fields if field.unique and not field.primary_key]
    matching = (_rows(model).filter(**{name: value[0]}).first() for name in names if len(value) == 1)
    return next((row for row in matching if row), None)


def _rows(model: type[models.Model]) -> models.QuerySet[models.Model]:
    return model._meta.base_manager.all()


def key_of(model: type[models.Model], row: Row) -> Any:
    if row.pk is None:
        return None
    try:
        key = model._meta.pk.to_python(row.pk)
        model._meta.pk.run_validators(key)
    except (ValidationError, TypeError, ValueError):
        raise RowRefused(f"“{row.pk}” is no key.", field="pk") from None
    return key


def stored_as(model: type[models.Model], row: Row, values: dict[str, Any]) -> models.Model | None:
    """The stored row that this one is: by its key, or without one by what makes it unique."""
    rows = _rows(model)
    if row.pk is not None:
        return rows.filter(pk=key_of(model, row)).first()
    if "received" in values:
        values = {**values, "received_sha256": sha256_of(values["received"])}
    told = [names for names in _unique_together(model) if all(name in values for name in names)]
    matching = (rows.filter(**{name: values[name] for name in names}).first() for names in told)
    return next((row for row in matching if row), None)


def _unique_together(model: type[models.Model]) -> Iterator[Sequence[str]]:
    yield from ((field.name,) for field in model._meta.concrete_fields if field.unique)
    for constraint in model._meta.constraints:
        if isinstance(constraint, models.UniqueConstraint) and not constraint.condition:
            yield constraint.fields
