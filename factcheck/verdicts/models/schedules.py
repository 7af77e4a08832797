"""When an approved verdict is to become public."""

from __future__ import annotations

from datetime import datetime
from typing import Self

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from factcheck.languages.sentences import noted
from factcheck.verdicts.models.revisions import Revision
from factcheck.verdicts.models.verdicts import Verdict


class ScheduleQuerySet(models.QuerySet["Schedule"]):
    def waiting(self) -> Self:
        """Those of verdicts that are still scheduled, the soonest first."""
        return self.filter(verdict__status=Verdict.Status.SCHEDULED).order_by("publish_at", "pk")

    def due(self, now: datetime) -> Self:
        return self.waiting().filter(publish_at__lte=now)


class Schedule(models.Model):
    """The time at which a verdict becomes public, and what its reviewer called the revision.

    It says something only while the verdict is scheduled: who changes the verdict need not know of it. Undoing that
    change brings both back.
    """

    verdict = models.OneToOneField(Verdict, models.CASCADE, related_name="schedule")
    publish_at = models.DateTimeField(_("public from"))
    sha256 = models.CharField(max_length=64, help_text=_("Of the submission that was approved."))
    kind = models.CharField(max_length=10, choices=Revision.Kind.choices, blank=True)
    note = models.TextField(blank=True)
    ticked = models.JSONField(default=list, help_text=_("The keys of what its reviewer looked at in the checklist."))
    refusal = models.TextField(
        blank=True, help_text=_("Why nothing was published at the time, until it is scheduled anew.")
    )

    objects = ScheduleQuerySet.as_manager()

    def __str__(self) -> str:
        return noted(
            "%(verdict)s, public from %(publish_at)s",
            verdict=self.verdict,
            publish_at=f"{timezone.localtime(self.publish_at):%Y-%m-%d %H:%M}",
        )
