"""The ledger's rows: one entry for each act that mattered, and the head of the chain."""

from __future__ import annotations

import hashlib
import json
from typing import Any, Self

from django.apps import apps
from django.conf import settings
from django.db import models

from factcheck.ledger.acts import words_of

GENESIS = "0" * 64
PUBLIC_SUBJECTS = ("verdicts.revision",)  # acts on these are told to readers whole


class EntryQuerySet(models.QuerySet["Entry"]):
    def on(self, subject: models.Model) -> Self:
        return self.filter(subject_type=subject._meta.label_lower, subject_id=subject.pk)


class Entry(models.Model):
    """One act that mattered: who did what, when, to what; bound to the entry before it by hash."""

    act = models.CharField(max_length=60)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    subject_type = models.CharField(max_length=60)
    subject_id = models.BigIntegerField()
    subject_name = models.CharField(max_length=300)
    details = models.JSONField(default=dict)
    previous_hash = models.CharField(max_length=64, unique=True)
    hash = models.CharField(max_length=64, unique=True)

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "entries"
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["subject_type", "subject_id"]),
            models.Index(fields=["act", "subject_id"], name="ledger_act"),
        ]

    def __str__(self) -> str:
        return f"{self.words} · {self.subject_name}"

    @property
    def words(self) -> str:
        """What was done, as people read it; an act that this release does not know stands as it was written."""
        try:
            return words_of(self.act, kind=str(apps.get_model(self.subject_type)._meta.verbose_name))
        except (LookupError, ValueError):
            return self.act

    def seal(self) -> str:
        """The SHA-256 of what this entry says, its number and the hash before it included, in hexadecimal."""
        return _sha256({"number": self.pk, **self._said()})

    @property
    def is_sealed(self) -> bool:
        """Whether it says what it said when it was written; the first releases sealed entries without their number."""
        return self.hash in (self.seal(), _sha256(self._said()))

    def as_public(self) -> dict[str, Any]:
        """What anyone may read of it: all of an act on a published revision, of another act its place in the chain."""
        place = {"number": self.pk, "previous": self.previous_hash}
        if self.subject_type in PUBLIC_SUBJECTS:
            place = {"number": self.pk, **self._said()}
        return {**place, "hash": self.hash}

    def _said(self) -> dict[str, Any]:
        return {
            "act": self.act,
            "actor": self.actor_id,
            "at": self.at.isoformat(),
            "subject": [self.subject_type, self.subject_id, self.subject_name],
            "details": self.details,
            "previous": self.previous_hash,
        }


class Head(models.Model):
    """The end of the chain: the one row that an act locks before it adds its entry."""

    hash = models.CharField(max_length=64, default=GENESIS)
    length = models.PositiveBigIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.length} entries, {self.hash[:12]}"


def _sha256(said: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(said, sort_keys=True, separators=(",", ":")).encode()).hexdigest()
