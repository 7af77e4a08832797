"""Small files that browsers, search boxes, language models and finders of faults look for at a known address."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.translation import get_language, get_language_info
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from factcheck.public import site_icon
from factcheck.public.api.exports import told_tables
from factcheck.public.api.shapes.site import licence_of
from factcheck.public.pages import readers_page
from factcheck.site.identity import the_site
from factcheck.site.pages import SitePage

DAY = 86_400  # seconds
HOLDS_FOR = timedelta(days=180)  # that the contact may be taken to be right
ICONS = (192, 512)  # pixels


@csrf_exempt
@login_not_required
@require_safe
def security(_request: HttpRequest) -> HttpResponse:
    """Where to tell of a hole in the site, as RFC 9116 has it. It is never kept: it says until when it holds."""
    site = the_site()
    contact = f"mailto:{site.email}" if site.email else site.address(SitePage.COMPLAINTS.get_absolute_url())
    day = datetime.combine(timezone.now().date() + HOLDS_FOR, datetime.min.time(), UTC)
    lines = [
        f"Contact: {contact}",
        f"Expires: {day:%Y-%m-%dT%H:%M:%SZ}",
        f"Canonical: {site.address(reverse('data:security'))}",
        f"Preferred-Languages: {site.language}",
    ]
    response = HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
    patch_cache_control(response, public=True, max_age=DAY)
    return response


@csrf_exempt
@login_not_required
@require_safe
def favicon(_request: HttpRequest) -> HttpResponse:
    response = HttpResponse(site_icon.favicon(), content_type="image/vnd.microsoft.icon")
    patch_cache_control(response, public=True, max_age=DAY)
    return response


@csrf_exempt
@login_not_required
@require_safe
def icon(_request: HttpRequest, size: int) -> HttpResponse:
    """The sign as a picture of one of the sizes that the manifest names."""
    if size not in ICONS:
        raise Http404("There is no icon of this size.")
    response = HttpResponse(site_icon.png(size), content_type="image/png")
    patch_cache_control(response, public=True, max_age=DAY)
    return response


@readers_page
def manifest(_request: HttpRequest) -> HttpResponse:
    """What a phone shows of the site that somebody keeps on its first screen."""
    site, language = the_site(), get_language() or ""
    drawn = [
        {"src": reverse("data:icon", args=[size]), "sizes": f"{size}x{size}", "type": "image/png"} for size in ICONS
    ]
    told = {
        "name": site.name,
        "short_name": site.name[:12].strip(),
        "lang": language,
        "dir": "rtl" if get_language_info(language)["bidi"] else "ltr",
        "start_url": reverse("public:home"),
        "display": "minimal-ui",
        "background_color": "#fcfbf8",
        "theme_color": "#fcfbf8",
        "icons": [{"src": static("icon.svg"), "sizes": "any", "type": "image/svg+xml"}, *drawn],
    }
    return JsonResponse(told, content_type="application/manifest+json")


@readers_page
def opensearch(request: HttpRequest) -> HttpResponse:
    """The search page, for the search box of a browser."""
    context = {"short_name": the_site().name[:16].strip()}
    media_type = "application/opensearchdescription+xml"
    return render(request, "public/opensearch.xml", context, content_type=media_type)


@readers_page
def llms(request: HttpRequest) -> HttpResponse:
    """What the site is and where its data stands, for language models (https://llmstxt.org)."""
    context = {"licence": licence_of(the_site()), "tables": told_tables()}
    return render(request, "public/llms.txt", context, content_type="text/markdown; charset=utf-8")
