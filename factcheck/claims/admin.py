"""The administrators' pages of sources, statements, claims, positions and conflicts."""

from __future__ import annotations

from django.contrib import admin

from factcheck.claims.models import Carriage, Claim, Conflict, Position, Source, Statement
from factcheck.ledger.admin import ReadOnlyAdmin, RecordedAdmin


@admin.register(Source)
class SourceAdmin(RecordedAdmin):
    list_display = ["name", "kind", "role", "people", "is_on_record"]
    list_filter = ["kind", "is_on_record"]
    search_fields = ["name", "role"]
    prepopulated_fields = {"slug": ["name"]}


@admin.register(Statement)
class StatementAdmin(RecordedAdmin):
    list_display = ["exact", "source", "manner", "article", "said_on"]
    list_filter = ["manner", "said_on"]
    list_select_related = ["source", "article__outlet"]
    search_fields = ["exact", "source__name", "article__headline"]
    autocomplete_fields = ["article", "source"]
    readonly_fields = ["created_by", "created_at"]


@admin.register(Claim)
class ClaimAdmin(RecordedAdmin):
    list_display = ["text", "created_by", "created_at"]
    list_filter = ["created_at"]
    list_select_related = ["created_by"]
    search_fields = ["text"]
    autocomplete_fields = ["origin"]
    prepopulated_fields = {"slug": ["text"]}
    readonly_fields = ["created_by", "created_at"]


@admin.register(Position)
class PositionAdmin(RecordedAdmin):
    list_display = ["claim", "stance", "statement"]
    list_filter = ["stance"]
    list_select_related = ["claim", "statement__source", "statement__article__outlet"]
    search_fields = ["claim__text", "statement__exact"]
    autocomplete_fields = ["statement", "claim"]


@admin.register(Conflict)
class ConflictAdmin(RecordedAdmin):
    list_display = ["first", "relation", "second", "state"]
    list_filter = ["state", "relation"]
    list_select_related = [
        *("first__source", "first__article__outlet"),
        *("second__source", "second__article__outlet"),
    ]
    search_fields = ["first__exact", "second__exact", "explanation"]
    autocomplete_fields = ["first", "second"]
    readonly_fields = ["because", "created_at"]


@admin.register(Carriage)
class CarriageAdmin(ReadOnlyAdmin):
    list_display = ["statement", "article", "status", "similarity"]
    list_filter = ["status"]
    list_select_related = ["statement__source", "statement__article__outlet", "article__outlet"]
    search_fields = ["statement__exact", "article__headline"]
