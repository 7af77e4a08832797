import io
import json

import pytest
from django.core.management import call_command

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
