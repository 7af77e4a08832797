"""Pages that the server fetched because an editor asked for them."""

from __future__ import annotations

from datetime import timedelta
from typing import Self

from django.conf import settings
from django.core.validators import URLValidator
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from factcheck.articles.models.articles import Article

OVERDUE = timedelta(seconds=30)


class PageQuerySet(models.QuerySet["Page"]):
    def without_bodies(self) -> Self:
        return self.defer("body")


class Page(models.Model):
    """One address that an editor asked the server to fetch, and the page as it was received, with its hash."""

    class State(models.TextChoices):
        WAITING = "waiting", pgettext_lazy("page", "Waiting")
        FETCHED = "fetched", pgettext_lazy("page", "Fetched")
        REFUSED = "refused", pgettext_lazy("page", "Refused")
        IMPORTED = "imported", pgettext_lazy("page", "Imported")

    url = models.CharField(_("address asked for"), max_length=1000, validators=[URLValidator(["http", "https"])])
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    final_url = models.CharField(_("address that answered"), max_length=1000, blank=True)
    status = models.PositiveSmallIntegerField(_("status of the answer"), null=True, blank=True)
    headers = models.JSONField(_("headers as received"), default=list, blank=True)
    body = models.BinaryField(_("page as received"), null=True, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    robots = models.CharField(_("what robots.txt says"), max_length=500, blank=True)
    error = models.TextField(_("why it was refused"), blank=True)
    outcome = models.TextField(_("what became of the article"), blank=True)
    article = models.ForeignKey(Article, models.PROTECT, null=True, blank=True, related_name="pages")
    fetched_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    fetched_at = models.DateTimeField(null=True, blank=True)

    objects = PageQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.url

    def get_absolute_url(self) -> str:
        return reverse("desk:page", args=[self.pk])

    @property
    def is_waiting(self) -> bool:
        return self.state == self.State.WAITING

    @property
    def is_under_way(self) -> bool:
        return self.state in (self.State.WAITING, self.State.FETCHED)

    @property
    def is_overdue(self) -> bool:
        """Whether it is under way for so long that nobody seems to work on it."""
        return self.is_under_way and timezone.now() - self.created_at > OVERDUE
