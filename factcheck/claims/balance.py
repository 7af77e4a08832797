"""What stands for and against a claim, and how well each side is sourced.

Independent sources are counted by story, never by article: a reprint is not a second source.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet, prefetch_related_objects

from factcheck.claims.models import Carriage, Claim, Position, Source, Statement
from factcheck.claims.utterances import Utterance, utterances


@dataclass(frozen=True)
class Side:
    """The positions of one stance on a claim, in order of time."""

    stance: Position.Stance
    positions: list[Position]

    @property
    def utterances(self) -> list[Utterance]:
        """What is said, each utterance once however many versions of a story it is marked in; needs the carriages."""
        return utterances(position.statement for position in self.positions)

    @property
    def count(self) -> int:
        """How much is said, each utterance once."""
        return len(self.utterances)

    @property
    def stories(self) -> int:
        return len({position.statement.article.story_id for position in self.positions})

    @property
    def named_sources(self) -> int:
        return len({source.pk for source in self._sources() if not source.is_anonymous})

    @property
    def anonymous_people(self) -> int:
        """How many people the stories give without names; the same words in two versions of a story count once."""
        told: dict[tuple[int, str], int] = {}
        for position in self.positions:
            source = position.statement.source
            if source and source.is_anonymous:
                key = (position.statement.article.story_id, source.name.casefold())
                told[key] = max(told.get(key, 0), source.people)
        return sum(told.values())

    @property
    def strength(self) -> str:
        """The side in words: “1 story · 4 anonymous people”."""
        counts = [
            (self.stories, "story", "stories"),
            (self.named_sources, "named source", "named sources"),
            (self.anonymous_people, "anonymous person", "anonymous people"),
        ]
        return " · ".join(f"{n} {one if n == 1 else many}" for n, one, many in counts if n)

    def _sources(self) -> Iterable[Source]:
        return (position.statement.source for position in self.positions if position.statement.source)


@dataclass(frozen=True)
class Balance:
    """All that is said of one claim."""

    supports: Side
    qualifies: Side
    denies: Side
    mentions: Side

    @property
    def sides(self) -> list[Side]:
        return [self.supports, self.qualifies, self.denies, self.mentions]

    @property
    def statements(self) -> list[Statement]:
        return [position.statement for side in self.sides for position in side.positions]

    @property
    def is_contested(self) -> bool:
        return bool(self.supports.positions and self.denies.positions)


def weigh(claim: Claim) -> Balance:
    """Sort the positions on a claim by stance, each with what became of its statement in other versions."""
    positions = list(claim.positions.with_statements())
    prefetch_related_objects(positions, Prefetch("statement__carriages", Carriage.objects.with_papers()))
    return _balance(positions)


def weigh_all(claims: Sequence[Claim]) -> dict[Claim, Balance]:
    """The balance of each of many claims, for lists that say how each side is sourced: one query, without texts."""
    return _balances(claims, _positions_on(claims))


def weigh_and_count_all(claims: Sequence[Claim]) -> dict[Claim, Balance]:
    """The same for lists that also count what is said: two queries, since the same words count once."""
    return _balances(claims, _positions_on(claims).prefetch_related("statement__carriages"))


def _positions_on(claims: Sequence[Claim]) -> QuerySet[Position]:
    positions = Position.objects.filter(claim__in=claims).with_statements()
    return positions.select_related("claim").defer("statement__article__text")


def _balances(claims: Sequence[Claim], positions: Iterable[Position]) -> dict[Claim, Balance]:
    by_claim: dict[Claim, list[Position]] = {claim: [] for claim in claims}
    for position in positions:
        by_claim[position.claim].append(position)
    return {claim: _balance(of_claim) for claim, of_claim in by_claim.items()}


def _balance(positions: list[Position]) -> Balance:
    positions = sorted(positions, key=lambda p: (str(p.statement.said_or_published_on or "9999"), p.pk))
    return Balance(
        **{stance.value: Side(stance, [p for p in positions if p.stance == stance]) for stance in Position.Stance}
    )
