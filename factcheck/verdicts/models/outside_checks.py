"""What other desks found, as they published it."""

from __future__ import annotations

from typing import Self
from urllib.parse import urlsplit

from django.conf import settings
from django.core.validators import URLValidator
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from factcheck.claims.models import Claim
from factcheck.verdicts.models.ratings import Rating


class OutsideRating(models.Model):
    """What a rating of another desk means on this desk's scale; without a domain it is meant of all other desks."""

    domain = models.CharField(max_length=200, blank=True, help_text=_("Such as checks.example. Empty: of every desk."))
    label = models.CharField(max_length=300, help_text=_("As the other desk writes it."))
    rating = models.ForeignKey(Rating, models.CASCADE, related_name="+")

    class Meta:
        ordering = ["domain", "label"]
        verbose_name = _("rating of another desk")
        verbose_name_plural = _("ratings of other desks")
        constraints = [
            models.UniqueConstraint(
                Lower("domain"),
                Lower("label"),
                name="outside_rating_is_unique",
                violation_error_message=_("This rating of that desk has its meaning here already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.label} ({self.domain or 'any desk'}): {self.rating}"


class OutsideCheckQuerySet(models.QuerySet["OutsideCheck"]):
    def unplaced(self) -> Self:
        """Those of which nobody has said yet which claim they are about."""
        return self.filter(claim=None)


class OutsideCheck(models.Model):
    """One check that another desk published: what it checked, how it rated that, and which claim here says the same."""

    url = models.URLField(max_length=1000, unique=True, validators=[URLValidator(["http", "https"])])
    desk = models.CharField(_("desk that made it"), max_length=300, blank=True)
    claim_text = models.CharField(_("claim that it checked"), max_length=300)
    claimant = models.CharField(_("who made the claim"), max_length=300, blank=True)
    label = models.CharField(_("its rating"), max_length=300, blank=True)
    value = models.SmallIntegerField(null=True, blank=True)
    worst = models.SmallIntegerField(null=True, blank=True)
    best = models.SmallIntegerField(null=True, blank=True)
    reviewed_on = models.DateField(null=True, blank=True)
    claim = models.ForeignKey(Claim, models.SET_NULL, null=True, blank=True, related_name="outside_checks")
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)

    objects = OutsideCheckQuerySet.as_manager()

    class Meta:
        ordering = ["-reviewed_on", "-id"]
        verbose_name = _("check of another desk")
        verbose_name_plural = _("checks of other desks")

    def __str__(self) -> str:
        return f"{self.who}: {self.claim_text}"

    @property
    def domain(self) -> str:
        return (urlsplit(self.url).hostname or "").removeprefix("www.")

    @property
    def who(self) -> str:
        return self.desk or self.domain

    @property
    def told_rating(self) -> str:
        """“Pants on Fire (1 of 1 to 5)”, or its label alone where it gives no scale."""
        if self.value is None or self.best is None or self.worst is None or self.label == str(self.value):
            return self.label
        return gettext("%(value)s (%(value_2)s, from %(worst)s to %(best)s)") % {
            "value": self.label,
            "value_2": self.value,
            "worst": self.worst,
            "best": self.best,
        }
