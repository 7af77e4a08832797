"""What needs an editor now."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from factcheck.articles.models import Article, VersionSuggestion
from factcheck.claims.models import Claim, Conflict
from factcheck.desk.access import DeskRequest, editor_required
from factcheck.desk.team.page import waiting_for
from factcheck.verdicts.models import Verdict

SHOWN = 8


@require_safe
@editor_required
def home(request: DeskRequest) -> HttpResponse:
    verdicts = Verdict.objects.select_related("claim", "rating", "last_editor")
    return render(
        request,
        "desk/home.html",
        {
            "to_review": verdicts.reviewable_by(request.user)[:SHOWN],
            "at_risk": verdicts.at_risk()[:SHOWN],
            "drafts": verdicts.drafts_of(request.user)[:SHOWN],
            "contested": Claim.objects.contested().without_verdict()[:SHOWN],
            "conflicts": Conflict.objects.suggested().with_statements()[:SHOWN],
            "versions": VersionSuggestion.objects.open().with_articles()[:SHOWN],
            "articles": Article.objects.with_outlets().order_by("-id")[:SHOWN],
            "may_review": request.user.has_perm("verdicts.review_verdict"),
            **waiting_for(request.user),
        },
    )
