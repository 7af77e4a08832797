"""Claims that readers may see, and who said what of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from django.conf import settings
from django.db.models import FETCH_RAISE, Exists, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from factcheck.articles.models import RecordedComparison
from factcheck.claims.balance import Balance, carriages_on, positions_on, weigh_answered
from factcheck.claims.models import Carriage, Claim, Position
from factcheck.claims.models.claims import ClaimQuerySet
from factcheck.claims.models.topics import read_topic_lines, topic_lines
from factcheck.claims.strips import Strips, strips_of_balance
from factcheck.claims.strips.of_stories import comparisons_on
from factcheck.claims.timeline import Timeline
from factcheck.languages.retold import retold
from factcheck.prepared_queries import AnsweredRows, prepared
from factcheck.public.claim_rows import claim_rows, listed_claims
from factcheck.public.kept_parts import kept_by_values
from factcheck.public.pages import readers_page, the_only
from factcheck.public.visible import LinkedPages, pages_of, with_public_verdicts
from factcheck.search.pages import page_of
from factcheck.verdicts.add_outside_checks import rated_here
from factcheck.verdicts.models import OutsideCheck, Rating, Verdict
from factcheck.verdicts.snapshot import DrawnSide, QuotedSide, drawn_sides, printed_sides, timeline_of

NONE, RETRACTED = "none", "retracted"
BEYOND_RATINGS = {RETRACTED: _("verdict retracted"), NONE: _("no verdict yet")}


@dataclass(frozen=True)
class SaidOfClaim:
    """All that is said of one claim, as its page shows it; `pages` are what it links to."""

    sides: Sequence[QuotedSide]
    drawn: Sequence[DrawnSide]
    timeline: Timeline | None
    pictures: Sequence[Strips]
    pages: LinkedPages

    @classmethod
    def of(cls, balance: Balance, recorded: Sequence[RecordedComparison]) -> Self:
        sides = printed_sides(balance)
        pages = pages_of(quotation for side in sides for quotation in side.quotations)
        pictures = tuple(of_story for _, of_story in strips_of_balance(balance, recorded))
        return cls(sides, drawn_sides(sides), timeline_of(sides), pictures, pages)


@readers_page
def claims(request: HttpRequest) -> HttpResponse:
    """All of them, or with `?rating=` those that are rated so, the retracted, or those without a verdict."""
    choices = {slug: retold(label) for slug, label in _given_ratings()} | BEYOND_RATINGS
    chosen = request.GET.get("rating", "")
    chosen = chosen if chosen in choices else ""
    claims = listed_claims(_rated(Claim.objects.public(), chosen))
    page = page_of(claims, request, by=("created_at", "id"), size=30)
    context = {"page": page, "rows": claim_rows([*page]), "choices": choices.items(), "chosen": chosen}
    return render(request, "public/claims/list.html", context)


@readers_page
def claim(request: HttpRequest, slug: str) -> HttpResponse:
    claim = the_only(_public_claim(slug=slug))
    if claim.slug != slug:
        return redirect(claim, permanent=True)
    with_public_verdicts([claim])
    positions, carriages = positions_on.answered(claim=claim.pk), carriages_on.answered(claim=claim.pk)
    comparisons = comparisons_on.answered(claim=claim.pk)
    context = {
        "claim": claim,
        "topics": read_topic_lines(getattr(claim, "topic_lines", None)),
        "said": _said(positions, carriages, comparisons, get_language(), settings.QUOTE_WORDS),
        "checks": rated_here(_checks(claim=claim.pk)),
    }
    return render(request, "public/claims/detail.html", context)


@kept_by_values
def _said(
    positions: AnsweredRows[Position],
    carriages: AnsweredRows[Carriage],
    comparisons: AnsweredRows[RecordedComparison],
    _language: str | None,
    _words: int,
) -> SaidOfClaim:
    return SaidOfClaim.of(weigh_answered(positions, carriages), comparisons.made())


@prepared
def _public_claim(slug: str) -> QuerySet[Claim]:
    claims = Claim.objects.public().at_address(slug).order_by()
    return claims.annotate(topic_lines=topic_lines(OuterRef("pk"))).fetch_mode(FETCH_RAISE)


@prepared
def _given_ratings() -> QuerySet[Rating, tuple[str, str]]:
    standing = Verdict.objects.standing().filter(current__rating=OuterRef("pk"))
    return Rating.objects.filter(Exists(standing)).values_list("slug", "label")


@prepared
def _checks(claim: int) -> QuerySet[OutsideCheck]:
    return OutsideCheck.objects.filter(claim=claim)


def _rated(claims: ClaimQuerySet, chosen: str) -> ClaimQuerySet:
    if chosen == NONE:
        return claims.undecided()
    standing = Verdict.objects.standing()
    if chosen == RETRACTED:
        withdrawn = Verdict.objects.public().exclude(claim__in=standing.values("claim"))
        return claims.filter(pk__in=withdrawn.values("claim"))
    return claims.filter(pk__in=standing.filter(current__rating__slug=chosen).values("claim")) if chosen else claims
