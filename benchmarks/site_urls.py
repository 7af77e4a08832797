"""The product's addresses and the cheapest views that Django can serve: `/empty/`, and `/empty/desk/` to editors.

They pass what every page passes: the middleware, and the question whether somebody has to sign in.
"""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.urls import path

from factcheck import urls
from factcheck.desk.access import editor_required


@login_not_required
def empty(_request: HttpRequest) -> HttpResponse:
    return HttpResponse()


def empty_for_editors(_request: HttpRequest) -> HttpResponse:
    return HttpResponse()


urlpatterns = [path("empty/", empty), path("empty/desk/", editor_required(empty_for_editors)), *urls.urlpatterns]
