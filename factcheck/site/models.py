"""What administrators say of the site."""

from __future__ import annotations

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from factcheck.site.pages import ShownText, SitePage

LONGEST_TEXT = 20_000


class SiteProfile(models.Model):
    """What administrators set of the site, in the table's one row; what is empty is as the settings or the code say."""

    name = models.CharField(_("name of the site"), max_length=60, blank=True)
    email = models.EmailField(_("address to write to"), blank=True)
    logo = models.CharField(_("SHA-256 of the logo"), max_length=64, blank=True)
    logo_alt = models.CharField(_("the logo in words"), max_length=120, blank=True)
    logo_width = models.PositiveIntegerField(default=0)
    logo_height = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(pk=1), name="site_has_one_profile", violation_error_message=_("A site has one profile.")
            ),
            models.CheckConstraint(
                condition=Q(logo="") | ~Q(logo_alt=""),
                name="logo_is_told_in_words",
                violation_error_message=_("Say in words what the logo shows, for readers who cannot see it."),
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


class SiteTextQuerySet(models.QuerySet["SiteText"]):
    def standing(self) -> Self:
        """Of each page and language the text that was published last."""
        return self.filter(is_published=True).newest()

    def newest(self) -> Self:
        """Of each page and language the text that was written last, published or not."""
        places = self.order_by().values("page", "language")
        return self.filter(pk__in=places.annotate(last=models.Max("pk")).values("last"))

    def of(self, page: str, language: str) -> Self:
        return self.filter(page=page, language=language)

    def shown(self) -> list[ShownText]:
        return [ShownText(text.text, text.language, text.written_at) for text in self]


class SiteText(models.Model):
    """What a page said in one language from one moment on; never changed: a later text is another row.

    One that is not published is kept for whoever goes on writing it. An empty one has the page say what it said at
    first, or takes it off the site.
    """

    page = models.CharField(max_length=20, choices=SitePage.choices)
    language = models.CharField(max_length=15)
    text = models.TextField(max_length=LONGEST_TEXT, blank=True)
    is_published = models.BooleanField(default=False)
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    objects = SiteTextQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        indexes = [models.Index(fields=["page", "language", "-id"], name="newest_text_of_page")]

    def __str__(self) -> str:
        return f"{self.page} ({self.language})"
