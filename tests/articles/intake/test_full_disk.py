"""A disk that is full at any moment of an import: a sentence, nothing lost, and it goes in once there is room."""

import json
import random

import pytest
from django.db import connection

from factcheck.articles.formats.incoming import ImportRefused
from factcheck.articles.intake.batches import ImportManner, import_file
from factcheck.articles.models import Article, Fingerprint, ImportBatch, Story
from factcheck.ledger.chain import verify
from factcheck.ledger.models import Entry
from tests.full_disk import room_for

ROWS = 450  # more than two parts
ROOMS = [0, 1, 10, 60, 200, 500]  # pages of SQLite

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.slow,
    pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL's room is the whole server's."),
]


@pytest.fixture
def file(tmp_path):
    chance = random.Random(1)
    words = [
        f"{one}{two}" for one in ("riv", "brid", "coun", "fer", "har") for two in ("er", "ge", "cil", "ry", "bour")
    ]
    path = tmp_path / "rows.jsonl"
    with path.open("w") as rows:
        for number in range(ROWS):
            text = " ".join(chance.choices(words, k=120)).capitalize() + "."
            rows.write(json.dumps({"text": text, "headline": f"Row {number}", "outlet": f"Paper {number % 9}"}) + "\n")
    return path


@pytest.mark.parametrize("pages", ROOMS)
def test_a_file_that_finds_no_room_leaves_nothing_and_goes_in_once_there_is(pages, file):
    with room_for(pages), pytest.raises(ImportRefused, match=r"database or disk is full.*import the file again"):
        import_file(file, actor=None)

    assert [model.objects.count() for model in (Article, Story, Fingerprint, ImportBatch, Entry)] == [0] * 5
    batch = import_file(file, actor=None)
    assert batch.counts == {"created": ROWS}
    assert verify() == 1


@pytest.mark.parametrize("pages", ROOMS)
def test_an_import_in_parts_goes_on_where_its_room_ended(pages, file):
    parts = ImportManner(keeps_going=True)
    with room_for(pages), pytest.raises(ImportRefused, match="database or disk is full"):
        import_file(file, actor=None, manner=parts)

    stored = Article.objects.count()
    assert stored == sum(ImportBatch.objects.values_list("taken", flat=True))
    batch = import_file(file, actor=None, manner=parts)
    assert (batch.counts, Article.objects.count()) == ({"created": ROWS}, ROWS)
    assert Fingerprint.objects.values("article").distinct().count() == ROWS
    assert verify() == 1
