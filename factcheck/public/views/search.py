"""Search for readers."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from factcheck.public.misspelt_words import suggestion_for
from factcheck.public.pages import readers_page
from factcheck.public.searchable import KINDS
from factcheck.search.results import results_of


@readers_page
def search(request: HttpRequest) -> HttpResponse:
    results = results_of(request, KINDS)
    context = {"results": results, "meant": suggestion_for(results, request)}
    return render(request, "public/search.html", context, status=422 if results.words.problem else 200)
