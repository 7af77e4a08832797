"""Where every address leads: the readers' site, the editors' desk, the administrators' pages."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import LogoutView
from django.urls import include, path
from django.views.generic import RedirectView

from factcheck.desk.demonstration import sit_down
from factcheck.desk.people import account, invitations, password_reset
from factcheck.desk.sign_in import SecondStep, SignIn
from factcheck.operation import health, metrics
from factcheck.operation.policy_reports import policy_reports

# One page to sign in and one to change a password: the administrators' own would know no second step and no throttle.
instead_of_the_administrators = [
    path("admin/login/", login_not_required(RedirectView.as_view(pattern_name="login", query_string=True))),
    path("admin/password_change/", RedirectView.as_view(pattern_name="people:password")),
]
by_mail = [
    path("password/", password_reset.AskForReset.as_view(), name="password_reset"),
    path("password/sent/", password_reset.ResetAsked.as_view(), name="password_reset_done"),
    path("password/<uidb64>/<token>/", password_reset.ResetPassword.as_view(), name="password_reset_confirm"),
    path("password/done/", password_reset.ResetDone.as_view(), name="password_reset_complete"),
    path("invitations/<slug:secret>/", invitations.invitation, name="invitation"),
]
handler400 = "factcheck.desk.too_large.bad_request"
handler500 = "factcheck.operation.faults.server_error"
urlpatterns = [  # addresses are tried in this order, so those that are asked for most come first
    *i18n_patterns(path("", include("factcheck.public.urls")), prefix_default_language=False),
    path("", include("factcheck.public.data_urls")),
    *instead_of_the_administrators,
    path("admin/", admin.site.urls),
    path("login/", SignIn.as_view(), name="login"),
    path("login/code/", SecondStep.as_view(), name="second_step"),
    path("logout/", LogoutView.as_view(), name="logout"),
    path("language/", account.language, name="language"),
    path("demonstration/", sit_down, name="demonstration"),
    *by_mail,
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("metrics", metrics.metrics, name="metrics"),
    path("policy-reports", policy_reports, name="policy_reports"),
    path("desk/", include("factcheck.desk.people.urls")),
    path("desk/", include("factcheck.desk.urls")),
]
