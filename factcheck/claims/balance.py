"""What stands for and against a claim, and how well each side is sourced.

Independent sources are counted by story, never by article: a reprint is not a second source.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Self

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from factcheck.claims.models import Carriage, Claim, Position, Statement
from factcheck.claims.models.carriage import read_carriages
from factcheck.claims.utterances import Utterance, utterances
from factcheck.claims.voices import Saying, Weight, weight_of
from factcheck.prepared_queries import AnsweredRows, hand_out, prepared

HEADINGS = {
    Position.Stance.SUPPORTS: _("For the claim"),
    Position.Stance.DENIES: _("Against the claim"),
    Position.Stance.QUALIFIES: _("With a condition"),
    Position.Stance.MENTIONS: _("Also mentioned"),
}


@dataclass(frozen=True)
class Side:
    """The positions of one stance on a claim, in order of time."""

    stance: Position.Stance
    positions: list[Position]

    @property
    def heading(self) -> str:
        return str(HEADINGS[self.stance])

    @property
    def utterances(self) -> list[Utterance]:
        """What is said, each utterance once however many versions of a story it is marked in; needs the carriages."""
        return utterances(position.statement for position in self.positions)

    @property
    def count(self) -> int:
        """How much is said, each utterance once."""
        return len(self.utterances)

    @property
    def weight(self) -> Weight[Utterance]:
        """How well it is sourced; needs the carriages, with their articles and outlets."""
        return weight_of(map(_saying, self.utterances))

    @property
    def strength(self) -> str:
        """The side in words: “1 story · 4 anonymous people”."""
        return self.weight.strength


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
    positions = positions_on(claim=claim.pk)
    for position in positions:
        position.claim = claim
    read_carriages(position.statement for position in positions)
    return _balance(positions)


def weigh_answered(positions: AnsweredRows[Position], carriages: AnsweredRows[Carriage]) -> Balance:
    """The same of the rows that `positions_on` and `carriages_on` answer; the claim is not told."""
    made = positions.made()
    statements = [position.statement for position in made]
    hand_out(statements, "carriages", Carriage, carriages.made(), owner_of=lambda carriage: carriage.statement_id)
    return _balance(made)


@dataclass(frozen=True)
class AnsweredBalances:
    """The rows that the balances of many claims are made of, without the texts of the articles."""

    positions: AnsweredRows[Position]
    carriages: AnsweredRows[Carriage]

    @classmethod
    def of(cls, claims: Sequence[int]) -> Self:
        """Ask for those of the claims with these keys, of which there is one at least."""
        return cls(_positions_of_many.answered(claims=claims), _carriages_of_many.answered(claims=claims))

    def made(self) -> dict[int, Balance]:
        """The balance of each claim on which there is a position."""
        positions = self.positions.made()
        statements = [position.statement for position in positions]
        made = self.carriages.made()
        hand_out(statements, "carriages", Carriage, made, owner_of=lambda carriage: carriage.statement_id)
        by_claim: dict[int, list[Position]] = {}
        for position in positions:
            by_claim.setdefault(position.claim_id, []).append(position)
        return {claim: _balance(on_claim) for claim, on_claim in by_claim.items()}


def weigh_all(claims: Sequence[Claim]) -> dict[Claim, Balance]:
    """The balance of each of many claims, without the texts of the articles: two queries."""
    balances = AnsweredBalances.of([claim.pk for claim in claims]).made() if claims else {}
    return {claim: balances.get(claim.pk) or _balance([]) for claim in claims}


def _balance(positions: list[Position]) -> Balance:
    positions = sorted(positions, key=lambda p: (str(p.statement.said_or_published_on or "9999"), p.pk))
    return Balance(
        **{stance.value: Side(stance, [p for p in positions if p.stance == stance]) for stance in Position.Stance}
    )


def _saying(utterance: Utterance) -> Saying[Utterance]:
    statement, elsewhere = utterance.statement, utterance.elsewhere
    return Saying(
        what=utterance,
        speaker=statement.source,
        story=statement.article.story_id,
        outlet=statement.article.outlet.public_name,
        carried_by=[telling.article.outlet.public_name for telling in elsewhere if telling.fate.is_carried],
        left_out_by=[telling.article.outlet.public_name for telling in elsewhere if telling.fate.is_left_out],
        not_yet_in=[telling.article.outlet.public_name for telling in elsewhere if telling.fate.is_not_yet],
    )


@prepared
def positions_on(claim: int) -> QuerySet[Position]:
    return Position.objects.with_statements().filter(claim=claim).order_by()


@prepared
def carriages_on(claim: int) -> QuerySet[Carriage]:
    placed = Position.objects.filter(claim=claim).values("statement")
    return Carriage.objects.with_papers().filter(statement__in=placed)


@prepared
def _positions_of_many(claims: Any) -> QuerySet[Position]:
    return Position.objects.with_statements().filter(claim__in=claims).defer("statement__article__text").order_by()


@prepared
def _carriages_of_many(claims: Any) -> QuerySet[Carriage]:
    placed = Position.objects.filter(claim__in=claims).values("statement")
    return Carriage.objects.with_papers().filter(statement__in=placed)
