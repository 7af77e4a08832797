"""The marks that writing leaves behind."""

from __future__ import annotations

from typing import Self

from django.db import models

EVERYTHING = "*"  # the scope of what may have changed any row


class StampQuerySet(models.QuerySet["Stamp"]):
    def locked(self) -> Self:
        return self.select_for_update().order_by("pk")


class Stamp(models.Model):
    """A transaction wrote to this scope: a table's rows, or `table+`, rows added to it.

    The stamp of a scope is the sum of its numbers, drawn at random: it takes a value that it never had whenever such a
    transaction is committed, in whatever order, and goes back to the one before when it is rolled back. Nobody waits
    for anybody, as they would for a counter.
    """

    scope = models.CharField(max_length=80)
    number = models.BigIntegerField()

    objects = StampQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.scope} {self.number}"
