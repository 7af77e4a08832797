"""Articles as JSON Lines that import again to the same articles: text, record, findings, story and all."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from factcheck.articles.models import Article
from factcheck.articles.reading.findings import TextFinding, joined

IN_ONE_QUERY = 500


def lines() -> Iterator[str]:
    """Every article as a line, in the order in which they came; memory does not grow with them."""
    for article in Article.objects.with_outlets().order_by("pk").iterator(chunk_size=IN_ONE_QUERY):
        yield json.dumps(values_of(article), ensure_ascii=False)


def values_of(article: Article) -> dict[str, Any]:
    """An article by the names of the columns that `import_articles` documents; what is empty is left out."""
    findings = [TextFinding(**finding) for finding in article.findings]
    left = joined(article.received, findings) or joined(article.received, ())
    values = {
        "text": article.received,
        "url": article.url,
        "outlet": "" if article.outlet.is_unknown else article.outlet.name,
        "headline": article.headline,
        "byline": article.byline,
        "agency": article.agency,
        "published_on": str(article.published_on or ""),
        "language": article.language,
        "story": article.story.slug,
        "story_title": article.story.title,
        "relation": article.relation,
        "chosen": article.is_story_chosen,
        "reading": "" if left == article.text else article.text,
    }
    return {**{name: value for name, value in values.items() if value}, "findings": article.findings}
