"""Who speaks: one source, and all that readers may see of what it said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Self

from django.db.models import FETCH_RAISE, QuerySet
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from factcheck.claims.models import Claim, Position, Source, Statement, StatementQuerySet
from factcheck.claims.models.carriage import read_carriages
from factcheck.claims.utterances import utterances
from factcheck.prepared_queries import hand_out, prepared
from factcheck.public.pages import numbered_page, readers_list, readers_page, the_only
from factcheck.public.visible import last_said, pages_of, public_sources, with_public_verdicts
from factcheck.search.pages import page_of
from factcheck.verdicts.snapshot import Bound, Excerpts, Quotation, QuotedSource


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
        return tuple(
            TakenStance(one.stance, one.get_stance_display(), one.claim.get_absolute_url(), one.claim.public_text)
            for one in self.positions
        )


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


@readers_page
def sources(request: HttpRequest) -> HttpResponse:
    """All that have a page and a name, those first whose words were marked last."""
    named = last_said("source").exclude(source__kind=Source.Kind.ANONYMOUS)
    columns = ("source", *(f"source__{field.attname}" for field in Source._meta.concrete_fields))
    page = page_of(named.select_related("source").only(*columns).fetch_mode(FETCH_RAISE), request, by=("id",), size=30)
    listed = [QuotedSource.of(statement.source) for statement in page if statement.source]
    return render(request, "public/sources/list.html", {"page": page, "listed": listed})


@readers_list
def source(request: HttpRequest, slug: str) -> HttpResponse:
    source = the_only(_public_sources(slug=slug))
    if source.slug != slug:
        return redirect(source)  # not for good: the desk may take a merger back
    page = numbered_page(_statement_keys(source=source.pk), request, size=30)
    statements = public_statements(with_positions(statements_with(page)))
    context = {
        "source": QuotedSource.of(source),
        "page": page,
        "statements": statements,
        "record": Record.of(statements),
        "pages": pages_of(statement.quotation for statement in statements),
    }
    return render(request, "public/sources/detail.html", context)


def statements_with(keys: Iterable[int]) -> list[Statement]:
    """The statements with these keys, in their order, with sources, articles, outlets and stories."""
    keys = list(keys)
    return sorted(_statements(keys=keys), key=lambda statement: keys.index(statement.pk))


def with_positions(statements: Iterable[Statement]) -> list[Statement]:
    """The same with their positions on public claims, and what became of them in other versions."""
    statements = list(statements)
    read_carriages(statements)
    positions = _public_positions(statements=[statement.pk for statement in statements])
    with_public_verdicts(position.claim for position in positions)
    hand_out(statements, "positions", Position, positions, owner_of=lambda position: position.statement_id)
    return statements


@prepared
def _public_sources(slug: str) -> QuerySet[Source]:
    return public_sources().at_address(slug).order_by().fetch_mode(FETCH_RAISE)


@prepared
def _statement_keys(source: int) -> QuerySet[Statement, int]:
    """Public statements of the source, the latest first."""
    newest = Coalesce("said_on", "article__published_on").desc(nulls_last=True)
    return Statement.objects.public().filter(source=source).order_by(newest, "id").values_list("pk", flat=True)


@prepared
def _statements(keys: Any) -> StatementQuerySet:
    unread = ("article__received", "article__findings")
    return Statement.objects.filter(pk__in=keys).with_articles().defer(*unread).order_by().fetch_mode(FETCH_RAISE)


@prepared
def _public_positions(statements: Any) -> QuerySet[Position]:
    return Position.objects.public().select_related("claim").filter(statement__in=statements)


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
