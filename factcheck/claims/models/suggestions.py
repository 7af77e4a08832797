"""What an editor does not want to be suggested again."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from factcheck.articles.models import Article


class DismissedSuggestion(models.Model):
    """Words of one article that are no statement worth marking, as somebody decided, though they look like one."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="dismissed_suggestions")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    words = models.TextField()
    dismissed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    dismissed_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["article", "start"]
        constraints = [
            models.CheckConstraint(
                condition=Q(end__gt=F("start")),
                name="dismissed_suggestion_has_words",
                violation_error_message=_("A suggestion has at least one word."),
            ),
            models.UniqueConstraint(
                fields=["article", "start", "end"],
                name="suggestion_is_dismissed_once",
                violation_error_message=_("This suggestion is dismissed already."),
            ),
        ]

    def __str__(self) -> str:
        return self.words if len(self.words) <= 80 else f"{self.words[:79]}…"
