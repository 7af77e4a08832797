"""How readers' pages are served: to anyone, without a session, and kept until something that they show changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import InvalidPage, Page, Paginator
from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import conditional_page, require_http_methods, require_safe

from factcheck.public.desk_twins import is_known_here
from factcheck.public.kept_pages import kept_page
from factcheck.public.replica import reading_from_replica
from factcheck.typed_numbers import number_in

SHARED = {"public": True, "max_age": 0, "must_revalidate": True, "s_maxage": 30, "stale_while_revalidate": 30}

type View = Callable[..., HttpResponseBase]


def readers_page(view: View) -> View:
    """A view that anyone may read: safe methods only, kept until what it shows changes, with an ETag.

    Browsers ask each time whether it changed; a shared cache may have it for half a minute, and for as long again while
    it asks: a correction must not wait longer for its readers. What a browser with a session gets is its own, made
    anew: a page may lead people of the desk to its twin there, and they see at once what they published.
    """
    return _served(view)


def readers_list(view: View) -> View:
    """The same of a list whose pages have numbers."""
    return _served(view, parameter="page")


def readers_form(view: View) -> View:
    """A form that anyone may send, without an account, a cookie or a token.

    No token holds it: it acts for nobody, so nobody can be made to act by it. What another site has its visitors send
    is refused by its origin all the same, since they would use up what their network may send.
    """

    @wraps(view)
    def served(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        if request.method == "POST":
            patch_cache_control(response, private=True, no_store=True)
        elif is_known_here(request):
            patch_cache_control(response, private=True, no_cache=True)
        else:
            patch_cache_control(response, **SHARED)
        patch_vary_headers(response, ["Cookie"])
        return response

    return csrf_exempt(login_not_required(require_http_methods(["GET", "HEAD", "POST"])(served)))


def _served(view: View, *, parameter: str = "") -> View:
    @wraps(view)
    def served(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        def make(**caching: Any) -> HttpResponseBase:
            response = view(request, *args, **kwargs)
            del response["Last-Modified"]  # whoever asks by it misses what came since, where a clock went back
            patch_cache_control(response, **caching)
            patch_vary_headers(response, ["Cookie"])
            return response

        if is_known_here(request):
            return make(private=True, no_cache=True)
        with reading_from_replica():
            return kept_page(request, lambda: make(**SHARED), parameter=parameter)

    return csrf_exempt(login_not_required(require_safe(conditional_page(served))))  # a POST has no way here


def numbered_page[T: Model, Row](
    rows: QuerySet[T, Row] | Sequence[Row], request: HttpRequest, *, size: int
) -> Page[Row]:
    """The page of `rows` that `?page=` asks for by its number. Raises Http404 if there is none such.

    Readers are told how far a list goes, and some lists stand by dates that may be missing; the desk's long ones go by
    where the last page ended (`search.pages.page_of`).
    """
    paginator = Paginator(rows, size)
    try:
        return paginator.page(request.GET.get("page", 1))
    except InvalidPage as error:
        raise Http404(str(error)) from error


def the_only[Row](rows: Sequence[Row]) -> Row:
    """The row that an address leads to. Raises Http404 if it leads to none."""
    if not rows:
        raise Http404("There is no such page.")
    return rows[0]


def numbered_part(request: HttpRequest, *, most: int) -> int | None:
    """The part that `?page=` asks for; None where it asks for none. Raises Http404 if there is none such."""
    given = request.GET.get("page")
    number = None if given is None else number_in(given, most=most)
    if given is not None and not number:
        raise Http404("There is no such part.")
    return number
