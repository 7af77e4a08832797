"""What claims are about: all topics, and the public claims of each."""

from __future__ import annotations

from django.db.models import FETCH_RAISE
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from factcheck.claims.balance import weigh_all
from factcheck.claims.models import Claim, Topic
from factcheck.public.pages import readers_page
from factcheck.public.visible import with_public_verdicts
from factcheck.search.pages import page_of


@readers_page
def topics(request: HttpRequest) -> HttpResponse:
    page = page_of(Topic.objects.public(), request, by=("key",), size=100, is_ascending=True)
    return render(request, "public/topics/list.html", {"page": page})


@readers_page
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    topic = get_object_or_404(Topic.objects.public().at_address(slug))
    if topic.slug != slug:
        return redirect(topic, permanent=True)
    claims = Claim.objects.public().filter(topics=topic).prefetch_related("topics")
    page = page_of(claims.fetch_mode(FETCH_RAISE), request, by=("created_at", "id"), size=30)
    context = {"topic": topic, "page": page, "balances": weigh_all(with_public_verdicts(page))}
    return render(request, "public/topics/detail.html", context)
