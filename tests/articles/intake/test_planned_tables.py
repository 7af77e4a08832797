"""PostgreSQL counts the tables that an import fills while nothing of it is committed; SQLite has nothing to count."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factcheck.articles.intake import planned_tables
from factcheck.articles.intake.batches import import_file
from factcheck.articles.models import Article

pytestmark = pytest.mark.django_db


@pytest.fixture
def many(tmp_path):
    """A file of 250 articles, which an import takes in two parts."""
    file = tmp_path / "many.csv"
    rows = (f"https://paper.example/{n},The council met on day {n} and voted on plan {n}." for n in range(250))
    file.write_text("\n".join(["url,text", *rows]))
    return file


def counted_by(work):
    with CaptureQueriesContext(connection) as asked:
        work()
    return [query["sql"] for query in asked if query["sql"].startswith("ANALYZE")]


def test_the_tables_are_counted_again_once_there_are_twice_as_many(many, monkeypatch):
    monkeypatch.setattr(planned_tables, "FEW", 100)

    counted = counted_by(lambda: import_file(many, actor=None))

    assert Article.objects.count() == 250
    assert len(counted) == (connection.vendor == "postgresql")
    assert not counted or planned_tables._counted() >= 200


def test_a_few_articles_are_not_worth_it(many):
    assert not counted_by(lambda: import_file(many, actor=None))
