"""Stories with who carried what, and sources, as the API gives them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Self

from django.urls import reverse
from ninja import Field, Schema

from factcheck.articles.models import Story
from factcheck.claims.models import Source
from factcheck.claims.utterances import Telling
from factcheck.public.api.shapes.sayings import PositionShape, QuotationShape
from factcheck.public.published_story import PublicRow, PublicVersion, PublishedStory
from factcheck.public.visible import LinkedPages
from factcheck.site.identity import the_site
from factcheck.verdicts.snapshot import web_address


class StoryRowShape(Schema):
    """One piece of reporting, in however many papers: it counts as one source."""

    slug: str
    url: str
    title: str

    @staticmethod
    def facts(story: Story) -> dict[str, Any]:
        return {"slug": story.slug, "url": the_site().address(story.get_absolute_url()), "title": story.title}

    @classmethod
    def each(cls, stories: Sequence[Story]) -> list[Self]:
        return [cls(**cls.facts(story)) for story in stories]


class VersionShape(Schema):
    """One version of a story: what readers see of the article."""

    outlet: str
    headline: str
    url: str | None
    published_on: date | None
    agency: str
    relation: str = Field(description="What it is to the story, in words: original, reprint, update …")

    @classmethod
    def of(cls, version: PublicVersion) -> Self:
        return cls(
            outlet=version.outlet,
            headline=version.headline,
            url=version.url or None,
            published_on=version.published_on,
            agency=version.agency,
            relation=version.relation,
        )


class CellShape(Schema):
    """What became of an utterance in the version that stands at this place among `versions`."""

    fate: str
    told: str
    words: str | None = Field(description="How it says it, where that differs and may be printed.")

    @classmethod
    def of(cls, telling: Telling) -> Self:
        return cls(
            fate=telling.fate.value,
            told=str(telling.fate.label),
            words=telling.words if telling.differences else None,
        )


class CarriageShape(Schema):
    """One utterance, the claims it is for or against, and what became of it in each version."""

    quotation: QuotationShape
    positions: list[PositionShape]
    versions: list[CellShape]

    @classmethod
    def of(cls, row: PublicRow, pages: LinkedPages) -> Self:
        return cls(
            quotation=QuotationShape.of(row.quotation, pages),
            positions=PositionShape.each(row.claims),
            versions=[*map(CellShape.of, row.cells)],
        )


class StoryShape(StoryRowShape):
    """A story, its versions, and who carried what of it."""

    versions: list[VersionShape]
    carriage: list[CarriageShape]

    @classmethod
    def told(cls, story: Story) -> Self:
        published = PublishedStory.of(story)
        return cls(
            **cls.facts(story),
            versions=[*map(VersionShape.of, published.versions)],
            carriage=[CarriageShape.of(row, published.pages) for row in published.rows],
        )


class SourceShape(Schema):
    """Who speaks."""

    slug: str
    url: str
    name: str
    kind: str = Field(description="person, organisation, anonymous or document")
    role: str
    people: int = Field(description="How many people the paper says they are, of people it does not name.")
    is_on_record: bool
    same_as: str | None
    statements: str = Field(description="The address of all that readers may see of what it said.")

    @classmethod
    def of(cls, source: Source) -> Self:
        site = the_site()
        return cls(
            slug=source.slug,
            url=site.address(source.get_absolute_url()),
            name=source.name,
            kind=source.kind,
            role=source.role,
            people=source.people,
            is_on_record=source.is_on_record,
            same_as=web_address(source.same_as) or None,
            statements=site.address(f"{reverse('data:api_statements')}?source={source.slug}"),
        )

    @classmethod
    def each(cls, sources: Sequence[Source]) -> list[Self]:
        return [*map(cls.of, sources)]
