"""Every page that readers may find, for the robots of search engines, in parts of a bounded size."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from django.contrib import sitemaps
from django.db.models import Manager, Max, QuerySet
from django.urls import reverse

from factcheck.articles.models import Article, Story
from factcheck.claims.models import Claim, Position, Source, Statement, Topic
from factcheck.ledger.models import Entry
from factcheck.public.latest_rows import ComingRows, latest_of
from factcheck.site.identity import the_site
from factcheck.site.models import SiteText
from factcheck.site.pages import SitePage
from factcheck.verdicts.models import Revision, Verdict

PART = 2_000  # rows, by their keys: a part is found at once however many there are, and new rows move none of it


@dataclass(frozen=True)
class PageChange:
    """Rows that change pages when they come: `page` is the way to the key of the page's row, `at` to the time."""

    rows: QuerySet[Any]
    page: str
    at: str

    def latest(self, pages: Any) -> Iterable[tuple[int, datetime]]:
        """Of each of these pages the key, and when one came last."""
        found = self.rows.order_by().filter(**{f"{self.page}__in": pages}).values(self.page)
        yield from found.annotate(latest=Max(self.at)).values_list(self.page, "latest")


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

    @classmethod
    def coming(cls) -> list[ComingRows]:
        """What changes the parts, by the keys of their rows."""
        return []

    @classmethod
    def parts_changed_at(cls) -> dict[int, datetime]:
        """When something in each part changed last, by its number from 0 on."""
        return latest_of(found for rows in cls.coming() for found in rows.latest(PART).items())


class PagesOfRows(Sitemap):
    """Pages that each are of one row."""

    def items(self) -> QuerySet[Any]:
        raise NotImplementedError

    def changes(self) -> list[PageChange]:
        """What changes the pages, by the keys of their rows."""
        raise NotImplementedError

    @cached_property
    def changed_at(self) -> dict[int, datetime]:
        pages = self.items().order_by().values("pk")
        return latest_of(found for change in self.changes() for found in change.latest(pages))

    def lastmod(self, item: Any) -> datetime | None:
        return self.changed_at.get(item.pk)


class MainPages(Sitemap):
    """What tells of all verdicts changes with each of them, what the site says of itself when it is set."""

    def items(self) -> Sequence[str]:
        return ["home", "claims", "topics", "stories", "sources", "corrections", *the_site().pages]

    def location(self, item: str) -> str:
        return item.get_absolute_url() if isinstance(item, SitePage) else reverse(f"public:{item}")

    @cached_property
    def released_at(self) -> datetime | None:
        return _latest(Revision.objects.all(), "published_at")

    @cached_property
    def listed_at(self) -> datetime | None:
        times = (self.released_at, _latest(Claim.objects.all(), "created_at"))
        return max((at for at in times if at), default=None)

    @cached_property
    def written_at(self) -> dict[str, datetime]:
        return dict(SiteText.objects.standing().order_by("pk").values_list("page", "written_at"))

    @cached_property
    def began_at(self) -> datetime | None:
        """The desk's first act."""
        return Entry.objects.order_by("pk").values_list("at", flat=True).first()

    def lastmod(self, item: str) -> datetime | None:
        match item:
            case "corrections":
                return _latest(Revision.objects.since_publication(), "published_at") or self.began_at
            case SitePage():
                return self.written_at.get(item) or self.began_at
            case "claims" | "topics" | "stories" | "sources":
                return self.listed_at
        return self.released_at

    @classmethod
    def parts_changed_at(cls) -> dict[int, datetime]:
        pages = cls()
        times = (pages.lastmod(item) for item in pages.items())
        return latest_of((0, at) for at in times if at)


class Verdicts(Sitemap):
    table = Verdict.objects

    def items(self) -> QuerySet[Revision]:
        return Revision.objects.current().filter(verdict__pk__range=self.keys).order_by("verdict")

    def location(self, item: Revision) -> str:
        return item.verdict.get_absolute_url()

    def lastmod(self, item: Revision) -> datetime:
        return item.published_at

    @classmethod
    def coming(cls) -> list[ComingRows]:
        return [ComingRows(Revision.objects.all(), "verdict", "published_at")]


class Claims(PagesOfRows):
    table = Claim.objects

    def items(self) -> QuerySet[Claim]:
        return Claim.objects.public().filter(pk__range=self.keys).order_by("pk")

    def changes(self) -> list[PageChange]:
        return [
            PageChange(Claim.objects.all(), "pk", "created_at"),
            PageChange(Position.objects.all(), "claim", "statement__created_at"),
            PageChange(Revision.objects.all(), "verdict__claim", "published_at"),
        ]

    @classmethod
    def coming(cls) -> list[ComingRows]:
        return [
            ComingRows(Claim.objects.all(), "pk", "created_at"),
            ComingRows(Revision.objects.all(), "verdict__claim", "published_at"),
        ]


class Topics(PagesOfRows):
    table = Topic.objects

    def items(self) -> QuerySet[Topic]:
        return Topic.objects.public().filter(pk__range=self.keys).order_by("pk")

    def changes(self) -> list[PageChange]:
        claims = Claim.objects.public()
        return [
            PageChange(claims, "topics", "created_at"),
            PageChange(claims, "topics", "verdict__current__published_at"),
        ]

    @classmethod
    def coming(cls) -> list[ComingRows]:
        placed = Topic.claims.through.objects.all()
        return [
            ComingRows(placed, "topic", "claim__created_at"),
            ComingRows(placed, "topic", "claim__verdict__current__published_at"),
            ComingRows(Revision.objects.all(), "verdict__claim__topics", "published_at"),
        ]


class BySaying(PagesOfRows):
    """Pages of what was said: parts go by statements, since of many stories the desk has marked nothing."""

    table = Statement.objects
    page = ""  # the way from a statement to the page's row

    def _pages(self) -> QuerySet[Any]:
        said: QuerySet[Any] = Statement.objects.public().filter(pk__range=self.keys)
        return said.order_by().values(self.page)

    def changes(self) -> list[PageChange]:
        return [PageChange(Statement.objects.public(), self.page, "created_at")]

    @classmethod
    def coming(cls) -> list[ComingRows]:
        return [ComingRows(Statement.objects.all(), "pk", "created_at")]


class Stories(BySaying):
    page = "article__story"

    def items(self) -> QuerySet[Story]:
        return Story.objects.filter(pk__in=self._pages()).order_by("pk")

    def changes(self) -> list[PageChange]:
        return [*super().changes(), PageChange(Article.objects.all(), "story", "created_at")]


class Sources(BySaying):
    page = "source"

    def items(self) -> QuerySet[Source]:
        return Source.objects.filter(pk__in=self._pages()).order_by("pk")


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


def _latest(rows: QuerySet[Any], at: str) -> datetime | None:
    """The time of the row that came last, by its key."""
    return rows.order_by("-pk").values_list(at, flat=True).first()
