"""The product's settings, with the cheapest view beside its own."""

from factcheck.settings import *  # noqa: F403

ROOT_URLCONF = "benchmarks.site_urls"
