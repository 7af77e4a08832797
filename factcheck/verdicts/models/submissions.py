"""What was brought before review: the whole page as it would come out, kept so that nothing else is published."""

from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models

from factcheck.languages.sentences import noted
from factcheck.verdicts.models.revisions import Revision
from factcheck.verdicts.models.verdicts import Verdict


class SubmissionQuerySet(models.QuerySet["Submission"]):
    def latest_of(self, verdict: Verdict) -> Submission | None:
        submission = self.filter(verdict=verdict).select_related("submitted_by").first()
        if submission:
            submission.verdict = verdict  # known, so that nothing asks for it again
        return submission

    def waiting(self) -> Self:
        """The latest of each verdict that waits for a reviewer, or is approved and waits for its time."""
        newer = Submission.objects.filter(verdict=models.OuterRef("verdict"), pk__gt=models.OuterRef("pk"))
        waiting = self.filter(verdict__status__in=[Verdict.Status.IN_REVIEW, Verdict.Status.SCHEDULED])
        return waiting.filter(~models.Exists(newer)).select_related("verdict__claim")


class Submission(models.Model):
    """One state of a verdict as it went to review: `snapshot` is what readers would see, `sha256` its hash.

    `kind` and `note` are what the author proposes to call the change, where something is public already.
    """

    verdict = models.ForeignKey(Verdict, models.CASCADE, related_name="submissions")
    snapshot = models.JSONField()
    sha256 = models.CharField(max_length=64)
    kind = models.CharField(max_length=10, choices=Revision.Kind.choices, blank=True)
    note = models.TextField(blank=True)
    submitted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    submitted_at = models.DateTimeField(auto_now_add=True)

    objects = SubmissionQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return noted(
            "%(verdict)s, submitted %(submitted_at)s",
            verdict=self.verdict,
            submitted_at=f"{self.submitted_at:%Y-%m-%d %H:%M}",
        )

    @property
    def revision(self) -> Revision:
        """The revision that would come of it, not saved: for showing the page before it is public."""
        return Revision(verdict=self.verdict, kind=self.kind or Revision.Kind.PUBLISHED, number=0, **self.snapshot)
