"""The readers' addresses, each of which has a twin in every other language, behind its prefix."""

from django.urls import path

from factcheck.public.views import claims, machines, record, search, site, sources, stories, topics, verdicts

app_name = "public"
urlpatterns = [
    path("", verdicts.home, name="home"),
    path("verdicts/<slug:slug>/", verdicts.verdict, name="verdict"),
    path("verdicts/<slug:slug>/revisions/<int:number>/", verdicts.revision, name="revision"),
    path("verdicts/<slug:slug>/revisions/<int:number>/changes/", verdicts.changes, name="changes"),
    path("claims/", claims.claims, name="claims"),
    path("claims/<slug:slug>/", claims.claim, name="claim"),
    path("topics/", topics.topics, name="topics"),
    path("topics/<slug:slug>/", topics.topic, name="topic"),
    path("topics/<slug:slug>/feed.atom", topics.feed, name="topic_feed"),
    path("stories/<slug:slug>/", stories.story, name="story"),
    path("stories/<slug:slug>/compare/", stories.compare, name="compare"),
    path("sources/<slug:slug>/", sources.source, name="source"),
    path("corrections/", verdicts.corrections, name="corrections"),
    path("methodology/", site.methodology, name="methodology"),
    path("about/", site.about, name="about"),
    path("about/<slug:page>/", site.site_page, name="site_page"),
    path("record/", record.record, name="record"),
    path("search/", search.search, name="search"),
    path("feed.atom", machines.feed, name="feed"),
]
