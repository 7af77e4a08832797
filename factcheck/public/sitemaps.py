"""Every page that readers may find, for the robots of search engines."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.contrib import sitemaps
from django.db.models import QuerySet
from django.urls import reverse

from factcheck.articles.models import Story
from factcheck.claims.models import Claim, Source, Topic
from factcheck.public.visible import public_sources, public_stories
from factcheck.site.identity import the_site
from factcheck.verdicts.models import Revision


class Sitemap(sitemaps.Sitemap[Any]):
    """Addresses begin as the settings say, whatever name the server was asked by."""

    def get_domain(self, site: Any = None) -> str:
        return the_site().host

    def get_protocol(self, protocol: str | None = None) -> str:
        return the_site().scheme


class MainPages(Sitemap):
    def items(self) -> Sequence[str]:
        return ["home", "claims", "corrections", "methodology", "about"]

    def location(self, item: str) -> str:
        return reverse(f"public:{item}")


class Verdicts(Sitemap):
    def items(self) -> QuerySet[Revision]:
        return Revision.objects.current().order_by("verdict")

    def location(self, item: Revision) -> str:
        return item.verdict.get_absolute_url()

    def lastmod(self, item: Revision) -> datetime:
        return item.published_at


class Claims(Sitemap):
    def items(self) -> QuerySet[Claim]:
        return Claim.objects.public().order_by("pk")


class Stories(Sitemap):
    def items(self) -> QuerySet[Story]:
        return public_stories().order_by("pk")


class Topics(Sitemap):
    def items(self) -> QuerySet[Topic]:
        return Topic.objects.public().order_by("pk")


class Sources(Sitemap):
    def items(self) -> QuerySet[Source]:
        return public_sources().order_by("pk")


SECTIONS: dict[str, type[sitemaps.Sitemap[Any]]] = {
    "pages": MainPages,
    "verdicts": Verdicts,
    "claims": Claims,
    "topics": Topics,
    "stories": Stories,
    "sources": Sources,
}
