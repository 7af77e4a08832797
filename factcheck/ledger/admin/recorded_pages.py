"""Administrators' pages that leave a trace: whatever is made, changed or removed there is a ledger entry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.contrib.admin.utils import NestedObjects
from django.contrib.admin.widgets import AutocompleteSelect
from django.contrib.auth.models import User
from django.db import DEFAULT_DB_ALIAS, models, transaction
from django.forms import BaseModelFormSet, ModelForm
from django.http import HttpRequest

from factcheck.ledger.chain import record
from factcheck.ledger.held_rows import why_it_stays
from factcheck.typed_numbers import numbers_in

if TYPE_CHECKING:
    Base = admin.ModelAdmin[models.Model]
    RowForm = ModelForm[models.Model]
else:
    Base = admin.ModelAdmin
    RowForm = ModelForm

UNTOLD = ("password",)  # that it changed is an act of its own; its hash is nobody's business


def person_of(request: HttpRequest) -> User:
    """Who asks. Behind the administrators' sign-in it is always a person."""
    if not isinstance(request.user, User):
        raise TypeError("Only a person who signed in changes rows here.")
    return request.user


class HeldForm(RowForm):
    """The form of a row that may have to stay as it is: it then says why beside the field."""

    def clean(self) -> dict[str, Any] | None:
        """Asks before the row takes on what was typed."""
        cleaned = super().clean()
        for name in self.changed_data if self.instance.pk else ():
            if because := why_it_stays(self.instance, changed=[name]):
                self.add_error(name, because)
        return cleaned


class RowSelect(AutocompleteSelect):
    """Django's, which asks the database for whatever an address or a form names; here what is no row's key is not."""

    def optgroups(self, name: str, value: Sequence[str], attr: Any = None) -> Any:
        return super().optgroups(name, [str(key) for key in numbers_in([*map(str, value)])], attr)


class RecordedAdmin(Base):
    """Has every row that is made, changed or removed here recorded, with what stood there before.

    That is so for rows of inlines, for rows that go along with one that is removed, and for many chosen in a list.
    """

    form: type[ModelForm[Any]] = HeldForm

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("widget", RowSelect(db_field, self.admin_site, using=kwargs.get("using")))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def save_related(
        self, request: HttpRequest, form: ModelForm[Any], formsets: Iterable[BaseModelFormSet[Any, Any]], change: bool
    ) -> None:
        """What the form changed is known in full only once its groups and the like are stored, too."""
        with transaction.atomic():
            super().save_related(request, form, formsets, change)
            if form.changed_data or not change:
                _record_saved(form, "changed" if change else "made", actor=person_of(request))

    def save_formset(self, request: HttpRequest, form: Any, formset: BaseModelFormSet[Any, Any], change: bool) -> None:
        actor = person_of(request)
        with transaction.atomic():
            removed = [kept.instance for kept in formset.deleted_forms if kept.instance.pk]
            gone = [(copy(row), _standing(row)) for row in removed]
            super().save_formset(request, form, formset, change)
            made, changed = list(formset.new_objects), [row for row, _ in formset.changed_objects]
            for saved in formset.forms:
                if saved.instance in made or saved.instance in changed:
                    _record_saved(saved, "made" if saved.instance in made else "changed", actor=actor)
            _record_removed(gone, actor=actor)

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """What would go, as Django tells it; what has to stay is among what is protected, with the reason."""
        told, counts, missing, protected = super().get_deleted_objects(objs, request)
        held = (why_it_stays(row) for row in _going(objs))
        return told, counts, missing, [*protected, *dict.fromkeys(filter(None, held))]

    def delete_model(self, request: HttpRequest, obj: models.Model) -> None:
        with transaction.atomic():
            gone = [(copy(row), _standing(row)) for row in _going([obj]) if self._has_page(row)]
            super().delete_model(request, obj)
            _record_removed(gone, actor=person_of(request))

    def delete_queryset(self, request: HttpRequest, queryset: models.QuerySet[models.Model]) -> None:
        with transaction.atomic():
            for row in queryset:
                self.delete_model(request, row)

    def _has_page(self, row: models.Model) -> bool:
        """Whether people keep such rows here; what the desk works out from others goes without a word."""
        site, model = self.admin_site, type(row)
        return site.is_registered(model) and isinstance(site.get_model_admin(model), RecordedAdmin)


class ReadOnlyAdmin(Base):
    """Shows rows that only the desk's own steps make and change."""

    def has_add_permission(self, request: HttpRequest, *args: Any) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


def _record_saved(form: ModelForm[Any], act: str, *, actor: User) -> None:
    row = form.instance
    fields = {field.name: field for field in (*row._meta.concrete_fields, *row._meta.many_to_many)}
    names = [name for name in form.changed_data if name in fields and name not in UNTOLD]
    changes = {name: [_told(form.initial.get(name)), _value(row, fields[name])] for name in names}
    record(f"{row._meta.model_name}.{act}", actor=actor, on=row, changes=changes)


def _record_removed(gone: Iterable[tuple[models.Model, dict[str, str]]], *, actor: User) -> None:
    for row, was in gone:
        record(f"{row._meta.model_name}.removed", actor=actor, on=row, was=was)


def _going(rows: Iterable[models.Model]) -> Iterator[models.Model]:
    """The rows and all that would be removed with them."""
    collector = NestedObjects(using=DEFAULT_DB_ALIAS)
    collector.collect(list(rows))
    for kept in collector.data.values():
        yield from kept


def _standing(row: models.Model) -> dict[str, str]:
    """What a stored row says, by its fields."""
    fields = (*row._meta.concrete_fields, *row._meta.many_to_many)
    return {field.name: _value(row, field) for field in fields if field.name not in UNTOLD}


def _value(row: models.Model, field: models.Field[Any, Any]) -> str:
    if isinstance(field, models.ManyToManyField):
        return _told(getattr(row, field.name).all())
    return _told(getattr(row, field.attname))


def _told(value: Any) -> str:
    """A value in a word: of a row its key, of many rows their names."""
    if isinstance(value, models.Model):
        return str(value.pk)
    if isinstance(value, list | models.QuerySet):
        return ", ".join(sorted(map(str, value)))
    return "" if value is None else str(value)
