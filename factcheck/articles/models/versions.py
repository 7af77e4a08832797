"""What says which articles are versions of one story: their fingerprints, and what a person is asked."""

from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from factcheck.articles.models.articles import Article


class Fingerprint(models.Model):
    """One winnowed hash of one article's text; articles that share some are candidates for one story."""

    pk = models.CompositePrimaryKey("hash", "article")
    hash = models.BigIntegerField()
    # Without a constraint, which the database would check for each of many millions of rows.
    article = models.ForeignKey(Article, models.CASCADE, related_name="fingerprints", db_constraint=False)

    def __str__(self) -> str:
        return f"{self.hash:016x}"


class CommonFingerprint(models.Model):
    """A fingerprint of words that stand in too many stories to say where a text comes from: furniture."""

    hash = models.BigIntegerField(primary_key=True)

    def __str__(self) -> str:
        return f"{self.hash:016x}"


class VersionSuggestionQuerySet(models.QuerySet["VersionSuggestion"]):
    def open(self) -> Self:
        """Those that nobody decided, and that are not settled by the articles' being in one story by now."""
        return self.filter(state=VersionSuggestion.State.SUGGESTED).exclude(article__story=F("candidate__story"))

    def held_apart(self) -> Self:
        return self.filter(state__in=[VersionSuggestion.State.REFUSED, VersionSuggestion.State.SAME_EVENT])

    def with_articles(self) -> Self:
        return self.select_related(
            "article__outlet", "article__story", "candidate__outlet", "candidate__story", "decided_by"
        )

    def without_texts(self) -> Self:
        """For lists, which name the articles and show nothing of them."""
        texts = ("text", "received", "findings")
        return self.defer(*(f"{side}__{name}" for side in ("article", "candidate") for name in texts))


class VersionSuggestion(models.Model):
    """Two articles of different stories that may be versions of one, for a person to decide."""

    class State(models.TextChoices):
        SUGGESTED = "suggested", pgettext_lazy("suggested versions", "Suggested")
        ACCEPTED = "accepted", pgettext_lazy("suggested versions", "versions of one story")
        REFUSED = "refused", pgettext_lazy("suggested versions", "not versions of one story")
        SAME_EVENT = "same_event", pgettext_lazy("suggested versions", "same event, not the same text")

    article = models.ForeignKey(Article, models.CASCADE, related_name="suggestions")
    candidate = models.ForeignKey(Article, models.CASCADE, related_name="+", verbose_name=_("article stored before it"))
    relation = models.CharField(max_length=10)
    in_original = models.FloatField(_("share of the candidate's words"))
    in_version = models.FloatField(_("share of the article's words"))
    shared = models.PositiveIntegerField(_("fingerprints that both have"))
    because = models.CharField(_("why a person decides"), max_length=300)
    state = models.CharField(max_length=12, choices=State.choices, default=State.SUGGESTED)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = VersionSuggestionQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "candidate"],
                name="version_is_suggested_once",
                violation_error_message=_("This was suggested already."),
            ),
            models.CheckConstraint(
                condition=~Q(article=F("candidate")),
                name="version_suggestion_has_two_articles",
                violation_error_message=_("An article is no version of itself."),
            ),
        ]
        indexes = [models.Index(fields=["state", "-id"])]

    def __str__(self) -> str:
        return f"{self.article} – {self.candidate}"

    @property
    def stories(self) -> frozenset[int]:
        return frozenset((self.article.story_id, self.candidate.story_id))
