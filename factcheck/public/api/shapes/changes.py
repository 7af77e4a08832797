"""What one text changed of another, as the API gives it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Self

from ninja import Field, Schema

from factcheck.articles.models import Article
from factcheck.compare import compare
from factcheck.compare.display import Run
from factcheck.public.api.shapes.sayings import QuotationShape
from factcheck.public.api.shapes.stories import VersionShape
from factcheck.public.published_story import PublicVersion
from factcheck.public.visible import LinkedPages
from factcheck.verdicts.changes import Changes

NO_PAGES = LinkedPages(frozenset(), frozenset())


class RunShape(Schema):
    text: str
    state: str = Field(description="Whether the words stayed, were added or removed.")

    @classmethod
    def each(cls, runs: Iterable[Run]) -> list[Self]:
        return [cls(text=run.text, state=run.state.value) for run in runs]


class ChangedPartShape(Schema):
    """A part of the text, or of a piece of evidence, with the words of before and after as one."""

    name: str
    runs: list[RunShape]


class ChangedExhibitShape(Schema):
    title: str
    parts: list[ChangedPartShape]


class ChangesShape(Schema):
    """All that differs between two revisions."""

    texts: list[ChangedPartShape]
    links_removed: list[str]
    links_added: list[str]
    evidence_removed: list[str]
    evidence_added: list[str]
    evidence_changed: list[ChangedExhibitShape]
    quotations_removed: list[QuotationShape]
    quotations_added: list[QuotationShape]

    @classmethod
    def of(cls, changes: Changes) -> Self:
        texts = [
            ChangedPartShape(
                name=text.name,
                runs=RunShape.each(run for paragraph in text.paragraphs for part in paragraph for run in part.runs),
            )
            for text in changes.texts
        ]
        changed = [
            ChangedExhibitShape(
                title=exhibit.title,
                parts=[ChangedPartShape(name=part.name, runs=RunShape.each(part.runs)) for part in exhibit.parts],
            )
            for exhibit in changes.exhibits_changed
        ]
        return cls(
            texts=texts,
            links_removed=list(changes.links_out),
            links_added=list(changes.links_in),
            evidence_removed=[exhibit.title for exhibit in changes.exhibits_out],
            evidence_added=[exhibit.title for exhibit in changes.exhibits_in],
            evidence_changed=changed,
            quotations_removed=[QuotationShape.of(one, NO_PAGES) for one in changes.quotations_out],
            quotations_added=[QuotationShape.of(one, NO_PAGES) for one in changes.quotations_in],
        )


class ComparedRowShape(Schema):
    """A sentence, or the few that were split or merged, with its other form."""

    kind: str = Field(description="same, edited, split, merged, cut or added")
    is_moved: bool
    severity: str | None = Field(description="style, minor or substantive")
    kinds: list[str] = Field(description="What its edits change: name, number, quote, attribution, hedge …")
    original: str | None
    version: str | None


class ComparisonShape(Schema):
    """Two versions of a story beside each other: of outlets that let their whole texts be shown."""

    original: VersionShape
    version: VersionShape
    rows: list[ComparedRowShape]

    @classmethod
    def of(cls, original: Article, version: Article) -> Self:
        first, second = original.text, version.text
        return cls(
            original=VersionShape.of(PublicVersion.of(original)),
            version=VersionShape.of(PublicVersion.of(version)),
            rows=[
                ComparedRowShape(
                    kind=str(row.kind),
                    is_moved=row.moved,
                    severity=str(row.severity) if row.severity else None,
                    kinds=sorted(map(str, row.kinds)),
                    original=first[row.original.start : row.original.end] if row.original else None,
                    version=second[row.version.start : row.version.end] if row.version else None,
                )
                for row in compare(first, second, language=original.language).rows
            ],
        )
