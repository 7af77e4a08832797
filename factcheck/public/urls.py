"""The readers' addresses, each of which has a twin in every other language, behind its prefix."""

from django.urls import path

from factcheck.public.feed import Corrections, LatestRevisions, RevisionsOnTopic, feed_in_every_form
from factcheck.public.twins import page_with_twin
from factcheck.public.views import (
    api,
    claims,
    letters,
    record,
    search,
    share,
    site,
    sources,
    stories,
    topics,
    verdicts,
    well_known,
)

app_name = "public"
urlpatterns = [
    *page_with_twin("", verdicts.home, "home", twin="verdicts"),
    *page_with_twin("verdicts/<slug:slug>/", verdicts.verdict, "verdict"),
    *page_with_twin("verdicts/<slug:slug>/revisions/<int:number>/", verdicts.revision, "revision"),
    *page_with_twin("verdicts/<slug:slug>/revisions/<int:number>/changes/", verdicts.changes, "changes"),
    path("verdicts/<slug:slug>/card-<slug:digest>.png", share.card, name="card"),
    path("verdicts/<slug:slug>/cite.bib", share.bibtex, name="bibtex"),
    path("verdicts/<slug:slug>/cite.csl.json", share.csl, name="csl"),
    path("embed/verdicts/<slug:slug>/", share.embedded, name="embedded"),
    *page_with_twin("claims/", claims.claims, "claims"),
    *page_with_twin("claims/<slug:slug>/", claims.claim, "claim"),
    *page_with_twin("topics/", topics.topics, "topics"),
    *page_with_twin("topics/<slug:slug>/", topics.topic, "topic"),
    *feed_in_every_form("topics/<slug:slug>/", RevisionsOnTopic),
    *page_with_twin("stories/", stories.stories, "stories"),
    *page_with_twin("stories/<slug:slug>/", stories.story, "story"),
    *page_with_twin("stories/<slug:slug>/compare/", stories.compare, "compare", twin="comparison"),
    *page_with_twin("sources/", sources.sources, "sources"),
    *page_with_twin("sources/<slug:slug>/", sources.source, "source"),
    *page_with_twin("corrections/", verdicts.corrections, "corrections"),
    *page_with_twin("methodology/", site.methodology, "methodology", twin="site_page", page="methodology"),
    *page_with_twin("about/", site.about, "about", twin="site_page", page="about"),
    *page_with_twin("about/<slug:page>/", site.site_page, "site_page"),
    path("report/", letters.report, name="report"),
    path("send-a-claim/", letters.send_claim, name="send_claim"),
    path("letters/<slug:reference>/", letters.letter, name="letter"),
    *page_with_twin("record/", record.record, "record"),
    *page_with_twin("search/", search.search, "search"),
    path("api/", api.api, name="api"),
    path("manifest.webmanifest", well_known.manifest, name="manifest"),
    path("opensearch.xml", well_known.opensearch, name="opensearch"),
    path("llms.txt", well_known.llms, name="llms"),
    *feed_in_every_form("", LatestRevisions),
    *feed_in_every_form("corrections/", Corrections),
]
