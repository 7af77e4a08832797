"""What the site says of itself, and its logo."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.core.files.storage import default_storage
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from factcheck.public.pages import readers_page
from factcheck.site.change_site import logo_file
from factcheck.site.identity import the_site
from factcheck.verdicts.models import Rating
from factcheck.verdicts.pictures import MEDIA_TYPE
from factcheck.verdicts.prose import render_markdown

YEAR = 31_536_000  # seconds: another logo has another address


@readers_page
def about(request: HttpRequest) -> HttpResponse:
    return render(request, "public/about.html", {"about": render_markdown(the_site().about, top=2)})


@readers_page
def methodology(request: HttpRequest) -> HttpResponse:
    site = the_site()
    context = {
        "methodology": render_markdown(site.methodology),
        "corrections": render_markdown(site.corrections),
        "ratings": Rating.objects.all(),
    }
    return render(request, "public/methodology.html", context)


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
