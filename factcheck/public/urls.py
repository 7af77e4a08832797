"""The readers' addresses."""

from django.urls import path

from factcheck.public import views

app_name = "public"
urlpatterns = [
    path("", views.home, name="home"),
    path("verdicts/<slug:slug>/", views.home, name="verdict"),
    path("verdicts/<slug:slug>/revisions/<int:number>/", views.home, name="revision"),
    path("claims/<slug:slug>/", views.home, name="claim"),
    path("stories/<slug:slug>/", views.home, name="story"),
    path("sources/<slug:slug>/", views.home, name="source"),
]
