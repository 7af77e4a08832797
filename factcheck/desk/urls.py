"""The editors' addresses."""

from django.urls import path

from factcheck.desk import views

app_name = "desk"
urlpatterns = [
    path("", views.home, name="home"),
    path("articles/<int:pk>/", views.home, name="article"),
    path("stories/<slug:slug>/", views.home, name="story"),
    path("stories/<slug:slug>/compare/", views.home, name="compare"),
]
