"""The files that articles came in: each a batch, with what its rows did to what was stored."""

from __future__ import annotations

from datetime import timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class ImportBatch(models.Model):
    """One file taken in: what it holds, what it would do or did, and who said so."""

    class Status(models.TextChoices):
        READING = "reading", pgettext_lazy("import", "Reading")  # a preview is being made
        PREVIEWED = "previewed", pgettext_lazy("import", "Previewed")
        IMPORTING = "importing", pgettext_lazy("import", "Importing")  # or broken off: `taken` says after which row
        DONE = "done", pgettext_lazy("import", "Done")
        REFUSED = "refused", pgettext_lazy("import", "Refused")  # the file as a whole; `refusal` says why
        DISCARDED = "discarded", pgettext_lazy("import", "Discarded")
        UNDONE = "undone", pgettext_lazy("import", "Undone")

    PATIENCE = timedelta(minutes=1)

    name = models.CharField(_("file name"), max_length=255)
    sha256 = models.CharField(_("SHA-256 of the file"), max_length=64, db_index=True)
    file = models.FileField(upload_to="imports/", blank=True)
    shape = models.CharField("format", max_length=12, blank=True)
    given = models.JSONField(_("given for every row"), default=dict, blank=True)
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.PREVIEWED)
    refusal = models.TextField(_("why it was refused"), blank=True)
    counts = models.JSONField(default=dict)
    preview = models.JSONField(default=dict, blank=True)
    outlets_made = models.JSONField(default=list, blank=True)
    taken = models.PositiveBigIntegerField(_("rows done"), default=0)
    at = models.PositiveBigIntegerField(_("bytes read"), default=0)
    size = models.PositiveBigIntegerField(_("bytes of the file"), default=0)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    began_at = models.DateTimeField(null=True, blank=True)
    alive_at = models.DateTimeField(_("last sign of life"), null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = _("import batches")
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.name

    @property
    def is_at_work(self) -> bool:
        return self.status in (self.Status.READING, self.Status.IMPORTING)

    @property
    def is_stalled(self) -> bool:
        """Whether nothing was heard for so long that whoever worked on it must be gone."""
        if not self.is_at_work or self.alive_at is None:
            return False
        return timezone.now() - self.alive_at > self.PATIENCE

    @property
    def can_be_undone(self) -> bool:
        return self.status in (self.Status.DONE, self.Status.IMPORTING)


class Outcome(models.TextChoices):
    """What becomes of one row of a file, whatever it holds: the one vocabulary of pages, terminal, ledger and rows."""

    CREATED = "created", pgettext_lazy("row of an import", "Created")
    NEW_VERSION = "new version", pgettext_lazy("row of an import", "New Version")  # of the text at a known address
    JOINED = (
        "joined a story",
        pgettext_lazy("row of an import", "Joined a story"),
    )  # in a preview: created, as a version of a story that was there before
    CHANGED = "changed", pgettext_lazy("row of an import", "Changed")
    UNCHANGED = "unchanged", pgettext_lazy("row of an import", "Unchanged")
    REFUSED = "refused", pgettext_lazy("row of an import", "Refused")
    SOUND = (
        "sound",
        pgettext_lazy("row of an import", "Sound"),
    )  # in a preview: in order, and not worked through any further


KEPT = (Outcome.CREATED, Outcome.CHANGED, Outcome.REFUSED)  # those of which a batch keeps a row


class ImportRowQuerySet(models.QuerySet["ImportRow"]):
    def refused(self) -> Self:
        return self.filter(fate=Outcome.REFUSED)


class ImportRow(models.Model):
    """What one row of a batch did to a stored row, and what stood there before; or why the row was refused.

    The articles that a batch of articles created have no such row: they name their batch themselves.
    """

    batch = models.ForeignKey(ImportBatch, models.CASCADE, related_name="rows")
    number = models.PositiveBigIntegerField(help_text=_("Counted through the whole file, from 1."))
    fate = models.CharField(max_length=8, choices=[(outcome.value, outcome.label) for outcome in KEPT])
    subject_type = models.CharField(max_length=60, blank=True)
    subject_id = models.BigIntegerField(null=True, blank=True)
    before = models.JSONField(default=dict, blank=True)
    after = models.JSONField(default=dict, blank=True)
    place = models.CharField(max_length=400, blank=True)
    reason = models.TextField(blank=True)
    line = models.TextField(_("the refused row as JSON"), blank=True)

    objects = ImportRowQuerySet.as_manager()

    class Meta:
        ordering = ["number", "id"]
        indexes = [models.Index(fields=["batch", "fate", "number"])]

    def __str__(self) -> str:
        return f"{self.batch}, row {self.number}: {self.fate}"
