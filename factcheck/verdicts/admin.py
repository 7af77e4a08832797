"""The administrators' pages of ratings, and of verdicts and revisions, which are only read: they go through review."""

from __future__ import annotations

from django.contrib import admin

from factcheck.ledger.admin import ReadOnlyAdmin, RecordedAdmin
from factcheck.verdicts.models import Evidence, Rating, Revision, Verdict


@admin.register(Rating)
class RatingAdmin(RecordedAdmin):
    list_display = ["label", "number", "definition", "colour"]
    search_fields = ["label", "definition"]
    prepopulated_fields = {"slug": ["label"]}


@admin.register(Verdict)
class VerdictAdmin(ReadOnlyAdmin):
    list_display = ["claim", "status", "rating", "author", "last_editor", "changed_at"]
    list_filter = ["status", "rating"]
    list_select_related = ["claim", "rating", "author", "last_editor"]
    search_fields = ["claim__text", "conclusion"]


@admin.register(Evidence)
class EvidenceAdmin(ReadOnlyAdmin):
    list_display = ["__str__", "verdict", "url", "archive_url"]
    list_select_related = ["verdict__claim", "statement__source", "statement__article__outlet"]
    search_fields = ["title", "note", "statement__exact"]


@admin.register(Revision)
class RevisionAdmin(ReadOnlyAdmin):
    list_display = ["verdict", "number", "kind", "rating_label", "reviewer_name", "published_at"]
    list_filter = ["kind", "rating_label"]
    list_select_related = ["verdict__claim"]
    search_fields = ["claim_text", "conclusion", "note"]
    date_hierarchy = "published_at"
