"""How readers' pages are served: to anyone, without a session, in a form that caches may keep for a moment."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import InvalidPage, Page, Paginator
from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponseBase
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page, require_safe

SECONDS_CACHED = 60  # a correction must not wait longer for its readers


def readers_page[**P, R: HttpResponseBase](view: Callable[P, R]) -> Callable[P, R]:
    """A view that anyone may read: safe methods only, an ETag, and a minute in shared caches."""
    cached = cache_control(public=True, max_age=SECONDS_CACHED)(conditional_page(view))
    return login_not_required(require_safe(cached))


def numbered_page[T: Model](rows: QuerySet[T], request: HttpRequest, *, size: int) -> Page[T]:
    """The page of `rows` that `?page=` asks for by its number. Raises Http404 if there is none such.

    Readers are told how far a list goes, and some lists stand by dates that may be missing; the desk's long ones go by
    where the last page ended (`search.pages.page_of`).
    """
    try:
        return Paginator(rows, size).page(request.GET.get("page", 1))
    except InvalidPage as error:
        raise Http404(str(error)) from error
