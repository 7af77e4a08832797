"""The addresses of accounts, within the desk."""

from django.urls import path

from factcheck.desk.people import account, invitations, second_step

app_name = "people"
urlpatterns = [
    path("account/", account.account, name="account"),
    path("account/name/", account.name, name="name"),
    path("account/address/", account.address, name="address"),
    path("account/password/", account.password, name="password"),
    path("account/second-step/", second_step.second_step, name="second_step"),
    path("account/second-step/confirm/", second_step.confirm, name="confirm"),
    path("account/sessions/end/", account.end_others, name="end_others"),
    path("account/sessions/<slug:handle>/end/", account.end_one, name="end_one"),
    path("people/", invitations.people, name="people"),
    path("people/<int:pk>/second-step/", invitations.take_off, name="take_off"),
    path("people/invitations/<int:pk>/again/", invitations.again, name="again"),
    path("people/invitations/<int:pk>/revoke/", invitations.revoke, name="revoke"),
]
