"""The administrators' pages of ratings, and of what is only read: verdicts and revisions go through review,
assignments and comments through the desk.
"""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from factcheck.ledger.admin import ReadOnlyAdmin, RecordedAdmin
from factcheck.verdicts.models import (
    Assignment,
    Comment,
    Evidence,
    OutsideCheck,
    OutsideRating,
    Rating,
    Revision,
    SecondOpinion,
    Verdict,
)


@admin.register(Rating)
class RatingAdmin(RecordedAdmin):
    list_display = ["label", "number", "definition", "colour"]
    search_fields = ["label", "definition"]
    prepopulated_fields = {"slug": ["label"]}


@admin.register(OutsideRating)
class OutsideRatingAdmin(RecordedAdmin):
    list_display = ["label", "domain", "rating"]
    list_select_related = ["rating"]
    search_fields = ["label", "domain"]


@admin.register(OutsideCheck)
class OutsideCheckAdmin(RecordedAdmin):
    """Taken in on the desk; what is wrong is removed here."""

    list_display = ["claim_text", "desk", "label", "reviewed_on", "claim"]
    list_select_related = ["claim"]
    search_fields = ["claim_text", "desk", "label", "url"]
    autocomplete_fields = ["claim"]
    readonly_fields = ["added_by"]


class WorkingTextAdmin(ReadOnlyAdmin):
    """What is not public yet of verdicts, which `verdict` leads to: kept from who is asked to rate a claim unseen."""

    verdict = "verdict"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        asked = SecondOpinion.objects.awaited().filter(asked_of=request.user.pk)
        return super().get_queryset(request).exclude(**{f"{self.verdict}__in": asked.values("verdict")})


@admin.register(Verdict)
class VerdictAdmin(WorkingTextAdmin):
    verdict = "pk"
    list_display = ["claim", "status", "rating", "author", "last_editor", "changed_at"]
    list_filter = ["status", "rating"]
    list_select_related = ["claim", "rating", "author", "last_editor"]
    search_fields = ["claim__text", "conclusion"]


@admin.register(Evidence)
class EvidenceAdmin(WorkingTextAdmin):
    list_display = ["__str__", "verdict", "url", "archive_url"]
    list_select_related = ["verdict__claim", "statement__source", "statement__article__outlet"]
    search_fields = ["title", "note", "statement__exact"]


@admin.register(Revision)
class RevisionAdmin(ReadOnlyAdmin):
    list_display = ["verdict", "number", "kind", "rating_label", "reviewer_name", "published_at"]
    list_filter = ["kind", "rating_label"]
    list_select_related = ["verdict__claim"]
    search_fields = ["claim_text", "conclusion", "note"]
    ordering = ["-id"]
    date_hierarchy = "published_at"


@admin.register(Assignment)
class AssignmentAdmin(ReadOnlyAdmin):
    list_display = ["claim", "assignee", "priority", "due_on", "assigned_by", "changed_at"]
    list_filter = ["priority", "assignee"]
    list_select_related = ["claim", "assignee", "assigned_by"]
    search_fields = ["claim__text"]
    date_hierarchy = "due_on"


@admin.register(Comment)
class CommentAdmin(WorkingTextAdmin):
    list_display = ["text", "author", "created_at", "claim", "verdict", "resolved_by", "resolved_at"]
    list_filter = ["author", "resolved_at"]
    list_select_related = ["author", "resolved_by", "claim", "verdict__claim"]
    search_fields = ["text", "claim__text", "verdict__claim__text"]
