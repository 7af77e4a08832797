"""The desk's scale."""

from __future__ import annotations

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from factcheck.languages.sentences import noted

# The scale that a desk starts with, which is told in the language of the page; a desk's own names stay as they are.
FIRST_SCALE = {
    noted("True"): noted("The claim is accurate, and nothing that matters is left out."),
    noted("Mostly true"): noted("The claim is accurate but needs a clarification or more information."),
    noted("Half true"): noted(
        "The claim is partly accurate and leaves out what matters or takes it out of its context."
    ),
    noted("Mostly false"): noted("The claim holds some truth but ignores facts that would give another impression."),
    noted("False"): noted("The claim is not accurate."),
    noted("Unproven"): noted("There is not enough evidence to say whether the claim is accurate."),
    noted("Disputed"): noted("Sources that can be expected to know say opposite things, and nothing settles it yet."),
}


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
