"""What claims are about: all topics, and the public claims of each."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from factcheck.claims.models import Claim, Topic
from factcheck.public.claim_rows import claim_rows, listed_claims
from factcheck.public.pages import readers_page
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
    claims = listed_claims(Claim.objects.public().filter(topics=topic))
    page = page_of(claims, request, by=("created_at", "id"), size=30)
    context = {"topic": topic, "page": page, "rows": claim_rows([*page])}
    return render(request, "public/topics/detail.html", context)
