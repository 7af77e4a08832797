"""What administrators say of the site."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q
from django.urls import reverse

LONGEST_TEXT = 20_000


class SiteProfile(models.Model):
    """What administrators set of the site, in the table's one row; what is empty is as the settings or the code say."""

    name = models.CharField("name of the site", max_length=60, blank=True)
    email = models.EmailField("address to write to", blank=True)
    about = models.TextField("about the site", max_length=LONGEST_TEXT, blank=True)
    methodology = models.TextField("how verdicts are made", max_length=LONGEST_TEXT, blank=True)
    corrections = models.TextField("corrections policy", max_length=LONGEST_TEXT, blank=True)
    logo = models.CharField("SHA-256 of the logo", max_length=64, blank=True)
    logo_alt = models.CharField("the logo in words", max_length=120, blank=True)
    logo_width = models.PositiveIntegerField(default=0)
    logo_height = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(pk=1), name="site_has_one_profile", violation_error_message="A site has one profile."
            ),
            models.CheckConstraint(
                condition=Q(logo="") | ~Q(logo_alt=""),
                name="logo_is_told_in_words",
                violation_error_message="Say in words what the logo shows, for readers who cannot see it.",
            ),
        ]

    def __str__(self) -> str:
        return "The site"

    def get_absolute_url(self) -> str:
        return reverse("public:about")

    @classmethod
    def values_stored(cls) -> dict[str, Any]:
        """The row by its fields; empty as long as nothing was set."""
        return cls.objects.values().filter(pk=1).first() or {}
