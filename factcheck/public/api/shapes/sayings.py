"""What somebody said, as the API gives it: the words that a page may print, who said them, and who carried them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Self

from ninja import Field, Schema

from factcheck.claims.models import Position
from factcheck.public.visible import LinkedPages
from factcheck.verdicts.snapshot import CarriedBy, Quotation, QuotedSide, QuotedSource


class SpeakerShape(Schema):
    """Who spoke."""

    name: str
    kind: str = Field(description="person, organisation, anonymous or document")
    role: str
    people: int = Field(description="How many people the paper says they are, of people it does not name.")
    is_on_record: bool
    same_as: str | None = Field(description="A reference page.")
    source: str | None = Field(description="The slug of the source, where it has a page.")

    @classmethod
    def of(cls, speaker: QuotedSource, pages: LinkedPages) -> Self:
        return cls(
            name=speaker.name,
            kind=speaker.kind,
            role=speaker.role,
            people=speaker.people,
            is_on_record=speaker.is_on_record,
            same_as=speaker.same_as or None,
            source=speaker.slug if speaker.slug in pages.sources else None,
        )


class CarriedShape(Schema):
    """What became of words in another version of their story."""

    outlet: str
    url: str | None
    fate: str = Field(description="Such as intact, altered, cut (left out) or not_yet.")
    told: str = Field(description="The same in words.")

    @classmethod
    def of(cls, version: CarriedBy) -> Self:
        return cls(outlet=version.paper, url=version.url or None, fate=version.status, told=str(version.fate.label))


class QuotationShape(Schema):
    """A statement in its sentence, no longer than a page may print it."""

    statement: int
    before: str
    exact: str
    after: str
    manner: str = Field(description="direct, indirect or own_words")
    said_on: date | None
    speaker: SpeakerShape | None = Field(description="Null for the paper's own words.")
    outlet: str
    headline: str
    url: str | None
    published_on: date | None
    story: str | None = Field(description="The slug of the story, where it has a page.")
    carried_by: list[CarriedShape] | None = Field(description="Null where it was not asked.")

    @classmethod
    def of(cls, quotation: Quotation, pages: LinkedPages) -> Self:
        carriage = quotation.carriage
        return cls(
            statement=quotation.statement,
            before=quotation.before,
            exact=quotation.exact,
            after=quotation.after,
            manner=quotation.manner,
            said_on=quotation.said_on,
            speaker=SpeakerShape.of(quotation.source, pages) if quotation.source else None,
            outlet=quotation.paper,
            headline=quotation.headline,
            url=quotation.url or None,
            published_on=quotation.published_on,
            story=quotation.story if quotation.story in pages.stories else None,
            carried_by=None if carriage is None else [*map(CarriedShape.of, carriage)],
        )


class SideShape(Schema):
    """What stands on one side of a claim; independent sources are counted by story, never by article."""

    stance: str = Field(description="supports, denies, qualifies or mentions")
    stories: int
    papers: list[str]
    named: int = Field(description="Named people, organisations and documents.")
    unnamed: int = Field(description="People whom the papers do not name.")
    left_out_by: list[str] = Field(description="Papers that left some of it out and carry none of it.")
    quotations: list[QuotationShape]

    @classmethod
    def of(cls, side: QuotedSide, pages: LinkedPages) -> Self:
        weight = side.weight
        return cls(
            stance=side.stance,
            stories=weight.stories,
            papers=list(weight.papers),
            named=weight.named,
            unnamed=weight.unnamed,
            left_out_by=list(weight.missing_in),
            quotations=[QuotationShape.of(quotation, pages) for quotation in side.quotations],
        )


class PositionShape(Schema):
    """What a statement says of a claim."""

    claim: str = Field(description="The claim's slug.")
    text: str
    stance: str = Field(description="supports, denies, qualifies or mentions")

    @classmethod
    def each(cls, positions: Iterable[Position]) -> list[Self]:
        """Give them with their claims and the public verdicts on these."""
        return [cls(claim=p.claim.slug, text=p.claim.public_text, stance=p.stance) for p in positions]


class StatementShape(QuotationShape):
    """A public statement, and the claims it is for or against."""

    positions: list[PositionShape]

    @classmethod
    def told(cls, quotation: Quotation, positions: Iterable[Position], pages: LinkedPages) -> Self:
        return cls(**dict(QuotationShape.of(quotation, pages)), positions=PositionShape.each(positions))
