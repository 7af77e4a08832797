"""Statements side by side: those that cannot both stand, and those that say the same."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Self

from django.db import models
from django.db.models import Count, Exists, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from factcheck.claims.models.statements import Statement
from factcheck.languages.retold import kept_label

EVERY = Q()
LIKELY = 0.5


class ConflictQuerySet(models.QuerySet["Conflict"]):
    def suggested(self) -> Self:
        """What nobody has looked at yet, the likeliest first."""
        return self.filter(state=Conflict.State.SUGGESTED).order_by("-score", "-id")

    def leading(self, among: Q = EVERY) -> Self:
        """Suggestions `among` some conflicts: of what one statement is said to deny the likeliest, and all others."""
        likelier = Q(score__gt=OuterRef("score")) | Q(score=OuterRef("score"), pk__gt=OuterRef("pk"))
        return self.filter(among, ~Exists(Conflict.objects.denied_alike().filter(likelier, among)))

    def with_likewise(self) -> Self:
        """Each with `likewise`: how much else its denying statement is suggested to deny."""
        others = Conflict.objects.denied_alike().exclude(pk=OuterRef("pk")).order_by().values("denying")
        count = Subquery(others.annotate(count=Count("pk")).values("count"))
        return self.annotate(likewise=Coalesce(count, 0))

    def denied_alike(self) -> Self:
        """Within a query for conflicts: what is suggested of the same denying statement."""
        return self.filter(state=Conflict.State.SUGGESTED, denying=OuterRef("denying"))

    def alike(self, conflict: Conflict) -> Self:
        """One suggestion, and all else that its denying statement is suggested to deny; the likeliest first."""
        same = Q(denying__isnull=False, denying=conflict.denying_id)
        return self.suggested().filter(Q(pk=conflict.pk) | same)

    def standing(self) -> Self:
        """Conflicts that nobody dismissed."""
        return self.exclude(state=Conflict.State.DISMISSED)

    def between(self, statements: Iterable[Statement]) -> Self:
        """Conflicts in which both sides are among the statements."""
        wanted = list(statements)
        return self.filter(first__in=wanted, second__in=wanted)

    def involving(self, statements: Iterable[Statement | int]) -> Self:
        """Conflicts in which one of the statements stands on either side."""
        wanted = list(statements)
        return self.filter(Q(first__in=wanted) | Q(second__in=wanted))

    def with_statements(self) -> Self:
        return self.select_related(
            "first__source", "first__article__outlet", "second__source", "second__article__outlet"
        )

    def without_texts(self) -> Self:
        """For lists, which show who speaks and nothing of the article around it."""
        texts = ("text", "received", "findings")
        return self.defer(*(f"{side}__article__{name}" for side in ("first", "second") for name in texts))


class Conflict(models.Model):
    """Two statements that cannot both stand, or stand only with an explanation."""

    class Relation(models.TextChoices):
        CONTRADICTS = "contradicts", pgettext_lazy("conflict", "Contradicts")
        QUALIFIES = "qualifies", pgettext_lazy("conflict", "Qualifies")
        SUPERSEDES = "supersedes", pgettext_lazy("conflict", "Supersedes")
        REVERSES = "reverses", pgettext_lazy("conflict", "reverses (the same source changed its word)")

    class State(models.TextChoices):
        SUGGESTED = "suggested", pgettext_lazy("conflict", "Suggested")
        OPEN = "open", pgettext_lazy("conflict", "Open")
        EXPLAINED = "explained", pgettext_lazy("conflict", "Explained")
        DISMISSED = "dismissed", pgettext_lazy("conflict", "Dismissed")

    UNSETTLED = (State.SUGGESTED, State.OPEN)

    first = models.ForeignKey(Statement, models.CASCADE, related_name="conflicts_as_first")
    second = models.ForeignKey(Statement, models.CASCADE, related_name="conflicts_as_second")
    relation = models.CharField(max_length=12, choices=Relation.choices, default=Relation.CONTRADICTS)
    state = models.CharField(max_length=10, choices=State.choices, default=State.SUGGESTED)
    explanation = models.TextField(blank=True)
    denying = models.ForeignKey(
        Statement,
        models.CASCADE,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        db_index=False,
        verbose_name=_("the one that denies what the other says"),
    )
    because = models.CharField(_("why it was suggested"), max_length=300, blank=True)
    score = models.FloatField(_("how likely it was thought"), default=0, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = ConflictQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(first__lt=F("second")),
                name="conflict_names_the_older_statement_first",
                violation_error_message=_(
                    "Name the statement that was marked earlier first; a conflict has two of them."
                ),
            ),
            models.UniqueConstraint(
                fields=["first", "second"],
                name="conflict_is_recorded_once",
                violation_error_message=_("This conflict is recorded already."),
            ),
            models.CheckConstraint(
                condition=~Q(state="explained") | ~Q(explanation=""),
                name="conflict_explained_has_an_explanation",
                violation_error_message=_("Say in a sentence how both statements can stand."),
            ),
        ]
        indexes = [
            models.Index(fields=["state", "-score", "-id"]),
            models.Index(
                fields=["denying", "state", "-score", "-id"],
                name="conflict_denied_alike",
                condition=Q(denying__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.first} — {kept_label(self.Relation(self.relation))} — {self.second}"

    def get_absolute_url(self) -> str:
        return reverse("desk:conflict", args=[self.pk])

    @property
    def is_likely(self) -> bool:
        """Whether somebody judged it, or it was thought more likely worth showing than not."""
        return self.state != self.State.SUGGESTED or self.score >= LIKELY

    def other_than(self, statement: Statement) -> int:
        """The key of the statement that one stands against."""
        return self.second_id if self.first_id == statement.pk else self.first_id


class AgreementQuerySet(models.QuerySet["Agreement"]):
    def involving(self, statements: Iterable[Statement]) -> Self:
        """Agreements in which one of the statements stands on either side."""
        wanted = list(statements)
        return self.filter(Q(first__in=wanted) | Q(second__in=wanted))

    def of_two_voices(self) -> Self:
        """Leaves out versions of one story, where an article was moved since: a reprint is no second voice."""
        same_story = Q(first__article__story=F("second__article__story"))
        return self.exclude(same_story & ~Q(first__article=F("second__article")))

    def with_statements(self) -> Self:
        """For lists, which show who speaks where and nothing of the articles."""
        texts = ("text", "received", "findings")
        sides = ("first", "second")
        return self.select_related(
            *(f"{side}__{related}" for side in sides for related in ("source", "article__outlet"))
        ).defer(*(f"{side}__article__{name}" for side in sides for name in texts))


class Agreement(models.Model):
    """Two statements, of two stories or by two sources, that were found to say the same: derived, and never judged."""

    first = models.ForeignKey(Statement, models.CASCADE, related_name="+")
    second = models.ForeignKey(Statement, models.CASCADE, related_name="+")
    score = models.FloatField(_("how much both say"), editable=False)

    objects = AgreementQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(first__lt=F("second")), name="agreement_names_the_older_statement_first"
            ),
            models.UniqueConstraint(fields=["first", "second"], name="agreement_is_recorded_once"),
        ]

    def __str__(self) -> str:
        return f"{self.first} — {self.second}"
