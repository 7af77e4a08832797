"""A statement as readers see it: its sentence, who said it, where, when, and what other versions made of it.

A key that the JSON of an older revision lacks is read as empty.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Self

from factcheck.articles.models import public_name_of
from factcheck.claims.carriage import sentence_around
from factcheck.claims.fates import StatementFate
from factcheck.claims.models import Source, Statement
from factcheck.claims.utterances import Telling, Utterance
from factcheck.claims.voices import sourcing
from factcheck.compare import Span

type Json = Mapping[str, Any]

MARKS = frozenset('"“”„«»')


@dataclass(frozen=True)
class QuotedSource:
    """Who spoke, as they stood when the page was written."""

    name: str
    slug: str
    kind: str
    role: str
    people: int
    is_on_record: bool
    same_as: str

    @classmethod
    def of(cls, source: Source) -> Self:
        return cls(
            name=source.name,
            slug=source.slug,
            kind=source.kind,
            role=source.role,
            people=source.people,
            is_on_record=source.is_on_record,
            same_as=web_address(source.same_as),
        )

    @classmethod
    def read(cls, kept: Json) -> Self:
        return cls(
            name=kept["name"],
            slug=kept.get("slug", ""),
            kind=kept.get("kind", Source.Kind.PERSON),
            role=kept.get("role", ""),
            people=kept.get("people", 1),
            is_on_record=kept.get("is_on_record", True),
            same_as=web_address(kept.get("same_as", "")),
        )

    def as_json(self) -> dict[str, Any]:
        return dict(vars(self))

    @property
    def sourcing(self) -> str:
        """“4 people, not named, not on the record”."""
        return sourcing(self)


@dataclass(frozen=True)
class CarriedBy:
    """What became of a quotation in one other version of its story."""

    outlet: str
    url: str
    status: str

    @classmethod
    def of(cls, telling: Telling) -> Self:
        return cls(str(telling.article.outlet), web_address(telling.article.url), telling.fate)

    @classmethod
    def read(cls, kept: Json) -> Self:
        return cls(kept["outlet"], web_address(kept["url"]), kept["status"])

    def as_json(self) -> dict[str, Any]:
        return dict(vars(self))

    @property
    def paper(self) -> str:
        return public_name_of(self.outlet)

    @property
    def fate(self) -> StatementFate:
        return StatementFate(self.status)


@dataclass(frozen=True)
class Quotation:
    """A statement in its sentence; `carriage` is None where a page does not tell what other versions made of it."""

    statement: int
    before: str
    exact: str
    after: str
    manner: str
    said_on: date | None
    source: QuotedSource | None
    outlet: str
    headline: str
    url: str
    published_on: date | None
    story: str
    carriage: Sequence[CarriedBy] | None = None

    @classmethod
    def of(cls, statement: Statement, *, carriage: Sequence[CarriedBy] | None = None) -> Self:
        """The words in their sentence; give the statement with its source, article, outlet and story."""
        text = statement.article.text
        around = sentence_around(text, Span(statement.start, statement.end))
        before, after = text[around.start : statement.start], text[statement.end : around.end]
        return replace(cls.of_words(statement, carriage=carriage), before=before, after=after)

    @classmethod
    def of_utterance(cls, utterance: Utterance) -> Self:
        """An utterance in its sentence, with what became of it in the other versions of its story."""
        return cls.of(utterance.statement, carriage=tuple(map(CarriedBy.of, utterance.elsewhere)))

    @classmethod
    def of_words(cls, statement: Statement, *, carriage: Sequence[CarriedBy] | None = None) -> Self:
        """The words without their sentence: the text of the article is not needed."""
        article = statement.article
        return cls(
            statement=statement.pk,
            before="",
            exact=statement.exact,
            after="",
            manner=statement.manner,
            said_on=statement.said_or_published_on,
            source=QuotedSource.of(statement.source) if statement.source else None,
            outlet=str(article.outlet),
            headline=article.headline,
            url=web_address(article.url),
            published_on=article.published_on,
            story=article.story.slug,
            carriage=carriage,
        )

    @classmethod
    def read(cls, kept: Json) -> Self:
        carriage = kept.get("carriage")
        return cls(
            statement=kept["statement"],
            before=kept.get("before", ""),
            exact=kept["exact"],
            after=kept.get("after", ""),
            manner=kept["manner"],
            said_on=_date(kept.get("said_on", "")),
            source=QuotedSource.read(kept["source"]) if kept.get("source") else None,
            outlet=kept["outlet"],
            headline=kept.get("headline", ""),
            url=web_address(kept.get("url", "")),
            published_on=_date(kept.get("published_on", "")),
            story=kept.get("story", ""),
            carriage=None if carriage is None else tuple(map(CarriedBy.read, carriage)),
        )

    def as_json(self) -> dict[str, Any]:
        kept = {
            **vars(self),
            "said_on": self.said_on.isoformat() if self.said_on else "",
            "published_on": self.published_on.isoformat() if self.published_on else "",
            "source": self.source.as_json() if self.source else None,
        }
        del kept["carriage"]
        if self.carriage is None:
            return kept
        return {**kept, "carriage": [version.as_json() for version in self.carriage]}

    @property
    def has_marks(self) -> bool:
        """Whether quotation marks stand in the words, so that others round them would read as doubled."""
        return not MARKS.isdisjoint(self.exact)

    @property
    def how_given(self) -> str:
        return str(Statement.Manner(self.manner).label)

    @property
    def told_by(self) -> str:
        return self.source.name if self.source else self.paper

    @property
    def paper(self) -> str:
        return public_name_of(self.outlet)

    @property
    def carried(self) -> list[CarriedBy]:
        """The versions that have the words, in whatever form."""
        return [version for version in self.carriage or () if version.fate.is_carried]

    @property
    def carried_at(self) -> list[str]:
        return [version.url for version in self.carried]

    @property
    def left_out(self) -> list[CarriedBy]:
        return [version for version in self.carriage or () if version.fate.is_left_out]

    @property
    def left_out_by(self) -> str:
        """“Harbour Times, Delta Courier”."""
        return ", ".join(version.paper for version in self.left_out)

    @property
    def lacking(self) -> list[CarriedBy]:
        """The versions that do not have the words, and cannot be said to have left them out."""
        told = (StatementFate.ABSENT, StatementFate.NOT_YET)
        return [version for version in self.carriage or () if version.fate in told]


def web_address(url: str) -> str:
    """The address if it leads to the web, else nothing: what came in by a file was not typed into a checked form."""
    return url if url.startswith(("https://", "http://")) else ""


def _date(iso: str) -> date | None:
    return date.fromisoformat(iso) if iso else None
