"""Addresses of what has no language of the site's own: data and pictures, which stand at one address each."""

from django.urls import path

from factcheck.public.api import document
from factcheck.public.views import machines, pictures, record, share, site, well_known

app_name = "data"
urlpatterns = [
    path("pictures/<slug:sha256>.webp", pictures.picture, name="picture"),
    path("pictures/small/<slug:sha256>.webp", pictures.small_picture, name="small_picture"),
    path("logo/<slug:sha256>.webp", site.logo, name="logo"),
    path("ledger.jsonl", record.ledger_lines, name="ledger_lines"),
    path("claimreview.json", machines.claimreview, name="claimreview"),
    path("sitemap.xml", machines.sitemap, name="sitemap"),
    path("sitemap-<slug:section>-<int:number>.xml", machines.sitemap_part, name="sitemap_part"),
    path(".well-known/security.txt", well_known.security, name="security"),
    path("favicon.ico", well_known.favicon, name="favicon"),
    path("icon-<int:size>.png", well_known.icon, name="icon"),
    path("robots.txt", machines.robots, name="robots"),
    path("oembed", share.oembed, name="oembed"),
    *document.urlpatterns,
]
