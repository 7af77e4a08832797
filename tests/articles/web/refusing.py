"""A page, and why one was not fetched."""

import pytest

from factcheck.articles.web.connection import FetchRefused
from factcheck.articles.web.fetch import fetch

PAGE = b"<!doctype html><title>Bridge</title><p>The bridge is shut.</p>"


def refusal(url):
    with pytest.raises(FetchRefused) as refused:
        fetch(url)
    return str(refused.value)
