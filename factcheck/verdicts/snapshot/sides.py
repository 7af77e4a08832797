"""What is said of a claim, side by side: each utterance once, with what became of it in other papers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Self

from factcheck.claims.balance import Balance, Side
from factcheck.claims.models import Position
from factcheck.claims.utterances import Utterance
from factcheck.verdicts.snapshot.quotations import CarriedBy, Json, Quotation

HEADINGS = {
    Position.Stance.SUPPORTS: "For the claim",
    Position.Stance.DENIES: "Against the claim",
    Position.Stance.QUALIFIES: "With a condition",
    Position.Stance.MENTIONS: "Also mentioned",
}
ALWAYS_SHOWN = (Position.Stance.SUPPORTS, Position.Stance.DENIES)


@dataclass(frozen=True)
class QuotedSide:
    """The quotations of one stance, and how well they are sourced."""

    stance: str
    strength: str = ""
    quotations: Sequence[Quotation] = ()

    @classmethod
    def of(cls, side: Side) -> Self:
        return cls(side.stance.value, side.strength, [*map(_quotation, side.utterances)])

    @classmethod
    def read(cls, kept: Json) -> Self:
        return cls(kept["stance"], kept.get("strength", ""), [*map(Quotation.read, kept.get("statements", ()))])

    def as_json(self) -> dict[str, Any]:
        statements = [quotation.as_json() for quotation in self.quotations]
        return {"stance": self.stance, "strength": self.strength, "statements": statements}

    @property
    def heading(self) -> str:
        return HEADINGS[Position.Stance(self.stance)]


def public_sides(balance: Balance) -> list[QuotedSide]:
    """The sides of a claim as pages show them."""
    return arranged(QuotedSide.of(side) for side in balance.sides if side.positions)


def arranged(sides: Iterable[QuotedSide]) -> list[QuotedSide]:
    """The sides in the order of a page: for and against always, of the others those that anybody took."""
    by_stance = {side.stance: side for side in sides}
    return [
        by_stance.get(stance, QuotedSide(stance))
        for stance in HEADINGS
        if stance in ALWAYS_SHOWN or stance in by_stance
    ]


def _quotation(utterance: Utterance) -> Quotation:
    return Quotation.of(utterance.statement, carriage=[*map(CarriedBy.of, utterance.elsewhere)])
