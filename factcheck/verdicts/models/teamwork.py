"""Who works on which claim until when, what the desk says to itself about claims and drafts, and who is where."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Self

from django.conf import settings
from django.contrib.auth.models import User
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext, ngettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from factcheck.claims.models import Claim
from factcheck.ledger.people import name_of
from factcheck.verdicts.mentions import CommentPart, parts_of
from factcheck.verdicts.models.verdicts import Verdict

DONE = (Verdict.Status.PUBLISHED, Verdict.Status.RETRACTED)


class AssignmentQuerySet(models.QuerySet["Assignment"]):
    def of(self, user: User) -> Self:
        return self.filter(assignee=user)

    def unfinished(self) -> Self:
        """Leaves out claims whose verdict is published and not being changed; a retracted one may have a successor."""
        verdicts = Verdict.objects.filter(claim=models.OuterRef("claim"))
        done, begun = verdicts.filter(status__in=DONE), verdicts.exclude(status__in=DONE)
        return self.filter(~models.Exists(done) | models.Exists(begun))


class Assignment(models.Model):
    """Who is to bring one claim to its verdict, how much it presses and until when."""

    class Priority(models.IntegerChoices):
        LOW = 1, pgettext_lazy("priority", "Low")
        NORMAL = 2, pgettext_lazy("priority", "Normal")
        HIGH = 3, pgettext_lazy("priority", "High")

    claim = models.OneToOneField(Claim, models.PROTECT, related_name="assignment")
    assignee = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    priority = models.PositiveSmallIntegerField(choices=Priority.choices, default=Priority.NORMAL)
    due_on = models.DateField("due", null=True, blank=True)
    assigned_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    changed_at = models.DateTimeField(auto_now=True)

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(priority__in=[1, 2, 3]),
                name="assignment_priority_is_one_of_three",
                violation_error_message=_("Priority is low, normal or high."),
            ),
        ]
        indexes = [models.Index(fields=["assignee", "due_on"])]

    def __str__(self) -> str:
        return str(self.claim)

    @property
    def assignee_name(self) -> str:
        return name_of(self.assignee) if self.assignee else ""

    @property
    def is_overdue(self) -> bool:
        return bool(self.due_on) and self._days_left() < 0

    @property
    def due_in_words(self) -> str:
        """When it is due as a person would say it; empty without a date."""
        if not self.due_on:
            return ""
        days = self._days_left()
        if days < 0:
            return ngettext("overdue by %(count)d day", "overdue by %(count)d days", -days) % {"count": -days}
        if days == 0:
            return gettext("due today")
        if days == 1:
            return gettext("due tomorrow")
        return gettext("due %(day)s") % {"day": date_format(self.due_on)}

    def _days_left(self) -> int:
        return ((self.due_on or date.max) - timezone.localdate()).days


class CommentQuerySet(models.QuerySet["Comment"]):
    def open(self) -> Self:
        return self.filter(resolved_at__isnull=True)

    def around(self, claim: Claim | int) -> Self:
        """Those on the claim and those on its verdict, with who wrote and resolved them."""
        on_either = self.filter(Q(claim=claim) | Q(verdict__claim=claim))
        return on_either.select_related("author", "resolved_by")


class Comment(models.Model):
    """What one person says to the others about a claim or a verdict's draft. Readers never see it."""

    claim = models.ForeignKey(Claim, models.PROTECT, null=True, blank=True, related_name="comments")
    verdict = models.ForeignKey(Verdict, models.PROTECT, null=True, blank=True, related_name="comments")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    text = models.CharField(max_length=4000)
    created_at = models.DateTimeField(auto_now_add=True)
    resolved_at = models.DateTimeField(null=True, blank=True)
    resolved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")

    objects = CommentQuerySet.as_manager()

    people: Mapping[str, User] = {}

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(claim__isnull=False, verdict__isnull=True) | Q(claim__isnull=True, verdict__isnull=False),
                name="comment_is_on_a_claim_or_a_verdict",
                violation_error_message=_("A comment stands on one claim or on one verdict."),
            ),
            models.CheckConstraint(
                condition=~Q(text=""),
                name="comment_has_words",
                violation_error_message=_("Write what you want to say first."),
            ),
            models.CheckConstraint(
                condition=Q(resolved_at__isnull=True, resolved_by__isnull=True)
                | Q(resolved_at__isnull=False, resolved_by__isnull=False),
                name="comment_is_resolved_by_somebody",
                violation_error_message=_("A resolved comment says who resolved it and when."),
            ),
        ]

    def __str__(self) -> str:
        return self.text if len(self.text) <= 80 else f"{self.text[:79]}…"

    @property
    def parts(self) -> list[CommentPart]:
        """Its words, the people they name told apart."""
        return parts_of(self.text, self.people)

    @property
    def is_resolved(self) -> bool:
        return self.resolved_at is not None

    @property
    def subject(self) -> Claim | Verdict:
        """What it stands on."""
        subject = self.claim or self.verdict
        assert subject  # noqa: S101 - a constraint holds it
        return subject


class PresenceQuerySet(models.QuerySet["Presence"]):
    def on(self, page: models.Model) -> Self:
        return self.filter(kind=page._meta.model_name, page=page.pk)


class Presence(models.Model):
    """One person has one page of the desk open, or had when it was last heard of.

    A row whose page was left is taken for the next one, so a person has about as many as they have pages open.
    """

    LASTS = timedelta(seconds=75)  # browsers let the clock of a page in the background run once a minute

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=20)
    page = models.BigIntegerField()
    seen_at = models.DateTimeField()

    objects = PresenceQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["kind", "page"])]

    def __str__(self) -> str:
        return f"{self.user} on {self.kind} {self.page}"

    def is_on(self, page: models.Model) -> bool:
        return (self.kind, self.page) == (page._meta.model_name, page.pk)

    @property
    def is_over(self) -> bool:
        return abs(timezone.now() - self.seen_at) > self.LASTS  # later than now, where a clock went back
