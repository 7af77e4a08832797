import io
import json
import shutil

import pytest
from django.core.management import CommandError, call_command

from benchmarks.invented_archive import archive
from factcheck.articles.models import Article
from tests.articles.harbour import OTHER, REPRINT, WHOLE, take_in


@pytest.mark.django_db
def test_the_versions_are_listed_as_text_and_as_json_lines():
    take_in(WHOLE, url="https://agency.example/harbour")
    take_in(REPRINT, url="https://paper.example/harbour")
    take_in(OTHER, url="https://paper.example/ferry")
    text, lines = io.StringIO(), io.StringIO()

    call_command("find_versions", stdout=text)
    call_command("find_versions", "--format", "jsonl", stdout=lines)

    [row] = [json.loads(line) for line in lines.getvalue().splitlines()]
    assert (row["a"], row["b"]) == ("https://agency.example/harbour", "https://paper.example/harbour")
    assert row["in_version"] > row["in_original"] > 0
    assert row.keys() == {"a", "b", "relation", "in_original", "in_version", "shared"}
    [line] = text.getvalue().splitlines()
    assert f" – {Article.Relation(row['relation']).label} – " in line


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.filterwarnings("ignore")
def test_spark_finds_what_the_database_finds(tmp_path):
    pytest.importorskip("pyspark", reason="PySpark, the extra “spark”, is not installed.")
    if not shutil.which("java"):
        pytest.skip("Java, which Spark needs, is not on this machine.")
    invented = tmp_path / "invented.jsonl"
    invented.write_text("".join(f"{json.dumps(article.as_row())}\n" for article in archive(300, seed=3)))
    call_command("import_articles", str(invented), stdout=io.StringIO())
    read = tmp_path / "read.jsonl"
    read.write_text("".join(f"{json.dumps(row)}\n" for row in Article.objects.order_by("pk").values("url", "text")))
    from_database, from_spark = io.StringIO(), io.StringIO()

    call_command("find_versions", "--format", "jsonl", stdout=from_database)
    with_spark = ["--engine", "spark", "--master", "local[1]", str(read)]
    call_command("find_versions", "--format", "jsonl", *with_spark, stdout=from_spark)

    assert versions_in(from_spark) == versions_in(from_database)
    assert len(versions_in(from_database)) > 50


def versions_in(written):
    """The pairs that are versions of one text, whichever stands first."""
    pairs = map(json.loads, written.getvalue().splitlines())
    return {frozenset((pair["a"], pair["b"])) for pair in pairs if pair["relation"] != "related"}


@pytest.mark.parametrize("options", [["archive.jsonl"], ["--engine", "spark"]])
def test_files_and_spark_go_together(options):
    with pytest.raises(CommandError, match="--engine spark"):
        call_command("find_versions", *options)
