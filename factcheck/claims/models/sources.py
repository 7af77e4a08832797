"""Who speaks, and the names that papers give them."""

from __future__ import annotations

from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from factcheck.slugs import at_slug


class SourceQuerySet(models.QuerySet["Source"]):
    def named(self) -> Self:
        """All but the people whom a paper does not name, who are known within one story only."""
        return self.exclude(kind=Source.Kind.ANONYMOUS)

    def known_as(self, name: str) -> Self:
        """Sources that have this name or alias."""
        name = " ".join(name.split())
        return self.filter(Q(name__iexact=name) | Q(aliases__name__iexact=name))

    def at_address(self, slug: str) -> Self:
        """The source that an address leads to, its own or one of a source that it was merged with."""
        former = SourceAddress.objects.filter(slug=slug).values("source")
        return self.filter(at_slug(Source, slug, former=former))


class Source(models.Model):
    """Who speaks: a person, an organisation, people a paper does not name, or a document."""

    class Kind(models.TextChoices):
        PERSON = "person", pgettext_lazy("source", "Person")
        ORGANISATION = "organisation", pgettext_lazy("source", "Organisation")
        ANONYMOUS = "anonymous", pgettext_lazy("source", "anonymous people")
        DOCUMENT = "document", pgettext_lazy("source", "Document")

    name = models.CharField(
        max_length=300, help_text=_("For people the paper does not name, its words: “four people with knowledge of …”.")
    )
    slug = models.SlugField(max_length=120, unique=True)
    kind = models.CharField(max_length=12, choices=Kind.choices, default=Kind.PERSON)
    role = models.CharField(max_length=300, blank=True, help_text=_("What the person was when speaking."))
    people = models.PositiveSmallIntegerField(_("how many people"), default=1)
    is_on_record = models.BooleanField(_("on the record"), default=True)
    same_as = models.URLField(_("reference page"), max_length=500, blank=True)

    objects = SourceQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(people__gte=1),
                name="source_is_somebody",
                violation_error_message=_("A source is at least one person."),
            ),
            models.CheckConstraint(
                condition=Q(kind="anonymous") | Q(people=1),
                name="source_counts_only_the_anonymous",
                violation_error_message=_("Only anonymous people are counted; a named source is one."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("public:source", args=[self.slug])

    def clean(self) -> None:
        if SourceAddress.objects.filter(slug=self.slug).exclude(source=self.pk).exists():
            raise ValidationError(
                {"slug": gettext("Another source had this address, and it leads there. Choose another.")}
            )

    @property
    def is_anonymous(self) -> bool:
        return self.kind == self.Kind.ANONYMOUS


class SourceAlias(models.Model):
    """Another name that papers give a source: a spelling, a short form, a name in another script."""

    source = models.ForeignKey(Source, models.CASCADE, related_name="aliases")
    name = models.CharField(max_length=300)

    class Meta:
        verbose_name_plural = _("source aliases")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["name"],
                name="source_alias_is_of_one_source",
                violation_error_message=_("This name leads to a source already."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class SourceAddress(models.Model):
    """The address of a source that is merged with another; it leads to that one."""

    slug = models.SlugField(max_length=120, unique=True)
    source = models.ForeignKey(Source, models.CASCADE, related_name="addresses")

    class Meta:
        verbose_name_plural = _("source addresses")

    def __str__(self) -> str:
        return self.slug


class SourcesApart(models.Model):
    """Two sources with like names of whom a person said that they are not one."""

    first = models.ForeignKey(Source, models.CASCADE, related_name="+")
    second = models.ForeignKey(Source, models.CASCADE, related_name="+")

    class Meta:
        verbose_name = _("pair of sources that are not one")
        verbose_name_plural = _("pairs of sources that are not one")
        constraints = [
            models.CheckConstraint(condition=Q(first__lt=F("second")), name="sources_apart_name_the_older_first"),
            models.UniqueConstraint(fields=["first", "second"], name="sources_are_told_apart_once"),
        ]

    def __str__(self) -> str:
        return f"{self.first} is not {self.second}"
