"""A verdict as readers see it, written down whole: later changes of its parts leave it as it was."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from typing import Any, Self

from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from factcheck.claims.strips import Strips, strips_of_balance
from factcheck.ledger.people import REVIEWER_UNNAMED, byline_of
from factcheck.verdicts.models import Evidence, Picture, Revision, Takedown, Verdict
from factcheck.verdicts.partial_dates import PartialDate
from factcheck.verdicts.prose import bare_text, render_markdown
from factcheck.verdicts.snapshot.excerpts import Bound, Excerpts, bounds_of
from factcheck.verdicts.snapshot.ground import Ground
from factcheck.verdicts.snapshot.quotations import Json, Quotation, web_address
from factcheck.verdicts.snapshot.sides import DrawnSide, QuotedSide, arranged, drawn_sides, public_sides


@dataclass(frozen=True)
class TakenDown:
    """That a picture is no longer shown, why and since when; `keeps_words` is whether its words still are."""

    reason: str
    taken_down_at: datetime
    keeps_words: bool


@dataclass(frozen=True)
class ShownPicture:
    """A picture on a page: which, how large in pixels, and its words for who cannot see it.

    `takedown` stands in its place once it was taken down; it is no part of what was published.
    """

    sha256: str
    width: int
    height: int
    alt: str
    takedown: TakenDown | None = None

    @classmethod
    def of(cls, picture: Picture, *, alt: str) -> Self:
        return cls(picture.sha256, picture.width, picture.height, alt)

    @classmethod
    def read(cls, kept: Json) -> Self:
        return cls(kept["sha256"], kept["width"], kept["height"], kept["alt"])

    def as_json(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in ("sha256", "width", "height", "alt")}

    def unless_taken_down(self, takedowns: Mapping[str, TakenDown]) -> Self:
        """The same as readers see it now; without its words if they went with it."""
        takedown = takedowns.get(self.sha256)
        alt = self.alt if takedown is None or takedown.keeps_words else ""
        return replace(self, alt=alt, takedown=takedown)


@dataclass(frozen=True)
class Exhibit:
    """What a verdict rests on: a quotation, or a document, picture, screenshot, video or post of its own.

    `made_on` is as much of a date as is known, in the digits of ISO 8601; empty for a quotation.
    """

    title: str
    url: str
    archive_url: str
    note: str
    quotation: Quotation | None
    medium: str = Evidence.Medium.DOCUMENT
    maker: str = ""
    made_on: str = ""
    picture: ShownPicture | None = None

    @classmethod
    def of(cls, evidence: Evidence) -> Self:
        quotation = Quotation.of(evidence.statement) if evidence.statement else None
        return cls(
            title=quotation.headline if quotation else evidence.title,
            url=quotation.url if quotation else web_address(evidence.url),
            archive_url=web_address(evidence.archive_url),
            note=evidence.note,
            quotation=quotation,
            medium=evidence.medium,
            maker=evidence.maker,
            made_on=evidence.made_on,
            picture=ShownPicture.of(evidence.picture, alt=evidence.alt) if evidence.picture else None,
        )

    @classmethod
    def read(cls, kept: Json) -> Self:
        quotation = Quotation.read(kept) if "exact" in kept else None
        return cls(
            title=quotation.headline if quotation else kept["title"],
            url=web_address(kept.get("url", "")),
            archive_url=web_address(kept.get("archive_url", "")),
            note=kept.get("note", ""),
            quotation=quotation,
            medium=kept.get("medium", Evidence.Medium.DOCUMENT),
            maker=kept.get("maker", ""),
            made_on=kept.get("made_on", ""),
            picture=ShownPicture.read(kept["picture"]) if "picture" in kept else None,
        )

    def as_json(self) -> dict[str, Any]:
        """What a plain document lacks is left out: what was submitted before there was more keeps its hash."""
        about: dict[str, Any] = {"note": self.note, "archive_url": self.archive_url}
        if self.quotation:
            return {**self.quotation.as_json(), **about}
        if not self.is_document:
            about["medium"] = str(self.medium)
        about |= {name: text for name in ("maker", "made_on") if (text := getattr(self, name))}
        if self.picture:
            about["picture"] = self.picture.as_json()
        return {"title": self.title, "url": self.url, **about}

    @property
    def is_document(self) -> bool:
        return self.medium == Evidence.Medium.DOCUMENT

    @property
    def is_told_of(self) -> bool:
        """Whether it is known who made it, or when."""
        return bool(self.maker or self.made_on)

    @property
    def what(self) -> str:
        """“Screenshot”, “Video”."""
        return str(Evidence.Medium(self.medium).label)

    @property
    def made(self) -> PartialDate | None:
        return PartialDate(self.made_on) if self.made_on else None

    @property
    def identity(self) -> int | str:
        """What makes it the same piece of evidence in two snapshots: its statement, or its title."""
        return self.quotation.statement if self.quotation else self.title

    @property
    def told(self) -> dict[str, str]:
        """What a page says of it, by the name of each part."""
        return {
            _("Title"): self.title,
            _("What it is"): self.what,
            _("Who made it"): self.maker,
            _("When it was made"): str(self.made or ""),
            _("The picture in words"): self.picture.alt if self.picture else "",
            _("Address"): self.url,
            _("Words"): self.quotation.exact if self.quotation else "",
            _("What it shows"): self.note,
            _("Archive link"): self.archive_url,
        }


@dataclass(frozen=True)
class ShownFinding:
    """What was claimed, by whom, and what the desk found."""

    claim: str
    claimant: Quotation | None
    rating: str
    colour: str
    definition: str
    conclusion: str


@dataclass(frozen=True)
class Snapshot:
    """All that one state of a verdict says; its JSON has the names of a revision's columns."""

    claim_text: str
    rating_label: str
    rating_definition: str
    rating_number: int | None
    rating_colour: str
    conclusion: str
    reasoning: str
    claimant: Quotation | None
    sides: Sequence[QuotedSide]
    exhibits: Sequence[Exhibit]
    author_name: str
    reviewer_name: str
    strips: Sequence[Strips] = ()

    @classmethod
    def of(cls, verdict: Verdict, ground: Ground | None = None, *, strips: Sequence[Strips] | None = None) -> Self:
        """The working text of a verdict that has a rating; give its ground and its strips where they are known."""
        assert verdict.rating  # noqa: S101 - a constraint holds it outside drafts
        ground = ground or Ground.of(verdict)
        return cls(
            claim_text=verdict.claim.text,
            rating_label=verdict.rating.label,
            rating_definition=verdict.rating.definition,
            rating_number=verdict.rating.number,
            rating_colour=verdict.rating.colour,
            conclusion=verdict.conclusion,
            reasoning=verdict.reasoning,
            claimant=Quotation.of(ground.origin) if ground.origin else None,
            sides=tuple(public_sides(ground.balance)),
            exhibits=tuple(map(Exhibit.of, ground.evidence)),
            author_name=byline_of(verdict.author),
            reviewer_name=byline_of(verdict.reviewer, unnamed=REVIEWER_UNNAMED) if verdict.reviewer else "",
            strips=tuple([one for _, one in strips_of_balance(ground.balance)] if strips is None else strips),
        )

    @classmethod
    def read(cls, kept: Json) -> Self:
        plain = {name: kept[name] for name in PLAIN}
        return cls(
            **plain,
            claimant=Quotation.read(kept["claimant"]) if kept["claimant"] else None,
            sides=tuple(arranged(map(QuotedSide.read, kept["positions"]))),
            exhibits=tuple(map(Exhibit.read, kept["evidence"])),
            strips=tuple(map(Strips.read, kept.get("strips") or ())),
        )

    @classmethod
    def of_revision(cls, revision: Revision) -> Self:
        return cls.read({name: getattr(revision, name) for name in (*PLAIN, *NESTED)})

    def as_json(self) -> dict[str, Any]:
        """Without strips where there are none: what was submitted before there were any keeps its hash."""
        strips = [of_story.as_json() for of_story in self.strips]
        return {
            **{name: getattr(self, name) for name in PLAIN},
            "claimant": self.claimant.as_json() if self.claimant else {},
            "positions": [side.as_json() for side in self.sides if side.quotations],
            "evidence": [exhibit.as_json() for exhibit in self.exhibits],
            **({"strips": strips} if strips else {}),
        }

    def sha256(self) -> str:
        """The hash of all that it says but who reviewed it, which is known only when it is published; hexadecimal."""
        said = {**self.as_json(), "reviewer_name": ""}
        return hashlib.sha256(json.dumps(said, sort_keys=True, ensure_ascii=False).encode()).hexdigest()

    def as_printed(self, bounds: Mapping[int, Bound] | None = None) -> Self:
        """The same with no more words of each article than a public page may print, and no picture taken down."""
        bounded = self.excerpted_by(bounds_of(self.quotations) if bounds is None else bounds)
        return bounded.without_taken_down(takedowns_of([self]))

    def excerpted_by(self, bounds: Mapping[int, Bound]) -> Self:
        """The same with no more words of each article than these bounds let a page print."""
        return self.excerpted(Excerpts(self.quotations, bounds))

    def excerpted(self, excerpts: Excerpts) -> Self:
        """The same with its quotations cut as the page that it stands on has them."""
        return replace(
            self,
            claimant=self.claimant and excerpts.of(self.claimant),
            sides=tuple(side.excerpted(excerpts) for side in self.sides),
            exhibits=tuple(
                replace(exhibit, quotation=excerpts.of(exhibit.quotation)) if exhibit.quotation else exhibit
                for exhibit in self.exhibits
            ),
        )

    def without_taken_down(self, takedowns: Mapping[str, TakenDown]) -> Self:
        """The same with what stands in place of pictures that were taken down since."""
        if not takedowns:
            return self
        exhibits = tuple(
            replace(exhibit, picture=exhibit.picture and exhibit.picture.unless_taken_down(takedowns))
            for exhibit in self.exhibits
        )
        return replace(self, exhibits=exhibits)

    @property
    def finding(self) -> ShownFinding:
        rating = (self.rating_label, self.rating_colour, self.rating_definition)
        return ShownFinding(self.claim_text, self.claimant, *rating, self.conclusion)

    @property
    def drawn_sides(self) -> tuple[DrawnSide, DrawnSide]:
        return drawn_sides(self.sides)

    @property
    def supporting(self) -> Sequence[Quotation]:
        return self.sides[0].quotations

    @property
    def quotations(self) -> list[Quotation]:
        """Every quotation that the page shows."""
        claimant = [self.claimant] if self.claimant else []
        placed = [quotation for side in self.sides for quotation in side.quotations]
        return [*claimant, *placed, *(exhibit.quotation for exhibit in self.exhibits if exhibit.quotation)]

    @property
    def pictures(self) -> list[ShownPicture]:
        return [exhibit.picture for exhibit in self.exhibits if exhibit.picture]

    @property
    def reasoning_html(self) -> SafeString:
        return _rendered(self.reasoning, tuple(self.quotations), get_language())

    @property
    def reasoning_text(self) -> str:
        """The words of the reasoning without their marks, with the quotations that it refers to."""
        return bare_text(self.reasoning_html)


def takedowns_of(snapshots: Iterable[Snapshot]) -> dict[str, TakenDown]:
    """What stands in place of their pictures, by hash; asks nothing where there are none."""
    shown = {picture.sha256 for snapshot in snapshots for picture in snapshot.pictures}
    if not shown:
        return {}
    told = Takedown.objects.filter(picture__sha256__in=shown).values_list(
        "picture__sha256", "reason", "taken_down_at", "keeps_words"
    )
    return {sha256: TakenDown(reason, at, keeps_words) for sha256, reason, at, keeps_words in told}


@lru_cache(1024)
def _rendered(reasoning: str, quotations: tuple[Quotation, ...], _language: str | None) -> SafeString:
    return render_markdown(reasoning, quotations)


NESTED = ("claimant", "positions", "evidence", "strips")
PLAIN = (
    "claim_text", "rating_label", "rating_definition", "rating_number", "rating_colour", "conclusion", "reasoning",
    "author_name", "reviewer_name",
)  # fmt: skip
