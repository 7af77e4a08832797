"""What became of statements in the other versions of their stories."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Self

from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from factcheck.articles.models import Article
from factcheck.prepared_queries import hand_out, prepared


class CarriageQuerySet(models.QuerySet["Carriage"]):
    def in_story_of_statement(self) -> Self:
        """Leaves out versions that were moved to another story since they were followed."""
        return self.filter(article__story=F("statement__article__story")).order_by("article__published_on", "article")

    def with_papers(self) -> Self:
        """What became of statements in other versions of their stories, with the papers and without the texts."""
        texts = ("article__text", "article__received", "article__findings")
        return self.in_story_of_statement().select_related("article__outlet").defer(*texts)


class Carriage(models.Model):
    """What became of one statement in one other version of its story."""

    class Status(models.TextChoices):
        INTACT = "intact", pgettext_lazy("what became of a statement", "Intact")
        SPLIT = "split", pgettext_lazy("what became of a statement", "Split")
        ALTERED = "altered", pgettext_lazy("what became of a statement", "Altered")
        TRUNCATED = "truncated", pgettext_lazy("what became of a statement", "Truncated")
        PARAPHRASED = "paraphrased", pgettext_lazy("what became of a statement", "Paraphrased")
        OUTSIDE = (
            "outside",
            pgettext_lazy("what became of a statement", "Outside"),
        )  # not in the reading text, but in what was received of the page
        CUT = "cut", pgettext_lazy("what became of a statement", "Cut")

    CHANGED = (Status.ALTERED, Status.TRUNCATED, Status.PARAPHRASED, Status.CUT)

    statement = models.ForeignKey("claims.Statement", models.CASCADE, related_name="carriages")
    article = models.ForeignKey(Article, models.CASCADE, related_name="carriages")
    status = models.CharField(max_length=12, choices=Status.choices)
    spans = models.JSONField(default=list, help_text=_("Pairs of start and end in the version's reading text."))
    similarity = models.FloatField()

    objects = CarriageQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["statement", "article"], name="carriage_is_recorded_once"),
        ]

    def __str__(self) -> str:
        return f"{self.statement} in {self.article}: {self.get_status_display()}"

    @property
    def is_carried(self) -> bool:
        return self.status != self.Status.CUT


def read_carriages(statements: Iterable[models.Model]) -> None:
    """Give statements what became of each in the other versions of its story, with their papers, in one query."""
    statements = list(statements)
    read = carriages_of(statements=sorted({statement.pk for statement in statements}))
    hand_out(statements, "carriages", Carriage, read, owner_of=lambda carriage: carriage.statement_id)


@prepared
def carriages_of(statements: Any) -> models.QuerySet[Carriage]:
    """What became of some statements, by their keys, in the other versions of their stories."""
    return Carriage.objects.with_papers().filter(statement__in=statements)
