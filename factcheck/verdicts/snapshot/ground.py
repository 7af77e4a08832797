"""What a verdict stands on, read once: all that is said of its claim, and its evidence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Self

from django.db.models import Prefetch, QuerySet, prefetch_related_objects

from factcheck.claims.balance import Balance, weigh
from factcheck.claims.models import Carriage, Claim, Statement
from factcheck.prepared_queries import prepared
from factcheck.verdicts.models import Evidence, Verdict
from factcheck.verdicts.snapshot.excerpts import Bound


@dataclass(frozen=True)
class Ground:
    """The positions on a verdict's claim by stance, and its pieces of evidence in their order."""

    balance: Balance
    evidence: Sequence[Evidence]
    origin: Statement | None

    @classmethod
    def of(cls, verdict: Verdict) -> Self:
        balance = weigh(verdict.claim)
        return cls(balance, _with_carriages(_pieces(verdict), balance), _origin(verdict.claim, balance))

    @property
    def cited(self) -> list[Statement]:
        """The statements among the evidence."""
        return [piece.statement for piece in self.evidence if piece.statement]

    @property
    def statements(self) -> list[Statement]:
        """Every statement that the verdict's page shows, each once."""
        origin = [self.origin] if self.origin else []
        shown = [*origin, *self.balance.statements, *self.cited]
        return list({statement.pk: statement for statement in shown}.values())

    @property
    def bounds(self) -> dict[int, Bound]:
        """How much of each statement's article a public page may print."""
        return {statement.pk: Bound.of(statement) for statement in self.statements}


def _pieces(verdict: Verdict) -> list[Evidence]:
    pieces = _evidence(verdict=verdict.pk)
    for piece in pieces:
        piece.verdict = verdict
    return pieces


@prepared
def _evidence(verdict: int) -> QuerySet[Evidence]:
    return Evidence.objects.filter(verdict=verdict).select_related(
        "statement__source", "statement__article__outlet", "statement__article__story", "picture__takedown"
    )


def _with_carriages(evidence: Iterable[Evidence], balance: Balance) -> list[Evidence]:
    """The evidence with what became of its statements in other versions, of which the balance knows most."""
    known, pieces = {statement.pk: statement for statement in balance.statements}, list(evidence)
    for piece in pieces:
        piece.statement = known.get(piece.statement_id or 0, piece.statement)
    others = [piece.statement for piece in pieces if piece.statement and piece.statement_id not in known]
    prefetch_related_objects(others, Prefetch("carriages", Carriage.objects.with_papers()))
    return pieces


def _origin(claim: Claim, balance: Balance) -> Statement | None:
    """The statement that made the claim: the one that is named, else the earliest that supports it."""
    if claim.origin_id is None:
        supporting = balance.supports.positions
        return supporting[0].statement if supporting else None
    known = (statement for statement in balance.statements if statement.pk == claim.origin_id)
    if Claim.origin.is_cached(claim):
        return claim.origin
    return next(known, None) or Statement.objects.with_articles().get(pk=claim.origin_id)
