"""The administrators' pages of the ledger, which is only read, and of people and groups.

Who may do what is never changed there without an entry. Of a password the ledger says that it was changed, and whether
the account has one; never anything of itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.forms import UserChangeForm
from django.contrib.auth.models import Group, User
from django.db import transaction
from django.db.models import Max, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.decorators import method_decorator
from django.views.decorators.debug import sensitive_post_parameters

from factcheck.ledger.admin.recorded_pages import HeldForm, ReadOnlyAdmin, RecordedAdmin, person_of
from factcheck.ledger.models import Entry
from factcheck.ledger.people import record_password
from factcheck.typed_numbers import numbers_in

if TYPE_CHECKING:
    AccountPages = UserAdmin[User]
else:
    AccountPages = UserAdmin


class ActFilter(admin.SimpleListFilter):
    """The acts that happened, each in its words."""

    title = parameter_name = "act"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        newest = Entry.objects.order_by("act").values("act").annotate(last=Max("pk")).values("last")
        return sorted(((one.act, one.words) for one in Entry.objects.filter(pk__in=newest)), key=lambda act: act[1])

    def queryset(self, request: HttpRequest, entries: QuerySet[Entry]) -> QuerySet[Entry]:
        return entries.filter(act=self.value()) if self.value() else entries


@admin.register(Entry)
class EntryAdmin(ReadOnlyAdmin):
    list_display = ["at", "words", "subject_name", "actor"]
    list_filter = [ActFilter, "at"]
    list_select_related = ["actor"]
    search_fields = ["subject_name", "hash"]
    date_hierarchy = "at"


class AccountAdmin(RecordedAdmin, AccountPages):
    form = UserChangeForm  # type: ignore[assignment]  # it is a form of people alone

    @method_decorator(sensitive_post_parameters())
    def user_change_password(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        with transaction.atomic():
            accounts = User.objects.filter(pk__in=numbers_in([unquote(kwargs["id"])]))
            before = accounts.values_list("password", flat=True).first()
            response = super().user_change_password(request, *args, **kwargs)
            if (user := accounts.first()) and user.password != before:
                record_password(user, actor=person_of(request))
        return response


class RoleAdmin(RecordedAdmin, GroupAdmin):
    form = HeldForm


admin.site.unregister([User, Group])
admin.site.register(User, AccountAdmin)
admin.site.register(Group, RoleAdmin)
