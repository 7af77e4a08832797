"""The versions of a story beside its base text, ready for the story's page: a strip for each, and the table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.articles.models import Article
from factcheck.compare.findings import Row
from factcheck.compare.versions import SentenceFate, Version, compare_versions, fate_of

HEIGHTS = {SentenceFate.KEPT: 10, SentenceFate.EDITED: 7, SentenceFate.CUT: 2, SentenceFate.ADDED: 10}


@dataclass(frozen=True)
class Bar:
    """One sentence in the strip picture; heights tell the fates apart without colour."""

    x: int
    y: int
    height: int
    fate: str


@dataclass(frozen=True)
class Cell:
    """What became of one sentence of the base in one version."""

    row: Row

    @property
    def fate(self) -> str:
        return fate_of(self.row).value


@dataclass(frozen=True)
class Column:
    """One version: its strip picture, told in words too."""

    article: Article
    version: Version

    @property
    def bars(self) -> list[Bar]:
        return [Bar(x, 10 - HEIGHTS[fate], HEIGHTS[fate], fate.value) for x, (fate, _) in enumerate(self.version.strip)]


@dataclass(frozen=True)
class FamilyTable:
    """The base's sentences down, its versions across."""

    base: Article
    columns: list[Column]
    rows: list[tuple[str, list[Cell]]]


def family_table(versions: Sequence[Article]) -> FamilyTable:
    """The first of `versions` is the base; the others are aligned to it."""
    base, *others = versions
    family = compare_versions(base.text, (other.text for other in others), language=base.language)
    columns = [Column(article, version) for article, version in zip(others, family.versions, strict=True)]
    rows = [
        (span.of(base.text), [Cell(column.version.cells[number]) for column in columns])
        for number, span in enumerate(family.base)
    ]
    return FamilyTable(base, columns, rows)
