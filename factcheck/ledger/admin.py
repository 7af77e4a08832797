"""Administrators' pages that leave a trace: what is changed there is a ledger entry, and the ledger is only read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.contrib.auth.models import User
from django.db import models, transaction
from django.forms import ModelForm
from django.http import HttpRequest

from factcheck.ledger.chain import record
from factcheck.ledger.models import Entry

if TYPE_CHECKING:
    Base = admin.ModelAdmin[models.Model]
else:
    Base = admin.ModelAdmin


def person_of(request: HttpRequest) -> User:
    """Who asks. Behind the administrators' sign-in it is always a person."""
    if not isinstance(request.user, User):
        raise TypeError("Only a person who signed in changes rows here.")
    return request.user


class RecordedAdmin(Base):
    """Has every row that is made, changed or removed here recorded, with what stood there before."""

    def save_model(self, request: HttpRequest, obj: models.Model, form: ModelForm[Any], change: bool) -> None:
        with transaction.atomic():
            super().save_model(request, obj, form, change)
            if form.changed_data or not change:
                act = "changed" if change else "made"
                changes = {
                    name: [_told(form.initial.get(name)), _told(getattr(obj, name))] for name in form.changed_data
                }
                record(f"{obj._meta.model_name}.{act}", actor=person_of(request), on=obj, changes=changes)

    def delete_model(self, request: HttpRequest, obj: models.Model) -> None:
        with transaction.atomic():
            record(f"{obj._meta.model_name}.removed", actor=person_of(request), on=obj)
            super().delete_model(request, obj)

    def delete_queryset(self, request: HttpRequest, queryset: models.QuerySet[models.Model]) -> None:
        for row in queryset:
            self.delete_model(request, row)


class ReadOnlyAdmin(Base):
    """Shows rows that only the desk's own steps make and change."""

    def has_add_permission(self, request: HttpRequest, *args: Any) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Entry)
class EntryAdmin(ReadOnlyAdmin):
    list_display = ["at", "act", "subject_name", "actor"]
    list_filter = ["act", "subject_type", "at"]
    list_select_related = ["actor"]
    search_fields = ["subject_name", "hash"]
    date_hierarchy = "at"


def _told(value: Any) -> str:
    return str(value.pk if isinstance(value, models.Model) else "" if value is None else value)
