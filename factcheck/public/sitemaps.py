"""Every page that readers may find, for the robots of search engines, in parts of a bounded size."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.contrib import sitemaps
from django.db.models import Manager, Max, QuerySet
from django.urls import reverse

from factcheck.articles.models import Story
from factcheck.claims.models import Claim, Source, Statement, Topic
from factcheck.site.identity import the_site
from factcheck.verdicts.models import Revision, Verdict

PART = 2_000  # rows, by their keys: a part is found at once however many there are, and new rows move none of it


class Sitemap(sitemaps.Sitemap[Any]):
    """Some of the pages of one kind: those whose rows have keys from `number` times `PART` on.

    Addresses begin as the settings say, whatever name the server was asked by.
    """

    table: Manager[Any] | None = None  # by whose keys the parts go

    def __init__(self, number: int = 0) -> None:
        self.keys = (number * PART, (number + 1) * PART - 1)

    def get_domain(self, site: Any = None) -> str:
        return the_site().host

    def get_protocol(self, protocol: str | None = None) -> str:
        return the_site().scheme

    @classmethod
    def parts(cls) -> int:
        """How many parts there are; none of an empty table."""
        if cls.table is None:
            return 1
        last = cls.table.aggregate(last=Max("pk"))["last"]
        return 0 if last is None else int(last) // PART + 1


class MainPages(Sitemap):
    def items(self) -> Sequence[str]:
        return ["home", "claims", "corrections", "methodology", "about"]

    def location(self, item: str) -> str:
        return reverse(f"public:{item}")


class Verdicts(Sitemap):
    table = Verdict.objects

    def items(self) -> QuerySet[Revision]:
        return Revision.objects.current().filter(verdict__pk__range=self.keys).order_by("verdict")

    def location(self, item: Revision) -> str:
        return item.verdict.get_absolute_url()

    def lastmod(self, item: Revision) -> datetime:
        return item.published_at


class Claims(Sitemap):
    table = Claim.objects

    def items(self) -> QuerySet[Claim]:
        return Claim.objects.public().filter(pk__range=self.keys).order_by("pk")


class Topics(Sitemap):
    table = Topic.objects

    def items(self) -> QuerySet[Topic]:
        return Topic.objects.public().filter(pk__range=self.keys).order_by("pk")


class Stories(Sitemap):
    """Parts go by statements: of many stories the desk has marked nothing."""

    table = Statement.objects

    def items(self) -> QuerySet[Story]:
        said = Statement.objects.public().filter(pk__range=self.keys)
        return Story.objects.filter(pk__in=said.order_by().values("article__story")).order_by("pk")


class Sources(Sitemap):
    table = Statement.objects

    def items(self) -> QuerySet[Source]:
        said = Statement.objects.public().filter(pk__range=self.keys)
        return Source.objects.filter(pk__in=said.order_by().values("source")).order_by("pk")


SECTIONS: dict[str, type[Sitemap]] = {
    "pages": MainPages,
    "verdicts": Verdicts,
    "claims": Claims,
    "topics": Topics,
    "stories": Stories,
    "sources": Sources,
}


def parts_of_sections() -> dict[str, int]:
    """How many parts each section has."""
    return {name: section.parts() for name, section in SECTIONS.items()}
