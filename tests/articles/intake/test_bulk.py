"""What an archive becomes in bulk, by whichever shortcuts of the database, is what its articles become one by one."""

import json
from itertools import islice

import pytest

from benchmarks.invented_archive import archive
from factcheck.articles.formats.columns import row_of
from factcheck.articles.intake.batches import import_article, import_file
from factcheck.articles.models import (
    Article,
    CommonFingerprint,
    Fingerprint,
    Outlet,
    RecordedComparison,
    Story,
    VersionSuggestion,
)
from factcheck.ledger.models import Entry

pytestmark = pytest.mark.django_db
ROWS = [article.as_row() for article in islice(archive(60, seed=3), 60)]
OTHERS = ("id", "outlet_id", "story_id", "batch_id", "previous_id", "created_at")


def told():
    """All that is stored of articles, by their addresses, without keys and times."""
    fields = [field.attname for field in Article._meta.concrete_fields if field.attname not in OTHERS]
    named = ("outlet__name", "outlet__domain", "story__slug", "story__title", "previous__url")
    return {
        "articles": list(Article.objects.order_by("url").values(*fields, *named)),
        "fingerprints": sorted(Fingerprint.objects.values_list("hash", "article__url")),
        "common": sorted(CommonFingerprint.objects.values_list("hash", flat=True)),
        "suggestions": sorted(VersionSuggestion.objects.values_list("article__url", "candidate__url", "relation")),
        "compared": sorted(RecordedComparison.objects.values_list("version__url", "original__url")),
    }


def removed():
    for model in (VersionSuggestion, RecordedComparison, CommonFingerprint, Fingerprint, Article, Story, Outlet):
        model.objects.all().delete()


def test_an_archive_in_bulk_becomes_what_its_articles_become_one_by_one(tmp_path, django_capture_on_commit_callbacks):
    for number, row in enumerate(ROWS, 1):
        import_article(row_of(row, row=number), actor=None)
    one_by_one, acts = told(), Entry.objects.filter(act="article.created").count()
    removed()
    file = tmp_path / "archive.jsonl"
    file.write_text("".join(f"{json.dumps(row)}\n" for row in ROWS))

    with django_capture_on_commit_callbacks(execute=True):  # many comparisons are made once they are stored
        batch = import_file(file, actor=None)

    assert told() == one_by_one
    assert {article["relation"] for article in one_by_one["articles"]} >= {"original", "copy", "update"}
    assert batch.counts == {"created": acts} == {"created": len(ROWS)}
    assert Entry.objects.get(act="articles.imported").details["counts"] == batch.counts
