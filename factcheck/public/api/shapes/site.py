"""What the site says of itself and of its record, as the API gives it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any, Self

from django.urls import reverse
from ninja import Field, Schema

from factcheck.public.api.shapes.verdicts import RatingShape
from factcheck.site.identity import Site, the_site
from factcheck.site.pages import ShownText, SitePage
from factcheck.verdicts.models import Rating, Revision


class SitePageRowShape(Schema):
    """A page on which the site says what it is."""

    page: str
    title: str
    url: str

    @staticmethod
    def facts(page: SitePage) -> dict[str, Any]:
        return {"page": page.value, "title": str(page.label), "url": the_site().address(page.get_absolute_url())}


class SitePageShape(SitePageRowShape):
    text: str = Field(description="Markdown.")
    language: str
    written_at: datetime | None = Field(description="Null where nobody changed what every desk says.")

    @classmethod
    def of(cls, page: SitePage, shown: ShownText) -> Self:
        return cls(**cls.facts(page), text=shown.markdown, language=shown.language, written_at=shown.written_at)


class SiteShape(Schema):
    """The desk, the pages that say what it is, and the steps of its scale."""

    name: str
    url: str
    email: str | None = Field(description="Where readers write to, as the site's own pages print it.")
    is_demonstration: bool = Field(description="Whether all of it is invented.")
    licence: str | None = Field(description="The page of the licence. Quotations remain their publishers'.")
    pages: list[SitePageRowShape]
    ratings: list[RatingShape]

    @classmethod
    def of(cls, site: Site, ratings: Iterable[Rating]) -> Self:
        return cls(
            name=site.name,
            url=site.address("/"),
            email=site.email or None,
            is_demonstration=site.is_demonstration,
            licence=licence_of(site),
            pages=[SitePageRowShape(**SitePageRowShape.facts(page)) for page in site.pages],
            ratings=[*map(RatingShape.of, ratings)],
        )


def licence_of(site: Site) -> str | None:
    """The address of the page that says what may be done with the data; None as long as there is none."""
    return site.address(SitePage.LICENCE.get_absolute_url()) if SitePage.LICENCE in site.pages else None


class RecordShape(Schema):
    """Where the ledger ends, by which anyone can check later that nothing before was rewritten."""

    head: str
    entries: str = Field(description="The address of every entry, a line of JSON each.")


class CorrectionShape(Schema):
    """One change of a published verdict."""

    verdict: str = Field(description="The verdict's slug.")
    claim_text: str
    revision: int
    kind: str = Field(description="updated, corrected, clarified or retracted")
    note: str
    published_at: datetime
    url: str
    changes: str = Field(description="The address of what was changed, word by word.")

    @classmethod
    def each(cls, revisions: Iterable[Revision], site: Site) -> list[Self]:
        """Give them with their verdicts."""
        return [
            cls(
                verdict=revision.verdict.slug,
                claim_text=revision.claim_text,
                revision=revision.number,
                kind=revision.kind,
                note=revision.note,
                published_at=revision.published_at,
                url=site.address(revision.get_absolute_url()),
                changes=site.address(reverse("public:changes", args=[revision.verdict.slug, revision.number])),
            )
            for revision in revisions
        ]
