"""The pictures among the evidence: everybody's once a published state shows them, the desk's before."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.core.files.storage import default_storage
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseGone
from django.shortcuts import get_object_or_404
from django.utils.cache import patch_cache_control
from django.views.decorators.http import conditional_page, require_safe

from factcheck.verdicts.models import Picture
from factcheck.verdicts.pictures import MEDIA_TYPE

SECONDS_CACHED = 3600  # its address never shows another picture, but it may be taken down


@login_not_required
@require_safe
@conditional_page
def picture(request: HttpRequest, sha256: str) -> HttpResponse:
    """The picture as a page shows it."""
    shown = _visible_to(request, sha256)
    return _answer(shown, shown.page_file)


@login_not_required
@require_safe
@conditional_page
def small_picture(request: HttpRequest, sha256: str) -> HttpResponse:
    """The picture as a list shows it."""
    shown = _visible_to(request, sha256)
    return _answer(shown, shown.small_file)


def _visible_to(request: HttpRequest, sha256: str) -> Picture:
    """Who is asked for is not looked up for a public picture: it is the same for all. Raises Http404."""
    picture = get_object_or_404(Picture.objects.select_related("takedown"), sha256=sha256)
    if picture.is_public or request.user.has_perm("verdicts.change_verdict"):
        return picture
    raise Http404("There is no such picture.")


def _answer(picture: Picture, name: str) -> HttpResponse:
    if picture.is_taken_down:
        return HttpResponseGone(f"This picture was taken down: {picture.takedown.reason}\n", content_type="text/plain")
    try:
        with default_storage.open(name) as file:
            response = HttpResponse(file.read(), content_type=MEDIA_TYPE)
    except FileNotFoundError as error:
        raise Http404("There is no such picture.") from error
    if picture.is_public:
        patch_cache_control(response, public=True, max_age=SECONDS_CACHED)
    else:
        patch_cache_control(response, private=True, no_cache=True)
    return response
