"""The desk's scale."""

from __future__ import annotations

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy as _


class Rating(models.Model):
    """One step of the desk's scale."""

    label = models.CharField(max_length=40, unique=True)
    slug = models.SlugField(max_length=40, unique=True)
    definition = models.CharField(max_length=300)
    number = models.SmallIntegerField(
        null=True,
        blank=True,
        unique=True,
        help_text=_("Its step on the scale, the truest highest. Empty for a rating outside the scale."),
    )
    colour = models.CharField(
        max_length=7, validators=[RegexValidator(r"^#[0-9a-fA-F]{6}$", _("Write the colour as #rrggbb."))]
    )

    class Meta:
        ordering = [F("number").desc(nulls_last=True), "label"]

    def __str__(self) -> str:
        return self.label
