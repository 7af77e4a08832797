"""A verdict as readers see it, written down whole: later changes of its parts leave it as it was."""

from __future__ import annotations

from typing import Any

from factcheck.claims.balance import Balance, Side, weigh
from factcheck.claims.carriage import sentence_around
from factcheck.claims.models import Carriage, Claim, Position, Source, Statement
from factcheck.compare import Span
from factcheck.ledger.people import name_of
from factcheck.verdicts.models import Evidence, Revision, Verdict


def snapshot(verdict: Verdict) -> Revision:
    """An unsaved revision of the verdict's working text; kind, note, number and time are the caller's."""
    balance = weigh(verdict.claim)
    assert verdict.rating  # noqa: S101 - a constraint holds it outside drafts
    return Revision(
        verdict=verdict,
        claim_text=verdict.claim.text,
        rating=verdict.rating,
        rating_label=verdict.rating.label,
        rating_definition=verdict.rating.definition,
        rating_number=verdict.rating.number,
        rating_colour=verdict.rating.colour,
        conclusion=verdict.conclusion,
        reasoning=verdict.reasoning,
        claimant=_claimant(verdict.claim, balance.supports.positions),
        positions=tell_sides(balance),
        evidence=[*map(_evidence, verdict.evidence.select_related("statement__source", "statement__article__outlet"))],
        author_name=name_of(verdict.author),
        reviewer_name=name_of(verdict.reviewer) if verdict.reviewer else "",
    )


def tell_sides(balance: Balance) -> list[dict[str, Any]]:
    """What is said of a claim, side by side, as pages show it and revisions keep it."""
    return [_side(side) for side in balance.sides if side.positions]


def _claimant(claim: Claim, supporting: list[Position]) -> dict[str, Any]:
    origin = claim.origin or (supporting[0].statement if supporting else None)
    return tell_statement(origin) if origin else {}


def _side(side: Side) -> dict[str, Any]:
    """Each utterance once: the papers that repeat it stand in its carriage."""
    told = [_position(utterance.position) for utterance in side.utterances]
    return {"stance": side.stance.value, "strength": side.strength, "statements": told}


def _position(position: Position) -> dict[str, Any]:
    return {**tell_statement(position.statement), "carriage": [*map(_carriage, position.statement.carriages.all())]}


def _carriage(carriage: Carriage) -> dict[str, Any]:
    return {"outlet": str(carriage.article.outlet), "url": carriage.article.url, "status": carriage.status}


def _evidence(evidence: Evidence) -> dict[str, Any]:
    about = {"note": evidence.note, "archive_url": evidence.archive_url}
    if evidence.statement:
        return {**tell_statement(evidence.statement), **about}
    return {"title": evidence.title, "url": evidence.url, **about}


def tell_statement(statement: Statement) -> dict[str, Any]:
    """The words in their sentence, who said them and how, and where they were published."""
    article = statement.article
    around = sentence_around(article.text, Span(statement.start, statement.end))
    when = statement.said_or_published_on
    return {
        "statement": statement.pk,
        "before": article.text[around.start : statement.start],
        "exact": statement.exact,
        "after": article.text[statement.end : around.end],
        "manner": statement.manner,
        "said_on": when.isoformat() if when else "",
        "source": tell_source(statement.source) if statement.source else None,
        "outlet": str(article.outlet),
        "headline": article.headline,
        "url": article.url,
        "published_on": article.published_on.isoformat() if article.published_on else "",
        "story": article.story.slug,
    }


def tell_source(source: Source) -> dict[str, Any]:
    return {
        "name": source.name,
        "slug": source.slug,
        "kind": source.kind,
        "role": source.role,
        "people": source.people,
        "is_on_record": source.is_on_record,
        "same_as": source.same_as,
    }
