"""How the tests of the readers' site read a page."""

from __future__ import annotations

import html
import re

PAGE = "/verdicts/the-harbour-will-be-closed/"


def text_of(response):
    """What stands on a page, in one line."""
    body = re.sub(r"<script.*?</script>", " ", response.content.decode(), flags=re.DOTALL)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", re.sub(r"</?bdi[^>]*>", "", body))).split())
