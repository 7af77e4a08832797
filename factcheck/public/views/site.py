"""What the site says of itself, and its logo."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.files.storage import default_storage
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import patch_cache_control
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from factcheck.public.pages import readers_page
from factcheck.site.change_site import logo_file
from factcheck.site.models import SiteText
from factcheck.site.pages import SitePage, chosen_text
from factcheck.verdicts.models import Rating
from factcheck.verdicts.pictures import MEDIA_TYPE
from factcheck.verdicts.prose import render_markdown

YEAR = 31_536_000  # seconds: another logo has another address


@readers_page
def about(request: HttpRequest) -> HttpResponse:
    return _page(request, SitePage.ABOUT)


@readers_page
def methodology(request: HttpRequest) -> HttpResponse:
    return _page(request, SitePage.METHODOLOGY, ratings=Rating.objects.all())


@readers_page
def site_page(request: HttpRequest, page: str) -> HttpResponse:
    """Any other of the pages on which the site says what it is."""
    if page not in SitePage.values:
        raise Http404("The site says nothing of this.")
    asked = SitePage(page)
    if asked.get_absolute_url() != request.path:
        return redirect(asked)
    return _page(request, asked)


def _page(request: HttpRequest, page: SitePage, **more: Any) -> HttpResponse:
    """What somebody wrote of it, or what every desk says. Raises Http404 where nobody has written what has gaps yet."""
    shown = chosen_text(page, get_language() or "", SiteText.objects.standing().filter(page=page).shown())
    if shown is None:
        raise Http404("Nobody has written this page yet.")
    context = {"page": page, "shown": shown, "words": render_markdown(shown.markdown, top=2), **more}
    return render(request, [f"public/site/{page}.html", "public/site/page.html"], context)


@login_not_required
@require_safe
def logo(_request: HttpRequest, sha256: str) -> HttpResponse:
    """A logo that the site has or had; another has another address."""
    try:
        with default_storage.open(logo_file(sha256)) as file:
            response = HttpResponse(file.read(), content_type=MEDIA_TYPE)
    except OSError as error:
        raise Http404("There is no such logo.") from error
    patch_cache_control(response, public=True, max_age=YEAR, immutable=True)
    return response
