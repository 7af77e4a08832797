"""The administrators' pages of outlets, stories, articles and import batches."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from factcheck.articles.admin import imports
from factcheck.articles.models import Article, ImportBatch, Outlet, Story
from factcheck.ledger.admin import ReadOnlyAdmin, RecordedAdmin
from factcheck.typed_numbers import number_in

if TYPE_CHECKING:
    Inline = admin.TabularInline[Article, Story]
else:
    Inline = admin.TabularInline


@admin.register(Outlet)
class OutletAdmin(RecordedAdmin):
    list_display = ["name", "domain", "language", "is_text_public", "article_count"]
    list_filter = ["is_text_public", "language"]
    ordering = ["name"]  # said here too, since counting their articles forgets the model's
    search_fields = ["name", "domain"]
    readonly_fields = ["furniture"]

    @admin.display(description=_("lines of its pages"))
    def furniture(self, outlet: Outlet) -> str:
        if not outlet.pk:
            return "–"
        return format_html(
            gettext('<a href="{}">What stands in many articles</a>'), reverse("desk:furniture", args=[outlet.pk])
        )

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Any]:
        outlets: models.QuerySet[Any] = super().get_queryset(request)
        counted: models.QuerySet[Any] = outlets.annotate(how_many=models.Count("articles"))
        return counted

    @admin.display(description="articles", ordering="how_many")
    def article_count(self, outlet: Any) -> int:
        count: int = outlet.how_many
        return count


class VersionInline(Inline):
    model = Article
    fields = ["headline", "outlet", "published_on", "relation"]
    readonly_fields = ["headline", "outlet", "published_on", "relation"]
    extra = 0
    can_delete = False
    show_change_link = True
    verbose_name_plural = "versions"

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Article]:
        return super().get_queryset(request).select_related("outlet").defer("received", "text")


@admin.register(Story)
class StoryAdmin(RecordedAdmin):
    list_display = ["title", "created_at"]
    search_fields = ["title", "slug"]
    fields = ["title", "slug", "created_at"]
    readonly_fields = ["slug", "created_at"]
    inlines = [VersionInline]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False


@admin.register(Article)
class ArticleAdmin(RecordedAdmin):
    """What is known about an article can be set right here; its text never changes."""

    list_display = ["headline", "outlet", "published_on", "relation", "url"]
    list_filter = ["relation", "published_on", "outlet"]
    list_select_related = ["outlet"]
    search_fields = ["headline", "url", "byline"]
    autocomplete_fields = ["outlet"]
    date_hierarchy = "published_on"
    fieldsets = [
        (None, {"fields": ["headline", "outlet", "url", "published_on", "byline", "agency", "language"]}),
        (_("Story"), {"fields": ["story", "relation", "is_story_chosen", "previous"]}),
        (_("Text"), {"fields": ["text", "received", "found", "batch", "created_at"]}),
    ]
    readonly_fields = [
        *("story", "relation", "is_story_chosen", "previous"),
        *("text", "received", "found", "batch", "created_at"),
    ]

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Any]:
        return super().get_queryset(request).defer("text", "received", "findings")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    @admin.display(description=_("what was inferred and left out"))
    def found(self, article: Article) -> str:
        told = (f"{finding['what']}: {finding['value']} ({finding['because']})" for finding in article.findings)
        return "\n".join(told) or gettext("Nothing.")


@admin.register(ImportBatch)
class ImportBatchAdmin(ReadOnlyAdmin):
    """Every file that was imported; a batch has a page of its own, with what can be decided about it."""

    list_display = ["name", "status", "told_counts", "created_by", "created_at"]
    list_filter = ["status", "created_at"]
    list_select_related = ["created_by"]
    search_fields = ["name", "sha256"]

    @admin.display(description="rows")
    def told_counts(self, batch: ImportBatch) -> str:
        return ", ".join(f"{count:,} {outcome}" for outcome, count in batch.counts.items()) or "–"

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Any]:
        return super().get_queryset(request).defer("preview")

    def change_view(self, request: HttpRequest, object_id: str, *args: Any, **kwargs: Any) -> HttpResponse:
        return redirect("admin:articles_importbatch_preview", number_in(object_id) or 0)

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view
        own = [
            path("upload/", view(imports.upload), name="articles_importbatch_upload"),
            path("<int:pk>/preview/", view(imports.preview), name="articles_importbatch_preview"),
            path("<int:pk>/refused/", view(imports.refused), name="articles_importbatch_refused"),
        ]
        return [*own, *super().get_urls()]
