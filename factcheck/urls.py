"""Where every address leads: the readers' site, the editors' desk, the administrators' pages."""

from django.contrib import admin
from django.contrib.auth.views import LogoutView
from django.urls import include, path

from factcheck.desk.sign_in import SignIn

handler400 = "factcheck.desk.too_large.bad_request"
urlpatterns = [
    path("admin/", admin.site.urls),
    path("login/", SignIn.as_view(), name="login"),
    path("logout/", LogoutView.as_view(), name="logout"),
    path("desk/", include("factcheck.desk.urls")),
    path("", include("factcheck.public.urls")),
]
