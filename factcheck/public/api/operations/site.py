"""What the site says of itself, where its record ends, and searching."""

from __future__ import annotations

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.translation import get_language
from ninja import Field, Query, Router, Schema

from factcheck.ledger.chain import head_of_chain
from factcheck.public.api.problem import PROBLEMS
from factcheck.public.api.shapes.hits import FoundShape
from factcheck.public.api.shapes.site import RecordShape, SitePageShape, SiteShape
from factcheck.public.searchable import KINDS
from factcheck.search.results import results_of
from factcheck.site.identity import the_site
from factcheck.site.models import SiteText
from factcheck.site.pages import SitePage, chosen_text
from factcheck.verdicts.models import Rating

router = Router(tags=["The site"])


class SearchQuery(Schema):
    q: str = Field("", max_length=200, description="Words, “phrases”, and -words that must not stand there.")
    kind: str = Field("", description="verdicts, claims, stories or sources; all of them without it.")


@router.get("/site", response={200: SiteShape, **PROBLEMS}, url_name="site")
def site(request: HttpRequest) -> SiteShape:
    """The desk, its rules and its scale of ratings."""
    return SiteShape.of(the_site(), Rating.objects.all())


@router.get("/site/{slug:page}", response={200: SitePageShape, **PROBLEMS}, url_name="site_page")
def site_page(request: HttpRequest, page: str) -> SitePageShape:
    """What the site says of one thing: about, methodology, privacy and the others that `/site` names."""
    if page not in SitePage.values:
        raise Http404
    asked = SitePage(page)
    shown = chosen_text(asked, get_language() or "", SiteText.objects.standing().filter(page=asked).shown())
    if shown is None:
        raise Http404
    return SitePageShape.of(asked, shown)


@router.get("/record", response={200: RecordShape, **PROBLEMS}, url_name="record")
def record(request: HttpRequest) -> RecordShape:
    """Where the ledger ends."""
    return RecordShape(head=str(head_of_chain()), entries=the_site().address(reverse("data:ledger_lines")))


@router.get("/search", response={200: FoundShape, **PROBLEMS}, url_name="search")
def search(request: HttpRequest, query: Query[SearchQuery]) -> FoundShape:
    """What fits the words, as the search page finds it."""
    return FoundShape.of(results_of(request, KINDS))
