"""What people typed in a verdict and have not saved."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from factcheck.languages.sentences import noted
from factcheck.verdicts.models.verdicts import Verdict


class UnsavedText(models.Model):
    """What one person typed on one verdict's page, field by field, kept apart from the text that is saved.

    `sitting` names the opened page that it was typed on: another page neither replaces it nor takes it for saved.
    """

    verdict = models.ForeignKey(Verdict, models.CASCADE, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    sitting = models.CharField(max_length=32)
    fields = models.JSONField(default=dict)
    kept_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["verdict", "person"], name="unsaved_text_is_one_a_person")]

    def __str__(self) -> str:
        return noted("Unsaved words of %(person)s on %(verdict)s", person=self.person, verdict=self.verdict)

    @property
    def holds_text(self) -> bool:
        """Whether the verdict's own text is among it, not only what stood beside it."""
        return "reasoning" in self.fields
