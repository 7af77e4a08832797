"""What a search found, as the API gives it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Self

from ninja import Field, Schema

from factcheck.search.highlights import Piece
from factcheck.search.kinds import Hit
from factcheck.search.results import Results
from factcheck.site.identity import the_site


class HitShape(Schema):
    title: str
    url: str
    excerpt: str
    facts: str
    rating: str

    @classmethod
    def of(cls, hit: Hit) -> Self:
        return cls(
            title=_joined(hit.title),
            url=the_site().address(hit.url),
            excerpt=_joined(hit.excerpt),
            facts=hit.facts,
            rating=hit.rating,
        )


class KindShape(Schema):
    """What of one kind was found."""

    kind: str
    count: int = Field(description="How many fit, of the newest that are counted.")
    hits: list[HitShape]


class FoundShape(Schema):
    """What was found: the first of every kind, or a part of one kind, whose next part `after` asks for."""

    words: str
    problem: str | None = Field(description="Why nothing can be looked for with these words, for people.")
    kinds: list[KindShape]
    after: str | None

    @classmethod
    def of(cls, results: Results) -> Self:
        kinds = [(group.kind.name, group.count, group.hits) for group in results.groups]
        if results.kind:
            kinds = [(results.kind.name, results.count, results.hits)]
        return cls(
            words=results.words.typed,
            problem=str(results.words.problem) or None,
            kinds=[KindShape(kind=name, count=count, hits=[*map(HitShape.of, hits)]) for name, count, hits in kinds],
            after=(results.page.after or None) if results.page else None,
        )


def _joined(pieces: Iterable[Piece]) -> str:
    return "".join(piece.text for piece in pieces)
