"""What is stored for running the site: what browsers reported against its content policy."""

from __future__ import annotations

from django.db import models


class PolicyReport(models.Model):
    """One kind of breach of the content policy: on which page, of which rule, by what; and how often it was told."""

    page = models.CharField("page", max_length=300)
    rule = models.CharField("rule", max_length=100)
    blocked = models.CharField("what was blocked", max_length=300)
    count = models.PositiveIntegerField("times", default=1)
    first_at = models.DateTimeField("first", auto_now_add=True)
    last_at = models.DateTimeField("last", auto_now=True)

    class Meta:
        ordering = ["-last_at", "-id"]
        constraints = [models.UniqueConstraint(fields=["page", "rule", "blocked"], name="policy_report_stands_once")]

    def __str__(self) -> str:
        return f"{self.rule} on {self.page}"
