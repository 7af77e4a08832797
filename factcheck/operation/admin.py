"""The administrators' page of what browsers reported."""

from django.contrib import admin

from factcheck.ledger.admin.recorded_pages import ReadOnlyAdmin
from factcheck.operation.models import PolicyReport


@admin.register(PolicyReport)
class PolicyReportAdmin(ReadOnlyAdmin):
    list_display = ["page", "rule", "blocked", "count", "first_at", "last_at"]
    list_filter = ["rule"]
    search_fields = ["page", "blocked"]
