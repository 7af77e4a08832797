"""Who may open the desk (editors read and write there, reviewers also publish), and the way back to where one was."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib.auth import backends, middleware
from django.contrib.auth.decorators import permission_required
from django.contrib.auth.models import Permission, User
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.shortcuts import render
from django.urls import Resolver404, resolve
from django.utils.http import url_has_allowed_host_and_scheme
from django_htmx.http import HttpResponseClientRedirect, reswap, retarget
from django_htmx.middleware import HtmxDetails

from factcheck.desk.sign_in import ask_to_sign_in
from factcheck.prepared_queries import prepared
from factcheck.verdicts.accounts import Waiting, account_with_what_waits
from factcheck.verdicts.models import Verdict

editor_required = permission_required("verdicts.change_verdict", raise_exception=True)
reviewer_required = permission_required("verdicts.review_verdict", raise_exception=True)


class DeskRequest(HttpRequest):
    """A request of somebody who signed in."""

    user: User
    htmx: HtmxDetails


def back_of(request: DeskRequest) -> str:
    """The page of this site that a form says it stood on, in a field named `back`; empty if it names none.

    It begins with a slash: `redirect` takes anything else for the name of a view.
    """
    back = request.POST.get("back", "") or request.GET.get("back", "")
    is_here = back.startswith("/") and url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()})
    return back if is_here else ""


def written_beside(request: DeskRequest) -> Verdict | None:
    """The verdict on whose page an htmx button was pressed, while something can be typed there."""
    try:
        page = resolve(request.htmx.current_url_abs_path or "") if request.htmx else None
    except Resolver404:
        return None
    if page is None or page.view_name != "desk:verdict":
        return None
    verdict = Verdict.objects.select_related("current").filter(slug=page.kwargs["slug"]).first()
    return None if verdict is None or verdict.is_withdrawn else verdict


class AccountBackend(backends.ModelBackend):
    """Django's accounts, read in few queries: with what waits for a person, their permissions with their groups'."""

    def get_user(self, user_id: Any) -> User | None:
        person = account_with_what_waits(user_id)
        if person is None or not self.user_can_authenticate(person):
            return None
        person.waiting = Waiting(person)  # type: ignore[attr-defined]  # what the menu tells
        return person

    def get_all_permissions(self, user_obj: Any, obj: Any = None) -> set[str]:
        if not user_obj.is_active or user_obj.is_superuser or obj is not None:
            return set(super().get_all_permissions(user_obj, obj))
        if not hasattr(user_obj, "permissions_held"):
            user_obj.permissions_held = {f"{app}.{name}" for app, name in _permissions_of(person=user_obj.pk)}
        return set(user_obj.permissions_held)


@prepared
def _permissions_of(person: int) -> QuerySet[Permission, tuple[str, str]]:
    held = Permission.objects.filter(Q(user=person) | Q(group__user=person)).distinct().order_by()
    return held.values_list("content_type__app_label", "codename")


class LoginRequiredMiddleware(middleware.LoginRequiredMiddleware):
    """Asks who is not signed in to sign in. What they sent is carried there; htmx leaves it on the page and says so."""

    def handle_no_permission(self, request: Any, view_func: Callable[..., Any]) -> Any:
        if request.method == "POST" and request.htmx:
            return reswap(retarget(render(request, "desk/team/signed_out.html"), "#messages"), "innerHTML")
        if request.method == "POST":
            return ask_to_sign_in(request)
        response = super().handle_no_permission(request, view_func)
        return HttpResponseClientRedirect(response["Location"]) if request.htmx else response
