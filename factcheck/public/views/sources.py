"""Who speaks: one source, and all that readers may see of what it said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Self

from django.db.models import FETCH_RAISE, Prefetch
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from factcheck.claims.models import Carriage, Claim, Position, Source, Statement, StatementQuerySet
from factcheck.claims.utterances import utterances
from factcheck.public.pages import numbered_page, readers_list
from factcheck.public.visible import pages_of, public_sources, public_verdicts
from factcheck.verdicts.snapshot import Bound, Excerpts, Quotation, QuotedSource


@dataclass(frozen=True)
class PublicStatement:
    """One utterance of the source, and the claims it is for or against."""

    quotation: Quotation
    positions: Sequence[Position]


@dataclass(frozen=True)
class Record:
    """What the statements of one page come to: the claims they are for and against, the papers that left any out."""

    said: Sequence[Claim]
    denied: Sequence[Claim]
    left_out_by: Sequence[tuple[str, int]]

    @classmethod
    def of(cls, statements: Iterable[PublicStatement]) -> Self:
        statements = list(statements)
        papers = Counter(version.paper for one in statements for version in one.quotation.left_out)
        said, denied = _claims(statements, Position.Stance.SUPPORTS), _claims(statements, Position.Stance.DENIES)
        return cls(said, denied, [*papers.items()])


@readers_list
def source(request: HttpRequest, slug: str) -> HttpResponse:
    source = get_object_or_404(public_sources().fetch_mode(FETCH_RAISE).at_address(slug))
    if source.slug != slug:
        return redirect(source)  # not for good: the desk may take a merger back
    page = numbered_page(statements_of(source), request, size=30)
    statements = public_statements(list(page))
    context = {
        "source": QuotedSource.of(source),
        "page": page,
        "statements": statements,
        "record": Record.of(statements),
        "pages": pages_of(statement.quotation for statement in statements),
    }
    return render(request, "public/sources/detail.html", context)


def statements_of(source: Source) -> StatementQuerySet:
    """Public statements of the source, the latest first, with what became of them in other versions."""
    positions = Position.objects.public().select_related("claim").prefetch_related(public_verdicts("claim__"))
    newest = Coalesce("said_on", "article__published_on").desc(nulls_last=True)
    statements = Statement.objects.public().filter(source=source).with_articles().fetch_mode(FETCH_RAISE)
    whole = statements.prefetch_related(
        Prefetch("positions", positions), Prefetch("carriages", Carriage.objects.with_papers())
    )
    return whole.order_by(newest, "id")


def public_statements(statements: Sequence[Statement]) -> list[PublicStatement]:
    """The same words in two versions of a story once, and of each article no more words than a page may print."""
    told = [(one, Quotation.of_utterance(one)) for one in utterances(statements)]
    excerpts = Excerpts(
        [quotation for _, quotation in told], {statement.pk: Bound.of(statement) for statement in statements}
    )
    return [
        PublicStatement(excerpts.of(quotation), [p for one in utterance.statements for p in one.positions.all()])
        for utterance, quotation in told
    ]


def _claims(statements: Iterable[PublicStatement], stance: Position.Stance) -> list[Claim]:
    """The claims that the statements take this stance on, each once."""
    positions = (position for one in statements for position in one.positions if position.stance == stance)
    return [*{position.claim_id: position.claim for position in positions}.values()]
