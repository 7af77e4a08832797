"""The editors' addresses."""

from django.urls import path

from factcheck.desk.views import articles, claims, home, ledger, stories, verdicts

app_name = "desk"
urlpatterns = [
    path("", home.home, name="home"),
    path("articles/", articles.articles, name="articles"),
    path("articles/<int:pk>/", articles.article, name="article"),
    path("articles/<int:pk>/sentences/", articles.sentences, name="sentences"),
    path("statements/<int:pk>/", articles.statement, name="statement"),
    path("stories/<slug:slug>/", stories.story, name="story"),
    path("stories/<slug:slug>/compare/", stories.compare, name="compare"),
    path("claims/", claims.claims, name="claims"),
    path("claims/<slug:slug>/", claims.claim, name="claim"),
    path("claims/<slug:slug>/verdict/", claims.begin_verdict, name="begin_verdict"),
    path("conflicts/<int:pk>/", claims.conflict, name="conflict"),
    path("verdicts/", verdicts.verdicts, name="verdicts"),
    path("verdicts/<slug:slug>/", verdicts.verdict, name="verdict"),
    path("verdicts/<slug:slug>/evidence/", verdicts.evidence, name="evidence"),
    path("verdicts/<slug:slug>/evidence/<int:pk>/remove/", verdicts.remove_evidence, name="remove_evidence"),
    path("verdicts/<slug:slug>/submit/", verdicts.submit, name="submit"),
    path("verdicts/<slug:slug>/send-back/", verdicts.send_back, name="send_back"),
    path("verdicts/<slug:slug>/publish/", verdicts.publish, name="publish"),
    path("verdicts/<slug:slug>/retract/", verdicts.retract, name="retract"),
    path("ledger/", ledger.ledger, name="ledger"),
]
