"""What each version of a story made of its original, kept so that no page has to compare."""

from __future__ import annotations

from functools import cached_property
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from factcheck.articles.models.articles import Article, Outlet
from factcheck.compare.sentence_rows import SentenceRow


class RecordedComparisonQuerySet(models.QuerySet["RecordedComparison"]):
    def current(self) -> Self:
        """Those with the original that their version's story has now; of a related text none is."""
        is_original = Q(original__relation=Article.Relation.ORIGINAL, original__story=F("version__story"))
        return self.filter(is_original, version__relation__in=COMPARED)

    def with_papers(self) -> Self:
        """With both articles and their outlets, without their texts."""
        texts = ("text", "received", "findings")
        sides = ("version", "original")
        return self.select_related(*(f"{side}__outlet" for side in sides)).defer(
            *(f"{side}__{name}" for side in sides for name in texts)
        )


class RecordedComparison(models.Model):
    """The original of a story and one other version of it, row by row: derived, and made anew when either changes.

    `original` is None once that is so, until it is made anew.
    """

    version = models.OneToOneField(Article, models.CASCADE, related_name="comparison")
    original = models.ForeignKey(Article, models.SET_NULL, null=True, related_name="comparisons")
    rows = models.JSONField(help_text=_("What `SentenceRow.as_json` gives, row by row."))
    recorded_at = models.DateTimeField(auto_now=True)

    objects = RecordedComparisonQuerySet.as_manager()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.version} beside {self.original}"

    @property
    def is_current(self) -> bool:
        """What the queryset's `current` says, of one row."""
        original, version = self.original, self.version
        is_original = original is not None and original.is_original and original.story_id == version.story_id
        return is_original and version.relation in COMPARED

    @cached_property
    def sentence_rows(self) -> list[SentenceRow]:
        return [SentenceRow.read(row) for row in self.rows]


class DroppedDenialQuerySet(models.QuerySet["DroppedDenial"]):
    def open(self) -> Self:
        """Those that nobody dismissed, of versions that may be said to leave something out.

        That is said of copies and updates of a known paper, which came after the original.
        """
        version, original = "comparison__version", "comparison__original"
        is_later = Q(**{f"{original}__published_on__lte": F(f"{version}__published_on")})
        follows = Q(**{f"{version}__previous": F(original)})
        is_current = Q(
            **{f"{original}__relation": Article.Relation.ORIGINAL, f"{original}__story": F(f"{version}__story")}
        )
        reprints = self.filter(is_current, is_later | follows, **{f"{version}__relation__in": Article.REPRINTS})
        return reprints.filter(dismissed_at=None).exclude(**{f"{version}__outlet__name": Outlet.UNKNOWN})

    def with_articles(self) -> Self:
        texts = ("text", "received", "findings")
        sides = ("comparison__version", "comparison__original")
        return self.select_related(*(f"{side}__outlet" for side in sides), "comparison__version__story").defer(
            "comparison__rows", *(f"{side}__{name}" for side in sides for name in texts)
        )


class DroppedDenial(models.Model):
    """A sentence of an original in which somebody denies something, and which one version does not have.

    `start` and `end` are its place in the original's reading text. Whether it may be said to be left out depends on
    what is known of the version: see `open`.
    """

    comparison = models.ForeignKey(RecordedComparison, models.CASCADE, related_name="dropped_denials")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    words = models.TextField()
    speaker = models.CharField(max_length=300, blank=True)
    dismissed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    dismissed_at = models.DateTimeField(null=True, blank=True)

    objects = DroppedDenialQuerySet.as_manager()

    class Meta:
        ordering = ["-comparison", "start"]

    def __str__(self) -> str:
        return f"{self.speaker or 'Somebody'}: {self.words}"

    @property
    def version(self) -> Article:
        return self.comparison.version

    @property
    def original(self) -> Article | None:
        return self.comparison.original


COMPARED = (*Article.REPRINTS, Article.Relation.DERIVED)
