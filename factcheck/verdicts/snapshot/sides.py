"""What is said of a claim, side by side: each utterance once, with what became of it in other papers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Self

from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from factcheck.claims.balance import HEADINGS, Balance, Side
from factcheck.claims.models import Position
from factcheck.claims.timeline import Event, Timeline, timeline
from factcheck.claims.utterances import Utterance
from factcheck.claims.voices import Saying, Weight, one_sided, strength_retold, weight_of
from factcheck.languages.catalogues import WRITTEN_IN
from factcheck.verdicts.snapshot.excerpts import Bound, Excerpts
from factcheck.verdicts.snapshot.quotations import CarriedBy, Json, Quotation

LEFT_OUT = {
    Position.Stance.SUPPORTS.value: gettext_lazy("{paper} left out what {speakers} said for the claim."),
    Position.Stance.DENIES.value: gettext_lazy("{paper} left out what {speakers} said against the claim."),
    Position.Stance.QUALIFIES.value: gettext_lazy("{paper} left out what {speakers} said with a condition."),
    Position.Stance.MENTIONS.value: gettext_lazy("{paper} left out what {speakers} said."),
}
ALWAYS_SHOWN = (Position.Stance.SUPPORTS, Position.Stance.DENIES)


@dataclass(frozen=True)
class QuotedSide:
    """The quotations of one stance, and how well they are sourced."""

    stance: str
    strength: str = ""
    quotations: Sequence[Quotation] = ()

    @classmethod
    @override(WRITTEN_IN)  # it is sealed so
    def of(cls, side: Side) -> Self:
        return cls(side.stance.value, side.strength, tuple(map(Quotation.of_utterance, side.utterances)))

    @classmethod
    def read(cls, kept: Json) -> Self:
        return cls(kept["stance"], kept.get("strength", ""), tuple(map(Quotation.read, kept.get("statements", ()))))

    def as_json(self) -> dict[str, Any]:
        statements = [quotation.as_json() for quotation in self.quotations]
        return {"stance": self.stance, "strength": self.strength, "statements": statements}

    def excerpted(self, excerpts: Excerpts) -> Self:
        """The same with its quotations cut as the page that it stands on has them."""
        return replace(self, quotations=tuple(map(excerpts.of, self.quotations)))

    @property
    def weight(self) -> Weight[Quotation]:
        """Who speaks on it, each once, in how many stories and papers."""
        return weight_of(map(_saying, self.quotations))

    @property
    def strength_told(self) -> str:
        return strength_retold(self.strength)

    @property
    def heading(self) -> str:
        return str(HEADINGS[Position.Stance(self.stance)])


@dataclass(frozen=True)
class DrawnSide:
    """For or against a claim, as its balance is drawn; `alone` are the papers that print nothing of the other side."""

    stance: str
    heading: str
    weight: Weight[Quotation]
    alone: Sequence[str]

    @property
    def lacks(self) -> str:
        """What the papers that print this side alone do not print."""
        return _("against the claim") if self.stance == Position.Stance.SUPPORTS else _("for the claim")


def drawn_sides(sides: Iterable[QuotedSide]) -> tuple[DrawnSide, DrawnSide]:
    """For and against, as the balance of a claim is drawn."""
    supports, denies = (side for side in arranged(sides) if side.stance in ALWAYS_SHOWN)
    return _drawn(supports, denies), _drawn(denies, supports)


def left_out_told(sides: Iterable[QuotedSide]) -> list[str]:
    """“Harbour Times left out what Ana Ruiz said against the claim.”: who reads no page of ours is told it, too."""
    found: dict[tuple[str, str], dict[str, None]] = {}
    for side in sides:
        for quotation in side.quotations:
            for version in quotation.left_out:
                found.setdefault((version.paper, side.stance), {})[quotation.told_by] = None
    return [
        LEFT_OUT[stance].format(paper=paper, speakers=get_text_list([*speakers], _("and")))
        for (paper, stance), speakers in found.items()
    ]


def timeline_of(sides: Iterable[QuotedSide]) -> Timeline | None:
    """When the quotations of a page were said; each point leads to its card on the page."""
    return timeline(
        Event(side.stance, one.said_on, f"{one.told_by}: {one.exact}", f"#statement-{one.statement}")
        for side in sides
        for one in side.quotations
    )


def printed_sides(balance: Balance) -> tuple[QuotedSide, ...]:
    """The sides as a page of their own prints them: of each article no more words than it may."""
    sides = public_sides(balance)
    bounds = {statement.pk: Bound.of(statement) for statement in balance.statements}
    excerpts = Excerpts([quotation for side in sides for quotation in side.quotations], bounds)
    return tuple(side.excerpted(excerpts) for side in sides)


def public_sides(balance: Balance) -> list[QuotedSide]:
    """The sides of a claim as pages show them."""
    return arranged(QuotedSide.of(side) for side in balance.sides if side.positions)


def words_of_sides(balance: Balance) -> list[QuotedSide]:
    """The same with the marked words alone, for which the texts of the articles are not needed."""
    return arranged(
        QuotedSide(side.stance.value, "", tuple(_words_of(one) for one in said))
        for side in balance.sides
        if (said := side.utterances)
    )


def arranged(sides: Iterable[QuotedSide]) -> list[QuotedSide]:
    """The sides in the order of a page: for and against always, of the others those that anybody took."""
    by_stance = {side.stance: side for side in sides}
    return [
        by_stance.get(stance, QuotedSide(stance))
        for stance in HEADINGS
        if stance in ALWAYS_SHOWN or stance in by_stance
    ]


def _words_of(utterance: Utterance) -> Quotation:
    return Quotation.of_words(utterance.statement, carriage=tuple(map(CarriedBy.of, utterance.elsewhere)))


def _saying(quotation: Quotation) -> Saying[Quotation]:
    return Saying(
        what=quotation,
        speaker=quotation.source,
        story=quotation.story,
        outlet=quotation.paper,
        carried_by=[version.paper for version in quotation.carried],
        left_out_by=[version.paper for version in quotation.left_out],
        not_yet_in=[version.paper for version in quotation.carriage or () if version.fate.is_not_yet],
    )


def _drawn(side: QuotedSide, other: QuotedSide) -> DrawnSide:
    weight = side.weight
    return DrawnSide(side.stance, side.heading, weight, tuple(one_sided(weight, other.weight)))
