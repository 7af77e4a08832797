import json

import pytest

from factcheck.articles.formats.incoming import NotAnArticle
from tests.articles.formats.reading_files import rows_of

CHECK = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "claimReviewed": "The lock was sold",
    "author": {"@type": "Organization", "name": "Canal Check"},
    "itemReviewed": {"@type": "Claim", "author": {"@type": "Person", "name": "Rolf Imker"}},
    "reviewRating": {"@type": "Rating", "alternateName": "False"},
}
GRAPH = {"@graph": [CHECK]}
SENTENCE = "It is a check (ClaimReview) of Canal Check, on “The lock was sold”, said by Rolf Imker, rated “False”."
BODY = "<article><h1>Was it?</h1><p>No contract was found by the canal board, which published its books.</p></article>"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("check.json", json.dumps(CHECK)),
        ("checks.json", json.dumps([CHECK])),
        ("checks.jsonl", json.dumps(CHECK) + "\n"),
        ("feed.json", json.dumps({"@type": "DataFeed", "dataFeedElement": [{"item": [CHECK]}]})),
        ("page.html", f"<!doctype html><script type='application/ld+json'>{json.dumps(GRAPH)}</script>{BODY}"),
    ],
)  # fmt: skip
def test_another_desks_check_is_refused_by_its_name_and_by_what_it_says(name, content, tmp_path):
    [refusal] = rows_of(tmp_path, name, content)

    assert isinstance(refusal, NotAnArticle)
    assert refusal.reason == SENTENCE


def test_a_page_that_only_speaks_of_claim_reviews_is_an_article(tmp_path):
    page = f"<!doctype html><html><body>{BODY.replace('No contract', 'No ClaimReview')}</body></html>"

    [row] = rows_of(tmp_path, "page.html", page)

    assert "No ClaimReview was found" in row.received
