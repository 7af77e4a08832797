"""Who may open the desk: editors read and write there, reviewers also publish."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib.auth import middleware
from django.contrib.auth.decorators import permission_required
from django.contrib.auth.models import User
from django.http import HttpRequest
from django_htmx.http import HttpResponseClientRedirect
from django_htmx.middleware import HtmxDetails

editor_required = permission_required("verdicts.change_verdict", raise_exception=True)
reviewer_required = permission_required("verdicts.review_verdict", raise_exception=True)


class DeskRequest(HttpRequest):
    """A request of somebody who signed in."""

    user: User
    htmx: HtmxDetails


class LoginRequiredMiddleware(middleware.LoginRequiredMiddleware):
    """Sends an htmx request of an expired session to the login page as a whole page, not into its target."""

    def handle_no_permission(self, request: Any, view_func: Callable[..., Any]) -> Any:
        response = super().handle_no_permission(request, view_func)
        return HttpResponseClientRedirect(response["Location"]) if request.htmx else response
