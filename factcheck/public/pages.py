"""How readers' pages are served: to anyone, without a session, in a form that caches may keep for a moment."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import InvalidPage, Page, Paginator
from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils.cache import patch_cache_control
from django.views.decorators.http import conditional_page, require_safe

from factcheck.public.desk_twins import is_known_here

SECONDS_CACHED = 60  # a correction must not wait longer for its readers


def readers_page(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """A view that anyone may read: safe methods only, an ETag, and a minute in shared caches.

    What a browser with a session gets is its own: a page may lead people of the desk to its twin there.
    """
    checked = conditional_page(view)

    @wraps(view)
    def served(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = checked(request, *args, **kwargs)
        is_own = is_known_here(request)
        if is_own:
            patch_cache_control(response, private=True, no_cache=True)
        else:
            patch_cache_control(response, public=True, max_age=SECONDS_CACHED)
        return response

    return login_not_required(require_safe(served))


def numbered_page[T: Model](rows: QuerySet[T], request: HttpRequest, *, size: int) -> Page[T]:
    """The page of `rows` that `?page=` asks for by its number. Raises Http404 if there is none such.

    Readers are told how far a list goes, and some lists stand by dates that may be missing; the desk's long ones go by
    where the last page ended (`search.pages.page_of`).
    """
    try:
        return Paginator(rows, size).page(request.GET.get("page", 1))
    except InvalidPage as error:
        raise Http404(str(error)) from error
