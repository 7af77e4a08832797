"""Where every address leads: the readers' site, the editors' desk, the administrators' pages."""

from django.contrib import admin
from django.contrib.auth.views import LoginView, LogoutView
from django.urls import include, path

from factcheck.desk.forms import LoginForm

urlpatterns = [
    path("admin/", admin.site.urls),
    path("login/", LoginView.as_view(template_name="login.html", authentication_form=LoginForm), name="login"),
    path("logout/", LogoutView.as_view(), name="logout"),
    path("desk/", include("factcheck.desk.urls")),
    path("", include("factcheck.public.urls")),
]
