"""The product's addresses and one more, `/empty/`: the cheapest view that Django can serve.

It passes what every page passes: the middleware, and the question whether somebody has to sign in.
"""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.urls import path

from factcheck import urls


@login_not_required
def empty(_request: HttpRequest) -> HttpResponse:
    return HttpResponse()


urlpatterns = [path("empty/", empty), *urls.urlpatterns]
