"""A verdict as the API gives it, as it stands and as it stood."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any, Self

from django.urls import reverse
from ninja import Field, Schema

from factcheck.claims.models.topics import TopicLink
from factcheck.public.api.shapes.sayings import QuotationShape, SideShape
from factcheck.public.visible import LinkedPages
from factcheck.site.identity import the_site
from factcheck.verdicts.models import Rating, Revision, Translations
from factcheck.verdicts.snapshot import Exhibit, ShownPicture, Snapshot, left_out_told


class RatingShape(Schema):
    """A step of the desk's scale, as it was called when the verdict was published."""

    label: str
    definition: str
    number: int | None = Field(description="Its step, the truest highest; null outside the scale.")
    colour: str

    @classmethod
    def of(cls, rating: Rating) -> Self:
        return cls(label=rating.label, definition=rating.definition, number=rating.number, colour=rating.colour)

    @classmethod
    def published_in(cls, revision: Revision) -> Self | None:
        """None of a retraction: it rates nothing."""
        if revision.is_retraction:
            return None
        return cls(
            label=revision.rating_label,
            definition=revision.rating_definition,
            number=revision.rating_number,
            colour=revision.rating_colour,
        )


class TopicShape(Schema):
    slug: str
    name: str

    @classmethod
    def each(cls, topics: Iterable[TopicLink]) -> list[Self]:
        return [cls(slug=topic.slug, name=topic.name) for topic in topics]


class TranslationShape(Schema):
    """A verdict that says the same in another language."""

    language: str = Field(description="As a language tag, such as es.")
    is_original: bool = Field(description="Whether the others are translations of it.")
    slug: str
    url: str

    @classmethod
    def each(cls, translations: Translations) -> list[Self]:
        return [
            cls(
                language=page.language,
                is_original=page.is_original,
                slug=page.slug,
                url=the_site().address(page.lasting_path),
            )
            for page in translations.others
        ]


class RevisionOutline(Schema):
    """One published state of a verdict, without its text."""

    number: int
    kind: str = Field(description="published, updated, corrected, clarified or retracted")
    note: str = Field(description="What changed and why.")
    published_at: datetime
    url: str

    @classmethod
    def of(cls, revision: Revision, slug: str) -> Self:
        return cls(
            number=revision.number,
            kind=revision.kind,
            note=revision.note,
            published_at=revision.published_at,
            url=the_site().address(reverse("public:revision", args=[slug, revision.number])),
        )


class VerdictRowShape(Schema):
    """A verdict as lists tell it. Of a retracted one there is no rating and no conclusion: it no longer stands."""

    slug: str
    url: str
    claim: str = Field(description="The claim's slug.")
    claim_text: str
    rating: RatingShape | None
    conclusion: str
    is_retracted: bool
    revision: int
    kind: str = Field(description="What the latest revision is: published, updated, corrected, clarified, retracted.")
    note: str
    published_at: datetime = Field(description="When the latest revision was published.")

    @staticmethod
    def facts(revision: Revision) -> dict[str, Any]:
        """Give the revision with its verdict and claim."""
        verdict = revision.verdict
        return {
            "slug": verdict.slug,
            "url": the_site().address(verdict.get_absolute_url()),
            "claim": verdict.claim.slug,
            "claim_text": revision.claim_text,
            "rating": RatingShape.published_in(revision),
            "conclusion": "" if revision.is_retraction else revision.conclusion,
            "is_retracted": revision.is_retraction,
            "revision": revision.number,
            "kind": revision.kind,
            "note": revision.note,
            "published_at": revision.published_at,
        }

    @classmethod
    def each(cls, revisions: Iterable[Revision]) -> list[Self]:
        return [cls(**cls.facts(revision)) for revision in revisions]


class PictureShape(Schema):
    """A picture among the evidence; of one that was taken down there is no address."""

    url: str | None
    sha256: str
    width: int
    height: int
    alt: str
    taken_down: str = Field(description="Why readers no longer see it.")

    @classmethod
    def of(cls, picture: ShownPicture) -> Self:
        reason = picture.takedown.reason if picture.takedown else ""
        return cls(
            url=None if picture.takedown else the_site().address(reverse("data:picture", args=[picture.sha256])),
            sha256=picture.sha256,
            width=picture.width,
            height=picture.height,
            alt=picture.alt,
            taken_down=reason,
        )


class ExhibitShape(Schema):
    """What a verdict rests on: a quotation, or something from outside."""

    title: str
    medium: str = Field(description="statement, document, picture, screenshot, video or post")
    url: str | None
    archive_url: str | None
    note: str
    maker: str
    made_on: str = Field(description="As much of a date as is known: 2019, 2019-02 or 2019-02-14.")
    picture: PictureShape | None
    quotation: QuotationShape | None

    @classmethod
    def of(cls, exhibit: Exhibit, pages: LinkedPages) -> Self:
        quotation = exhibit.quotation
        return cls(
            title=exhibit.title,
            medium="statement" if quotation else str(exhibit.medium),
            url=exhibit.url or None,
            archive_url=exhibit.archive_url or None,
            note=exhibit.note,
            maker=exhibit.maker,
            made_on=exhibit.made_on,
            picture=PictureShape.of(exhibit.picture) if exhibit.picture else None,
            quotation=QuotationShape.of(quotation, pages) if quotation else None,
        )


class RevisionShape(VerdictRowShape):
    """One published state of a verdict, whole."""

    sha256: str = Field(description="By which the ledger vouches for the revision; /record/ says how to check it.")
    author: str
    reviewer: str
    claimant: QuotationShape | None = Field(description="The statement that made the claim.")
    sides: list[SideShape]
    left_out: list[str] = Field(description="Which paper left out what who said, in sentences.")
    reasoning: str
    reasoning_html: str
    evidence: list[ExhibitShape]

    @classmethod
    def told(cls, revision: Revision, snapshot: Snapshot, pages: LinkedPages, **more: Any) -> Self:
        """The state as its page has it; give its snapshot as that may be printed."""
        return cls(
            **cls.facts(revision),
            sha256=revision.sha256(),
            author=revision.author_byline,
            reviewer=revision.reviewer_byline,
            claimant=QuotationShape.of(snapshot.claimant, pages) if snapshot.claimant else None,
            sides=[SideShape.of(side, pages) for side in snapshot.sides],
            left_out=left_out_told(snapshot.sides),
            reasoning=snapshot.reasoning_text,
            reasoning_html=str(snapshot.reasoning_html),
            evidence=[ExhibitShape.of(exhibit, pages) for exhibit in snapshot.exhibits],
            **more,
        )


class VerdictShape(RevisionShape):
    """A verdict as it stands, with all its published states; of a retracted one the text is in these alone."""

    topics: list[TopicShape]
    translations: list[TranslationShape] = Field(
        description="The public verdicts that say the same in other languages."
    )
    predecessor: str | None = Field(description="The slug of a verdict on the same claim that was retracted before.")
    history: list[RevisionOutline]

    @classmethod
    def withdrawn(cls, revision: Revision, **more: Any) -> Self:
        """What a retracted verdict still says: that it was withdrawn, and why."""
        return cls(
            **cls.facts(revision),
            sha256=revision.sha256(),
            author="",
            reviewer=revision.reviewer_byline,
            claimant=None,
            sides=[],
            left_out=[],
            reasoning="",
            reasoning_html="",
            evidence=[],
            **more,
        )
