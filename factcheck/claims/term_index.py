"""The index of terms: what stored statements speak of, how rare each matter is, and which statements share some."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import replace

from django.db.models import Case, Count, FloatField, Sum, Value, When

from factcheck.claims.models import Statement, StatementTerm
from factcheck.compare import Span
from factcheck.compare.clashing import Rarity, Said, gist, said_in

MOST_ROWS = 20_000  # of the index that one search reads; the commonest terms tell least and are left out
AGREEING = 0.3  # what a shared term counts in a search where neither or both deny it
LONGEST_TERM = 39
EVERY = ""  # the term that every statement in the index has


def index(statements: Iterable[Statement]) -> None:
    """Store the terms of statements, in place of those they had; give articles with the statements."""
    wanted = {one.pk: {EVERY, *terms(one)} for one in statements}
    held = _rows_of(wanted)
    changed = [pk for pk in wanted if wanted[pk] != held[pk]]
    StatementTerm.objects.filter(statement__in=[pk for pk in changed if held[pk]]).delete()
    rows = (StatementTerm(term=term, statement_id=pk) for pk in changed for term in sorted(wanted[pk]))
    StatementTerm.objects.bulk_create(rows, ignore_conflicts=True)  # two people may catch up at one time


def catch_up(most: int) -> None:
    """Index some statements that came by another way than marking."""
    if StatementTerm.objects.filter(term=EVERY).count() < Statement.objects.count():
        index(Statement.objects.without_terms().with_articles()[:most])


def terms(statement: Statement) -> list[str]:
    """The terms of a statement as they are stored."""
    own = gist(said(statement)).own
    return sorted({stored(key, is_denied=term.is_denied) for key, term in own.items()})


def stored(key: str, *, is_denied: bool = False) -> str:
    return f"{'-' if is_denied else ''}{key[:LONGEST_TERM]}"


def terms_of(statements: Iterable[int]) -> dict[int, set[str]]:
    """The stored terms of statements, by key."""
    return {pk: rows - {EVERY} for pk, rows in _rows_of(statements).items()}


def _rows_of(statements: Iterable[int]) -> dict[int, set[str]]:
    found: dict[int, set[str]] = {pk: set() for pk in statements}
    for pk, term in StatementTerm.objects.filter(statement__in=found).values_list("statement", "term"):
        found[pk].add(term)
    return found


def said(statement: Statement, positions: Iterable[tuple[str, str]] = ()) -> Said:
    """A statement as the comparison engine reads it; anonymous people are never known to be the same."""
    article, source = statement.article, statement.source
    read = said_in(article.text, Span(statement.start, statement.end), headline=article.headline)
    return replace(
        read,
        words=statement.exact,
        source="" if source is None or source.is_anonymous else f"{source.name} ({source.pk})",
        article=str(statement.article_id),
        said_on=statement.said_or_published_on,
        positions=tuple(sorted(positions)),
    )


def rarity(keys: Collection[str]) -> Rarity:
    """How rare terms are, whether affirmed or denied."""
    wanted = {EVERY, *(form for key in keys for form in (stored(key), stored(key, is_denied=True)))}
    rows = StatementTerm.objects.filter(term__in=wanted).values_list("term").annotate(Count("statement"))
    counts: Counter[str] = Counter()
    for term, count in rows:
        counts[term.removeprefix("-")] += count
    return Rarity(counts[EVERY], {key: counts[stored(key)] for key in keys})


def closest(statement: Statement, rare: Rarity, most: int) -> list[int]:
    """The keys of the statements that share most with one, by rare terms; what one of the two denies counts most."""
    own = gist(said(statement)).own
    weights, rows = dict[str, float](), 0
    for key in sorted(own, key=lambda key: (rare.count(key), key)):
        rows += rare.count(key)
        if rows > MOST_ROWS and weights:
            break
        for is_denied in (False, True):
            share = AGREEING if is_denied == own[key].is_denied else 1.0
            weights[stored(key, is_denied=is_denied)] = rare(key) * share
    whens = [When(term=term, then=Value(weight)) for term, weight in weights.items()]
    sharing = StatementTerm.objects.filter(term__in=weights).exclude(statement=statement).values("statement")
    ranked = sharing.annotate(shared=Sum(Case(*whens, output_field=FloatField()))).order_by("-shared", "statement")
    return list(ranked.values_list("statement", flat=True)[:most]) if whens else []
