"""Retractions that one person proposed and nobody has decided on yet."""

from __future__ import annotations

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from factcheck.languages.sentences import noted
from factcheck.verdicts.models.verdicts import Verdict


class RetractionProposalQuerySet(models.QuerySet["RetractionProposal"]):
    def for_decision_by(self, user: Any) -> Self:
        """Those that somebody else proposed, the oldest first."""
        return self.exclude(proposed_by=user).select_related("verdict__claim", "proposed_by")


class RetractionProposal(models.Model):
    """One person's proposal to retract a public verdict; `note` is what readers would be told.

    The row stands until a second person has decided; the ledger keeps what came of it.
    """

    verdict = models.OneToOneField(Verdict, models.CASCADE, related_name="retraction_proposal")
    note = models.TextField(help_text=_("Why it is retracted, for readers."))
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField(auto_now_add=True)

    objects = RetractionProposalQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(note=""),
                name="retraction_proposal_says_why",
                violation_error_message=_("Say why the verdict is to be retracted; readers see the reason."),
            ),
        ]

    def __str__(self) -> str:
        return noted("Proposal to retract: %(verdict)s", verdict=self.verdict)
