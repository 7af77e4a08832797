"""What readers see of statements: the words, the claims they are for and against, and what their source comes to.

What a source said is made once of the rows that it is read from: each process keeps the last ones that were asked for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Self

from django.conf import settings
from django.db.models import FETCH_RAISE, QuerySet
from django.utils.translation import get_language

from factcheck.claims.models import Carriage, Position, Statement, StatementQuerySet
from factcheck.claims.models.carriage import carriages_of
from factcheck.claims.utterances import utterances
from factcheck.prepared_queries import AnsweredRows, hand_out, prepared
from factcheck.public.kept_parts import kept_by_values
from factcheck.public.visible import LinkedPages, pages_of, verdicts_on_statements, with_verdicts
from factcheck.verdicts.models import Verdict
from factcheck.verdicts.snapshot import Bound, Excerpts, Quotation


class TakenStance(NamedTuple):
    """What a statement says of one claim, as its card tells it."""

    stance: str
    told: str
    address: str
    claim: str


@dataclass(frozen=True)
class PublicStatement:
    """One utterance of the source, and the claims it is for or against."""

    quotation: Quotation
    positions: Sequence[Position]

    @property
    def stances(self) -> tuple[TakenStance, ...]:
        taken = (
            TakenStance(one.stance, one.get_stance_display(), one.claim.get_absolute_url(), one.claim.public_text)
            for one in self.positions
        )
        return tuple(dict.fromkeys(taken))  # the same words in two versions may be tied to a claim twice


@dataclass(frozen=True)
class Record:
    """What the statements of one page come to: the claims they are for and against, the papers that left any out."""

    said: Sequence[TakenStance]
    denied: Sequence[TakenStance]
    left_out_by: Sequence[tuple[str, int]]

    @classmethod
    def of(cls, statements: Sequence[PublicStatement]) -> Self:
        papers = Counter(version.paper for one in statements for version in one.quotation.left_out)
        said, denied = _taken(statements, Position.Stance.SUPPORTS), _taken(statements, Position.Stance.DENIES)
        return cls(said, denied, tuple(papers.items()))


@dataclass(frozen=True, eq=False)
class SaidBySource:
    """What one page tells of a source; the same rows are the same object. `pages` are what it links to."""

    statements: Sequence[PublicStatement]
    record: Record
    pages: LinkedPages

    @classmethod
    def in_statements(cls, keys: Sequence[int]) -> Self:
        """What the database says now of the statements with these keys, in their order; there is one at least."""
        keys = tuple(keys)
        statements = _statements.answered(keys=keys)
        return _said(cls, keys, statements, AnsweredPositions.of(keys), get_language(), settings.QUOTE_WORDS)


@dataclass(frozen=True)
class AnsweredPositions:
    """The rows that tell what statements are for and against, and what became of them in other versions."""

    carriages: AnsweredRows[Carriage]
    positions: AnsweredRows[Position]
    verdicts: AnsweredRows[Verdict]

    @classmethod
    def of(cls, statements: Sequence[int]) -> Self:
        return cls(
            carriages_of.answered(statements=statements),
            _public_positions.answered(statements=statements),
            verdicts_on_statements.answered(statements=statements),
        )

    def hand_out(self, statements: Iterable[Statement]) -> None:
        positions = self.positions.made()
        with_verdicts([position.claim for position in positions], self.verdicts.made())
        hand_out(statements, "positions", Position, positions, owner_of=lambda position: position.statement_id)
        carriages = self.carriages.made()
        hand_out(statements, "carriages", Carriage, carriages, owner_of=lambda carriage: carriage.statement_id)


@kept_by_values
def _said[Said: SaidBySource](
    kind: type[Said],
    keys: tuple[int, ...],
    answered: AnsweredRows[Statement],
    positions: AnsweredPositions,
    _language: str | None,
    _words: int,
) -> Said:
    statements = sorted(answered.made(), key=lambda statement: keys.index(statement.pk))
    positions.hand_out(statements)
    told = _printed(statements)
    return kind(told, Record.of(told), pages_of(statement.quotation for statement in told))


def public_statements(statements: Sequence[Statement]) -> list[PublicStatement]:
    """The same words in two versions of a story once, and of each article no more words than a page may print.

    Give them with sources, articles, outlets and stories.
    """
    if statements:
        AnsweredPositions.of([statement.pk for statement in statements]).hand_out(statements)
    return _printed(statements)


@prepared
def _statements(keys: Any) -> StatementQuerySet:
    unread = ("article__received", "article__findings")
    return Statement.objects.filter(pk__in=keys).with_articles().defer(*unread).order_by().fetch_mode(FETCH_RAISE)


@prepared
def _public_positions(statements: Any) -> QuerySet[Position]:
    return Position.objects.public().select_related("claim").filter(statement__in=statements)


def _printed(statements: Sequence[Statement]) -> list[PublicStatement]:
    told = [(one, Quotation.of_utterance(one)) for one in utterances(statements)]
    excerpts = Excerpts(
        [quotation for _, quotation in told], {statement.pk: Bound.of(statement) for statement in statements}
    )
    return [
        PublicStatement(excerpts.of(quotation), [p for one in utterance.statements for p in one.positions.all()])
        for utterance, quotation in told
    ]


def _taken(statements: Iterable[PublicStatement], stance: Position.Stance) -> Sequence[TakenStance]:
    """The claims that the statements take this stance on, each once."""
    return tuple(
        {one.address: one for statement in statements for one in statement.stances if one.stance == stance}.values()
    )
