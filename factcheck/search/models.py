"""Searches that people keep."""

from __future__ import annotations

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class SavedSearchQuerySet(models.QuerySet["SavedSearch"]):
    def visible_to(self, user: Any) -> Self:
        """This person's own, and those that others share with the desk."""
        return self.filter(Q(owner=user) | Q(is_shared=True)).select_related("owner")


class SavedSearch(models.Model):
    """A search of the desk under a name: what it finds is looked up anew each time."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="saved_searches")
    name = models.CharField(max_length=80, error_messages={"blank": _("Give the search a name.")})
    query = models.CharField(
        _("query of the address"),
        max_length=1000,
        error_messages={"blank": _("Look for something first; then the search can be saved.")},
    )
    is_shared = models.BooleanField(_("shared with the desk"), default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = SavedSearchQuerySet.as_manager()

    class Meta:
        verbose_name_plural = _("saved searches")
        ordering = ["name", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "name"],
                name="saved_search_has_its_own_name",
                violation_error_message=_("You have a saved search of this name already."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return f"{reverse('desk:search')}?{self.query}"
