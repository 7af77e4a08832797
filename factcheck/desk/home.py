"""What needs an editor now."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from factcheck.articles.models import Article, VersionSuggestion
from factcheck.claims.models import Claim, Conflict
from factcheck.desk.access import DeskRequest, editor_required
from factcheck.ledger.models import Entry
from factcheck.verdicts.models import Assignment, Comment, RetractionProposal, SecondOpinion, Verdict
from factcheck.verdicts.review_verdict import returned

SHOWN = 8  # rows of each kind


@dataclass(frozen=True, kw_only=True)
class HomePage:
    """The desk's first page as one person sees it: their own work first, then what waits for anybody."""

    may_review: bool
    returned: list[tuple[Verdict, Entry]]
    assigned: QuerySet[Assignment]
    comments: QuerySet[Comment]
    to_review: QuerySet[Verdict]
    opinions: QuerySet[SecondOpinion]
    retractions: QuerySet[RetractionProposal]
    at_risk: QuerySet[Verdict]
    drafts: QuerySet[Verdict]
    contested: QuerySet[Claim]
    conflicts: QuerySet[Conflict]
    versions: QuerySet[VersionSuggestion]
    articles: QuerySet[Article]


@require_safe
@editor_required
def home(request: DeskRequest) -> HttpResponse:
    return render(request, "desk/home.html", {"page": home_page(request.user)})


def home_page(user: User) -> HomePage:
    verdicts = Verdict.objects.visible_to(user).select_related("claim", "rating", "last_editor").with_badges()
    assigned = Assignment.objects.of(user).unfinished().by_urgency().select_related("claim")
    return HomePage(
        may_review=user.has_perm("verdicts.review_verdict"),
        returned=_returned_to(user),
        assigned=assigned.prefetch_related("claim__verdicts")[:SHOWN],
        comments=Comment.objects.for_attention_of(user)[:SHOWN],
        to_review=verdicts.reviewable_by(user)[:SHOWN],
        opinions=SecondOpinion.objects.awaited_from(user)[:SHOWN],
        retractions=RetractionProposal.objects.for_decision_by(user)[:SHOWN],
        at_risk=verdicts.at_risk()[:SHOWN],
        drafts=verdicts.drafts_of(user)[:SHOWN],
        contested=Claim.objects.contested().without_verdict()[:SHOWN],
        conflicts=Conflict.objects.suggested().with_statements()[:SHOWN],
        versions=VersionSuggestion.objects.open().with_articles()[:SHOWN],
        articles=Article.objects.with_outlets().order_by("-id")[:SHOWN],
    )


def _returned_to(user: User) -> list[tuple[Verdict, Entry]]:
    """Their drafts that a reviewer sent back, or that something which changed took back; the latest first."""
    drafts = list(Verdict.objects.drafts_of(user).select_related("claim"))
    entries = returned(drafts)
    back = [(draft, entries[draft.pk]) for draft in drafts if draft.pk in entries]
    return sorted(back, key=lambda pair: -pair[1].pk)
