"""What a revision keeps as JSON, as values that a page can ask; a key that an older revision lacks is empty."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Self

from django.utils.safestring import SafeString

from factcheck.articles.models import Article
from factcheck.claims.models import Carriage, Position, Source, Statement
from factcheck.verdicts.models import Revision
from factcheck.verdicts.prose import render_markdown

SIDES = {
    Position.Stance.SUPPORTS: "For the claim",
    Position.Stance.DENIES: "Against the claim",
    Position.Stance.QUALIFIES: "With a condition",
    Position.Stance.MENTIONS: "Also mentioned",
}
CARRIED = {
    Carriage.Status.INTACT: "word for word",
    Carriage.Status.SPLIT: "in parts",
    Carriage.Status.ALTERED: "with altered words",
    Carriage.Status.TRUNCATED: "cut short",
    Carriage.Status.PARAPHRASED: "reworded",
    Carriage.Status.CUT: "left out",
}


@dataclass(frozen=True)
class Speaker:
    """Who spoke, as they stood when the page was written."""

    name: str
    slug: str
    kind: str
    role: str
    people: int
    is_on_record: bool
    same_as: str

    @classmethod
    def read(cls, told: dict[str, Any]) -> Self:
        return cls(
            name=told["name"],
            slug=told.get("slug", ""),
            kind=told.get("kind", Source.Kind.PERSON),
            role=told.get("role", ""),
            people=told.get("people", 1),
            is_on_record=told.get("is_on_record", True),
            same_as=web_address(told.get("same_as", "")),
        )

    @property
    def sourcing(self) -> str:
        """“4 people, not named, not on the record”."""
        told = {
            Source.Kind.ANONYMOUS: f"{self.people} {'person' if self.people == 1 else 'people'}, not named",
            Source.Kind.ORGANISATION: "named organisation",
            Source.Kind.DOCUMENT: "document",
        }
        record = "on the record" if self.is_on_record else "not on the record"
        return f"{told.get(Source.Kind(self.kind), 'named person')}, {record}"


@dataclass(frozen=True)
class Carried:
    """What became of a quotation in one other version of its story."""

    outlet: str
    url: str
    status: str

    @property
    def is_cut(self) -> bool:
        return self.status == Carriage.Status.CUT

    @property
    def how(self) -> str:
        return CARRIED[Carriage.Status(self.status)]


@dataclass(frozen=True)
class Version:
    """One version of a story: what readers see of the article."""

    outlet: str
    headline: str
    url: str
    published_on: date | None
    agency: str
    relation: str

    @classmethod
    def of(cls, article: Article) -> Self:
        return cls(
            outlet=str(article.outlet),
            headline=article.headline,
            url=web_address(article.url),
            published_on=article.published_on,
            agency=article.agency,
            relation=article.get_relation_display().lower(),
        )


@dataclass(frozen=True)
class Quotation:
    """A statement in its sentence, with who said it, where, when, and what other versions made of it."""

    statement: int
    before: str
    exact: str
    after: str
    manner: str
    said_on: date | None
    speaker: Speaker | None
    outlet: str
    headline: str
    url: str
    published_on: date | None
    story: str
    carriage: Sequence[Carried] = ()

    @classmethod
    def read(cls, told: dict[str, Any]) -> Self:
        return cls(
            statement=told["statement"],
            before=told.get("before", ""),
            exact=told["exact"],
            after=told.get("after", ""),
            manner=Statement.Manner(told["manner"]).label,
            said_on=_date(told.get("said_on", "")),
            speaker=Speaker.read(told["source"]) if told.get("source") else None,
            outlet=told["outlet"],
            headline=told.get("headline", ""),
            url=web_address(told.get("url", "")),
            published_on=_date(told.get("published_on", "")),
            story=told.get("story", ""),
            carriage=[Carried(c["outlet"], web_address(c["url"]), c["status"]) for c in told.get("carriage", ())],
        )

    @property
    def told_by(self) -> str:
        return self.speaker.name if self.speaker else self.outlet

    @property
    def carried(self) -> list[Carried]:
        return [version for version in self.carriage if not version.is_cut]

    @property
    def carried_at(self) -> list[str]:
        return [version.url for version in self.carried]

    @property
    def left_out(self) -> list[Carried]:
        return [version for version in self.carriage if version.is_cut]


@dataclass(frozen=True)
class Side:
    """The quotations of one stance, and how well they are sourced."""

    stance: str
    strength: str
    quotations: Sequence[Quotation]

    @property
    def heading(self) -> str:
        return SIDES[Position.Stance(self.stance)]


@dataclass(frozen=True)
class Exhibit:
    """What a verdict rests on: a quotation, or a document of its own."""

    title: str
    url: str
    archive_url: str
    note: str
    quotation: Quotation | None

    @classmethod
    def read(cls, told: dict[str, Any]) -> Self:
        quotation = Quotation.read(told) if "exact" in told else None
        return cls(
            title=quotation.headline if quotation else told["title"],
            url=web_address(told.get("url", "")),
            archive_url=web_address(told.get("archive_url", "")),
            note=told.get("note", ""),
            quotation=quotation,
        )


@dataclass(frozen=True)
class Told:
    """All that one revision says."""

    revision: Revision
    claimant: Quotation | None
    for_and_against: Sequence[Side]
    other_sides: Sequence[Side]
    exhibits: Sequence[Exhibit]

    @property
    def sides(self) -> list[Side]:
        return [*self.for_and_against, *self.other_sides]

    @property
    def quotations(self) -> list[Quotation]:
        """Every quotation that the page shows."""
        claimant = [self.claimant] if self.claimant else []
        placed = [quotation for side in self.sides for quotation in side.quotations]
        cited = [exhibit.quotation for exhibit in self.exhibits if exhibit.quotation]
        return [*claimant, *placed, *cited]

    @property
    def omissions(self) -> list[Quotation]:
        """Of each speaker for or against, the first quotation that another version of its story left out."""
        first: dict[str, Quotation] = {}
        for side in self.for_and_against:
            for quotation in side.quotations:
                if quotation.left_out:
                    first.setdefault(quotation.told_by, quotation)
        return list(first.values())

    @property
    def reasoning(self) -> SafeString:
        return render_markdown(self.revision.reasoning)

    @property
    def supporting(self) -> Sequence[Quotation]:
        return self.for_and_against[0].quotations


def tell(revision: Revision) -> Told:
    for_and_against, other_sides = arrange(revision.positions)
    return Told(
        revision=revision,
        claimant=Quotation.read(revision.claimant) if revision.claimant else None,
        for_and_against=for_and_against,
        other_sides=other_sides,
        exhibits=[*map(Exhibit.read, revision.evidence)],
    )


def arrange(told: list[dict[str, Any]]) -> tuple[list[Side], list[Side]]:
    """The sides for and against, which a page always shows, and those of the others that anybody took."""
    by_stance = {side["stance"]: side for side in told}
    sides = [_side(stance, by_stance.get(stance, {})) for stance in SIDES]
    return sides[:2], [side for side in sides[2:] if side.quotations]


def web_address(url: str) -> str:
    """The address if it leads to the web, else nothing: what came in by a file was not typed into a checked form."""
    return url if url.startswith(("https://", "http://")) else ""


def _side(stance: str, told: dict[str, Any]) -> Side:
    return Side(stance, told.get("strength", ""), [*map(Quotation.read, told.get("statements", ()))])


def _date(iso: str) -> date | None:
    return date.fromisoformat(iso) if iso else None
