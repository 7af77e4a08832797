"""Pictures that somebody uploaded as evidence."""

from __future__ import annotations

from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from factcheck.languages.sentences import noted


class PictureQuerySet(models.QuerySet["Picture"]):
    def unused_since(self, moment: datetime) -> Self:
        """Those that no verdict rests on and no published state shows, stored before the moment."""
        return self.filter(evidence__isnull=True, first_shown_in__isnull=True, uploaded_at__lt=moment)


class Picture(models.Model):
    """One uploaded picture as it was drawn anew; its files are named by the hash of the larger one.

    `first_shown_in` is the first published state that shows it. As such a state stays readable for good, so does the
    picture, unless it is taken down; until then only the desk sees it.
    """

    sha256 = models.CharField("SHA-256", max_length=64, unique=True)
    width = models.PositiveIntegerField(help_text=_("Pixels."))
    height = models.PositiveIntegerField(help_text=_("Pixels."))
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField()
    first_shown_in = models.ForeignKey("Revision", models.PROTECT, null=True, blank=True, related_name="+")

    objects = PictureQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(width__gt=0, height__gt=0),
                name="picture_has_pixels",
                violation_error_message=_("A picture has pixels."),
            ),
        ]

    def __str__(self) -> str:
        return noted("Picture %(sha256)s", sha256=self.sha256[:12])

    def get_absolute_url(self) -> str:
        return reverse("data:picture", args=[self.sha256])

    @property
    def is_public(self) -> bool:
        return self.first_shown_in_id is not None

    @property
    def is_taken_down(self) -> bool:
        return hasattr(self, "takedown")

    @property
    def page_file(self) -> str:
        """The name of its larger file in the store."""
        return f"pictures/{self.sha256}.webp"

    @property
    def small_file(self) -> str:
        return f"pictures/{self.sha256}-small.webp"


class Takedown(models.Model):
    """That readers no longer see one published picture, and why; its files are gone, and the ledger says who did it.

    `keeps_words` is whether pages go on telling in words what it showed.
    """

    picture = models.OneToOneField(Picture, models.PROTECT, related_name="takedown")
    reason = models.CharField("why", max_length=300, help_text=_("Readers see it in the picture's place."))
    keeps_words = models.BooleanField(_("Go on telling in words what it showed"), default=True)
    taken_down_at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(reason=""),
                name="takedown_says_why",
                violation_error_message=_("Say why the picture is taken down; readers see it in its place."),
            ),
        ]

    def __str__(self) -> str:
        return noted("Taken down: %(picture)s", picture=self.picture)
